import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { readNative } from '../../src/formats/native/read-native.ts'
import { writeNative } from '../../src/formats/native/write-native.ts'
import type { WholeMap } from '../../src/model/system-map.ts'
import { DATABASE_VERSION } from '../../src/storage/database.ts'
import type { Library } from '../../src/storage/library.ts'
import { freeze, thaw, type FrozenDatabase } from './frozen-database.ts'
import { tabsOfBrowser } from './tab-locks.ts'
import { laptop, type Laptop } from './test-library.ts'

interface Released {
  /** What the map in it says, as a file. */
  readonly says: unknown
  readonly database: FrozenDatabase
}

const VERSIONS = Array.from({ length: DATABASE_VERSION }, (_, i) => i + 1)
const NAME = 'released'
const released = (version: number) => JSON.parse(readFileSync(new URL(`../fixtures/database/v${version}.json`, import.meta.url), 'utf8')) as Released

const tabs: Library[] = []
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.close()))
})

async function opened(machine: Laptop): Promise<Library> {
  const { locks, tabMemory } = tabsOfBrowser()()
  const tab = await machine.tab({ name: NAME, locks, tabMemory })
  tabs.push(tab)
  return tab
}

const asFile = (whole: WholeMap): string => writeNative(whole, { app: '0', savedAt: '', includePrivate: true })

function fileOf(says: unknown): string {
  const read = readNative(JSON.stringify(says))
  if (!read.ok) throw new Error('What it says cannot be read')
  return asFile(read.whole)
}

describe.each(VERSIONS)('The database of version %i', (version) => {
  const { says, database } = released(version)

  test('opens with all that was in it, and goes on as a database of today', async () => {
    const machine = laptop(600 + version)
    await thaw(machine.indexedDB as unknown as IDBFactory, NAME, database)
    const tab = await opened(machine)
    expect(machine.notices).toEqual([])
    const map = await tab.open('ward')
    expect(asFile(await tab.whole('ward'))).toBe(fileOf(says))
    expect((await tab.draftsOf('ward')).map(({ text }) => text)).toEqual(['half a na'])
    expect(await tab.preference('preferences')).toEqual({ theme: 'dark' })
    expect((await tab.recoveryPoints('ward')).map(({ words }) => words)).toContain('While editing')
    map.change('Rename', { writes: [{ at: 'elements', id: 'sister', field: 'name', to: 'Matron' }] })
    await map.flushed()
    expect(map.state.save.is).toBe('saved')
    await map.close()
    const after = await opened(machine)
    const next = await after.open('ward')
    expect(next.state.undo.at(-1)).toBe('Rename')
    expect(next.map.elements.get('sister')?.name).toBe('Matron')
    next.undo()
    expect(asFile(await after.whole('ward'))).toBe(fileOf(says))
    expect((await machine.indexedDB.databases()).map((found) => found.version)).toEqual([DATABASE_VERSION * 10])
  })

  test('is frozen just as it was', async () => {
    const machine = laptop(700 + version)
    await thaw(machine.indexedDB as unknown as IDBFactory, NAME, database)
    expect(await freeze(machine.indexedDB as unknown as IDBFactory, NAME)).toEqual(database)
  })
})

test('the steps that a database of version 2 kept are undone and done again', async () => {
  const machine = laptop(610)
  await thaw(machine.indexedDB as unknown as IDBFactory, NAME, released(2).database)
  const map = await (await opened(machine)).open('ward')
  expect(map.state.redo).toEqual(['Remove the tie'])
  expect(map.state.undo).toEqual(['Add organisations', 'Add Ward sister', 'Add Care brokerage', 'Connect', 'Strength 2: In touch', 'Save version', 'My own view', 'Rename', 'Reflect'])
  const before = map.map
  expect(map.undo(9)).toMatchObject({ count: 9, isPartly: false })
  expect([map.map.elements.size, map.map.perspectives.size, map.map.reflections.size, map.map.versions.size]).toEqual([0, 1, 0, 0])
  expect(map.redo(9)?.selection).toEqual([])
  expect(asFile({ map: map.map, contents: new Map() })).toBe(asFile({ map: before, contents: new Map() }))
  map.redo()
  expect(map.map.relationships.size).toBe(0)
})
