import { judgementId, make, NO_CHANGE, type MapChange, type Write } from '../model/change.ts'
import { JUDGEMENT_FIELDS } from '../model/fields.ts'
import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { apply } from '../model/apply.ts'
import type { Perspective } from '../model/records.ts'
import { listed, sharedOf, type Records, type SystemMap } from '../model/system-map.ts'
import { plainName } from './gather/alike.ts'
import { derivedId } from './gather/derived-id.ts'
import { tidy } from './making.ts'

/** Whose copy a map is; null where it is no table's. */
export function tableOf(map: SystemMap): Perspective | null {
  return (map.meta.table === null ? undefined : map.perspectives.get(map.meta.table)) ?? null
}

/** Whether a map is a table pack that nobody has said yet whose it is. */
export function isUnclaimed(map: SystemMap): boolean {
  return map.meta.table !== null && tableOf(map) === null
}

/** At a table the shared picture is the room's: there to look at. */
export function isReadOnly(map: SystemMap, perspective: Id): boolean {
  return tableOf(map) !== null && map.perspectives.get(perspective)?.type === 'shared'
}

/**
 * What six laptops start from: the question, the elements and ties with what the shared picture says of them, notes, areas and the background, and a
 * perspective for each table. Every other view, versions, stories, actions and reflections stay at home.
 */
export function tablePack(map: SystemMap, tables: readonly string[], mapId: Id): SystemMap {
  const none = new Map()
  const shared = sharedOf(map)
  const said = map.judgements.get(shared.id)
  const pack: SystemMap = {
    ...map,
    meta: { ...map.meta, mapId, table: '' },
    perspectives: new Map([[shared.id, shared]]),
    judgements: said ? new Map([[shared.id, said]]) : none,
    versions: none, stories: none, scenes: none, actions: none, reflections: none, loops: none,
  }
  return apply(pack, { writes: tableNames(tables).map((name, i) => make('perspectives', tableId(name), { name, type: 'table', order: shared.order + i + 1 })) })
}

/** The same table in every pack of one map: handing in again is handing in newer. */
function tableId(name: string): Id {
  return derivedId('table', plainName(name))
}

/** Names as they are typed, one to a line, each once. */
export function tableNames(lines: readonly string[]): readonly string[] {
  const names = new Map(lines.map(tidy).filter((name) => name !== '').map((name) => [plainName(name), name] as const).toReversed())
  return [...names.values()].toReversed()
}

/** The tables of a pack, as they are asked for. */
export function tablesIn(map: SystemMap): readonly Perspective[] {
  return listed(map.perspectives).filter(({ type }) => type === 'table')
}

/** This copy is that table's from here on. What was said as another table, by a slip, goes along where the right one has said nothing yet. */
export function becomeTable(map: SystemMap, table: Id): MapChange {
  const before = tableOf(map)
  if (map.perspectives.get(table)?.type !== 'table' || before?.id === table) return NO_CHANGE
  const isBlank = (map.judgements.get(table)?.size ?? 0) === 0
  return { writes: [{ at: 'meta', id: 'map', field: 'table', to: table }, ...(before && isBlank ? moved(map, before.id, table) : [])] }
}

function moved(map: SystemMap, from: Id, to: Id): readonly Write[] {
  return [...(map.judgements.get(from) ?? [])].flatMap(([subject, judgement]) =>
    JUDGEMENT_FIELDS.flatMap(({ name }): readonly Write[] =>
      judgement[name] === undefined
        ? []
        : [
            { at: 'judgements', id: judgementId(to, subject), field: name, to: judgement[name] as Json },
            { at: 'judgements', id: judgementId(from, subject), field: name, to: null },
          ],
    ),
  )
}

/** What a table hands in: its own view beside the shared picture it began from. Nothing private, and nothing of the other tables. */
export function handedIn(map: SystemMap): SystemMap {
  const table = tableOf(map)
  const stays = ({ id, type, private: isPrivate }: Perspective) => type === 'shared' || id === table?.id || (!isPrivate && type !== 'table')
  const none = new Map()
  return {
    ...map,
    meta: { ...map.meta, background: null },
    perspectives: only(map.perspectives, ([, one]) => stays(one)),
    judgements: only(map.judgements, ([id]) => { const one = map.perspectives.get(id); return one !== undefined && stays(one) }),
    reflections: only(map.reflections, ([, one]) => !one.private),
    versions: none,
  }
}

function only<T>(records: Records<T>, keeps: (entry: [Id, T]) => boolean): Records<T> {
  return new Map([...records].filter(keeps))
}
