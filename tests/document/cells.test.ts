import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { fileHistory, documentOf } from '../../src/document/file-history.ts'
import { toBase64 } from '../../src/model/base64.ts'
import { MapDocument } from '../../src/document/map-document.ts'
import { MAIN, withoutResting } from '../../src/document/privacy.ts'
import { apply } from '../../src/model/apply.ts'
import { make, type MapChange, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { readNative } from '../../src/formats/native/read-native.ts'
import { writeNative } from '../../src/formats/native/write-native.ts'
import { generateChange, generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'
import { asText, same } from './same-map.ts'

const STEP = { title: 'A step', before: [], after: [] }
const SECRET = 'Quicksilver'

function begun(...writes: Write[]): MapDocument {
  const document = MapDocument.from(emptyMap('ward'), seeded(1))
  document.change({ writes }, STEP)
  return document
}

const does = (document: MapDocument, ...writes: Write[]): boolean => document.change({ writes }, STEP)
const history = (document: MapDocument): Uint8Array => fileHistory([document.state(MAIN)]) as Uint8Array
const says = (bytes: Uint8Array, word: string): boolean => new TextDecoder('latin1').decode(bytes).includes(word)

describe('A word that was deleted is nowhere in the history of a file', () => {
  const element = make('elements', 'a', { name: SECRET, description: SECRET, tags: [SECRET], aliases: [SECRET], facts: [[SECRET, SECRET]] })
  const ways: readonly (readonly [string, readonly Write[], readonly Write[]])[] = [
    ['with its element', [element], [{ at: 'elements', id: 'a', remove: true }]],
    ['by renaming', [make('elements', 'a', { name: SECRET })], [{ at: 'elements', id: 'a', field: 'name', to: 'Ward' }]],
    ['by clearing', [make('elements', 'a', { description: SECRET })], [{ at: 'elements', id: 'a', field: 'description', to: null }]],
    ['a tag', [make('elements', 'a', { tags: [SECRET] })], [{ at: 'elements', id: 'a', field: `tag:${SECRET}`, to: null }]],
    ['a fact and its name', [make('elements', 'a', { facts: [[SECRET, 1]] })], [{ at: 'elements', id: 'a', field: `fact:${SECRET}`, to: null }]],
    ['a note of a judgement', [make('elements', 'a', {}), { at: 'judgements', id: 'shared:a', field: 'note', to: SECRET }], [{ at: 'judgements', id: 'shared:a', field: 'note', to: null }]],
    ['the question', [{ at: 'meta', id: 'map', field: 'question', to: SECRET }], [{ at: 'meta', id: 'map', field: 'question', to: null }]],
    ['by making it private', [make('reflections', 'r', { words: SECRET })], [{ at: 'reflections', id: 'r', field: 'private', to: true }]],
  ]
  test.each(ways)('%s', (_, written, taken) => {
    const document = begun(...written)
    expect(says(history(document), SECRET), 'while it stands').toBe(true)
    does(document, ...taken)
    expect(says(history(document), SECRET)).toBe(false)
    document.undo()
    expect(says(history(document), SECRET), 'when it is back').toBe(true)
  })
})

test('nothing private is in the history of a file', () => {
  const document = begun(
    make('elements', 'a', { name: 'Ward' }),
    make('perspectives', 'mine', { name: SECRET, private: true }),
    { at: 'judgements', id: 'mine:a', field: 'note', to: SECRET },
    make('reflections', 'r', { words: SECRET, private: true }),
  )
  expect(document.names).toEqual([MAIN, 'perspectives/mine', 'reflections/r'])
  expect(document.map.judgements.get('mine')?.get('a')?.note).toBe(SECRET)
  expect(says(history(document), SECRET)).toBe(false)
  for (const name of document.names.slice(1)) expect(Y.decodeUpdateV2(document.state(name)).structs.length).toBeGreaterThan(0)
})

describe('What is private', () => {
  const secret = [make('perspectives', 'mine', { name: 'Mine', private: true }), { at: 'judgements', id: 'mine:a', field: 'presence', to: 3 }] as const
  const view = (document: MapDocument): unknown => document.map.judgements.get('mine')?.get('a')?.presence

  test('publishing moves it into the map, and undo takes it out again', () => {
    const document = begun(make('elements', 'a', { name: 'Ward' }), ...secret)
    does(document, { at: 'perspectives', id: 'mine', field: 'private', to: false })
    expect(view(document)).toBe(3)
    const copy = MapDocument.load([{ name: MAIN, updates: [document.state(MAIN)] }])
    expect(copy.map.judgements.get('mine')?.get('a')?.presence).toBe(3)
    document.undo()
    expect(document.map.perspectives.get('mine')?.private).toBe(true)
    expect(view(document)).toBe(3)
    expect(MapDocument.load([{ name: MAIN, updates: [document.state(MAIN)] }]).map.perspectives.has('mine')).toBe(false)
  })

  test('what it says of a removed element rests, and is there again on undo', () => {
    const document = begun(make('elements', 'a', { name: 'Ward' }), ...secret)
    const removal: MapChange = { writes: [{ at: 'elements', id: 'a', remove: true }, { at: 'judgements', id: 'mine:a', field: 'presence', to: null }] }
    const before = document.state('perspectives/mine')
    document.change(removal, STEP)
    expect(document.state('perspectives/mine')).toEqual(before)
    document.undo()
    expect(view(document)).toBe(3)
  })

  test('an undo takes only what was done here', () => {
    const here = begun(make('elements', 'a', { name: 'Ward' }))
    const there = MapDocument.load([{ name: MAIN, updates: [here.state(MAIN)] }])
    does(here, { at: 'elements', id: 'a', field: 'name', to: 'Mine' })
    does(there, { at: 'elements', id: 'a', field: 'kind', to: 'role' })
    here.take([{ name: MAIN, updates: [there.state(MAIN)] }])
    here.undo()
    expect(here.map.elements.get('a')).toMatchObject({ name: 'Ward', kind: 'role' })
  })
})

test('two changes in one millisecond are two steps, and a new edit forgets what was undone, in every document', () => {
  const document = begun(make('perspectives', 'mine', { name: 'One', private: true }))
  does(document, { at: 'meta', id: 'map', field: 'title', to: 'Two' })
  does(document, { at: 'perspectives', id: 'mine', field: 'name', to: 'Three' })
  expect(document.steps.done).toHaveLength(3)
  document.undo()
  document.undo()
  expect(document.steps.undone).toHaveLength(2)
  does(document, { at: 'meta', id: 'map', field: 'place', to: 'Four' })
  expect(document.steps.undone).toEqual([])
  expect(document.redo()).toBeNull()
  expect(document.map.meta).toMatchObject({ title: '', place: 'Four' })
})

test('a change that alters nothing is no step and gives the same map', () => {
  const document = begun(make('elements', 'a', { name: 'Ward' }))
  const before = document.map
  expect(does(document, { at: 'elements', id: 'a', field: 'name', to: 'Ward' }, { at: 'elements', id: 'nobody', field: 'name', to: 'x' }, { at: 'elements', id: 'a', field: 'name', to: 7 })).toBe(false)
  expect(document.map).toBe(before)
  expect(document.steps.done).toHaveLength(1)
})

test('whatever cells a stranger leaves, the projection is a valid map and lists what it ignored', () => {
  const document = begun(make('elements', 'a', { name: 'Ward' }))
  const stranger = new Y.Doc()
  Y.applyUpdateV2(stranger, document.state(MAIN))
  const elements = stranger.getMap('elements')
  elements.set('ghost.name', 'No base')
  elements.set('a.kind', 'spaceship')
  elements.set('a.colour', 'red')
  elements.set('a.tag:zz', ['Not its digest', 1])
  elements.set('b', 'no object')
  elements.set('c', new Y.Map())
  elements.set('d', new Uint8Array([1]))
  stranger.getMap('positions').set('a', ['far', 'away'])
  stranger.getMap('judgements').set('shared:a.quality', 99)
  stranger.getMap('judgements').set('.', 1)
  stranger.getMap('meta').set('nonsense', 1)
  stranger.getArray('notes').push([1])
  document.take([{ name: MAIN, updates: [Y.encodeStateAsUpdateV2(stranger)] }])
  expect([...document.map.elements.values()].map(({ id, name, kind }) => [id, name, kind])).toEqual([['a', 'Ward', 'team']])
  expect(document.map.positions.size).toBe(0)
  expect(document.map.judgements.size).toBe(0)
  expect(document.ignored.map(({ root, key }) => `${root} ${key}`).sort()).toEqual([
    'elements a.colour', 'elements a.kind', 'elements a.tag:zz', 'elements b', 'elements c', 'elements d', 'elements ghost.name',
    'judgements .', 'judgements shared:a.quality', 'meta nonsense', 'positions a',
  ])
})

test('half characters and names of prototypes come back as they were', () => {
  const half = 'half \ud83d'
  const document = begun(make('elements', 'a', { name: half, tags: ['__proto__', half, 'a.b:c'], facts: [['__proto__', '1'], ['constructor', 2]] }))
  const loaded = MapDocument.load([{ name: MAIN, updates: [document.state(MAIN)] }])
  same(asText(loaded.map), asText(document.map), 'loaded')
  expect(loaded.map.elements.get('a')?.name).toBe(half)
  expect([...(loaded.map.elements.get('a')?.tags.keys() ?? [])].sort()).toEqual(['__proto__', 'a.b:c', half].sort())
  expect(Object.prototype).not.toHaveProperty('polluted')
})

test('rule 6 holds in the cells as in the model, whatever is removed, demoted or merged', () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = seeded(seed)
    const ids = ['shared', 'a', 'b', 'c']
    const types = ['shared', 'shared', 'outside', 'table']
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    const write = (): Write => {
      const dice = random()
      if (dice < 0.3) return { at: 'perspectives', id: pick(ids), remove: true }
      if (dice < 0.6) return make('perspectives', pick(ids), { name: 'A view', type: pick(types) as never, private: random() < 0.3 })
      return dice < 0.8 ? { at: 'perspectives', id: pick(ids), field: 'type', to: pick(types) } : { at: 'perspectives', id: pick(ids), field: 'private', to: random() < 0.5 }
    }
    const document = MapDocument.from(emptyMap('ward'), random)
    for (let i = 0; i < 12; i++) {
      const before = document.map
      const change = { writes: [write(), write()] }
      document.change(change, STEP)
      same(asText(document.map), asText(apply(before, withoutResting(before, change))), `seed ${seed}, change ${i}`)
    }
  }
})

