import 'fake-indexeddb/auto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Environment } from '../../src/storage/environment.ts'
import { openLibrary, type Library } from '../../src/storage/library.ts'
import type { StorageNotice } from '../../src/storage/notice.ts'
import { contentKey } from '../../src/formats/native/content-key.ts'
import { readContent } from '../../src/formats/native/read-content.ts'
import { canonicalContent } from '../../src/formats/native/write-content.ts'
import { MemoryFolder } from './memory-folder.ts'
import { seeded } from '../support/seeded.ts'

/** A laptop: its disk outlives the tabs that are opened on it. */
export interface Laptop {
  readonly indexedDB: IDBFactory
  readonly copies: MemoryFolder
  readonly notices: (StorageNotice | null)[]
  /** How often a tab was told that another one had removed everything. */
  readonly emptied: () => number
  tab(env?: Partial<Environment>): Promise<Library>
}

export function laptop(seed = 1): Laptop {
  const random = seeded(seed)
  const indexedDB = new IDBFactory()
  const copies = new MemoryFolder()
  const notices: (StorageNotice | null)[] = []
  let times = 0
  const name = `laptop ${seed} ${Math.floor(random() * 1e9)}`
  return {
    indexedDB,
    copies,
    notices,
    emptied: () => times,
    tab: (env = {}) =>
      openLibrary({
        contents: { canonical: canonicalContent, parse: readContent, key: contentKey },
        now: () => Date.now(),
        random,
        onNotice: (notice) => notices.push(notice),
        onOffer: (offer) => notices.push(offer),
        onEmptied: () => times++,
        indexedDB: indexedDB as unknown as globalThis.IDBFactory,
        IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange,
        BroadcastChannel: globalThis.BroadcastChannel,
        secondCopies: copies.copies(),
        name,
        ...env,
      }),
  }
}

/** Waits until something is so; a test that waits in vain fails by its own time limit. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}
