import { expect, test } from 'vitest'
import type { Json } from '../../../src/model/json.ts'
import { readNative, type NativeRead } from '../../../src/formats/native/read-native.ts'
import { writeNative } from '../../../src/formats/native/write-native.ts'

const shared = { id: 'shared', name: 'Shared picture', type: 'shared' }

function read(file: Json & object): NativeRead {
  const result = readNative(JSON.stringify({ format: 'sightlines', formatVersion: 1, map: { id: 'm' }, perspectives: [shared], ...file }))
  if (!result.ok) throw new Error(`refused: ${result.place}: ${result.reason}`)
  return result
}

/** What was mended, one line each: the place, and what was done. */
const said = (result: NativeRead): string[] => result.repairs.map(({ place, words }) => `${place}: ${words}`)

test('an id used twice is renamed, and what points at it means the first', () => {
  const result = read({ elements: [{ id: 'a', name: 'Ward' }, { id: 'a', name: 'Ward again' }, { id: 'a-2', name: 'Other' }], loops: [{ id: 'l' }, { id: 'l' }] })
  expect(said(result)).toEqual(['Element 2, “Ward again”: the id “a” stood on something before it; this one is now “a-3”', 'Loop 2, “l”: the id “l” stood on something before it; this one is now “l-2”'].sort())
  expect([...result.whole.map.elements].map(([id, { name }]) => `${id} ${name}`).sort()).toEqual(['a Ward', 'a-2 Other', 'a-3 Ward again'])
})

test('ids are unique over elements and ties together; a loop follows a tie that was renamed, a judgement means the element', () => {
  const result = read({
    elements: [{ id: 'x', name: 'Ward' }],
    relationships: [{ id: 'x', from: 'x', to: 'x', kind: 'works', mutual: true }],
    loops: [{ id: 'l', ties: ['x'] }],
    perspectives: [{ ...shared, judgements: { x: { influence: 3 } } }],
  })
  expect(said(result)).toEqual(['Tie 1, “x”: the id “x” stood on something before it; this one is now “x-2”'])
  expect(result.whole.map.relationships.get('x-2')?.from).toBe('x')
  expect(result.whole.map.loops.get('l')?.ties).toEqual(['x-2'])
  expect(result.whole.map.judgements.get('shared')?.get('x')).toEqual({ influence: 3 })
})

test('a note or an area that has the id of something else on the canvas is renamed', () => {
  const result = read({ elements: [{ id: '1', name: 'Ward' }], notes: [{ id: '1', text: 'Ask them' }, { id: '2', text: 'And them' }], areas: [{ id: '2', title: 'Beds' }, { id: '2-2', title: 'Winter' }] })
  expect(said(result)).toEqual(['Note 1, “1”: the id “1” stood on something before it; this one is now “1-2”', 'Area 1, “Beds”: the id “2” stood on something before it; this one is now “2-3”'])
  expect([...result.whole.map.notes].map(([id, { text }]) => `${id} ${text}`)).toEqual(['1-2 Ask them', '2 And them'])
  expect([...result.whole.map.areas].map(([id, { title }]) => `${id} ${title}`)).toEqual(['2-3 Beds', '2-2 Winter'])
})

test('an id of other letters is mapped to a new one wherever it stands, and kept as the fact `id`', () => {
  const result = read({
    elements: [{ id: 'Acute Ward!', name: 'Ward' }, { id: 7, name: 'Seven' }],
    relationships: [{ id: 't', from: 'Acute Ward!', to: 7, kind: 'refers', mutual: false }],
    perspectives: [{ ...shared, judgements: { 'Acute Ward!': { seen: 'yes' } } }],
  })
  const [id] = [...result.whole.map.elements.keys()].filter((each) => each.startsWith('Acute'))
  expect(id).toMatch(/^Acute-Ward-[0-9a-f]{8}$/)
  expect(result.whole.map.elements.get(id ?? '')?.facts).toEqual(new Map([['id', 'Acute Ward!']]))
  expect(result.whole.map.relationships.get('t')).toMatchObject({ from: id, to: '7' })
  expect(result.whole.map.judgements.get('shared')?.has(id ?? '')).toBe(true)
  expect(said(result)).toContain(`Element 1, “Ward”: “Acute Ward!” is not an id; it is now “${id}”`)
  expect(said(result)).toContain(`Tie 1, “t”: “from” held “Acute Ward!”, which is not an id; it is now “${id}”`)
})

