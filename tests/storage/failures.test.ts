import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { make, type MapChange } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { DATABASE_VERSION } from '../../src/storage/database.ts'
import type { Library } from '../../src/storage/library.ts'
import type { OpenMap } from '../../src/storage/open-map.ts'
import { seeded } from '../support/seeded.ts'
import { withFaults } from './faults.ts'
import { laptop, until, type Laptop } from './test-library.ts'

/** A version to come, as the browser counts. */
const NEWER = (DATABASE_VERSION + 1) * 10
const tabs: Library[] = []
let faults = withFaults()
beforeEach(() => {
  faults.end()
  faults = withFaults()
})
afterEach(async () => {
  faults.end()
  await Promise.all(tabs.splice(0).map((tab) => tab.close()))
})

async function opened(machine: Laptop): Promise<Library> {
  const tab = await machine.tab()
  tabs.push(tab)
  return tab
}

async function ward(machine: Laptop): Promise<OpenMap> {
  const tab = await opened(machine)
  return tab.open(await tab.create({ map: emptyMap('ward', { title: 'The ward' }), contents: new Map() }))
}

const named = (id: string): MapChange => ({ writes: [make('elements', id, { name: `Team ${id}` })] })
const ids = (map: OpenMap): string[] => [...map.map.elements.keys()].sort()
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('nothing is said to be saved before its transaction completed', async () => {
  const machine = laptop(101)
  const map = await ward(machine)
  await map.flushed()
  faults.delay = 400
  const said: string[] = []
  map.subscribe(() => said.push(map.state.save.is))
  map.change('Name it', named('a'))
  await pause(200)
  map.change('Name it', named('b'))
  await pause(150)
  expect(new Set(said)).toEqual(new Set(['saving']))
  await until(() => map.state.save.is === 'saved')
})

test('after aborted transactions in a run of edits every edit is on the disk, and until then it is not called saved', async () => {
  for (let seed = 0; seed < 25; seed++) {
    const random = seeded(seed)
    const machine = laptop(200 + seed)
    const map = await ward(machine)
    faults.aborts = () => random() < 0.5
    for (let i = 0; i < 12; i++) {
      map.change('Name it', named(`e${i}`))
      if (random() < 0.3) await pause(Math.floor(random() * 20))
      if (map.state.save.is === 'saved') {
        const disk = await (await machine.tab()).whole('ward')
        expect([...disk.map.elements.keys()].sort(), `seed ${seed}, edit ${i}`).toEqual(ids(map))
      }
    }
    faults.aborts = null
    await until(() => map.state.save.is === 'saved')
    expect([...(await (await opened(machine)).whole('ward')).map.elements.keys()].sort(), `seed ${seed}`).toEqual(ids(map))
  }
}, 60_000)

test('a failed write is said, with since when and why, and the retry closes the gap', async () => {
  const machine = laptop(102)
  const map = await ward(machine)
  await map.flushed()
  faults.aborts = () => true
  map.change('Name it', named('a'))
  await until(() => map.state.save.is === 'not saved')
  const first = map.state.save
  map.change('Name it', named('b'))
  await pause(400)
  expect(map.state.save).toMatchObject({ is: 'not saved', since: first.is === 'not saved' ? first.since : 0 })
  expect(first.is === 'not saved' && first.reason).toMatch(/storage/)
  faults.aborts = null
  await until(() => map.state.save.is === 'saved')
  expect([...(await (await opened(machine)).whole('ward')).map.elements.keys()].sort()).toEqual(['a', 'b'])
})

test('a version whose write failed is whole when it succeeds: content and card together', async () => {
  const machine = laptop(103)
  const map = await ward(machine)
  await map.flushed()
  faults.aborts = () => true
  const id = await map.saveVersion({ name: 'One', date: '2016-05-19', room: '', absent: '' })
  await until(() => map.state.save.is === 'not saved')
  const before = await (await opened(machine)).whole('ward')
  expect([before.map.versions.size, before.contents.size]).toEqual([0, 0])
  faults.aborts = null
  await until(() => map.state.save.is === 'saved')
  const after = await (await opened(machine)).whole('ward')
  expect([...after.map.versions.keys()]).toEqual([id])
  expect(after.contents.size).toBe(1)
})

test('what goes to a file while nothing can be written has the version just saved, with what it showed', async () => {
  const map = await ward(laptop(108))
  map.change('Name it', named('a'))
  await map.flushed()
  faults.aborts = () => true
  const id = await map.saveVersion({ name: 'One', date: '2016-05-19', room: '', absent: '' })
  await until(() => map.state.save.is === 'not saved')
  const version = map.map.versions.get(id)
  if (!version) throw new Error('The version has no card')
  expect([...(await map.contentOf(version)).elements.keys()]).toEqual(['a'])
  expect([...((await (tabs[0] as Library).whole('ward')).contents.get(version.content)?.elements.keys() ?? [])]).toEqual(['a'])
})

