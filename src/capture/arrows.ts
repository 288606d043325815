import type { Polarity, TieKind } from '../model/kinds.ts'

/** An arrow as typed. A plain one says no kind: its label or its ends do. */
export interface Arrow {
  readonly kind: TieKind | null
  readonly polarity: Polarity | null
  readonly isMutual: boolean
  /** Points back: the tie runs from the right to the left. */
  readonly isReversed: boolean
}

const arrow = (kind: TieKind | null, polarity: Polarity | null = null, isMutual = false, isReversed = false): Arrow => ({ kind, polarity, isMutual, isReversed })

/** Word processors turn hyphens into dashes and `->` into one sign; all of them are read. The longest first. */
const ARROWS: readonly (readonly [RegExp, Arrow])[] = [
  [/<[-–—−=]+>|↔|⟷|⇔/uy, arrow('works', null, true)],
  [/[-–—−]+ ?>|→|⟶|➔|>{2,}/uy, arrow(null)],
  [/=+>|⇒/uy, arrow('informs')],
  [/[£$€]>/uy, arrow('funds')],
  [/\^>/uy, arrow('governs')],
  [/~>/uy, arrow('supports')],
  [/\+>/uy, arrow('influences', '+')],
  [/!>/uy, arrow('influences', '-')],
  [/\?>/uy, arrow('influences', '?')],
  [/<[-–—−]+(?![-–—−]*>)|←|⟵/uy, arrow(null, null, false, true)],
  // The others point back only where they stand apart: “under <£500” and “wait <= 4 hours” are words.
  [/(?<=^|\s)<=+(?=\s+\D)|⇐/uy, arrow('informs', null, false, true)],
  [/(?<=^|\s)<[£$€](?=\s)/uy, arrow('funds', null, false, true)],
  [/(?<=^|\s)<\^(?=\s)/uy, arrow('governs', null, false, true)],
  [/(?<=^|\s)<~(?=\s)/uy, arrow('supports', null, false, true)],
  [/(?<=^|\s)<\+(?=\s)/uy, arrow('influences', '+', false, true)],
  [/(?<=^|\s)<!(?=\s)/uy, arrow('influences', '-', false, true)],
  [/(?<=^|\s)<\?(?=\s)/uy, arrow('influences', '?', false, true)],
]

/** The arrow that begins at this place of the line. A lone `>` is one at the start of a line, and between spaces. */
export function arrowAt(line: string, at: number): { readonly arrow: Arrow; readonly length: number } | undefined {
  for (const [shape, found] of ARROWS) {
    shape.lastIndex = at
    const match = shape.exec(line)
    if (match) return { arrow: found, length: match[0].length }
  }
  if (line[at] !== '>') return undefined
  const isFirst = line.slice(0, at).trim() === ''
  const stands = /\s/u.test(line[at - 1] ?? ' ') && /\s/u.test(line[at + 1] ?? ' ')
  return isFirst || stands ? { arrow: arrow(null), length: 1 } : undefined
}
