import { afterEach, beforeEach, expect, it } from 'vitest'
import { KeptMaps } from '../../src/app/wiring/kept-maps.ts'
import { ports, provide } from '../../src/commands/dispatch.ts'
import { make } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { live } from '../../src/session/live.ts'
import { session, START } from '../../src/session/session.ts'
import type { Library } from '../../src/storage/library.ts'
import { withFaults } from '../storage/faults.ts'
import { laptop, until } from '../storage/test-library.ts'
import { openApp, openMap } from './open-app.ts'

const ward = { map: emptyMap('ward', { title: 'The ward' }), contents: new Map() }
const other = { map: emptyMap('other', { title: 'Another' }), contents: new Map() }
const faults = withFaults()
let seed = 950
let library: Library
let maps: KeptMaps

beforeEach(async () => {
  await openApp()
  library = await laptop(++seed).tab()
  maps = new KeptMaps(Promise.resolve(library))
  provide({ ...ports(), maps })
  session.setState({ ...START })
  await library.create(other)
  await maps.create(ward)
})
afterEach(async () => {
  faults.aborts = null
  faults.cannotRead = null
  await until(() => live.getState().save.is === 'saved')
  await maps.close()
  await library.close()
})

it('when another map cannot be read, the one that is open stays open and takes edits', async () => {
  faults.cannotRead = 'documents'
  await expect(maps.open('other')).rejects.toThrow('not allowed')
  faults.cannotRead = null
  maps.dispatch('Add Ward', { writes: [make('elements', 'a', { name: 'Ward' })] })
  expect([openMap().meta.mapId, openMap().elements.size]).toEqual(['ward', 1])
})

it('an edit whose write fails as the map is left keeps the map open', async () => {
  for (const leave of [() => maps.close(), () => maps.open('other')]) {
    faults.aborts = () => true
    maps.dispatch('Add Ward', { writes: [make('elements', `a${openMap().elements.size}`, { name: 'Ward' })] })
    await leave()
    expect([live.getState().save.is, openMap().meta.mapId]).toEqual(['not saved', 'ward'])
    expect(session.getState().toast?.words).toContain('only in this tab')
    faults.aborts = null
    await until(() => live.getState().save.is === 'saved')
  }
})

it('of two maps that are opened at once the last one asked for stands', async () => {
  await maps.close()
  await Promise.all([maps.open('ward'), maps.open('other')])
  expect(openMap().meta.mapId).toBe('other')
  await Promise.all([maps.open('ward'), maps.open('other'), maps.open('ward')])
  expect(openMap().meta.mapId).toBe('ward')
})
