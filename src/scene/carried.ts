import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { DrawnElement, DrawnTie } from './drawn.ts'
import { lendIndex } from './hit.ts'
import type { Mark } from './marks.ts'
import type { Curve, Scene, SceneElement, SceneTie } from './scene.ts'

const STILL: Point = [0, 0]

/**
 * The scene while some of its elements are held in the hand: they stand at `places`, and the ends of their ties go along. Nothing finds a
 * new way, no land follows and no sign moves: `buildScene` does that once the hand rests. What did not move is the same object.
 * Null where something else than elements is held. O(elements + ties), far less than a scene of thousands.
 */
export function carried(scene: Scene, places: ReadonlyMap<Id, Point>): Scene | null {
  const moves = new Map<Id, Point>()
  const moved = new Set<SceneElement | SceneTie>()
  const elementById = new Map(scene.elementById)
  for (const [id, at] of places) {
    const element = scene.elementById.get(id)
    if (!(element instanceof DrawnElement)) return null
    moves.set(id, [at[0] - element.centre[0], at[1] - element.centre[1]])
    const next = DrawnElement.of(element.source, at, element)
    elementById.set(id, next)
    moved.add(next)
  }
  const tieById = new Map(scene.tieById)
  const ties = scene.ties.map((tie): SceneTie => {
    const [from, to] = [moves.get(tie.from), moves.get(tie.to)]
    if ((!from && !to) || !(tie instanceof DrawnTie)) return tie
    const next = tie.carried(carriedCurve(tie.curve, from ?? STILL, to ?? STILL), carriedMarks(tie.over, from ?? STILL, to ?? STILL))
    tieById.set(tie.id, next)
    moved.add(next)
    return next
  })
  const elements = scene.elements.map((element) => (moves.has(element.id) ? (elementById.get(element.id) as SceneElement) : element))
  const next: Scene = { ...scene, elements, ties, elementById, tieById }
  lendIndex(scene, next, moved)
  return next
}

/** Each point goes with the nearer end, in the share of the way. */
function carriedCurve(curve: Curve, from: Point, to: Point): Curve {
  return curve.map(([x, y], i) => {
    const share = i / (curve.length - 1)
    return [x + from[0] * (1 - share) + to[0] * share, y + from[1] * (1 - share) + to[1] * share] as const
  }) as unknown as Curve
}

/** Words go with the middle of their tie; where there is a sign too, they stay together. */
function carriedMarks(marks: readonly Mark[], from: Point, to: Point): readonly Mark[] {
  const moved: Mark[] = []
  for (const mark of marks) {
    if (mark.is !== 'text') return marks
    moved.push({ ...mark, x: mark.x + (from[0] + to[0]) / 2, y: mark.y + (from[1] + to[1]) / 2 })
  }
  return moved
}
