import { afterEach, expect, test } from 'vitest'
import { bringTogether, NOBODY_KNOWS, togetherAs } from '../../src/edits/bring-together.ts'
import { make, type MapChange } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Library } from '../../src/storage/library.ts'
import type { OpenMap } from '../../src/storage/open-map.ts'
import { generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'
import { asText } from '../document/same-map.ts'
import { laptop, until } from './test-library.ts'

const tabs: Library[] = []
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.close()))
})

async function opened(tab: Promise<Library>): Promise<Library> {
  const library = await tab
  tabs.push(library)
  return library
}

const named = (id: string, name: string): MapChange => ({ writes: [make('elements', id, { name })] })
const names = (map: OpenMap): string[] => [...map.map.elements.values()].map(({ name }) => name).sort()
const whole = (map = emptyMap('ward', { title: 'The ward' })) => ({ map, contents: new Map() })

test('a map made in one visit is there, the same, in the next', async () => {
  const machine = laptop(1)
  const made = generateMap(seeded(11))
  const first = await opened(machine.tab())
  const id = await first.create({ map: made, contents: new Map() })
  await first.close()
  const second = await opened(machine.tab())
  expect(second.maps.map((card) => card.id)).toEqual([id])
  expect(asText((await second.open(id)).map)).toBe(asText(made))
})

test('what is said to be saved is there after the tab is gone without a word', async () => {
  const machine = laptop(2)
  const first = await opened(machine.tab())
  const map = await first.open(await first.create(whole()))
  const states: string[] = []
  map.subscribe(() => states.push(map.state.save.is))
  map.change('Name it', named('a', 'Hospital discharge team'))
  expect(map.state.save.is).toBe('saving')
  await until(() => map.state.save.is === 'saved')
  expect(states.indexOf('saving')).toBeLessThan(states.indexOf('saved'))
  const second = await opened(machine.tab())
  expect(names(await second.open('ward'))).toEqual(['Hospital discharge team'])
})

test('two tabs hear each other, and an edit in each is in both and on the disk', async () => {
  const machine = laptop(3)
  const [one, two] = [await opened(machine.tab()), await opened(machine.tab())]
  await one.create(whole())
  const [a, b] = [await one.open('ward'), await two.open('ward')]
  for (let i = 0; i < 20; i++) (i % 2 ? a : b).change('Name it', named(`e${i}`, `Team ${i}`))
  await until(() => a.map.elements.size === 20 && b.map.elements.size === 20)
  expect(names(a)).toEqual(names(b))
  expect(names(await (await opened(machine.tab())).open('ward'))).toEqual(names(a))
})

test('a tab without BroadcastChannel catches up when it looks', async () => {
  const machine = laptop(4)
  const [one, deaf] = [await opened(machine.tab()), await opened(machine.tab({ BroadcastChannel: undefined }))]
  await one.create(whole())
  const [a, b] = [await one.open('ward'), await deaf.open('ward')]
  for (let i = 0; i < 20; i++) (i % 2 ? a : b).change('Name it', named(`e${i}`, `Team ${i}`))
  await Promise.all([a.flushed(), b.flushed()])
  await Promise.all([a.catchUp(), b.catchUp()])
  expect(names(a)).toHaveLength(20)
  expect(names(b)).toEqual(names(a))
})

test('undo in one tab leaves what the other tab did', async () => {
  const machine = laptop(5)
  const [one, two] = [await opened(machine.tab()), await opened(machine.tab())]
  await one.create(whole())
  const [a, b] = [await one.open('ward'), await two.open('ward')]
  a.change('Name it', named('a', 'Mine'), { before: ['x'], after: ['a'] })
  b.change('Name it', named('b', 'Theirs'))
  await until(() => a.map.elements.size === 2)
  expect(a.undo()?.selection).toEqual(['x'])
  expect(names(a)).toEqual(['Theirs'])
  expect(a.undo()).toBeNull()
  expect(a.redo()?.selection).toEqual(['a'])
  expect(names(a)).toEqual(['Mine', 'Theirs'])
})

