import type { Mark } from '../../src/scene/marks.ts'
import type { Point } from '../../src/model/records.ts'
import type { Scene } from '../../src/scene/scene.ts'
import { signsAt } from '../../src/scene/signs-at.ts'

/** A mark where a painter puts it: world = at + scale × its own places. */
export interface Placed {
  readonly mark: Mark
  readonly at: Point
  readonly scale: number
}

const HERE: Point = [0, 0]
const placed = (marks: readonly Mark[], at = HERE, scale = 1): readonly Placed[] => marks.map((mark) => ({ mark, at, scale }))

/** All that is drawn of a scene, from the back to the front. */
export function drawnMarks(scene: Scene, zoom: number): readonly Placed[] {
  return [
    ...placed(scene.frame), ...scene.areas.flatMap(({ ground }) => placed(ground)), ...scene.territories.flatMap(({ marks }) => placed(marks)), ...scene.areas.flatMap(({ marks }) => placed(marks)),
    ...scene.ties.flatMap(({ marks }) => placed(marks)), ...scene.notes.flatMap(({ marks, centre }) => placed(marks, centre)), ...scene.elements.flatMap(({ marks, centre }) => placed(marks, centre)),
    ...scene.ties.flatMap(({ over }) => placed(over)), ...signsAt(scene.signs, zoom).flatMap(({ face, at, scale }) => placed(face.marks, at, scale)),
    ...scene.territories.flatMap(({ title }) => placed(title)), ...scene.areas.flatMap(({ title }) => placed(title)),
  ]
}

/** The same scene with every mark made anew by `to`, as often as it is drawn. */
export function recoloured(scene: Scene, to: (mark: Mark) => Mark): Scene {
  const all = (marks: readonly Mark[]) => marks.map(to)
  return {
    ...scene, frame: all(scene.frame),
    areas: scene.areas.map((area) => ({ ...area, id: area.id, bounds: area.bounds, isSelected: area.isSelected, ground: all(area.ground), marks: all(area.marks), title: all(area.title) })),
    territories: scene.territories.map((territory) => ({ ...territory, marks: all(territory.marks), title: all(territory.title) })),
    ties: scene.ties.map(({ id, from, to: end, strength, standing, isMarked, within, curve, reach, marks, over }) => ({ id, from, to: end, strength, standing, isMarked, within, curve, reach, marks: all(marks), over: all(over) })),
    notes: scene.notes.map(({ id, centre, size, isSelected, marks }) => ({ id, centre, size, isSelected, marks: all(marks) })),
    elements: scene.elements.map(({ id, centre, size, state, isSelected, kind, slot, matters, marks }) => ({ id, centre, size, state, isSelected, kind, slot, matters, marks: all(marks) })),
    signs: scene.signs.map((sign) => ({ ...sign, face: { ...sign.face, marks: all(sign.face.marks) } })),
  }
}
