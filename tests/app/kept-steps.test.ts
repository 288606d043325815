import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KeptMaps } from '../../src/app/wiring/kept-maps.ts'
import { invoke, ports, provide } from '../../src/commands/dispatch.ts'
import { make } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { live } from '../../src/session/live.ts'
import { session, START } from '../../src/session/session.ts'
import type { Library } from '../../src/storage/library.ts'
import { laptop, until } from '../storage/test-library.ts'
import { openApp, openMap } from './open-app.ts'

const toast = () => session.getState().toast
let seed = 900
let libraries: Library[] = []

/** The app on a laptop with a disk, and another tab of the same map. */
async function onDisk() {
  await openApp()
  const machine = laptop(++seed)
  libraries = [await machine.tab(), await machine.tab()]
  const [own, other] = libraries as [Library, Library]
  const maps = new KeptMaps(Promise.resolve(own))
  provide({ ...ports(), maps })
  session.setState({ ...START })
  await maps.create({ map: emptyMap('ward'), contents: new Map() })
  return { maps, other: await other.open('ward') }
}

describe('Steps on a disk', () => {
  let page: Awaited<ReturnType<typeof onDisk>>
  beforeEach(async () => {
    page = await onDisk()
  })
  afterEach(async () => {
    await page.maps.close()
    await Promise.all(libraries.map((library) => library.close()))
  })

  it('what another tab changed since stays, and it is said where it shows', async () => {
    page.maps.dispatch('Add Ward', { writes: [make('elements', 'a', { name: 'Ward' })] })
    page.maps.dispatch('Make it a role', { writes: [{ at: 'elements', id: 'a', field: 'kind', to: 'role' }, { at: 'elements', id: 'a', field: 'name', to: 'Ward sister' }] })
    await until(() => page.other.map.elements.get('a')?.name === 'Ward sister')
    page.other.change('Rename', { writes: [{ at: 'elements', id: 'a', field: 'name', to: 'Matron' }] })
    await until(() => openMap().elements.get('a')?.name === 'Matron')
    await invoke('undo')
    expect(openMap().elements.get('a')).toMatchObject({ name: 'Matron', kind: 'team' })
    expect(toast()?.words).toBe('Undone: Make it a role. What was changed elsewhere since stays.')
  })

  it('where all of it was changed elsewhere nothing is undone, the list is empty, and that is said', async () => {
    page.maps.dispatch('Rename the map', { writes: [{ at: 'meta', id: 'map', field: 'title', to: 'Mine' }] })
    await until(() => page.other.map.meta.title === 'Mine')
    page.other.change('Rename the map', { writes: [{ at: 'meta', id: 'map', field: 'title', to: 'Theirs' }] })
    await until(() => openMap().meta.title === 'Theirs')
    await invoke('undo')
    expect(openMap().meta.title).toBe('Theirs')
    expect(toast()?.words).toBe('Nothing to undo: all of it was changed elsewhere since.')
    expect(live.getState().undo).toEqual([])
  })

  it('a step too large to outlive the page says so, with the way back', async () => {
    page.maps.dispatch('Add a small one', { writes: [make('elements', 'a', { name: 'Ward' })] })
    await Promise.resolve()
    expect(toast()).toBeNull()
    page.maps.dispatch('Add a large one', { writes: [make('elements', 'b', { name: 'x'.repeat(9_000_000) })] })
    await Promise.resolve()
    expect(toast()).toEqual({ words: 'This step is very large. It can be undone until this page is closed or loaded again, and not after.', button: { title: 'Undo', command: 'undo' } })
    await invoke('undo')
    expect(openMap().elements.has('b')).toBe(false)
  })
})
