import { textWidth } from '../boxes/boxes.ts'
import { drawnName, shortened } from '../boxes/lines.ts'
import type { Relationship } from '../model/records.ts'
import type { Answer } from '../reading/answer.ts'
import { n, roundedData } from './curves.ts'
import type { Mark } from './marks.ts'
import { around, type Obstacles } from './rectangles.ts'
import { CHIP_PLACES, clearest, clearestBeside } from './places.ts'
import type { Curve } from './scene.ts'

const LABEL_SIZE = 12.5
const LONGEST_LABEL = 220
/** How much larger the label of what is called out may be drawn: it keeps its size on screen while the map grows small, and has that room. */
const FAR = 1.5
export const CHIP_HEIGHT = 17
export const CHIP_WIDTH = 19
export const CHIP_WIDTH_COUNTED = 28

/** Says that something is the middle of what others said, and nobody wrote it here. */
const DERIVED = '~'

const range = (value: number): string => (Number.isInteger(value) ? String(value) : `${Math.floor(value)}–${Math.ceil(value)}`)

/** What a tie's label says: its own words, and what is derived as such. Empty where there is nothing to say. */
export function labelOf(record: Relationship, answer: Answer): string {
  const words = drawnName(record.label)
  const { derived, strength } = answer
  if (!derived?.size) return words
  const middle = derived.has('strength') && strength !== undefined ? `${DERIVED}${range(strength)}` : DERIVED
  return words ? `${middle} ${words}` : middle
}

export function labelMarks(text: string, curve: Curve, part: 'label' | 'starred label', obstacles: Obstacles): Mark[] {
  const words = shortened(text, LONGEST_LABEL, LABEL_SIZE, 500)
  const by = part === 'label' ? FAR : 1
  const size = [textWidth(words, LABEL_SIZE, 500) * by, 15 * by] as const
  const at = clearestBeside(curve, size, obstacles)
  obstacles.add(around(at, size))
  return [
    { is: 'text', part, x: at[0], y: at[1] + 4.4, text: words, size: LABEL_SIZE, weight: 500, fill: 'ink', anchor: 'middle', keyline: { colour: 'paper', width: 4 } },
  ]
}

/** A pennant, and how many actions touch the tie where that is more than one. */
export function actionMarks(count: number, curve: Curve, obstacles: Obstacles): Mark[] {
  const width = count > 1 ? CHIP_WIDTH_COUNTED : CHIP_WIDTH
  const { at: [x, y] } = clearest(curve, [width, CHIP_HEIGHT], CHIP_PLACES, obstacles)
  obstacles.add(around([x, y], [width, CHIP_HEIGHT]))
  return chipAt(x, y, count, width)
}

function chipAt(x: number, y: number, count: number, width: number): Mark[] {
  const flag = count > 1 ? x - 7 : x
  const marks: Mark[] = [
    { is: 'path', part: 'chip', d: roundedData(x - width / 2, y - CHIP_HEIGHT / 2, width, CHIP_HEIGHT, CHIP_HEIGHT / 2), fill: 'paper', stroke: 'ink', width: 1.25 },
    { is: 'path', part: 'chip', d: `M${n(flag - 3)} ${n(y + 5)}V${n(y - 5)}`, stroke: 'ink', width: 1.4 },
    { is: 'path', part: 'chip', d: `M${n(flag - 3)} ${n(y - 5)}L${n(flag + 5)} ${n(y - 2)}L${n(flag - 3)} ${n(y + 1)}Z`, fill: 'ink' },
  ]
  if (count > 1) marks.push({ is: 'text', part: 'chip', x: x + 5, y: y + 4.3, text: String(count), size: 12, weight: 700, fill: 'ink', anchor: 'middle' })
  return marks
}
