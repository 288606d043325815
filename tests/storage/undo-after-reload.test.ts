import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Library } from '../../src/storage/library.ts'
import { asText, same } from '../document/same-map.ts'
import { generateChange, generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'
import { browserOn, databaseOf, ids, killed, named, rowsOf } from './browser-on.ts'
import { withFaults } from './faults.ts'
import { laptop, until } from './test-library.ts'

const libraries: Library[] = []
let faults = withFaults()
beforeEach(() => {
  faults.end()
  faults = withFaults()
})
afterEach(async () => {
  faults.end()
  await Promise.all(libraries.splice(0).map((library) => library.close()))
})

describe('After a tab is gone', () => {
  test('the next tab undoes its steps by name, back to the start, and does them again, with what was selected', async () => {
    const machine = laptop(301)
    const open = browserOn(machine, libraries)
    const first = await open()
    first.map.change('Add Team a', named('a'), { before: [], after: ['a'] })
    first.map.change('Add Team b', named('b'), { before: ['a'], after: ['b'] })
    first.map.undo()
    await killed(first)
    const { map } = await open()
    expect(map.state).toMatchObject({ undo: ['Add Team a'], redo: ['Add Team b'] })
    expect(map.redo()).toEqual({ title: 'Add Team b', count: 1, isPartly: false, selection: ['b'] })
    expect(map.undo(2)).toEqual({ title: 'Add Team a', count: 2, isPartly: false, selection: [] })
    expect(ids(map)).toEqual([])
    expect(map.redo(2)).toMatchObject({ title: 'Add Team b', selection: ['b'] })
    expect(ids(map)).toEqual(['a', 'b'])
  })

  test('whatever was done, killed at whatever time, each loading undoes and does again field for field', async () => {
    for (let seed = 0; seed < 25; seed++) {
      const random = seeded(seed)
      const machine = laptop(400 + seed)
      const open = browserOn(machine, libraries, { map: generateMap(random, 0.5), contents: new Map() })
      let tab = await open()
      const passed = [asText(tab.map.map)]
      for (let i = 0; i < 10; i++) {
        if (tab.map.change(`Step ${i}`, generateChange(tab.map.map, random))) passed.push(asText(tab.map.map))
        if (random() < 0.3) tab = await open(await killed(tab))
      }
      tab = await open(random() < 0.5 ? await killed(tab) : (await killed(tab), undefined))
      expect(tab.map.state.undo, `seed ${seed}`).toHaveLength(passed.length - 1)
      for (let i = passed.length - 2; i >= 0; i--) {
        tab.map.undo()
        same(asText(tab.map.map), passed[i], `seed ${seed}, undone to ${i}`)
        if (random() < 0.3) tab = await open(await killed(tab))
      }
      tab = await open(await killed(tab))
      tab.map.redo(passed.length - 1)
      same(asText(tab.map.map), passed.at(-1), `seed ${seed}, done again`)
      expect(tab.map.state.redo).toEqual([])
    }
  }, 60_000)

  test('a step is on the disk when its change is, and not before', async () => {
    const machine = laptop(302)
    const open = browserOn(machine, libraries)
    const { map } = await open()
    await map.flushed()
    faults.scopes.length = 0
    for (let i = 0; i < 5; i++) map.change(`Step ${i}`, named(`e${i}`))
    map.undo()
    await map.flushed()
    const withUpdates = faults.scopes.filter((names) => names.includes('updates'))
    expect(withUpdates.length).toBeGreaterThan(0)
    for (const names of withUpdates) expect(names).toEqual(expect.arrayContaining(['steps', 'stepLists']))
    expect(faults.scopes.filter((names) => names.includes('steps') && !names.includes('updates'))).toEqual([])
    faults.aborts = () => true
    map.change('Too late', named('late'))
    await until(() => map.state.save.is === 'not saved')
    expect((await rowsOf(machine, 'steps')).map(({ title }) => title)).not.toContain('Too late')
    faults.aborts = null
    await until(() => map.state.save.is === 'saved')
    expect((await rowsOf(machine, 'steps')).map(({ title }) => title)).toEqual(['Step 0', 'Step 1', 'Step 2', 'Step 3', 'Too late'])
  })

  test('after writes that failed in a run of edits and undos, the list is whole', async () => {
    for (let seed = 0; seed < 15; seed++) {
      const random = seeded(seed)
      const machine = laptop(500 + seed)
      const open = browserOn(machine, libraries)
      const tab = await open()
      faults.aborts = () => random() < 0.4
      for (let i = 0; i < 20; i++) {
        if (random() < 0.25) tab.map.undo()
        else if (random() < 0.2) tab.map.redo()
        else tab.map.change(`Step ${i}`, named(`e${i}`))
        if (random() < 0.4) await new Promise((resolve) => setTimeout(resolve, random() * 15))
      }
      faults.aborts = null
      await until(() => tab.map.state.save.is === 'saved')
      const { undo, redo } = tab.map.state
      await killed(tab)
      const next = await open()
      expect(next.map.state, `seed ${seed}`).toMatchObject({ undo, redo })
      while (next.map.undo());
      expect(ids(next.map), `seed ${seed}`).toEqual([])
      faults.end()
      faults = withFaults()
    }
  }, 60_000)

  test('a disk that lost the list gets it whole with the next write that follows a failure, or when its map is put back', async () => {
    const machine = laptop(313)
    const open = browserOn(machine, libraries)
    const { library, map } = await open()
    for (const id of ['a', 'b', 'c']) map.change(`Add ${id}`, named(id))
    await map.flushed()
    const database = await databaseOf(machine)
    faults.aborts = () => true
    map.change('Add d', named('d'))
    await until(() => map.state.save.is === 'not saved')
    faults.aborts = null
    const emptying = database.transaction('steps', 'readwrite')
    faults.aborts = () => true
    emptying.objectStore('steps').clear()
    await new Promise((resolve) => (emptying.oncomplete = resolve))
    database.close()
    faults.aborts = null
    await until(() => map.state.save.is === 'saved')
    const all = ['Add a', 'Add b', 'Add c', 'Add d']
    expect((await rowsOf(machine, 'steps')).map(({ title }) => title)).toEqual(all)

    let later = 0
    const other = await machine.tab({ now: () => Date.now() + later })
    libraries.push(other)
    await other.remove('ward')
    later = 3_600_000
    await other.purgeOld()
    await map.catchUp()
    expect(await rowsOf(machine, 'steps')).toEqual([])
    await map.putBack()
    await until(() => map.state.save.is === 'saved')
    expect((await rowsOf(machine, 'steps')).map(({ title }) => title)).toEqual(all)
    expect(library.maps).toHaveLength(1)
  })
})

test('in memory only, steps are undone as long as the tab lives', async () => {
  const library = await laptop(312).tab({ indexedDB: undefined })
  libraries.push(library)
  const map = await library.open(await library.create({ map: emptyMap('ward'), contents: new Map() }))
  map.change('Large', named('a', 'x'.repeat(9_000_000)))
  expect(map.lastOutlivesPage).toBe(true)
  expect(map.undo()).toMatchObject({ title: 'Large' })
  expect(map.redo()).toMatchObject({ title: 'Large' })
})
