import type { Point } from '../model/records.ts'

/** Rings are as much wider than high: a screen is wide, and so are cards. */
export const RING_RATIO = 1.75
const SAMPLES = 1440
/** A ring may be this much larger than the one inside it asks for, before its elements stand in two lines. */
const ONE_LINE = 1.5
const ONE_LINE_MORE = 160

/** How far out a point lies: the height, above the middle, of the ring that it is on. */
export function ringOf(x: number, y: number): number {
  return Math.hypot(x / RING_RATIO, y)
}

/** A ring: its places clockwise from the top, and how far out it begins and ends. World units. */
export interface RingSlots {
  readonly slots: readonly Point[]
  readonly outermost: number
}

/**
 * Places on an ellipse, or on as few as hold `count` cards in a box of `width` by `height` each, at least `least` high. A place is
 * left wherever there is room for one, `isEven` where all are wanted and no more. O(count + the samples of each ellipse).
 */
export function ringSlots(count: number, width: number, height: number, least: number, step: number, isEven: boolean): RingSlots {
  let radius = least
  let lines = 1
  for (; ; lines++) {
    const most = least * ONE_LINE + ONE_LINE_MORE
    radius = least
    while (radius < most && roomOn(radius, lines, step, width, height) < count) radius += 12
    if (radius < most) break
  }
  const slots: { readonly at: Point; readonly turn: number }[] = []
  let left = count
  for (let line = 0; line < lines; line++) {
    const here = radius + line * step
    const room = placesFor(here, width, height)
    const share = isEven || lines > 1 ? Math.min(room, line === lines - 1 ? left : Math.round((count * room) / roomOn(radius, lines, step, width, height))) : room
    left -= share
    slots.push(...along(here, width, height, share))
  }
  slots.sort((a, b) => a.turn - b.turn || a.at[1] - b.at[1])
  return { slots: slots.map(({ at }) => at), outermost: radius + (lines - 1) * step }
}

function roomOn(radius: number, lines: number, step: number, width: number, height: number): number {
  let room = 0
  for (let line = 0; line < lines; line++) room += placesFor(radius + line * step, width, height)
  return room
}

/** How many boxes stand on an ellipse without touching. */
function placesFor(radius: number, width: number, height: number): number {
  let count = Math.floor(lengths(radius, width, height)[SAMPLES] as number)
  for (; count > 1; count--) {
    const places = along(radius, width, height, count)
    const isClear = places.every(({ at: [x, y] }, k) => {
      const [px, py] = (places.at(k - 1) as (typeof places)[number]).at
      return Math.abs(x - px) >= width - 1 || Math.abs(y - py) >= height - 1
    })
    if (isClear) break
  }
  return Math.max(1, count)
}

/** Lengths along an ellipse from its top, measured in boxes: a step to the side in their width, a step down in their height. */
function lengths(radius: number, width: number, height: number): Float64Array {
  const found = new Float64Array(SAMPLES + 1)
  let [x, y] = pointAt(radius, 0)
  for (let k = 1; k <= SAMPLES; k++) {
    const [toX, toY] = pointAt(radius, k / SAMPLES)
    found[k] = (found[k - 1] as number) + Math.max(Math.abs(toX - x) / width, Math.abs(toY - y) / height)
    ;[x, y] = [toX, toY]
  }
  return found
}

/** So many places on an ellipse, evenly apart for boxes of this size. */
function along(radius: number, width: number, height: number, count: number): { readonly at: Point; readonly turn: number }[] {
  const table = lengths(radius, width, height)
  const whole = table[SAMPLES] as number
  let k = 0
  return Array.from({ length: count }, (_, place) => {
    const wanted = (whole * place) / count
    while (k < SAMPLES && (table[k + 1] as number) < wanted) k++
    const into = (wanted - (table[k] as number)) / Math.max(1e-9, (table[k + 1] as number) - (table[k] as number))
    const turn = (k + into) / SAMPLES
    const [x, y] = pointAt(radius, turn)
    return { at: [Math.round(x), Math.round(y)] as const, turn }
  })
}

/** `turn` goes from 0 to 1, clockwise from the top. */
function pointAt(radius: number, turn: number): Point {
  const angle = turn * 2 * Math.PI
  return [radius * RING_RATIO * Math.sin(angle), -radius * Math.cos(angle)]
}

/** The turn of the ray from the middle to a point: 0 to 1, clockwise from the top. */
export function turnOf(x: number, y: number): number {
  const turn = Math.atan2(x / RING_RATIO, -y) / (2 * Math.PI)
  return turn < 0 ? turn + 1 : turn
}
