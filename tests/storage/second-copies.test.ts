import { afterEach, expect, test } from 'vitest'
import { MapDocument } from '../../src/document/map-document.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Environment } from '../../src/storage/environment.ts'
import type { Library } from '../../src/storage/library.ts'
import { PrivateFiles } from '../../src/storage/second-copy.ts'
import { ids, named } from './browser-on.ts'
import { laptop, until, type Laptop } from './test-library.ts'

const tabs: Library[] = []
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.close()))
})

async function opened(machine: Laptop, env?: Partial<Environment>): Promise<Library> {
  const tab = await machine.tab(env)
  tabs.push(tab)
  return tab
}

/** A laptop whose second copy has element a; and its files on another, whose database never heard of it. */
async function copied(seed: number): Promise<Map<string, Uint8Array>> {
  const machine = laptop(seed)
  const tab = await opened(machine)
  const map = await tab.open(await tab.create({ map: emptyMap('ward', { title: 'The ward' }), contents: new Map() }))
  map.change('Name it', named('a'))
  await map.flushed()
  await map.close()
  return machine.copies.files
}

test('of copies that are made one after the other the last one stands, however long each takes', async () => {
  const machine = laptop(503)
  const copies = machine.copies.copies()
  let first: Promise<void> | null = null
  // The first write takes longer than all that follow.
  const write: typeof copies.write = async (copy) => {
    const slow = first === null
    first ??= new Promise((resolve) => setTimeout(resolve, 50))
    if (slow) await first
    await copies.write(copy)
  }
  const tab = await opened(machine, { secondCopies: Object.assign(Object.create(copies) as typeof copies, { write }) })
  const map = await tab.open(await tab.create({ map: emptyMap('ward'), contents: new Map() }))
  const version = { name: 'One', date: '2016-05-19', room: '', absent: '' }
  const one = map.saveVersion(version)
  await until(() => first !== null)
  await Promise.all([one, map.saveVersion({ ...version, name: 'Two' })])
  const copy = await copies.read('ward')
  const kept = MapDocument.load((copy?.documents ?? []).map(({ name, state }) => ({ name, updates: [state] })))
  expect([...kept.map.versions.values()].map(({ name }) => name).sort()).toEqual(['One', 'Two'])
})

test('leaving a copy while the database does not open does not throw it away', async () => {
  const files = await copied(501)
  const machine = laptop(5010)
  for (const [name, bytes] of files) machine.copies.files.set(name, bytes)
  await opened(machine, { indexedDB: undefined })
  await until(() => machine.notices.some((notice) => notice?.actions.some(({ title }) => title === 'Leave it')))
  machine.notices.at(-1)?.actions.find(({ title }) => title === 'Leave it')?.run()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([...machine.copies.files.keys()]).toEqual(['ward'])
})

test('what is done while a copy is on offer is in the next copy, beside what was on offer', async () => {
  const files = await copied(502)
  const machine = laptop(5020)
  const before = await opened(machine)
  await before.create({ map: emptyMap('ward', { title: 'The ward' }), contents: new Map() })
  await before.close()
  for (const [name, bytes] of files) machine.copies.files.set(name, bytes)
  const tab = await opened(machine)
  const map = await tab.open('ward')
  await until(() => machine.notices.length > 0)
  map.change('Name it', named('b'))
  await map.close()
  await tab.close()

  const emptied = laptop(5021)
  for (const [name, bytes] of machine.copies.files) emptied.copies.files.set(name, bytes)
  const next = await opened(emptied)
  await until(() => emptied.notices.length > 0)
  emptied.notices[0]?.actions[0]?.run()
  await until(() => next.maps.length === 1)
  expect(ids(await next.open('ward'))).toEqual(['a', 'b'])
})

test('second copies that the browser does not let go of are not taken for removed; where there are none nothing is asked', async () => {
  const copiesIn = (root: () => Promise<object>) => new PrivateFiles(root as () => Promise<FileSystemDirectoryHandle>)
  const refusing = (name: string) => copiesIn(async () => ({ removeEntry: () => Promise.reject(new DOMException(name, name)) }))
  await expect(refusing('NoModificationAllowedError').clear()).rejects.toThrow('NoModificationAllowedError')
  await expect(refusing('NotFoundError').clear()).resolves.toBeUndefined()
  await expect(copiesIn(() => Promise.reject(new DOMException('private window', 'SecurityError'))).clear()).resolves.toBeUndefined()
})

test('a copy that is under way as everything is removed does not stand after it', async () => {
  const machine = laptop(504)
  const copies = machine.copies.copies()
  let isWriting = false
  let letGo: () => void = () => undefined
  const write: typeof copies.write = async (copy) => {
    isWriting = true
    await new Promise<void>((resolve) => (letGo = resolve))
    await copies.write(copy)
  }
  const tab = await opened(machine, { secondCopies: Object.assign(Object.create(copies) as typeof copies, { write }) })
  const map = await tab.open(await tab.create({ map: emptyMap('ward'), contents: new Map() }))
  map.change('Name it', named('a'))
  await until(() => isWriting)
  const removing = tab.removeEverything()
  await until(() => map.closing !== null)
  await new Promise((resolve) => setTimeout(resolve, 100))
  letGo()
  await removing
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([...machine.copies.files.keys()]).toEqual([])
})
