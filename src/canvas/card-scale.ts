import type { CardScale } from '../scene/scene.ts'
import { fittedScene, type Seen } from './camera.ts'

/** Where the whole map is in sight and names would be smaller than this, cards are as large as they can be. CSS px. */
const READABLE = 11
/** A name's letters, world units. */
const LETTERS = 14

/** How large cards had best be where all of a scene is shown in a window of that size, screen pixels: on a projector, and where names would be too small. */
export function wantedScale(scene: Seen, width: number, height: number, isProjected: boolean): CardScale {
  return isProjected || fittedScene(scene, width, height).zoom * LETTERS < READABLE ? 1.3 : 1
}
