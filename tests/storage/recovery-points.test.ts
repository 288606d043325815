import { afterEach, expect, test } from 'vitest'
import { make, type MapChange } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Library } from '../../src/storage/library.ts'
import { asText } from '../document/same-map.ts'
import { laptop } from './test-library.ts'

const tabs: Library[] = []
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.close()))
})

const named = (id: string, name: string): MapChange => ({ writes: [make('elements', id, { name })] })

test('an earlier state is listed in words and opens as a map of its own, with its versions; the map stays as it is', async () => {
  const machine = laptop(21)
  let clock = 1000
  const tab = await machine.tab({ now: () => (clock += 1000) })
  tabs.push(tab)
  const map = await tab.open(await tab.create({ map: emptyMap('ward', { title: 'The ward' }), contents: new Map() }))
  map.change('Name it', named('a', 'Hospital discharge team'))
  await map.saveVersion({ name: 'Workshop', date: '2016-05-19', room: '', absent: '' })
  await map.keepRecoveryPoint('Before a restore')
  const then = map.map
  map.change('Name it', named('b', 'Care brokerage'))
  map.change('Take it off', { writes: [{ at: 'elements', id: 'a', remove: true }] })
  await map.flushed()
  const now = asText(map.map)

  const points = await tab.recoveryPoints('ward')
  const point = points.find(({ words }) => words === 'Before a restore')
  expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).sort((a, b) => b - a))
  expect(point?.elements).toBe(1)

  const copy = await tab.copyOfPoint('ward', point?.id ?? 0, ({ meta }) => `${meta.title} then`)
  expect(asText(map.map)).toBe(now)
  const opened = await tab.open(copy)
  expect(opened.map.meta.title).toBe('The ward then')
  expect(opened.map.meta.mapId).toBe(copy)
  expect(asText({ ...opened.map, meta: then.meta })).toBe(asText(then))
  expect((await tab.whole(copy)).contents.size).toBe(1)
  expect(tab.maps.map(({ id }) => id).sort()).toEqual([copy, 'ward'].sort())
})

test('work that is kept in memory only has no earlier states', async () => {
  const tab = await laptop(22).tab({ indexedDB: undefined })
  tabs.push(tab)
  const map = await tab.open(await tab.create({ map: emptyMap('ward'), contents: new Map() }))
  await map.keepRecoveryPoint('While editing')
  expect(await tab.recoveryPoints('ward')).toEqual([])
})