test('what is only in this tab can go to a file when the browser gives nothing back any more', async () => {
  const machine = laptop(109)
  const map = await ward(machine)
  await map.saveVersion({ name: 'One', date: '2016-05-19', room: '', absent: '' })
  const [{ name = '' } = {}] = await machine.indexedDB.databases()
  await upgraded(machine, name)
  map.change('Name it', named('b'))
  await until(() => map.state.save.is === 'not saved')
  const tab = tabs[0] as Library
  expect([...(await tab.whole('ward')).map.elements.keys()]).toEqual(['b'])
  const history = await tab.historyOf('ward')
  const elsewhere = await opened(laptop(1090))
  const id = await elsewhere.create({ map: map.map, contents: new Map() }, { base64: history ?? '', isSame: (past) => past.elements.has('b') })
  expect((await elsewhere.whole(id)).map.meta.lineage).toBe(map.map.meta.lineage)
})

test('no two transactions write at once: a browser killed between them would give up the whole database', async () => {
  const machine = laptop(107)
  const map = await ward(machine)
  const tab = tabs[0] as Library
  map.change('Name it', named('a'))
  await map.saveVersion({ name: 'One', date: '2016-05-19', room: '', absent: '' })
  await map.keepRecoveryPoint('Before a restore')
  await tab.keepDraft({ key: 'capture', map: 'ward', text: 'half a na' })
  await tab.dropDraft('capture')
  await tab.keepPreference('theme', 'dark')
  faults.aborts = () => true
  map.change('Name it', named('b'))
  await until(() => map.state.save.is === 'not saved')
  faults.aborts = null
  await until(() => map.state.save.is === 'saved')
  for (let i = 0; i < 310; i++) map.change('Name it', named(`e${i}`))
  await pause(1800)
  await map.close()
  await tab.rename('ward', 'The other ward')
  await tab.remove('ward')
  const scopes = new Set(faults.scopes.map((names) => names.join()))
  expect(scopes.size).toBeGreaterThan(5)
  const [first = [], ...more] = faults.scopes
  expect(first.filter((name) => more.every((names) => names.includes(name))), [...scopes].join(' | ')).not.toEqual([])
}, 60_000)

describe('A long run of edits', () => {
  test('is folded into a state, and nothing of it is lost in any tab', async () => {
    const machine = laptop(104)
    const map = await ward(machine)
    const other = await (await opened(machine)).open('ward')
    for (let i = 0; i < 700; i++) {
      ;(i % 3 ? map : other).change('Name it', named(`e${i}`))
      await map.flushed()
    }
    await until(() => map.map.elements.size === 700 && other.map.elements.size === 700)
    await pause(1800)
    const disk = await (await opened(machine)).whole('ward')
    expect(disk.map.elements.size).toBe(700)
    const rows = await updateRows(machine)
    expect(rows).toBeLessThan(300)
  }, 60_000)
})

/** How many updates wait to be folded, looked up without the library. */
async function updateRows(machine: Laptop): Promise<number> {
  const [{ name = '' } = {}] = await machine.indexedDB.databases()
  return new Promise((resolve, reject) => {
    const request = machine.indexedDB.open(name)
    request.onerror = () => reject(new Error('The database does not open'))
    request.onsuccess = () => {
      const count = request.result.transaction('updates').objectStore('updates').count()
      count.onsuccess = () => {
        request.result.close()
        resolve(count.result)
      }
    }
  })
}

test('a database of a newer app is read and never written, and says both versions', async () => {
  const machine = laptop(105)
  const map = await ward(machine)
  map.change('Name it', named('a'))
  await map.flushed()
  await Promise.all(tabs.splice(0).map((tab) => tab.close()))
  const [{ name = '' } = {}] = await machine.indexedDB.databases()
  await upgraded(machine, name)
  const old = await opened(machine)
  const notice = machine.notices.find((one) => one?.words.includes('newer'))
  expect(notice?.words).toContain(`storage ${DATABASE_VERSION + 1}; this one knows ${DATABASE_VERSION}`)
  const read = await old.open('ward')
  expect(ids(read)).toEqual(['a'])
  read.change('Name it', named('b'))
  await read.flushed()
  expect(read.state.save.is).toBe('memory only')
  expect((await machine.indexedDB.databases()).map(({ version }) => version)).toEqual([NEWER])
  expect(await updateRows(machine)).toBe(2)
})

test('when a newer app upgrades the database under an open tab, that tab stops writing and says so', async () => {
  const machine = laptop(106)
  const map = await ward(machine)
  map.change('Name it', named('a'))
  await map.flushed()
  const [{ name = '' } = {}] = await machine.indexedDB.databases()
  await upgraded(machine, name)
  const rows = await updateRows(machine)
  map.change('Name it', named('b'))
  await until(() => map.state.save.is === 'not saved')
  expect(machine.notices.at(-1)?.words).toContain('newer version of Sightlines')
  await pause(300)
  expect(await updateRows(machine)).toBe(rows)
})

function upgraded(machine: Laptop, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = machine.indexedDB.open(name, NEWER)
    request.onerror = () => reject(new Error('The upgrade failed'))
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
  })
}