test('a record without an id gets one that no other has', () => {
  const result = read({ elements: [{ name: 'Ward' }, { id: 'element-1', name: 'Other' }] })
  expect([...result.whole.map.elements.keys()].sort()).toEqual(['element-1', 'element-1-2'])
  expect(said(result)).toEqual(['Element 1, “Ward”: it had no id; it is now “element-1-2”'])
})

test('a value outside its closed list reads as the default and is kept as a fact', () => {
  const result = read({ elements: [{ id: 'e', name: 'Ward', kind: 'wizard', facts: { kind: 'mine' } }] })
  expect(said(result)).toEqual(['Element 1, “Ward”: “kind” held “wizard”, which cannot stand there; it reads as “team”', 'Element 1, “Ward”: “wizard” is kept as the fact “kind 2”'])
  expect(result.whole.map.elements.get('e')).toMatchObject({ kind: 'team', facts: new Map([['kind', 'mine'], ['kind 2', 'wizard']]) })
})

test('a value outside its scale is dropped', () => {
  const result = read({ perspectives: [{ ...shared, judgements: { e: { influence: 9, interest: '4', quality: -3, progress: 2.5, split: 'maybe', note: 7 } } }] })
  expect(result.whole.map.judgements.get('shared')?.get('e')).toEqual({ interest: 4, note: '7' })
  expect(said(result)).toEqual([
    'Perspective 1, “Shared picture”, on “e”: “quality” held “-3”, which cannot stand there; it reads as not given',
    'Perspective 1, “Shared picture”, on “e”: “influence” held “9”, which cannot stand there; it reads as not given',
    'Perspective 1, “Shared picture”, on “e”: “interest” held “4”; it reads as “4”',
    'Perspective 1, “Shared picture”, on “e”: “progress” held “2.5”, which cannot stand there; it reads as not given',
    'Perspective 1, “Shared picture”, on “e”: “split” held “maybe”, which cannot stand there; it reads as not given',
    'Perspective 1, “Shared picture”, on “e”: “note” held “7”; it reads as “7”',
  ])
})

test('a strength beside a no is dropped; alone it says yes; 0 alone says no', () => {
  const judgements = { a: { seen: 'no', strength: 4 }, b: { strength: 3 }, c: { strength: 0 }, d: { seen: 'yes', strength: 0 }, e: { seen: 'yes', strength: 7 }, f: { seen: true, strength: '2' }, g: { seen: 'maybe' } }
  const result = read({ perspectives: [{ ...shared, judgements }] })
  const presence = [...(result.whole.map.judgements.get('shared') ?? [])].map(([subject, judgement]) => `${subject} ${judgement.presence}`)
  expect(presence).toEqual(['a 0', 'b 3', 'c 0', 'd yes', 'e yes', 'f 2'])
  const on = 'Perspective 1, “Shared picture”, on'
  expect(said(result)).toEqual([
    `${on} “a”: a strength of 4 stood beside “seen”: “no”; it was left out`,
    `${on} “c”: a strength of 0 reads as “seen”: “no”`,
    `${on} “d”: a strength of 0 stood beside “seen”: “yes”; it was left out`,
    `${on} “e”: “strength” held “7”; it was left out`,
    `${on} “f”: “seen” held “true”; it reads as “yes”`,
    `${on} “f”: “strength” held “2”; it reads as “2”`,
    `${on} “g”: “seen” held “maybe”; it was left out`,
  ])
})

test('a tie that does not say `mutual` goes as its kind goes', () => {
  const result = read({ relationships: [{ id: 'w', from: '', to: '', kind: 'works' }, { id: 'r', from: '', to: '', kind: 'refers' }, { id: 'n', from: '', to: '' }] })
  expect([...result.whole.map.relationships.values()].map(({ id, mutual }) => `${id} ${mutual}`)).toEqual(['w true', 'r false', 'n true'])
  expect(said(result)).toEqual([
    'Tie 1, “w”: “mutual” was missing; a tie that works with goes both ways',
    'Tie 2, “r”: “mutual” was missing; a tie that hands people over to goes one way',
    'Tie 3, “n”: “mutual” was missing; a tie that works with goes both ways',
  ])
})

