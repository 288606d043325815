import { isWide, textWidth, type FontWeight } from './text-width.ts'

const ELLIPSIS = '…'

/** One line where it is this narrow, two otherwise. */
const ONE_LINE = 96
/** No line is wider; what does not fit on two ends in an ellipsis. */
export const LONGEST_LINE = 168

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A name as it can be drawn: white space is one space, and control characters are left out. */
export function drawnName(name: string): string {
  return name
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}

/** The text cut at a grapheme, with an ellipsis, so that it is at most `widest`. */
export function shortened(text: string, widest: number, size: number, weight: FontWeight): string {
  if (textWidth(text, size, weight) <= widest) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(kept + segment + ELLIPSIS, size, weight) > widest) break
    kept += segment
  }
  return kept.trimEnd() + ELLIPSIS
}

/** Every way to break a text in two: at a space, after a hyphen or a slash, and between the squares of wide scripts. */
function breaksOf(text: string): [string, string][] {
  const breaks: [string, string][] = []
  for (let i = 1; i < text.length; i++) {
    const before = text[i - 1] as string
    if (text[i] === ' ') breaks.push([text.slice(0, i), text.slice(i + 1)])
    else if ((before === '-' || before === '/' || before === '–') && text[i + 1] !== undefined) breaks.push([text.slice(0, i), text.slice(i)])
    else if (isWide(text.codePointAt(i) ?? 0) && isWide(text.codePointAt(i - 1) ?? 0)) breaks.push([text.slice(0, i), text.slice(i)])
  }
  return breaks
}

function fitting(text: string, size: number, weight: FontWeight): string {
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(kept + segment, size, weight) > LONGEST_LINE) break
    kept += segment
  }
  return kept
}

/** A name on at most two lines, broken to make the longer one as short as it can be. */
export function balanced(name: string, size: number, weight: FontWeight): readonly string[] {
  const text = drawnName(name)
  const width = textWidth(text, size, weight)
  if (width <= ONE_LINE) return [text]
  let best: [string, string] | null = null
  let shortest = Infinity
  let fullest: [string, string] | null = null
  for (const pair of breaksOf(text)) {
    const first = textWidth(pair[0], size, weight)
    const longer = Math.max(first, textWidth(pair[1], size, weight))
    if (longer < shortest) {
      shortest = longer
      best = pair
    }
    if (first <= LONGEST_LINE) fullest = pair
  }
  if (best && shortest <= LONGEST_LINE) return best
  if (!best && width <= LONGEST_LINE) return [text]
  if (!fullest) {
    const first = fitting(text, size, weight)
    fullest = [first, text.slice(first.length)]
  }
  return [fullest[0], shortened(fullest[1].trimStart(), LONGEST_LINE, size, weight)]
}
