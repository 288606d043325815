import type { Id } from '../model/ids.ts'
import type { Relationship } from '../model/records.ts'

/** Ties of a kind that goes one way, with no tie of that kind back. */
export function oneWayTies(ties: readonly Relationship[]): readonly Id[] {
  const there = new Set(ties.flatMap(({ from, to, kind, mutual }) => [`${kind} ${from} ${to}`, ...(mutual ? [`${kind} ${to} ${from}`] : [])]))
  return ties.filter(({ from, to, kind, mutual }) => !mutual && from !== to && !there.has(`${kind} ${to} ${from}`)).map(({ id }) => id).sort()
}

/** Ties of one kind between the same two, where there are several: the same way, or both ways. */
export function parallelTies(ties: readonly Relationship[]): readonly (readonly Id[])[] {
  const groups = new Map<string, Id[]>()
  for (const { id, from, to, kind, mutual } of ties) {
    const [a, b] = mutual && to < from ? [to, from] : [from, to]
    const key = `${kind} ${mutual} ${a} ${b}`
    groups.set(key, [...(groups.get(key) ?? []), id])
  }
  return [...groups.values()].filter((ids) => ids.length > 1).map((ids) => ids.sort()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}