test('without a shared perspective one is made; of two the second becomes outside', () => {
  const none = read({ perspectives: [{ id: 'p', name: 'Table 1', type: 'table' }] })
  expect([...none.whole.map.perspectives.values()].map(({ id, type }) => `${id} ${type}`)).toEqual(['p table', 'shared shared'])
  expect(said(none)).toEqual(['“perspectives”: there was no shared picture; an empty one was made'])
  const two = read({ perspectives: [{ id: 'a', name: 'One', type: 'shared' }, { id: 'b', name: 'Two', type: 'shared' }] })
  expect([...two.whole.map.perspectives.values()].map(({ id, type }) => `${id} ${type}`)).toEqual(['a shared', 'b outside'])
  expect(said(two)).toEqual(['Perspective 2, “Two”: a map has one shared picture, which is never private; this one reads as “outside”'])
})

test('what is private stays private, also where it says so badly', () => {
  const result = read({
    perspectives: [shared, { id: 'p', name: 'Mine', type: 'person' }, { id: 'q', name: 'Hers', type: 'table', private: 'yes' }, { id: 's', name: 'Secret', type: 'shared', private: true }],
    reflections: [{ id: 'f', words: 'x', private: null }, { id: 'g', words: 'y', private: 'of course' }],
  })
  expect([...result.whole.map.perspectives.values()].map(({ id, type, private: isPrivate }) => `${id} ${type} ${isPrivate}`)).toEqual(['shared shared false', 'p person true', 'q table true', 's outside true'])
  expect([...result.whole.map.reflections.values()].map(({ private: isPrivate }) => isPrivate)).toEqual([true, true])
})

test('a reference to nothing is kept, and is no repair', () => {
  const result = read({ map: { id: 'm', centre: 'nobody' }, elements: [{ id: 'e', organisation: 'gone' }], relationships: [{ id: 't', from: 'e', to: 'gone', mutual: false }], loops: [{ id: 'l', ties: ['gone'] }] })
  expect(said(result)).toEqual([])
  expect(result.whole.map.relationships.get('t')?.to).toBe('gone')
  expect(result.whole.map.elements.get('e')?.organisation).toBe('gone')
  expect(result.whole.map.meta.centre).toBe('nobody')
})

test('positions are whole numbers, or none', () => {
  const result = read({ elements: [{ id: 'a', position: [1.4, -0.2] }, { id: 'b', position: ['1', 2] }, { id: 'c', position: [1] }, { id: 'd', position: { x: 1, y: 2 } }] })
  expect([...result.whole.map.positions]).toEqual([['a', [1, 0]]])
  expect(said(result)).toEqual([
    'Element 1, “a”: “position” held “[1.4,-0.2]”; it reads as “[1,0]”',
    'Element 2, “b”: “position” held “["1",2]”, which is no place; it was left out',
    'Element 3, “c”: “position” held “[1]”, which is no place; it was left out',
    'Element 4, “d”: “position” held “{"x":1,"y":2}”, which is no place; it was left out',
  ])
})

test('a fact is text or a number; anything else is kept as the text of its JSON', () => {
  const result = read({ elements: [{ id: 'a', facts: { ok: 'text', n: 1.5, deep: { x: [1] }, flag: true, none: null } }] })
  expect(result.whole.map.elements.get('a')?.facts).toEqual(new Map<string, string | number>([['ok', 'text'], ['n', 1.5], ['deep', '{"x":[1]}'], ['flag', 'true'], ['none', 'null']]))
  expect(said(result)).toEqual(['Element 1, “a”: the fact “deep”, “flag”, “none” was neither text nor a number; it is kept as text'])
})

