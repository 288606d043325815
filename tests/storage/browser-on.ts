import { make, type MapChange } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { WholeMap } from '../../src/model/system-map.ts'
import type { Library } from '../../src/storage/library.ts'
import type { OpenMap } from '../../src/storage/open-map.ts'
import { tabsOfBrowser, type TabOfBrowser } from './tab-locks.ts'
import type { Laptop } from './test-library.ts'

export interface Tab extends TabOfBrowser {
  readonly library: Library
  readonly map: OpenMap
}

/** The tabs of a browser on a laptop; each opens its one map, which the first one makes. `opened` hears of each, to close it in the end. */
export function browserOn(machine: Laptop, opened: Library[], whole: WholeMap = { map: emptyMap('ward', { title: 'The ward' }), contents: new Map() }) {
  const tabs = tabsOfBrowser()
  return async (memory?: Map<string, string>): Promise<Tab> => {
    const tab = tabs(memory)
    const library = await machine.tab({ locks: tab.locks, tabMemory: tab.tabMemory })
    opened.push(library)
    const [first] = library.maps
    const map = await library.open(first?.id ?? (await library.create(whole)))
    return { ...tab, library, map }
  }
}

export const named = (id: string, name = `Team ${id}`): MapChange => ({ writes: [make('elements', id, { name })] })
export const ids = (map: OpenMap) => [...map.map.elements.keys()].sort()

/** The tab is gone as by a kill, once what it did is on the disk. */
export async function killed({ map, vanish }: Tab): Promise<Map<string, string>> {
  await map.flushed()
  return vanish()
}

/** The database, past the app. */
export async function databaseOf(machine: Laptop): Promise<IDBDatabase> {
  const [{ name = '' } = {}] = await machine.indexedDB.databases()
  return new Promise((resolve, reject) => {
    const opening = machine.indexedDB.open(name)
    opening.onerror = () => reject(new Error('The database does not open'))
    opening.onsuccess = () => resolve(opening.result as unknown as IDBDatabase)
  })
}

export async function rowsOf(machine: Laptop, table: string): Promise<readonly Record<string, unknown>[]> {
  const database = await databaseOf(machine)
  return new Promise((resolve) => {
    const all = database.transaction(table).objectStore(table).getAll()
    all.onsuccess = () => {
      database.close()
      resolve(all.result as Record<string, unknown>[])
    }
  })
}
