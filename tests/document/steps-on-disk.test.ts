import { describe, expect, test } from 'vitest'
import { MapDocument } from '../../src/document/map-document.ts'
import { RecordedStep } from '../../src/document/recorded-step.ts'
import { ROOTS } from '../../src/document/cells.ts'
import { make, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { writeNative } from '../../src/formats/native/write-native.ts'
import { readNative } from '../../src/formats/native/read-native.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { generateChange, generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'
import { asText, same } from './same-map.ts'

const SEEDS = Array.from({ length: 300 }, (_, i) => i)
const STEP = { title: 'A step', before: [], after: [] }
const LONG = 120_000

const stored = (document: MapDocument) => document.names.map((name) => ({ name, updates: [document.state(name)] }))

/** The document as the next page has it: bytes, and steps that were text in between. */
function onNextPage(document: MapDocument): MapDocument {
  const next = MapDocument.load(stored(document))
  const read = (steps: readonly RecordedStep[]) => steps.map((step) => new RecordedStep(step.n, { title: step.title, before: step.before, after: step.after }, step.text))
  next.goOnWith(read(document.steps.done), read(document.steps.undone))
  return next
}

/** Every cell of every document. */
function cellsOf(document: MapDocument): Map<string, string> {
  const cells = new Map<string, string>()
  for (const name of document.names) for (const root of ROOTS) for (const key of document.find(name)?.cells.keys(root) ?? []) cells.set(`${name} ${root} ${key}`, JSON.stringify(document.find(name)?.cells.get(root, key)))
  return cells
}

describe('Over generated maps', () => {
  test('steps are undone and done again after a reload, field for field, however often the page is loaded', () => {
    for (const seed of SEEDS) {
      const random = seeded(seed)
      let document = MapDocument.from(generateMap(random, 0.6), random)
      const passed = [asText(document.map)]
      for (let i = 0; i < 8; i++) {
        const elements = [...document.map.elements.keys()]
        const change = random() < 0.2 && elements.length ? removeSubjects(document.map, elements.slice(0, 2)) : generateChange(document.map, random)
        if (document.change(change, STEP)) passed.push(asText(document.map))
        if (random() < 0.3) document = onNextPage(document)
      }
      document = onNextPage(document)
      for (let i = passed.length - 2; i >= 0; i--) {
        expect(document.undo(), `seed ${seed}`).not.toBeNull()
        same(asText(document.map), passed[i], `seed ${seed}, undone to ${i}`)
        if (random() < 0.2) document = onNextPage(document)
      }
      expect(document.undo(), `seed ${seed}`).toBeNull()
      document = onNextPage(document)
      for (let i = 1; i < passed.length; i++) {
        document.redo()
        same(asText(document.map), passed[i], `seed ${seed}, done again to ${i}`)
      }
      document.undo(passed.length - 1)
      same(asText(document.map), passed[0], `seed ${seed}, undone at once`)
      document.redo(passed.length - 1)
      same(asText(document.map), passed.at(-1), `seed ${seed}, done again at once`)
    }
  }, LONG)

  test('nothing that another tab did is undone, and the map stays one that a file can hold', () => {
    for (const seed of SEEDS) {
      const random = seeded(seed)
      let here = MapDocument.from(generateMap(random, 0.6), random)
      const there = MapDocument.load(stored(here), random)
      /** Cells as this tab or the other left them, by who touched them last. */
      const theirs = new Map<string, string | undefined>()
      for (let i = 0; i < 14; i++) {
        const [writer, reader] = random() < 0.5 ? [here, there] : [there, here]
        const before = cellsOf(writer)
        writer.change(generateChange(writer.map, random), STEP)
        const after = cellsOf(writer)
        for (const cell of new Set([...before.keys(), ...after.keys()])) {
          if (before.get(cell) === after.get(cell)) continue
          if (writer === there) theirs.set(cell, after.get(cell))
          else theirs.delete(cell)
        }
        reader.take(stored(writer))
      }
      // Where the other tab put back just what this one had left, its last word is no longer to be told from this tab's own.
      const mine = new Set(here.steps.done.flatMap(({ changes }) => changes.map(({ name, root, key, after }) => `${name} ${root} ${key} ${JSON.stringify(after)}`)))
      for (const [cell, value] of theirs) if (mine.has(`${cell} ${value}`)) theirs.delete(cell)
      here = onNextPage(here)
      while (here.undo()) {
        const now = cellsOf(here)
        for (const [cell, value] of theirs) expect(now.get(cell), `seed ${seed}, ${cell}`).toBe(value)
      }
      const text = writeNative({ map: here.map, contents: new Map() }, { app: '0', savedAt: '', includePrivate: true })
      expect(readNative(text).ok, `seed ${seed}`).toBe(true)
      while (here.redo());
      const now = cellsOf(here)
      for (const [cell, value] of theirs) expect(now.get(cell), `seed ${seed}, ${cell}, done again`).toBe(value)
    }
  }, LONG)
})

describe('Where another tab changed something since', () => {
  const does = (document: MapDocument, ...writes: Write[]): boolean => document.change({ writes }, STEP)
  const nameOf = (document: MapDocument) => document.map.elements.get('a')?.name

  function begun(): readonly [MapDocument, MapDocument] {
    const here = MapDocument.from(emptyMap('ward'), seeded(1))
    does(here, make('elements', 'a', { name: 'Ward', kind: 'team' }))
    return [here, MapDocument.load(stored(here), seeded(2))]
  }

  test('that part of a step stays and is told, and the rest is undone', () => {
    const [here, there] = begun()
    does(here, { at: 'elements', id: 'a', field: 'name', to: 'Mine' }, { at: 'elements', id: 'a', field: 'kind', to: 'role' })
    there.take(stored(here))
    does(there, { at: 'elements', id: 'a', field: 'name', to: 'Theirs' })
    here.take(stored(there))
    expect(onNextPage(here).undo()).toMatchObject({ count: 1, isPartly: true })
    here.undo()
    expect(here.map.elements.get('a')).toMatchObject({ name: 'Theirs', kind: 'team' })
    here.redo()
    expect(here.map.elements.get('a')).toMatchObject({ name: 'Theirs', kind: 'role' })
  })

  test('a step that is overwritten whole is passed by, and one before it does not reach through it', () => {
    const [here, there] = begun()
    does(here, { at: 'judgements', id: 'shared:a', field: 'note', to: 'First' })
    does(here, { at: 'judgements', id: 'shared:a', field: 'note', to: null })
    does(here, { at: 'judgements', id: 'shared:a', field: 'note', to: 'Second' })
    there.take(stored(here))
    does(there, { at: 'judgements', id: 'shared:a', field: 'note', to: null })
    here.take(stored(there))
    const next = onNextPage(here)
    expect(next.undo()).toMatchObject({ count: 1, isPartly: true })
    expect(next.map.elements.has('a')).toBe(false)
    next.redo()
    expect(next.map.judgements.get('shared')).toBeUndefined()
    expect(next.redo()).toBeNull()
  })

  test('what the other tab took back itself can be undone here', () => {
    const [here, there] = begun()
    does(here, { at: 'elements', id: 'a', field: 'name', to: 'Mine' })
    there.take(stored(here))
    does(there, { at: 'elements', id: 'a', field: 'name', to: 'Theirs' })
    there.undo()
    here.take(stored(there))
    here.undo()
    expect(nameOf(here)).toBe('Ward')
  })
})

test('a step whose text is damaged does nothing, and those before it are still undone', () => {
  const document = MapDocument.from(emptyMap('ward'), seeded(1))
  document.change({ writes: [make('elements', 'a', { name: 'Ward' })] }, STEP)
  const [sound] = document.steps.done
  const next = MapDocument.load(stored(document))
  const damaged = ['', '{', 'null', '[1]', '[["map","elements","a",[],7]]', '[["elsewhere","elements","a",[],[]]]', '[["map","nowhere","a",[],[]]]']
  next.goOnWith([sound as RecordedStep, ...damaged.map((text, i) => new RecordedStep(i + 2, STEP, text))], [])
  expect(next.undo()).toMatchObject({ count: 1, isPartly: false })
  expect(next.map.elements.size).toBe(0)
})
