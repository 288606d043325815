import { make, place, type Write } from '../../model/change.ts'
import type { Id } from '../../model/ids.ts'
import { listed, nextOrder, type SystemMap } from '../../model/system-map.ts'
import { tiesOf } from '../../reading/pool.ts'
import { codeFor } from '../organisations.ts'
import { placer } from '../placement.ts'
import { baseOf } from '../record-base.ts'
import { plainName } from './alike.ts'
import { derivedId } from './derived-id.ts'
import type { KeyedFile } from './gather-file.ts'
import { fileKey, rootOf, type Decisions, type Match, type NodeKey } from './match.ts'
import { arrivalId } from './match-elements.ts'
import { organisationsMet } from './organisations-met.ts'

/** Where the things of the files are in the open map, and the writes that bring those that were not there. */
export interface Arrived {
  readonly writes: readonly Write[]
  /** By file and id: the id in the open map. */
  readonly elements: ReadonlyMap<NodeKey, Id>
  readonly organisations: ReadonlyMap<string, ReadonlyMap<Id, Id>>
}

/** Brings every element that is new, each into its organisation's territory, beside something it is tied to where that stands; nothing else moves. */
export function arriveElements(receiver: SystemMap, files: readonly KeyedFile[], links: ReadonlyMap<NodeKey, Match>, decisions: Decisions): Arrived {
  const organisations = arriveOrganisations(receiver, files)
  const elements = new Map<NodeKey, Id>()
  const fresh: { readonly file: KeyedFile; readonly id: Id; readonly to: Id }[] = []
  const byKey = new Map(files.map((file) => [file.key, file]))
  for (const file of files) {
    for (const { id } of listed(file.map.elements)) {
      const key = fileKey(file.key, id)
      const root = rootOf(key, links, decisions)
      const [from = '', of = ''] = root.split(' ')
      const origin = byKey.get(from)
      const to = from === 'here' || !origin ? of : arrivalId(origin.map, of, receiver)
      elements.set(key, to)
      if (root === key) fresh.push({ file, id, to })
    }
  }
  const writes: Write[] = [...organisations.writes]
  const put = placer(receiver, fresh.length)
  const standing = new Set<Id>(receiver.positions.keys())
  for (const { file, id, to } of fresh) {
    const element = file.map.elements.get(id)
    if (!element) continue
    const organisation = element.organisation === null ? null : (organisations.of.get(file.key)?.get(element.organisation) ?? null)
    const near = neighbours(file, id).map((other) => elements.get(fileKey(file.key, other))).find((other) => other !== undefined && standing.has(other))
    const [x, y] = put.place({ id: to, name: element.name, kind: element.kind, organisation }, near)
    standing.add(to)
    writes.push({ at: 'elements', id: to, make: { ...baseOf('elements', element), organisation, pinned: false } }, place(to, x, y), ...outcomeReadings(file, id, to))
  }
  return { writes: [...writes, ...aliases(receiver, files, links, decisions, elements)], elements, organisations: organisations.of }
}

function neighbours({ map }: KeyedFile, id: Id): readonly Id[] {
  return tiesOf(map, id).map((tie) => (tie.from === id ? tie.to : tie.from))
}

function outcomeReadings({ map }: KeyedFile, element: Id, to: Id): readonly Write[] {
  const own = listed(map.outcomeReadings).filter((reading) => reading.element === element)
  return own.map((reading, i): Write => ({ at: 'outcomeReadings', id: derivedId('reading', to, String(i)), make: { ...baseOf('outcomeReadings', reading), element: to } }))
}

/** A name that somebody said is the same is kept with the thing it was matched with: the next gathering need not ask. */
function aliases(receiver: SystemMap, files: readonly KeyedFile[], links: ReadonlyMap<NodeKey, Match>, decisions: Decisions, elements: ReadonlyMap<NodeKey, Id>): readonly Write[] {
  const writes = new Map<string, Write>()
  for (const file of files) {
    for (const { id, name } of listed(file.map.elements)) {
      const key = fileKey(file.key, id)
      const match = links.get(key)
      const to = elements.get(key)
      if (!match || match.isSure || decisions.get(key) !== 'same' || to === undefined) continue
      const known = receiver.elements.get(to)?.aliases
      if (!known?.has(name)) writes.set(`${to} ${name}`, { at: 'elements', id: to, field: `alias:${name}`, to: Math.max(0, ...(known?.values() ?? [])) + writes.size + 1 })
    }
  }
  return [...writes.values()]
}

/** Organisations that the open map has not, of those whose elements or views come. A colour is kept for what is chosen by hand: a new one has none. */
function arriveOrganisations(receiver: SystemMap, files: readonly KeyedFile[]): { readonly writes: readonly Write[]; readonly of: ReadonlyMap<string, ReadonlyMap<Id, Id>> } {
  const writes: Write[] = []
  const made = new Map<string, Id>()
  const codes = [...receiver.organisations.values()].map(({ code }) => code)
  const of = new Map<string, ReadonlyMap<Id, Id>>()
  for (const file of files) {
    const met = organisationsMet(file.map, receiver)
    const used = new Set([...file.map.elements.values()].map((element) => element.organisation))
    const ids = new Map<Id, Id>()
    for (const organisation of listed(file.map.organisations)) {
      const is = met.get(organisation.id) ?? ''
      if (!is.startsWith('+')) {
        ids.set(organisation.id, is)
        continue
      }
      let id = made.get(is)
      if (id === undefined) {
        if (!used.has(organisation.id)) continue
        made.set(is, (id = derivedId('organisation', plainName(organisation.name))))
        const code = codes.includes(organisation.code) || organisation.code === '' ? codeFor(organisation.name, codes) : organisation.code
        codes.push(code)
        const slot = typeof organisation.slot === 'number' ? 'partner' : organisation.slot
        writes.push(make('organisations', id, { name: organisation.name, code, slot, order: nextOrder(receiver.organisations) + made.size - 1 }))
      }
      ids.set(organisation.id, id)
    }
    of.set(file.key, ids)
  }
  return { writes, of }
}
