import { WIDTHS } from './font-widths.ts'

export type FontWeight = 400 | 500 | 600 | 700

/** Thousandths of an em for what the bundled font lacks: combining marks take no room, wide scripts and emoji more than an em, everything else a wide letter. */
const NO_ROOM = 0
const WIDE = 1000
const EMOJI = 1380
const OTHER = 680

const WEIGHTS: readonly FontWeight[] = [400, 500, 600, 700]
const tables = WEIGHTS.map(() => new Map<number, number>())
for (const range of WIDTHS) {
  range.at.forEach((digits, weight) => {
    for (let i = 0; i < digits.length; i += 2) {
      const width = Number.parseInt(digits.slice(i, i + 2), 36)
      if (!Number.isNaN(width)) tables[weight]?.set(range.from + i / 2, width)
    }
  })
}

function unlisted(point: number): number {
  if (point < 0x20 || (point >= 0x7f && point < 0xa0)) return NO_ROOM
  if ((point >= 0x300 && point <= 0x36f) || (point >= 0x200b && point <= 0x200f) || (point >= 0x202a && point <= 0x202e)) return NO_ROOM
  if ((point >= 0x2060 && point <= 0x206f) || (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0x1f3fb && point <= 0x1f3ff) || point >= 0xe0000) return NO_ROOM
  if ((point >= 0x1f000 && point <= 0x1faff) || (point >= 0x2600 && point <= 0x27bf)) return EMOJI
  if (isWide(point)) return WIDE
  return OTHER
}

/** Scripts written in full-width squares, which also break between any two of them. */
export function isWide(point: number): boolean {
  return (
    (point >= 0x1100 && point <= 0x115f) ||
    (point >= 0x2e80 && point <= 0xa4cf) ||
    (point >= 0xac00 && point <= 0xd7a3) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xfe30 && point <= 0xfe4f) ||
    (point >= 0xff00 && point <= 0xff60) ||
    (point >= 0x20000 && point <= 0x3fffd)
  )
}

/** How wide a line of Atkinson Hyperlegible Next is, in the units of `size`: the sum of advances, without kerning, so at most a hair too wide. */
export function textWidth(text: string, size: number, weight: FontWeight): number {
  const table = tables[WEIGHTS.indexOf(weight)] as ReadonlyMap<number, number>
  let width = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    width += table.get(point) ?? unlisted(point)
  }
  return (width * size) / 1000
}
