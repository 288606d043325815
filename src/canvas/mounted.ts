import type { Id } from '../model/ids.ts'
import type { Bounds, Scene, SceneElement } from '../scene/scene.ts'

/** Up to this many elements all are mounted, in sight or not, so that screen readers find every one. */
export const ALL = 300
/** Of a larger map, those in sight are mounted while they are fewer than this. */
const IN_SIGHT = 200
/** Nor are more than this for being selected or dragged. */
export const MOST_KEPT = 200

/** Whether some elements are painted and not mounted. */
export const isMountedInPart = (scene: Scene | null) => scene !== null && scene.elements.length > ALL

export interface Mounted {
  readonly elements: readonly SceneElement[]
  /** Whether they are drawn where they are mounted. Where not all in sight are, every card is painted, so that none looks different for being pointed at. */
  readonly areDrawn: boolean
}

/** Which elements are mounted. `kept` (selected, focused, hovered, dragged) always are; where names are too small to read, a painted card does as well. */
export function mountedOf(scene: Scene, shown: Bounds, isReadable: boolean, kept: ReadonlySet<Id>): Mounted {
  if (!isMountedInPart(scene)) return { elements: scene.elements, areDrawn: isReadable }
  const isNear = (element: SceneElement) =>
    element.centre[0] + element.size[0] >= shown.x && element.centre[0] - element.size[0] <= shown.x + shown.width &&
    element.centre[1] + element.size[1] >= shown.y && element.centre[1] - element.size[1] <= shown.y + shown.height
  if (isReadable) {
    const inSight = scene.elements.filter((element) => kept.has(element.id) || isNear(element))
    if (inSight.length <= IN_SIGHT) return { elements: inSight, areDrawn: true }
  }
  return { elements: scene.elements.filter((element) => kept.has(element.id)), areDrawn: false }
}

/** Notes and areas are few; where there are many, those that are kept. Their words are painted in any case. */
export function mountedBeside<T extends { readonly id: Id }>(all: readonly T[], kept: ReadonlySet<Id>): readonly T[] {
  return all.length <= ALL ? all : all.filter(({ id }) => kept.has(id))
}
