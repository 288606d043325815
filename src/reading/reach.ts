import type { Id } from '../model/ids.ts'
import type { Relationship } from '../model/records.ts'

/** Which way a search goes along a tie: as it runs, against it, or either. A mutual tie runs both ways. */
export type Way = 'out' | 'in' | 'any'

type Line = Pick<Relationship, 'id' | 'from' | 'to' | 'mutual'>
type Neighbours = ReadonlyMap<Id, readonly Id[]>

function neighbours(ties: readonly Line[], way: Way): Neighbours {
  const found = new Map<Id, Id[]>()
  const add = (from: Id, to: Id) => {
    const list = found.get(from)
    if (list) list.push(to)
    else found.set(from, [to])
  }
  for (const { from, to, mutual } of ties) {
    if (way !== 'in' || mutual) add(from, to)
    if (way !== 'out' || mutual) add(to, from)
  }
  return found
}

/** Steps to every element that can be reached, by breadth; the starts are at none. */
function distances(next: Neighbours, starts: readonly Id[], most: number): ReadonlyMap<Id, number> {
  const steps = new Map<Id, number>(starts.map((id) => [id, 0]))
  let edge: readonly Id[] = starts
  for (let step = 1; step <= most && edge.length > 0; step++) {
    const further: Id[] = []
    for (const id of edge) {
      for (const other of next.get(id) ?? []) {
        if (steps.has(other)) continue
        steps.set(other, step)
        further.push(other)
      }
    }
    edge = further
  }
  return steps
}

/** The elements within so many steps of these, and these themselves. */
export function near(ties: readonly Line[], of: readonly Id[], steps: number, way: Way): ReadonlySet<Id> {
  return new Set(distances(neighbours(ties, way), of, steps).keys())
}

/** All shortest paths between two elements, whichever way ties run: what lies on any of them. Nothing where none leads from one to the other. */
export function shortestPaths(ties: readonly Line[], from: Id, to: Id): { readonly elements: ReadonlySet<Id>; readonly ties: ReadonlySet<Id> } {
  const next = neighbours(ties, 'any')
  const [there, back] = [distances(next, [from], Infinity), distances(next, [to], Infinity)]
  const length = there.get(to)
  const onPath = new Set<Id>()
  if (length === undefined || from === to) return { elements: onPath, ties: new Set() }
  for (const [id, step] of there) if (step + (back.get(id) ?? Infinity) === length) onPath.add(id)
  const isStep = (a: Id, b: Id) => (there.get(a) ?? Infinity) + 1 + (back.get(b) ?? Infinity) === length
  return { elements: onPath, ties: new Set(ties.filter((tie) => isStep(tie.from, tie.to) || isStep(tie.to, tie.from)).map(({ id }) => id)) }
}
