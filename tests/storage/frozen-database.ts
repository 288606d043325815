/** A database as it was released: its stores with their keys, indexes and rows. Bytes stand as `{ bytes: base64 }`. */
export interface FrozenDatabase {
  /** As the browser counts. */
  readonly version: number
  readonly stores: Readonly<Record<string, FrozenStore>>
}

interface FrozenStore {
  readonly keyPath: string | readonly string[]
  readonly autoIncrement: boolean
  readonly indexes: Readonly<Record<string, string | readonly string[]>>
  readonly rows: readonly unknown[]
}

function thawed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(thawed)
  if (typeof value !== 'object' || value === null) return value
  if (Object.hasOwn(value, 'bytes')) return new Uint8Array(Buffer.from((value as { readonly bytes: string }).bytes, 'base64'))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, thawed(inner)]))
}

function frozen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(frozen)
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, frozen(inner)]))
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The request failed'))
  })
}

/** Makes the database anew, as that version of the app left it. */
export async function thaw(indexedDB: IDBFactory, name: string, { version, stores }: FrozenDatabase): Promise<void> {
  const opening = indexedDB.open(name, version)
  opening.onupgradeneeded = () => {
    for (const [table, { keyPath, autoIncrement, indexes, rows }] of Object.entries(stores)) {
      const store = opening.result.createObjectStore(table, { keyPath: keyPath as string | string[], autoIncrement })
      for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path as string | string[])
      for (const row of rows) store.put(thawed(row))
    }
  }
  ;(await done(opening)).close()
}

/** A database as it is, to be frozen on the day a version is released. */
export async function freeze(indexedDB: IDBFactory, name: string): Promise<FrozenDatabase> {
  const database = await done(indexedDB.open(name))
  const tables = [...database.objectStoreNames]
  const transaction = database.transaction(tables)
  const stores: Record<string, FrozenStore> = {}
  for (const table of tables) {
    const store = transaction.objectStore(table)
    const indexes = Object.fromEntries([...store.indexNames].map((index) => [index, store.index(index).keyPath]))
    stores[table] = { keyPath: store.keyPath as string, autoIncrement: store.autoIncrement, indexes, rows: (await done(store.getAll())).map(frozen) }
  }
  database.close()
  return { version: database.version, stores }
}
