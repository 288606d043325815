import { afterEach, expect, test } from 'vitest'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Environment } from '../../src/storage/environment.ts'
import type { Library } from '../../src/storage/library.ts'
import { ids, named, rowsOf } from './browser-on.ts'
import { withFaults } from './faults.ts'
import { laptop, until, type Laptop } from './test-library.ts'

const tabs: Library[] = []
const faults = withFaults()
afterEach(async () => {
  faults.aborts = null
  await Promise.all(tabs.splice(0).map((tab) => tab.close()))
})

async function opened(machine: Laptop, env?: Partial<Environment>): Promise<Library> {
  const tab = await machine.tab(env)
  tabs.push(tab)
  return tab
}

const ward = { map: emptyMap('ward', { title: 'The ward' }), contents: new Map() }
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a map that is opened again while it is still being closed takes edits, and keeps them', async () => {
  const machine = laptop(401)
  const tab = await opened(machine)
  const map = await tab.open(await tab.create(ward))
  map.change('Name it', named('a'))
  const closing = map.close()
  const again = await tab.open('ward')
  await closing
  again.change('Name it', named('b'))
  await again.flushed()
  expect(ids(again)).toEqual(['a', 'b'])
  expect([...(await (await opened(machine)).whole('ward')).map.elements.keys()].sort()).toEqual(['a', 'b'])
})

test('a map that is asked for twice at once is opened once', async () => {
  const tab = await opened(laptop(402))
  await tab.create(ward)
  const [one, other] = await Promise.all([tab.open('ward'), tab.open('ward')])
  expect(one).toBe(other)
})

test('a new map is kept whole or not at all', async () => {
  for (const fails of [1, 2]) {
    const machine = laptop(4030 + fails)
    const tab = await opened(machine)
    let writes = 0
    faults.aborts = () => ++writes === fails
    const made = await tab.create(ward).then(() => 1, () => 0)
    faults.aborts = null
    expect([(await rowsOf(machine, 'maps')).length, (await rowsOf(machine, 'updates')).length], `write ${fails} fails`).toEqual([made, made])
  }
})

test('a list that was not told of the last edit is mended when the map is opened', async () => {
  const machine = laptop(409)
  const tab = await opened(machine)
  const map = await tab.open(await tab.create(ward))
  await map.flushed()
  let writes = 0
  // The edit is kept, and the tab is gone before the list hears of it.
  faults.aborts = () => ++writes > 1
  map.change('Name it', named('a'))
  await map.flushed()
  faults.aborts = null
  const next = await opened(machine)
  expect(next.maps.map(({ elements }) => elements)).toEqual([0])
  await (await next.open('ward')).flushed()
  expect(next.maps.map(({ elements }) => elements)).toEqual([1])
})

test('a map that is in a file is not called changed by being opened', async () => {
  const machine = laptop(410)
  const tab = await opened(machine)
  const map = await tab.open(await tab.create(ward))
  await map.filed()
  const next = await opened(machine)
  const again = await next.open('ward')
  await again.flushed()
  expect(again.state.unfiledSince).toBeNull()
})

test('a map that is put back at the last moment is not deleted', async () => {
  const machine = laptop(404)
  let clock = 1_000_000
  const one = await opened(machine)
  let isLate = false
  // The lock is given just after the other tab put the map back.
  const request = async (name: string, options: LockOptions, work: (lock: object) => unknown) => {
    if (isLate && name.startsWith('sightlines open')) await one.putBack('ward')
    return work({ name, options })
  }
  const two = await opened(machine, { now: () => clock, locks: { request } as unknown as LockManager })
  await one.create(ward)
  await one.remove('ward')
  clock += 100 * 3_600_000
  isLate = true
  await two.purgeOld()
  expect(await one.putBack('ward')).toBe(true)
  expect((await one.whole('ward')).map.meta.title).toBe('The ward')
})

test('that a map is gone for good is not called bringing it back', async () => {
  const machine = laptop(405)
  let clock = Date.now()
  const tab = await opened(machine, { now: () => clock })
  await tab.create(ward)
  await tab.remove('ward')
  clock += 100 * 3_600_000
  await tab.purgeOld()
  expect(await tab.putBack('ward')).toBe(false)
})

test('a new title that could not be written is not called done', async () => {
  const tab = await opened(laptop(406))
  await tab.create(ward)
  faults.aborts = () => true
  await expect(tab.rename('ward', 'The other ward')).rejects.toThrow('storage')
})

test('a database that opens and cannot be read is said, and work goes on in memory', async () => {
  const machine = laptop(407)
  await opened(machine)
  faults.cannotRead = 'maps'
  const tab = await opened(machine)
  faults.cannotRead = null
  expect(tab.memoryOnly).toContain('does not open')
  const map = await tab.open(await tab.create(ward))
  expect(map.map.meta.title).toBe('The ward')
})

test('that other tabs hold the database is said until they let it go, and no longer', async () => {
  const machine = laptop(408)
  // An old app that does not listen: its version is below this one's.
  const old = await new Promise<IDBDatabase>((resolve) => {
    const opening = machine.indexedDB.open('held', 5)
    opening.onsuccess = () => resolve(opening.result as unknown as IDBDatabase)
  })
  const opening = machine.tab({ name: 'held' })
  await until(() => machine.notices.length > 0)
  expect(machine.notices[0]?.words).toContain('Close its other tabs')
  old.close()
  tabs.push(await opening)
  await pause(0)
  expect(machine.notices.at(-1)).toBeNull()
}, 20_000)
