/**
 * What the local search weighs, in crossings: `marks/VOCABULARY.md` §4. All take world units.
 * They are called some hundred million times, so they take numbers and give a number.
 */

/** Between two cards this share of their halves, and this much, is kept free: it lets the cards grow for a projector. */
export const GAP_SHARE = 0.3
export const GAP = 8
/** A little more is wanted, along one of the two ways. */
const MORE_X = 14
const MORE_Y = 12

/** `x` and `y`: the room beyond that, negative where it is missing. */
export function gapCost(x: number, y: number): number {
  if (x >= MORE_X || y >= MORE_Y) return 0
  if (x < 0 && y < 0) return 24 - Math.max(x, y) / 2
  return 10 * (1 - Math.max(x / MORE_X, y / MORE_Y))
}

/** A tie wants to be short, and must leave room between its cards to be seen. */
export function lengthCost(dx: number, dy: number, halfWidths: number, halfHeights: number, wantedGap: number): number {
  const length = Math.sqrt(dx * dx + 1.5625 * dy * dy)
  const x = Math.abs(dx) - halfWidths
  const y = Math.abs(dy) - halfHeights
  const gap = x > 0 && y > 0 ? Math.sqrt(x * x + y * y) : Math.max(x, y)
  return length / 140 + Math.max(0, length - 520) / 120 + Math.max(0, wantedGap - gap) / 14
}

/** Two ties that leave a card within 0.21 rad of each other run together. */
export function angleCost(a: number, b: number): number {
  let gap = Math.abs(a - b)
  if (gap > Math.PI) gap = Math.abs(2 * Math.PI - gap)
  return gap < 0.21 ? 1.6 * (1 - gap / 0.21) : 0
}

/** A crossing, and more when it is so slanted that the eye loses which tie is which. `sine` of the angle between the two. */
export function crossingCost(sine: number): number {
  return sine < 0.5 ? 2 - 2 * sine : 1
}

/** How much of a segment lies in a rectangle round (x, y), as a share of its length. The segment goes from the origin to (dx, dy). */
export function shareInside(dx: number, dy: number, x: number, y: number, halfWidth: number, halfHeight: number): number {
  if (Math.abs(dx * y - dy * x) >= halfWidth * Math.abs(dy) + halfHeight * Math.abs(dx)) return 0
  let first = 0
  let last = 1
  if (dx !== 0) {
    const t = x / dx
    const reach = Math.abs(halfWidth / dx)
    if (t - reach > first) first = t - reach
    if (t + reach < last) last = t + reach
  }
  if (dy !== 0) {
    const t = y / dy
    const reach = Math.abs(halfHeight / dy)
    if (t - reach > first) first = t - reach
    if (t + reach < last) last = t + reach
  }
  return last > first ? last - first : 0
}

/** A card is counted as passed behind from this far outside it. */
export const BEHIND_MARGIN = 8

export function behindCost(lengthInside: number): number {
  return lengthInside > 0 ? 3 + lengthInside / 14 : 0
}

export function territoryCost(width: number, height: number): number {
  return (width + 1.6 * height) / 90
}

/** A stranger that stands `x` by `y` into a territory's box. */
export function strangerCost(x: number, y: number): number {
  return x > 0 && y > 0 ? 2 + Math.min(x, y) / 15 : 0
}

/** Two territories whose boxes share `x` by `y`. */
export function sharedGroundCost(x: number, y: number): number {
  return x > 0 && y > 0 ? 2 + Math.sqrt(x * y) / 14 : 0
}

export function laneCost(breach: number): number {
  return breach / 10
}
