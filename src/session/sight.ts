import type { Point, Size } from '../model/records.ts'

/** A part of the world: its middle and its size. */
export interface Sight {
  readonly at: Point
  readonly size: Size
}

let look: (() => Sight | null) | null = null

/** The canvas says how to ask what it shows, for as long as it is on screen. Gives back how to stop. */
export function showsSight(ask: () => Sight | null): () => void {
  look = ask
  return () => {
    if (look === ask) look = null
  }
}

/** What of the world is in sight now; null where no map is on screen. */
export function inSight(): Sight | null {
  return look?.() ?? null
}
