import { arrowAt, type Arrow } from './arrows.ts'

/** A word of the line, or a quoted stretch of it, and where it stands. */
export interface Word {
  readonly text: string
  readonly isQuoted: boolean
  readonly start: number
  readonly end: number
}

/** What stands between two separators: a name and what is said of it. */
export interface Part {
  readonly words: readonly Word[]
  /** From the separator before to the one after. */
  readonly start: number
  readonly end: number
}

export interface Lexed {
  /** The parts between arrows, those in a group set apart by commas. One group more than there are arrows. */
  readonly groups: readonly (readonly Part[])[]
  readonly arrows: readonly Arrow[]
  readonly label: Part | null
  /** A quote was opened and not closed, as happens while typing. */
  readonly isQuoteOpen: boolean
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' }

/** Takes a line apart. Total: any text has a reading. One pass. */
export function lex(line: string): Lexed {
  const groups: Part[][] = [[]]
  const arrows: Arrow[] = []
  let words: Word[] = []
  let start = 0
  let at = 0
  let label: { readonly start: number; readonly words: Word[] } | null = null
  let isQuoteOpen = false

  const endPart = (end: number) => {
    groups.at(-1)?.push({ words, start, end })
    words = []
  }
  while (at < line.length) {
    const char = line[at] ?? ''
    if (/\s/u.test(char)) {
      at++
      continue
    }
    const opens = CLOSING[char]
    const before = words.at(-1)
    if (opens !== undefined && (before === undefined || before.end < at || before.text === '@')) {
      const quoted = quotedAt(line, at, opens)
      words.push({ text: quoted.text, isQuoted: true, start: at, end: quoted.end })
      isQuoteOpen ||= !quoted.isClosed
      at = quoted.end
      continue
    }
    if (!label) {
      const found = arrowAt(line, at)
      if (found) {
        endPart(at)
        arrows.push(found.arrow)
        groups.push([])
        at += found.length
        start = at
        continue
      }
      if (char === ',' || char === '，' || char === '、') {
        endPart(at)
        at++
        start = at
        continue
      }
      if ((char === ':' || char === '：') && arrows.length > 0) {
        endPart(at)
        at++
        label = { start: at, words: [] }
        words = label.words
        continue
      }
    }
    const end = label ? endOfLabelWord(line, at) : endOfWord(line, at, arrows.length > 0)
    words.push({ text: line.slice(at, end), isQuoted: false, start: at, end })
    at = end
  }
  if (!label) endPart(line.length)
  return { groups, arrows, isQuoteOpen, label: label && { words: label.words, start: label.start, end: line.length } }
}

function quotedAt(line: string, at: number, closing: string): { readonly text: string; readonly end: number; readonly isClosed: boolean } {
  let text = ''
  for (let i = at + 1; i < line.length; i++) {
    if (line[i] !== closing) text += line[i]
    else if (line[i + 1] === closing) text += line[i++]
    else return { text, end: i + 1, isClosed: true }
  }
  return { text, end: line.length, isClosed: false }
}

function endOfLabelWord(line: string, at: number): number {
  let end = at
  while (end < line.length && !/\s/u.test(line[end] ?? '')) end++
  return end
}

function endOfWord(line: string, at: number, hasArrow: boolean): number {
  if (line[at] === '@' && CLOSING[line[at + 1] ?? ''] !== undefined) return at + 1
  let end = at + 1
  while (end < line.length) {
    const char = line[end] ?? ''
    if (/[\s,，、]/u.test(char) || (hasArrow && /[:：]/u.test(char)) || arrowAt(line, end)) break
    end++
  }
  return end
}
