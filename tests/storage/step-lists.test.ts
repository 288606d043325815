import { afterEach, describe, expect, test } from 'vitest'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Library } from '../../src/storage/library.ts'
import { browserOn, ids, killed, named, rowsOf } from './browser-on.ts'
import { tabsOfBrowser } from './tab-locks.ts'
import { laptop, until } from './test-library.ts'

const libraries: Library[] = []
afterEach(async () => {
  await Promise.all(libraries.splice(0).map((library) => library.close()))
})

describe('Which list a tab goes on with', () => {
  test('two tabs each undo their own, and each has its own again when it is loaded again', async () => {
    const machine = laptop(303)
    const open = browserOn(machine, libraries)
    const [one, two] = [await open(), await open()]
    one.map.change('Mine', named('a'))
    two.map.change('Theirs', named('b'))
    await until(() => one.map.map.elements.size === 2 && two.map.map.elements.size === 2)
    const again = await open(await killed(one))
    expect(again.map.state.undo).toEqual(['Mine'])
    again.map.undo()
    await until(() => two.map.map.elements.size === 1)
    expect(ids(again.map)).toEqual(['b'])
    const both = await open(await killed(two))
    expect(both.map.state.undo).toEqual(['Theirs'])
  })

  test('a second tab beside a living one begins with nothing, also where it was made as its copy', async () => {
    const machine = laptop(304)
    const open = browserOn(machine, libraries)
    const gone = await open()
    gone.map.change('Of a tab that is gone', named('a'))
    await killed(gone)
    const memory = new Map<string, string>()
    const living = await open(memory)
    expect(living.map.state.undo).toEqual(['Of a tab that is gone'])
    const copy = await open(new Map(memory))
    expect(copy.map.state.undo).toEqual([])
    copy.map.change('Of the copy', named('b'))
    living.map.change('Of the living', named('c'))
    await killed(copy)
    const third = await open()
    expect(third.map.state.undo).toEqual([])
  })

  test('a tab that comes back to a map from the list of maps goes on where it was', async () => {
    const machine = laptop(305)
    const open = browserOn(machine, libraries)
    const { library, map } = await open()
    map.change('Add Team a', named('a'))
    await map.close()
    const back = await library.open('ward')
    expect(back.state.undo).toEqual(['Add Team a'])
    await library.rename('ward', 'The other ward')
    expect(back.state.undo).toEqual(['Add Team a', 'Rename the map'])
  })

  test('lists that wait for a tab are few, however many tabs come and go', async () => {
    const machine = laptop(306)
    const open = browserOn(machine, libraries)
    const living = await open()
    for (let i = 0; i < 8; i++) {
      const tab = await open()
      tab.map.change(`Step ${i}`, named(`e${i}`))
      await killed(tab)
    }
    living.map.change('Of the living', named('a'))
    await living.map.flushed()
    await open()
    let lists: readonly Record<string, unknown>[] = []
    for (let i = 0; i < 200 && (lists.length === 0 || lists.length > 6); i++) lists = await rowsOf(machine, 'stepLists')
    expect(lists.length).toBeLessThanOrEqual(6)
    const titles = (await rowsOf(machine, 'steps')).map(({ title }) => title)
    expect(titles).toContain('Of the living')
    expect(titles).not.toContain('Step 0')
  })

  test('without locks a tab still has its own list again, and takes up no other', async () => {
    const machine = laptop(307)
    const memory = new Map<string, string>()
    const tab = async (own: Map<string, string>): Promise<Library> => {
      const library = await machine.tab({ tabMemory: tabsOfBrowser()(own).tabMemory })
      libraries.push(library)
      return library
    }
    const first = await tab(memory)
    const map = await first.open(await first.create({ map: emptyMap('ward'), contents: new Map() }))
    map.change('Add Team a', named('a'))
    await map.flushed()
    expect((await (await tab(memory)).open('ward')).state.undo).toEqual(['Add Team a'])
    expect((await (await tab(new Map())).open('ward')).state.undo).toEqual([])
  })
})

