import type { Random } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import type { Notify } from './notice.ts'
import type { SecondCopies } from './second-copy.ts'

/** How a version's content becomes text, is read again, and gets its key: `formats` knows, and is passed in. */
export interface ContentText {
  canonical(content: MapContent): string
  parse(text: string): MapContent
  key(text: string): string
}

/** What the library stands on. Everything of the browser may be missing. */
export interface Environment extends Notify {
  readonly contents: ContentText
  readonly now: () => number
  readonly random: Random
  readonly indexedDB?: IDBFactory | undefined
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange | undefined
  readonly BroadcastChannel?: typeof globalThis.BroadcastChannel | undefined
  readonly locks?: LockManager | undefined
  /** What this tab alone remembers when it is loaded again. */
  readonly tabMemory?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined
  readonly secondCopies?: SecondCopies | undefined
  /** Asks the browser to keep the data; undefined where it cannot be asked. */
  readonly persist?: (() => Promise<boolean>) | undefined
  /** The database's own name; only tests need more than one. */
  readonly name?: string | undefined
}
