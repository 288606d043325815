import { isObject } from '../../model/check.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Point } from '../../model/records.ts'
import type { Source } from '../format.ts'
import { Finder } from '../found/finder.ts'
import type { Found, FoundFile } from '../found/found.ts'
import { cellOf, listIn, objectIn, objectsIn, otherCells, textIn } from '../found/json-values.ts'
import { own } from '../native/mender.ts'

/** What every element and connection has a place for here, or is Kumu's own bookkeeping. */
const KNOWN = new Set(['id', '_id', 'label', 'description', 'tags', 'from', 'to', 'direction', 'delayed', 'reversed', 'attributes', 'position', 'pinned'])

/** Reads a Kumu blueprint, or each map of a project, with what is on no map beside them. */
export function* findKumu({ json }: Source): Generator<number, FoundFile> {
  const file = isObject(json) ? json : {}
  const maps = objectsIn(file, 'maps')
  yield 0.5
  const found = maps.length === 0 ? [readAll(file, null)] : [...maps.map(([map, number]) => readAll(file, mapped(map, number))), ...leftOver(file, maps.map(([map, number]) => mapped(map, number)))]
  return { ok: true, format: 'Kumu JSON', maps: found }
}

/** What is on one map of a project. */
interface Mapped {
  readonly title: string
  readonly elements: ReadonlyMap<string, Point | null>
  readonly connections: ReadonlySet<string>
  readonly loops: ReadonlySet<string>
}

function mapped(map: JsonObject, number: number): Mapped {
  const ids = (key: string, one: string) => new Set(listIn(map, key).map((item) => (isObject(item) ? textIn(item, one) || textIn(item, '_id') : String(item))))
  return {
    title: textIn(map, 'name') || `Map ${number}`,
    elements: new Map(listIn(map, 'elements').map((item) => (isObject(item) ? [textIn(item, 'element') || textIn(item, '_id'), placeIn(item)] : [String(item), null]))),
    connections: ids('connections', 'connection'),
    loops: ids('loops', 'loop'),
  }
}

function placeIn(holder: JsonObject): Point | null {
  const position = objectIn(holder, 'position')
  const [x, y] = [own(position, 'x'), own(position, 'y')]
  return x === undefined || y === undefined || x === null || y === null ? null : [Number(x), Number(y)]
}

/** Everything that no map shows: offered as one more, where there is any. */
function leftOver(file: JsonObject, maps: readonly Mapped[]): readonly Found[] {
  const shown = (key: 'elements' | 'connections') => new Set(maps.flatMap((map) => [...map[key].keys()]))
  const [elements, connections] = [shown('elements'), shown('connections')]
  const left = objectsIn(file, 'elements').map(([element]) => idOf(element)).filter((id) => !elements.has(id))
  const loose = objectsIn(file, 'connections').filter(([connection]) => !connections.has(idOf(connection)))
  if (left.length === 0 && loose.length === 0) return []
  const ends = loose.flatMap(([connection]) => [textIn(connection, 'from'), textIn(connection, 'to')])
  return [readAll(file, { title: 'On no map', elements: new Map([...left, ...ends].map((id) => [id, null])), connections: new Set(loose.map(([connection]) => idOf(connection))), loops: new Set() })]
}

const idOf = (item: JsonObject) => textIn(item, '_id') || textIn(item, 'id')
const said = (item: JsonObject): JsonObject => (isObject(own(item, 'attributes')) ? objectIn(item, 'attributes') : item)

function readAll(file: JsonObject, on: Mapped | null): Found {
  const finder = new Finder()
  finder.title = on?.title ?? textIn(file, 'name')
  const byLabel = new Map<string, string>()
  for (const [element, number] of objectsIn(file, 'elements')) {
    if (on && !on.elements.has(idOf(element))) continue
    const attributes = said(element)
    const label = textIn(attributes, 'label')
    const id = finder.element(`Element ${number}`, {
      id: idOf(element) || label, name: label, description: textIn(attributes, 'description'), tags: tagsIn(attributes),
      at: on?.elements.get(idOf(element)) ?? placeIn(element), values: otherCells(attributes, KNOWN),
    })
    if (label !== '' && !byLabel.has(label)) byLabel.set(label, id)
  }
  for (const [i, item] of listIn(file, 'elements').entries()) if (!isObject(item)) finder.lost(`Element ${i + 1}`, 'it is no element: it has no label and no attributes')
  for (const [connection, number] of objectsIn(file, 'connections')) if (!on || on.connections.has(idOf(connection))) readConnection(connection, `Connection ${number}`, finder, byLabel)
  for (const [loop] of objectsIn(file, 'loops')) {
    if (on && on.loops.size > 0 && !on.loops.has(idOf(loop))) continue
    const attributes = said(loop)
    finder.loop({ name: textIn(attributes, 'label') || textIn(attributes, 'name'), words: textIn(attributes, 'description'), ties: [...listIn(loop, 'connections'), ...(loop === attributes ? [] : listIn(attributes, 'connections'))].map((one) => (isObject(one) ? textIn(one, 'connection') || idOf(one) : String(one))) })
  }
  if (listIn(file, 'perspectives').length > 0) finder.lost('“perspectives”', 'what Kumu calls a perspective is a style: colours and sizes follow kind, organisation and strength here')
  return finder.done()
}

function readConnection(connection: JsonObject, place: string, finder: Finder, byLabel: Map<string, string>): void {
  const attributes = said(connection)
  const end = (key: string) => {
    const given = textIn(connection, key) || textIn(attributes, key)
    if (given === '' || finder.has(given)) return given
    const labelled = byLabel.get(given)
    if (labelled !== undefined || idOf(connection) !== '') return labelled ?? given
    // A blueprint without ids names its ends: one that it does not list is a new element, as it is in Kumu.
    finder.mended(place, 'an end of it is not among the elements; it was added to them')
    byLabel.set(given, finder.element(place, { id: given, name: given }))
    return byLabel.get(given) ?? given
  }
  const isTurned = own(connection, 'reversed') === true
  const isWhole = ['from', 'to'].every((key) => (textIn(connection, key) || textIn(attributes, key)) !== '')
  const [from, to] = isWhole ? [end('from'), end('to')] : [textIn(connection, 'from'), textIn(connection, 'to')]
  const direction = textIn(connection, 'direction') || textIn(attributes, 'direction')
  finder.tie(place, {
    id: idOf(connection), from: isTurned ? to : from, to: isTurned ? from : to, label: textIn(attributes, 'label'), description: textIn(attributes, 'description'),
    mutual: direction === 'mutual' || direction === 'undirected', delay: own(connection, 'delayed') === true || own(attributes, 'delayed') === true,
    values: [...otherCells(attributes, KNOWN), ...tagsIn(attributes).length > 0 ? [['tags', tagsIn(attributes).join(' | ')] as const] : []],
  })
}

function tagsIn(attributes: JsonObject): readonly string[] {
  const tags = own(attributes, 'tags') ?? null
  const list = Array.isArray(tags) ? (tags as readonly Json[]).map((tag) => String(cellOf(tag) ?? '')) : typeof tags === 'string' ? tags.split('|') : []
  return list.map((tag) => tag.trim()).filter((tag) => tag !== '')
}