describe('The list on the disk is bounded', () => {
  test('it holds the last hundred steps each way, and after a long way back the steps before them too', async () => {
    const machine = laptop(308)
    const open = browserOn(machine, libraries)
    const first = await open()
    for (let i = 0; i < 150; i++) first.map.change(`Step ${i}`, named(`e${i}`))
    await first.map.flushed()
    expect(await rowsOf(machine, 'steps')).toHaveLength(100)
    first.map.undo(80)
    await first.map.flushed()
    expect(await rowsOf(machine, 'steps')).toHaveLength(150)
    const second = await open(await killed(first))
    expect([second.map.state.undo.length, second.map.state.redo.length]).toEqual([70, 80])
    second.map.undo(70)
    expect(ids(second.map)).toEqual([])
    second.map.redo(150)
    expect(ids(second.map)).toHaveLength(150)
    second.map.undo(10)
    second.map.change('Another way', named('other'))
    await second.map.flushed()
    const third = await open(await killed(second))
    expect(third.map.state.undo.slice(-3)).toEqual(['Step 138', 'Step 139', 'Another way'])
    expect(third.map.state.redo).toEqual([])
    expect(await rowsOf(machine, 'steps')).toHaveLength(100)
  })

  test('a step too large to keep can be undone in its tab and not after, and neither can what came before it', async () => {
    const machine = laptop(309)
    const open = browserOn(machine, libraries)
    const first = await open()
    first.map.change('Small', named('a'))
    expect(first.map.lastOutlivesPage).toBe(true)
    first.map.change('Large', named('b', 'x'.repeat(9_000_000)))
    expect(first.map.lastOutlivesPage).toBe(false)
    first.map.change('Small again', named('c'))
    await first.map.flushed()
    expect((await rowsOf(machine, 'steps')).map(({ title }) => title)).toEqual(['Small again'])
    const second = await open(await killed(first))
    expect(second.map.state.undo).toEqual(['Small again'])
    expect(second.map.undo(5)).toMatchObject({ count: 1 })
    expect(ids(second.map)).toEqual(['a', 'b'])
  })
})

describe('Nothing of it is left', () => {
  test('when a map is deleted for good', async () => {
    const machine = laptop(310)
    let clock = 1_000_000
    const library = await machine.tab({ now: () => clock })
    libraries.push(library)
    const map = await library.open(await library.create({ map: emptyMap('ward'), contents: new Map() }))
    map.change('Add Team a', named('a'))
    await map.close()
    expect(await rowsOf(machine, 'steps')).toHaveLength(1)
    await library.remove('ward')
    clock += 3_600_000
    await library.purgeOld()
    expect([await rowsOf(machine, 'steps'), await rowsOf(machine, 'stepLists')]).toEqual([[], []])
  })

  test('when everything is removed from this device', async () => {
    const machine = laptop(311)
    const memory = new Map<string, string>()
    const open = browserOn(machine, libraries)
    const { library, map } = await open(memory)
    map.change('Add Team a', named('a'))
    await map.flushed()
    expect(memory.size).toBe(1)
    await library.removeEverything()
    expect(memory.size).toBe(0)
    expect(await machine.indexedDB.databases()).toEqual([])
    await library.keepPreference('theme', 'dark').catch(() => undefined)
    expect(await machine.indexedDB.databases()).toEqual([])
  })

  test('in another tab, which is told and begins no new database', async () => {
    const machine = laptop(312)
    const open = browserOn(machine, libraries)
    const [one, two] = [await open(), await open()]
    two.map.change('Add Team a', named('a'))
    await two.map.flushed()
    await one.library.removeEverything()
    expect(machine.emptied()).toBe(1)
    expect(machine.notices.filter((notice) => notice !== null)).toEqual([])
    two.map.change('Add Team b', named('b'))
    await until(() => two.map.state.save.is === 'not saved')
    expect(await machine.indexedDB.databases()).toEqual([])
  })
})
