import type { SystemMap } from '../model/system-map.ts'
import type { CardRow, MapPicture } from './rows.ts'

/** The most that a small picture shows: more would be a smudge, and slow to keep. */
const MOST_ELEMENTS = 600
const MOST_TIES = 1200

/** A map's card after a change at `now`, in epoch milliseconds. */
export function cardOf(map: SystemMap, before: CardRow | undefined, now: number): CardRow {
  return {
    id: map.meta.mapId,
    title: map.meta.title,
    question: map.meta.question,
    elements: map.elements.size,
    ties: map.relationships.size,
    illustrative: map.meta.illustrative,
    lineage: map.meta.lineage,
    changedAt: now,
    filedAt: before?.filedAt ?? null,
    unfiledSince: before?.unfiledSince ?? now,
    removedAt: before?.removedAt ?? null,
  }
}

export function pictureOf(map: SystemMap): MapPicture {
  const placed = [...map.elements.values()].filter(({ id }) => map.positions.has(id)).slice(0, MOST_ELEMENTS)
  const index = new Map(placed.map(({ id }, i) => [id, i]))
  const ties: (readonly [number, number])[] = []
  for (const { from, to } of map.relationships.values()) {
    const [a, b] = [index.get(from), index.get(to)]
    if (a !== undefined && b !== undefined && ties.length < MOST_TIES) ties.push([a, b])
  }
  return {
    elements: placed.map(({ id, organisation }) => {
      const [x, y] = map.positions.get(id) ?? [0, 0]
      return [x, y, String(map.organisations.get(organisation ?? '')?.slot ?? 'partner')]
    }),
    ties,
  }
}