test('a version keeps what it froze, without what is private', async () => {
  const machine = laptop(6)
  const tab = await opened(machine.tab())
  const map = await tab.open(await tab.create(whole()))
  map.change('Name it', named('a', 'Before'))
  map.change('My own view', { writes: [make('perspectives', 'mine', { name: 'Mine', private: true }), { at: 'judgements', id: 'mine:a', field: 'note', to: 'Secret' }] })
  const id = await map.saveVersion({ name: 'Workshop', date: '2016-05-19', room: 'Four teams', absent: '' })
  map.change('Rename', { writes: [{ at: 'elements', id: 'a', field: 'name', to: 'After' }] })
  const version = map.map.versions.get(id)
  if (!version) throw new Error('The version has no card')
  const content = await map.contentOf(version)
  expect([...content.elements.values()].map(({ name }) => name)).toEqual(['Before'])
  expect([...content.perspectives.keys()]).not.toContain('mine')
  expect([...content.judgements.keys()]).not.toContain('mine')
  const copy = await tab.duplicate('ward')
  expect((await tab.whole(copy)).contents.get(version.content)?.elements.size).toBe(1)
})

test('what a version of another copy showed comes with its card, and is there when the map is opened again', async () => {
  const [here, there] = [laptop(61), laptop(62)]
  const away = await opened(there.tab())
  const other = await away.open(await away.create(whole()))
  other.change('Name it', named('a', 'As it was'))
  const id = await other.saveVersion({ name: 'Workshop', date: '2016-05-19', room: '', absent: '' })
  const { map: theirs, contents } = await away.whole('ward')

  const tab = await opened(here.tab())
  const map = await tab.open(await tab.create(whole()))
  await map.keepRecoveryPoint('Before two copies were brought together')
  map.keepContents(contents)
  map.change('Bring the two copies together', togetherAs(bringTogether(map.map, theirs, NOBODY_KNOWS), new Set()))
  await map.flushed()
  expect((await tab.recoveryPoints('ward')).map(({ words }) => words)).toContain('Before two copies were brought together')
  await tab.close()
  const again = await (await opened(here.tab())).open('ward')
  const version = again.map.versions.get(id)
  if (!version) throw new Error('The version has no card')
  expect([...(await again.contentOf(version)).elements.values()].map(({ name }) => name)).toEqual(['As it was'])
})

test('a deleted map can be put back, and one deleted elsewhere is said and offered back', async () => {
  const machine = laptop(7)
  const [one, two] = [await opened(machine.tab()), await opened(machine.tab())]
  await one.create(whole())
  const map = await one.open('ward')
  map.change('Name it', named('a', 'Kept'))
  await map.flushed()
  await two.remove('ward')
  await until(() => map.state.notice !== null)
  expect(map.state.notice?.words).toBe('“The ward” was deleted in another tab.')
  expect(two.maps).toEqual([])
  map.state.notice?.actions[0]?.run()
  await until(() => two.maps.length === 1)
  expect(map.state.notice).toBeNull()
})

test('without a database work goes on in memory and says so', async () => {
  const machine = laptop(8)
  const tab = await opened(machine.tab({ indexedDB: undefined }))
  const map = await tab.open(await tab.create(whole()))
  map.change('Name it', named('a', 'Still here'))
  await map.flushed()
  expect(map.state.save).toEqual({ is: 'memory only', reason: 'This browser gives the app no storage.' })
  expect(machine.notices[0]?.words).toContain('only in this tab')
  expect(names(map)).toEqual(['Still here'])
})

test('a map that the database lost is offered from the second copy, with its versions', async () => {
  const machine = laptop(9)
  const tab = await opened(machine.tab())
  const map = await tab.open(await tab.create(whole()))
  map.change('Name it', named('a', 'From the copy'))
  await map.saveVersion({ name: 'One', date: '2016-05-19', room: '', absent: '' })
  await tab.close()
  const emptied = laptop(9_000)
  for (const [name, bytes] of machine.copies.files) emptied.copies.files.set(name, bytes)
  const next = await opened(emptied.tab())
  await until(() => emptied.notices.length > 0)
  expect(emptied.notices[0]?.words).toContain('“The ward”')
  emptied.notices[0]?.actions[0]?.run()
  await until(() => next.maps.length === 1)
  const back = await next.open('ward')
  expect(names(back)).toEqual(['From the copy'])
  expect(back.map.versions.size).toBe(1)
  expect((await next.whole('ward')).contents.size).toBe(1)
})

test('drafts and preferences stay until they are dropped', async () => {
  const machine = laptop(10)
  const tab = await opened(machine.tab())
  await tab.keepDraft({ key: 'capture', map: 'ward', text: 'Hospital dis' })
  await tab.keepPreference('theme', 'dark')
  const next = await opened(machine.tab())
  expect((await next.draftsOf('ward')).map(({ text }) => text)).toEqual(['Hospital dis'])
  expect(await next.preference('theme')).toBe('dark')
  await next.dropDraft('capture')
  expect(await next.draftsOf('ward')).toEqual([])
})
