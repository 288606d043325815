import type { Id } from '../model/ids.ts'
import type { Scene } from '../scene/scene.ts'

/** What of the map can be pressed, dragged and take the focus, as the page has it. */
export const STANDING = '.element, .note, .area'

/** Whether an element, a note or an area of that id is on the scene: what can be gone to. */
export function standsOn(scene: Scene, id: Id): boolean {
  return scene.elementById.has(id) || scene.noteById.has(id) || scene.areaById.has(id)
}
