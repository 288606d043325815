import { contentKey } from '../../formats/native/content-key.ts'
import { readContent } from '../../formats/native/read-content.ts'
import { canonicalContent } from '../../formats/native/write-content.ts'
import type { Environment } from '../../storage/environment.ts'
import type { Notify } from '../../storage/notice.ts'
import { PrivateFiles } from '../../storage/second-copy.ts'

/** What this browser has to keep maps with. A browser may throw where it only means to say no. */
function found<T>(get: () => T): T | undefined {
  try {
    return get()
  } catch {
    return undefined
  }
}

export function browserEnvironment(notify: Notify): Environment {
  const storage = found(() => navigator.storage)
  return {
    contents: { canonical: canonicalContent, parse: readContent, key: contentKey },
    now: () => Date.now(),
    random: Math.random,
    ...notify,
    indexedDB: found(() => globalThis.indexedDB),
    IDBKeyRange: found(() => globalThis.IDBKeyRange),
    BroadcastChannel: found(() => globalThis.BroadcastChannel),
    locks: found(() => navigator.locks),
    tabMemory: found(() => globalThis.sessionStorage),
    secondCopies: typeof storage?.getDirectory === 'function' ? new PrivateFiles(() => storage.getDirectory()) : undefined,
    persist: typeof storage?.persist === 'function' ? async () => (await storage.persisted()) || storage.persist() : undefined,
  }
}
