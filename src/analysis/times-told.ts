import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { tiesOf } from '../reading/pool.ts'
import type { Reading } from '../reading/resolve.ts'

/** So strong a tie carries what was told from one to the next. */
const CARRIES = 3

/** A walked path as it counts: without what is no longer on the map, and without a step from an element to itself. */
export function walked(moment: MapContent, path: readonly Id[]): readonly Id[] {
  const here = path.filter((id) => moment.elements.has(id))
  return here.filter((id, i) => id !== here[i - 1])
}

/**
 * How often a person tells their story on a path: once, and again at each step with no `informs` or `works` tie of strength 3 or more
 * between the two, in either direction. An empty path 0.
 */
export function timesTold(moment: MapContent, reading: Reading, path: readonly Id[]): number {
  const steps = walked(moment, path)
  const isCarried = (from: Id, to: Id) =>
    tiesOf(moment, from).some((tie) => (tie.kind === 'informs' || tie.kind === 'works') && (tie.from === to || tie.to === to) && (reading.of(tie.id).strength ?? 0) >= CARRIES)
  return steps.reduce((told, to, i) => (i === 0 ? 1 : isCarried(steps[i - 1] as Id, to) ? told : told + 1), 0)
}