test('a list that is no list, and what is no record in it, are left out with their place', () => {
  const result = read({ elements: ['Ward', { id: 'a' }, 5, null], actions: {}, stories: [{ id: 's', title: 'Why', scenes: ['x'] }] })
  expect([...result.whole.map.elements.keys()]).toEqual(['a'])
  expect(said(result)).toEqual(expect.arrayContaining([
    'Element 1: “Ward” is no element; it was left out',
    'Element 3: “5” is no element; it was left out',
    'Element 4: not given is no element; it was left out',
    '“actions”: a list was expected here, and “{}” stands here; it was left out',
    'Story 1, “Why”, scene 1: “x” is no scene; it was left out',
  ]))
})

test('what is mended in a version says which version', () => {
  const result = read({ versions: [{ id: 'v', name: 'Starting point', content: { perspectives: [shared], elements: [{ id: 'a', name: 'Ward', kind: 'wizard' }] } }, { id: 'w', content: 5 }] })
  expect(said(result)).toEqual([
    'Version 1, “Starting point”, element 1, “Ward”: “kind” held “wizard”, which cannot stand there; it reads as “team”',
    'Version 1, “Starting point”, element 1, “Ward”: “wizard” is kept as the fact “kind”',
    'Version 2, “w”: “content” held “5”; the version is kept without what it showed',
  ])
})

test('dates and moments in each other’s form are read', () => {
  const result = read({ elements: [{ id: 'a', added: '2016-05-19' }], actions: [{ id: 'x', due: '2016-05-19T10:00:00Z' }, { id: 'y', due: '2016-02-30' }] })
  expect(result.whole.map.elements.get('a')?.added).toBe('2016-05-19T00:00:00Z')
  expect([...result.whole.map.actions.values()].map(({ due }) => due)).toEqual(['2016-05-19', null])
})

test('a key that stands twice is said with its line, and the last one counts', () => {
  const result = readNative('{\n "format": "sightlines", "formatVersion": 1,\n "map": { "id": "m",\n "title": "one", "t\\u0069tle": "two" }, "perspectives": [{"id":"shared","type":"shared"}] }')
  if (!result.ok) throw new Error(result.reason)
  expect(said(result)).toEqual(['Line 4: “title” stands twice in one place; the last one counts'])
  expect(result.whole.map.meta.title).toBe('two')
})

test('a history that cannot be read is left out; one that can is handed on', () => {
  expect(said(read({ document: { encoding: 'yjs-v1', state: 'AAAA' } }))).toEqual(['“document”: the history in this file cannot be read; the map itself is whole'])
  expect(read({ document: { encoding: 'yjs-v2', state: 'AAAA' } }).document).toBe('AAAA')
})

test('a map without an id has the same one each time the same file is read', () => {
  const text = JSON.stringify({ format: 'sightlines', formatVersion: 1, elements: [{ id: 'a', name: 'Ward' }] })
  const [one, two] = [readNative(text), readNative(new TextEncoder().encode(`\ufeff${text}`))]
  if (!one.ok || !two.ok) throw new Error('refused')
  expect(one.whole.map.meta.mapId).toMatch(/^[0-9a-f]{12}$/)
  expect(two.whole.map.meta.mapId).toBe(one.whole.map.meta.mapId)
  expect(one.whole.map.meta.lineage).toBe(one.whole.map.meta.mapId)
})

test('10,000 characters are neither cut nor said', () => {
  const name = 'x'.repeat(10_000)
  const result = read({ elements: [{ id: 'a', name, description: name }] })
  expect(said(result)).toEqual([])
  expect(result.whole.map.elements.get('a')?.name).toBe(name)
})

test('what was mended is mended for good: written and read again, nothing is left to mend', () => {
  const result = read({
    elements: [{ id: 'a b', kind: 'wizard', facts: { x: {} } }, { name: 'no id' }, { id: 'a b' }], relationships: [{ from: 'a b', to: 5 }],
    perspectives: [{ id: 1, type: 'shared', private: 1, judgements: { 'a b': { strength: 0 } } }], stories: [{ scenes: [{}, {}] }], versions: [{ content: {} }],
  })
  expect(result.repairs.length).toBeGreaterThan(8)
  const text = writeNative(result.whole, { app: '1.0.0', savedAt: '', includePrivate: true })
  const again = readNative(text)
  expect(again).toMatchObject({ ok: true, repairs: [] })
  if (again.ok) expect(writeNative(again.whole, { app: '1.0.0', savedAt: '', includePrivate: true })).toBe(text)
})
