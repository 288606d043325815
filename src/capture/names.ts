import type { Id } from '../model/ids.ts'
import type { MapElement, Organisation } from '../model/records.ts'
import { listed, namesOf, type MapContent, type Records } from '../model/system-map.ts'

const keys = new WeakMap<MapElement, string>()

/** A name as it is compared: capitals and spaces make no difference. */
export function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

function keyOfElement(element: MapElement): string {
  let key = keys.get(element)
  if (key === undefined) keys.set(element, (key = keyOf(element.name)))
  return key
}

interface NameIndex {
  readonly byKey: ReadonlyMap<string, readonly MapElement[]>
  readonly byAlias: ReadonlyMap<string, readonly MapElement[]>
  readonly keys: readonly string[]
  readonly elements: readonly MapElement[]
}
const indexes = new WeakMap<Records<MapElement>, NameIndex>()

/** Cached by the table's identity; built anew after an edit in one pass, the keys of unchanged elements kept. */
function indexOf(elements: Records<MapElement>): NameIndex {
  let index = indexes.get(elements)
  if (!index) {
    const list = listed(elements)
    const byKey = new Map<string, MapElement[]>()
    const byAlias = new Map<string, MapElement[]>()
    for (const element of list) {
      push(byKey, keyOfElement(element), element)
      if (element.aliases.size) for (const alias of namesOf(element.aliases)) push(byAlias, keyOf(alias), element)
    }
    indexes.set(elements, (index = { byKey, byAlias, keys: list.map(keyOfElement), elements: list }))
  }
  return index
}

function push(map: Map<string, MapElement[]>, key: string, element: MapElement): void {
  const list = map.get(key)
  if (list) list.push(element)
  else map.set(key, [element])
}

/**
 * The element of this name. A name and an organisation are one identity: where an organisation is said, only an element
 * of it is meant; where none is, the one in `usual` comes first. Other names of an element count where no name does.
 */
export function findElement(map: MapContent, name: string, organisation: Id | null | undefined, usual: Id | null): MapElement | undefined {
  const index = indexOf(map.elements)
  const key = keyOf(name)
  for (const list of [index.byKey.get(key), index.byAlias.get(key)]) {
    if (!list) continue
    if (organisation !== undefined) {
      const there = list.find((element) => element.organisation === organisation)
      if (there) return there
    } else return list.find((element) => element.organisation === usual) ?? list[0]
  }
  return undefined
}

/** Elements whose name begins with this, then those with a word that does; the shortest first. Costs one look at each name. */
export function search(map: MapContent, query: string, most: number): readonly MapElement[] {
  const index = indexOf(map.elements)
  const key = keyOf(query)
  const inner = ` ${key}`
  const first: MapElement[] = []
  const then: MapElement[] = []
  index.keys.forEach((name, i) => {
    const element = index.elements[i]
    if (!element) return
    if (name.startsWith(key)) keep(first, element, most)
    else if (name.includes(inner)) keep(then, element, most)
  })
  return [...first, ...then].slice(0, most)
}

/** Puts an element among the shortest few: thousands may match two letters, and five are shown. */
function keep(few: MapElement[], element: MapElement, most: number): void {
  const isBefore = (a: MapElement, b: MapElement) => a.name.length < b.name.length || (a.name.length === b.name.length && a.name < b.name)
  let at = few.length
  while (at > 0 && isBefore(element, few[at - 1] ?? element)) at--
  if (at >= most) return
  few.splice(at, 0, element)
  if (few.length > most) few.pop()
}

export type OrganisationFound = { readonly found: Organisation } | { readonly several: readonly Organisation[] } | { readonly none: true }

/** An organisation by its code or name, in any case, else by what its name begins with. */
export function findOrganisation(organisations: Records<Organisation>, said: string): OrganisationFound {
  const key = keyOf(said)
  const list = listed(organisations)
  const exact = list.find((o) => keyOf(o.code) === key) ?? list.find((o) => keyOf(o.name) === key)
  if (exact) return { found: exact }
  const begun = key === '' ? [] : list.filter((o) => keyOf(o.name).startsWith(key))
  const [only] = begun
  if (!only) return { none: true }
  return begun.length === 1 ? { found: only } : { several: begun }
}

/** Those whose code or name begins with this, in the map's order. */
export function organisationsBegunWith(organisations: Records<Organisation>, said: string): readonly Organisation[] {
  const key = keyOf(said)
  return listed(organisations).filter((o) => keyOf(o.code).startsWith(key) || ` ${keyOf(o.name)}`.includes(` ${key}`))
}
