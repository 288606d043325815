import type { Id } from '../../src/model/ids.ts'
import type { MapContent, Records, SystemMap, WholeMap } from '../../src/model/system-map.ts'
import { listed, namesOf } from '../../src/model/system-map.ts'

/** Order numbers mean nothing but the order they give. These make them 1, 2, 3 (0, 1, 2 for names), as a file that is read has them. */
function inOrder<R extends { readonly id: Id; readonly order: number }>(records: Records<R>, owner: (record: R) => Id = () => ''): Map<Id, R> {
  const seen = new Map<Id, number>()
  return new Map(
    listed(records).map((record) => {
      const order = (seen.get(owner(record)) ?? 0) + 1
      seen.set(owner(record), order)
      return [record.id, { ...record, order }]
    }),
  )
}

const names = (set: ReadonlyMap<string, number>): ReadonlyMap<string, number> => new Map(namesOf(set).map((name, i) => [name, i]))

export function rankedContent<C extends MapContent>(content: C): C {
  return {
    ...content,
    organisations: inOrder(content.organisations),
    elements: new Map([...content.elements].map(([id, element]) => [id, { ...element, tags: names(element.tags), aliases: names(element.aliases) }])),
    outcomeReadings: inOrder(content.outcomeReadings, (reading) => reading.element),
    perspectives: inOrder(content.perspectives),
  }
}

export function rankedMap(map: SystemMap): SystemMap {
  return { ...rankedContent(map), versions: inOrder(map.versions), stories: inOrder(map.stories), scenes: inOrder(map.scenes, (scene) => scene.story) }
}

export function rankedWhole({ map, contents }: WholeMap): WholeMap {
  return { map: rankedMap(map), contents: new Map([...contents].map(([key, content]) => [key, rankedContent(content)])) }
}
