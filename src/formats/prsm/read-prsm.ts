import { isObject } from '../../model/check.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Source } from '../format.ts'
import { decode } from '../found/decode.ts'
import { Finder, Refusal } from '../found/finder.ts'
import type { FoundFile, Value } from '../found/found.ts'
import { htmlText } from '../found/html-text.ts'
import { cellOf, listIn, objectIn, objectsIn, textIn } from '../found/json-values.ts'
import { scanJson } from '../native/scan-json.ts'
import { unpackLz } from './unpack-lz.ts'

const LOOKS = ['color', 'shape', 'font', 'borderWidth', 'shapeProperties', 'dashes', 'width', 'size']
/** What Sightlines has no place for; `room` opens the map to anybody, and `history` names people. */
const LEFT: readonly (readonly [string, string])[] = [
  ['room', 'the key to the map’s live room, which would let anybody in'],
  ['history', 'who did what and when'],
  ['underlay', 'what was drawn beneath the map'],
  ['background', 'what was drawn beneath the map'],
]

/** Reads PRSM’s maps (prsm.uk), packed or plain, versions 0.9 to 3. */
export function* findPrsm(source: Source): Generator<number, FoundFile> {
  const file = source.json ?? unpacked(source.bytes)
  yield 0.4
  if (!isObject(file)) throw new Refusal('The file', 'what is packed in it is no map')
  const finder = new Finder()
  finder.title = textIn(file, 'mapTitle')
  const titles = objectIn(file, 'attributeTitles')
  for (const [node, number] of objectsIn(file, 'nodes')) readNode(file, node, `Node ${number}`, titles, finder)
  for (const [edge, number] of objectsIn(file, 'edges')) readEdge(file, edge, `Edge ${number}`, finder)
  for (const [key, words] of LEFT) if ((file[key] ?? null) !== null && cellOf(file[key] ?? null) !== null) finder.lost(`“${key}”`, words)
  return { ok: true, format: 'a PRSM map', maps: [finder.done()] }
}

function unpacked(bytes: Uint8Array): Json {
  const { text } = decode(bytes, 'refuse')
  const result = unpackLz(text.replace(/^\ufeff/, ''))
  if (result.is === 'too much') throw new Refusal('The file', 'it unpacks to more than 200 times its size')
  if (result.is === 'damaged') throw new Refusal('The file', 'it is packed in a way that cannot be unpacked; it may be cut short or damaged')
  const { fault } = scanJson(result.text)
  if (fault) throw new Refusal(`Unpacked, line ${fault.line}, column ${fault.column}`, fault.reason)
  return JSON.parse(result.text) as Json
}

function readNode(file: JsonObject, node: JsonObject, place: string, titles: JsonObject, finder: Finder): void {
  const [x, y] = [node['x'], node['y']]
  const values: [string, Value][] = []
  const group = groupName(file, node, 'nodes')
  if (group !== '') values.push(['Group', group])
  for (const [key, json] of Object.entries(node)) {
    const cell = /^att\d+$/.test(key) ? cellOf(json) : null
    if (cell !== null) values.push([textIn(titles, key) || key, typeof cell === 'string' ? htmlText(cell) : cell])
  }
  if (LOOKS.some((key) => Object.hasOwn(node, key))) finder.lost(place, 'colour, size and shape of its own: here they follow kind, organisation and strength')
  const id = textIn(node, 'id')
  if (id !== '' && (isMissing(x) || isMissing(y))) finder.mended(place, 'it has no place in the file; it is placed among the others')
  finder.element(place, { id, name: textIn(node, 'label'), description: noteIn(node), values, at: isMissing(x) || isMissing(y) ? null : [Number(x), Number(y)] })
}

const isMissing = (json: Json | undefined) => json === undefined || json === null

function readEdge(file: JsonObject, edge: JsonObject, place: string, finder: Finder): void {
  const [given, other] = [textIn(edge, 'from') || textIn(edge, 'source'), textIn(edge, 'to') || textIn(edge, 'target')]
  const [tail, head] = arrowsIn(edge['arrows'])
  const isTurned = tail && !head
  const group = groupName(file, edge, 'edges')
  if (LOOKS.some((key) => Object.hasOwn(edge, key))) finder.lost(place, 'colour, size and shape of its own: here they follow kind, organisation and strength')
  finder.tie(place, {
    id: textIn(edge, 'id'), from: isTurned ? other : given, to: isTurned ? given : other, label: textIn(edge, 'label'), description: noteIn(edge),
    mutual: tail === head, values: group === '' ? [] : [['Group', group]],
  })
}

/** Whether there is an arrow at the beginning and at the end. A line that says nothing of arrows has one at its end. */
function arrowsIn(given: Json | undefined): readonly [tail: boolean, head: boolean] {
  if (typeof given === 'string') return [/from/.test(given), /to/.test(given)]
  if (!isObject(given)) return [false, true]
  const isOn = (end: string, usual: boolean) => {
    const arrow = given[end]
    return isObject(arrow) ? arrow['enabled'] !== false && arrow['type'] !== 'none' : typeof arrow === 'boolean' ? arrow : usual
  }
  return [isOn('from', false), isOn('to', !Object.hasOwn(given, 'to') && !Object.hasOwn(given, 'from'))]
}

/** What the group of a node or an edge is called, wherever a version keeps that; “Sample” is what a group without a name is called. */
function groupName(file: JsonObject, item: JsonObject, of: 'nodes' | 'edges'): string {
  const group = textIn(item, 'grp') || textIn(item, 'group')
  if (group === '') return ''
  const keepers: readonly (Json | undefined)[] = [objectIn(file, 'styles')[of], objectIn(file, 'samples')[of], ...(of === 'nodes' ? [file['samples'], file['groups']] : [file['sampleEdges'], file['groupEdges']])]
  for (const keeper of keepers) {
    const entry = Array.isArray(keeper) ? (keeper as readonly Json[])[Number(/\d+$/.exec(group)?.[0] ?? NaN)] : isObject(keeper) && Object.hasOwn(keeper, group) ? keeper[group] : undefined
    if (!isObject(entry)) continue
    const name = (textIn(entry, 'groupLabel') || textIn(entry, 'label')).trim()
    if (name !== '' && name !== 'Sample') return name
  }
  return ''
}

/** A note as Quill keeps it, or as HTML. */
function noteIn(item: JsonObject): string {
  const note = item['note'] ?? item['title'] ?? null
  if (typeof note === 'string') return htmlText(note)
  return isObject(note) ? listIn(note, 'ops').map((op) => (isObject(op) ? textIn(op, 'insert') : '')).join('').trim() : ''
}