test('two histories of one map are the same bytes, folded before or not', () => {
  for (let seed = 0; seed < 100; seed++) {
    const random = seeded(seed)
    const document = MapDocument.from(generateMap(random, 0.5), random)
    const updates: Uint8Array[] = [document.state(MAIN)]
    document.onUpdate((name, update) => name === MAIN && updates.push(update))
    for (let i = 0; i < 6; i++) document.change(generateChange(document.map, random), STEP)
    const folded = fileHistory(updates) as Uint8Array
    same(toBase64(fileHistory([folded]) as Uint8Array), toBase64(folded), `seed ${seed}, folded twice`)
    same(toBase64(history(document)), toBase64(folded), `seed ${seed}, from the whole`)
  }
})

test('a history is used only where it says what the file says', () => {
  const document = begun(make('elements', 'a', { name: 'Ward', tags: ['one', 'two'] }))
  does(document, { at: 'elements', id: 'a', field: 'tag:one', to: 7 })
  const written = (map: SystemMap): string => writeNative({ map, contents: new Map() }, { app: '0', savedAt: '2026-11-22T10:00:00Z', includePrivate: false } as never)
  const read = readNative(written(document.map))
  if (!read.ok) throw new Error('The file was refused')
  const isSame = (map: SystemMap): boolean => written(map) === written(read.whole.map)
  expect(documentOf(history(document), isSame)?.map.elements.get('a')?.name).toBe('Ward')
  does(document, { at: 'elements', id: 'a', field: 'name', to: 'Another' })
  expect(documentOf(history(document), isSame)).toBeNull()
  expect(documentOf(new Uint8Array([1, 2, 3]), isSame)).toBeNull()
})

test('what three copies become together is written and read again, and never refused', () => {
  for (let seed = 0; seed < 150; seed++) {
    const random = seeded(seed)
    const first = MapDocument.from(generateMap(random), random)
    const states = (document: MapDocument) => document.names.map((name) => ({ name, updates: [document.state(name)] }))
    const copies = [first, MapDocument.load(states(first), random), MapDocument.load(states(first), random)]
    for (let i = 0; i < 12; i++) copies[i % 3]?.change(generateChange((copies[i % 3] as MapDocument).map, random), STEP)
    for (const copy of copies) first.take(states(copy))
    const text = writeNative({ map: first.map, contents: new Map() }, { app: '0', savedAt: '2026-11-22T10:00:00Z', includePrivate: true } as never)
    const read = readNative(text)
    expect(read.ok, `seed ${seed}`).toBe(true)
    if (read.ok) expect(read.whole.map.elements.size, `seed ${seed}`).toBe(first.map.elements.size)
  }
}, 60_000)
