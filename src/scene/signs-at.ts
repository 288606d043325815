import { around, overlapOf } from './rectangles.ts'
import type { Bounds, Sign } from './scene.ts'

export interface GrownSign extends Sign {
  readonly scale: number
}

/** A sign's words are 12 units high and never smaller than this on screen, CSS px. */
const WORDS = 12
const FLOOR = 10
/** Grown by more than this, the number of one end could be that of another. */
const OF_PLACE = 1.8

/** The signs as they are drawn at a zoom: far out they grow, and those that would then cover a weightier one are left out. */
export function signsAt(signs: readonly Sign[], zoom: number): readonly GrownSign[] {
  const scale = Math.max(1, FLOOR / (WORDS * zoom))
  if (scale === 1) return signs.map((sign) => ({ ...sign, scale }))
  const taken: Bounds[] = []
  return signs.flatMap((sign) => {
    if (sign.isOfPlace && scale > OF_PLACE) return []
    const [width, height] = sign.face.size
    const [across, down] = sign.grows ?? [0, 0]
    const at = [sign.at[0] + (across * (scale - 1) * width) / 2, sign.at[1] + (down * (scale - 1) * height) / 2] as const
    const place = around(at, [width * scale, height * scale])
    if (taken.some((other) => overlapOf(place, other) > 0)) return []
    taken.push(place)
    return [{ ...sign, at, scale }]
  })
}
