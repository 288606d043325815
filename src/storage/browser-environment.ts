import type { ContentText, Environment } from './environment.ts'
import type { Notify } from './notice.ts'
import { PrivateFiles, type SecondCopies } from './second-copy.ts'

/** What this browser gives. A private window or a policy may make any of it missing, or throw when it is looked at. */
export function browserEnvironment(given: { readonly contents: ContentText; readonly onNotice: Notify }): Environment {
  return {
    ...given,
    now: () => Date.now(),
    random: Math.random,
    indexedDB: tried(() => globalThis.indexedDB),
    IDBKeyRange: tried(() => globalThis.IDBKeyRange),
    BroadcastChannel: tried(() => globalThis.BroadcastChannel),
    locks: tried(() => globalThis.navigator.locks),
    secondCopies: tried(privateFiles),
    persist: tried(() => globalThis.navigator.storage)?.persist ? () => globalThis.navigator.storage.persist() : undefined,
  }
}

function privateFiles(): SecondCopies | undefined {
  const { storage } = globalThis.navigator
  const canWrite = typeof FileSystemFileHandle === 'function' && 'createWritable' in FileSystemFileHandle.prototype
  return canWrite && typeof storage.getDirectory === 'function' ? new PrivateFiles(() => storage.getDirectory()) : undefined
}

function tried<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
