import { ELEMENT_KINDS } from '../../model/kinds.ts'
import type { Id } from '../../model/ids.ts'
import { SHARED_ID } from '../../model/one-shared.ts'
import { listed, type MapContent, type WholeMap } from '../../model/system-map.ts'

type Renumbered = 'subject' | 'organisations' | 'perspectives' | 'outcomeReadings'

/** What stands instead of ids and of names, in this map and in each of its versions. */
export interface NewNames {
  /** By table, since an organisation and its perspective may have one id; what can be selected has one space of ids. */
  readonly ids: Readonly<Record<Renumbered, ReadonlyMap<Id, Id>>>
  readonly elements: ReadonlyMap<Id, string>
  /** Empty where they keep their names. */
  readonly organisations: ReadonlyMap<Id, string>
  readonly perspectives: ReadonlyMap<Id, string>
}

/**
 * Names that tell no name. *Roles*: an element is its organisation, its kind and a number, as "Acute care, team 2"; organisations and
 * perspectives keep theirs. *Codes*: everything is a number. Ids, which may be made of names, become numbers in both.
 */
export function newNames({ map, contents }: WholeMap, by: 'roles' | 'codes'): NewNames {
  const ids = { subject: new Map<Id, Id>(), organisations: new Map<Id, Id>(), perspectives: new Map<Id, Id>(), outcomeReadings: new Map<Id, Id>() }
  const [elements, organisations, perspectives] = [new Map<Id, string>(), new Map<Id, string>(), new Map<Id, string>()]
  const roles = new Map<string, number>()
  const counts = new Map<string, number>()
  const once = (of: Renumbered, id: Id, letter: string, names?: Map<Id, string>, name?: (n: number) => string) => {
    if (ids[of].has(id)) return
    const n = (counts.get(letter) ?? 0) + 1
    counts.set(letter, n)
    ids[of].set(id, `${letter}${n}`)
    if (name) names?.set(id, name(n))
  }
  const roleOf = (moment: MapContent, organisation: Id | null, kind: string): string => {
    const role = `${moment.organisations.get(organisation ?? '')?.name || 'No organisation'}, ${ELEMENT_KINDS.find(({ value }) => value === kind)?.title ?? kind}`
    roles.set(role, (roles.get(role) ?? 0) + 1)
    return `${role} ${roles.get(role)}`
  }
  for (const moment of [map, ...contents.values()]) {
    for (const { id } of listed(moment.organisations)) once('organisations', id, 'o', organisations, (n) => `Organisation ${n}`)
    for (const { id, organisation, kind } of listed(moment.elements)) once('subject', id, 'e', elements, (n) => (by === 'codes' ? `Element ${n}` : roleOf(moment, organisation, kind)))
    for (const id of moment.relationships.keys()) once('subject', id, 't')
    for (const { id, type } of listed(moment.perspectives)) {
      if (type === 'shared') ids.perspectives.set(id, SHARED_ID)
      else once('perspectives', id, 'p', perspectives, (n) => `Perspective ${n}`)
    }
    for (const id of moment.outcomeReadings.keys()) once('outcomeReadings', id, 'm')
  }
  return by === 'codes' ? { ids, elements, organisations, perspectives } : { ids, elements, organisations: new Map(), perspectives: new Map() }
}
