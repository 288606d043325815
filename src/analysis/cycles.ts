import type { Id } from '../model/ids.ts'
import type { Relationship } from '../model/records.ts'

/** A way round that comes back to where it began, its least element first. */
export interface Cycle {
  readonly elements: readonly Id[]
  /** One tie for each step. */
  readonly ties: readonly Id[]
}

export interface Cycles {
  /** Shortest first, then by their elements and ties. */
  readonly list: readonly Cycle[]
  /** There are more than are listed. */
  readonly hasMore: boolean
}

const MOST_STEPS = 8
export const MOST_LISTED = 200
/** Steps of the search after which it stops and says that there may be more: some seconds on a dense map. */
const MOST_LOOKS = 20_000_000

interface Step {
  readonly tie: Id
  readonly to: Id
}

/** Steps that lead out of each element, the least target first. A mutual tie leads either way; a self-tie nowhere. */
function stepsOf(ties: readonly Relationship[]): ReadonlyMap<Id, readonly Step[]> {
  const steps = new Map<Id, Step[]>()
  const add = (from: Id, to: Id, tie: Id) => {
    const list = steps.get(from)
    if (list) list.push({ tie, to })
    else steps.set(from, [{ tie, to }])
  }
  for (const { id, from, to, mutual } of ties) {
    if (from === to) continue
    add(from, to, id)
    if (mutual) add(to, from, id)
  }
  for (const list of steps.values()) list.sort((a, b) => (a.to === b.to ? (a.tie < b.tie ? -1 : 1) : a.to < b.to ? -1 : 1))
  return steps
}

/** For each element how many steps lead from it back to `start`, over elements that come after it; by breadth, against the ties. */
function stepsBack(steps: ReadonlyMap<Id, readonly Step[]>, start: Id): ReadonlyMap<Id, number> {
  const into = new Map<Id, Id[]>()
  for (const [from, list] of steps) {
    if (from < start) continue
    for (const { to } of list) if (to >= start) into.set(to, [...(into.get(to) ?? []), from])
  }
  const back = new Map<Id, number>([[start, 0]])
  let edge: readonly Id[] = [start]
  for (let step = 1; step < MOST_STEPS && edge.length > 0; step++) {
    const further: Id[] = []
    for (const id of edge) {
      for (const before of into.get(id) ?? []) {
        if (back.has(before)) continue
        back.set(before, step)
        further.push(before)
      }
    }
    edge = further
  }
  return back
}

/**
 * Simple cycles of 2 to 8 elements, each once, begun at its least element (the pruning by distance back is that of Johnson 1975, bounded by
 * length). Lengths are searched one after the other, so that what is listed is the shortest there is. `byTies`: parallel ties make several
 * cycles; otherwise the least tie of each step stands for them.
 */
export function cycles(ties: readonly Relationship[], byTies: boolean): Cycles {
  const steps = stepsOf(ties)
  const starts = [...steps.keys()].sort()
  const backs = new Map<Id, ReadonlyMap<Id, number>>()
  const list: Cycle[] = []
  let looks = 0

  /** Gives false where the search has gone on for too long. */
  function walk(start: Id, length: number, path: Id[], taken: Id[], back: ReadonlyMap<Id, number>): boolean {
    const here = path.at(-1) as Id
    let lastTo: Id | undefined
    for (const { tie, to } of steps.get(here) ?? []) {
      if (++looks > MOST_LOOKS || list.length > MOST_LISTED) return false
      if (to < start || (!byTies && to === lastTo) || taken.includes(tie)) continue
      if (to === start) {
        if (path.length === length) list.push({ elements: [...path], ties: [...taken, tie] })
        lastTo = to
        continue
      }
      if (path.length >= length || path.includes(to) || (back.get(to) ?? Infinity) > length - path.length) continue
      path.push(to)
      taken.push(tie)
      const before = list.length
      const goesOn = walk(start, length, path, taken, back)
      // Between two, the least tie there may be the only one back; then another has to go there.
      if (length > 2 || list.length > before) lastTo = to
      path.pop()
      taken.pop()
      if (!goesOn) return false
    }
    return true
  }

  for (let length = 2; length <= MOST_STEPS; length++) {
    for (const start of starts) {
      let back = backs.get(start)
      if (!back) backs.set(start, (back = stepsBack(steps, start)))
      if (!walk(start, length, [start], [], back)) return { list: ordered(list), hasMore: true }
    }
  }
  return { list: ordered(list), hasMore: list.length > MOST_LISTED }
}

function ordered(list: readonly Cycle[]): readonly Cycle[] {
  const key = ({ elements, ties }: Cycle) => [...elements, ...ties].join(' ')
  return list.slice(0, MOST_LISTED).sort((a, b) => a.elements.length - b.elements.length || (key(a) < key(b) ? -1 : 1))
}
