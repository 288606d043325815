import type { Id } from '../model/ids.ts'
import type { Bounds, Scene, SceneElement } from '../scene/scene.ts'

/** Up to this many elements all are mounted, in sight or not, so that screen readers find every one. */
export const ALL = 300
/** Of a larger map, those in sight are mounted while they are fewer than this. */
const IN_SIGHT = 200
/** Below this zoom a name is too small to read, and a painted card does as well. */
const LEGIBLE = 0.57

/** Which elements are mounted; the rest are painted. `kept` (selected, focused, hovered, dragged) always are. */
export function mountedOf(scene: Scene, shown: Bounds, zoom: number, kept: ReadonlySet<Id>): readonly SceneElement[] {
  if (scene.elements.length <= ALL) return scene.elements
  const isNear = (element: SceneElement) =>
    element.centre[0] + element.size[0] >= shown.x && element.centre[0] - element.size[0] <= shown.x + shown.width &&
    element.centre[1] + element.size[1] >= shown.y && element.centre[1] - element.size[1] <= shown.y + shown.height
  if (zoom >= LEGIBLE) {
    const inSight = scene.elements.filter((element) => kept.has(element.id) || isNear(element))
    if (inSight.length <= IN_SIGHT) return inSight
  }
  return scene.elements.filter((element) => kept.has(element.id))
}

/** Notes and areas are few; where there are many, those that are kept. Their words are painted in any case. */
export function mountedBeside<T extends { readonly id: Id }>(all: readonly T[], kept: ReadonlySet<Id>): readonly T[] {
  return all.length <= ALL ? all : all.filter(({ id }) => kept.has(id))
}
