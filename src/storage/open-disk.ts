import { Database, DATABASE_VERSION } from './database.ts'
import { DexieDisk } from './dexie-disk.ts'
import { NewerDatabase, type Disk } from './disk.ts'
import type { Environment } from './environment.ts'
import { MemoryDisk } from './memory-disk.ts'

/** Milliseconds until the person hears that other tabs hold the database. */
const BLOCKED_AFTER = 3000

const reload = { title: 'Reload', run: () => globalThis.location?.reload() }

/** The database, or memory with a notice where there is none, it throws, or a newer app owns it. Never rejects. */
export async function openDisk(env: Environment): Promise<Disk> {
  const { indexedDB, IDBKeyRange, onNotice, onEmptied } = env
  if (!indexedDB || !IDBKeyRange) return inMemory(env, 'This browser gives the app no storage.')
  const db = new Database({ indexedDB, IDBKeyRange, ...(env.name === undefined ? {} : { name: env.name }) })
  try {
    await opened(db, env)
  } catch {
    return inMemory(env, 'The browser’s storage does not open.', db)
  }
  let isOutdated = false
  db.on('versionchange', (event) => {
    isOutdated = true
    db.close({ disableAutoOpen: true })
    if (event.newVersion === null) onEmptied()
    else onNotice({ words: 'A newer version of Sightlines is open in another tab. Reload to go on with it; until then nothing is saved here.', actions: [reload] })
    return false
  })
  if (db.found > DATABASE_VERSION) return newer(db, env)
  return new DexieDisk(db, async () => {
    if (isOutdated) throw new NewerDatabase()
    await db.open()
    if (db.found > DATABASE_VERSION) {
      db.close({ disableAutoOpen: true })
      throw new NewerDatabase()
    }
  })
}

async function opened(db: Database, { onOffer }: Environment): Promise<void> {
  const words = 'Sightlines is waiting for its storage. Close its other tabs.'
  let isSaid = false
  const timer = setTimeout(() => {
    isSaid = true
    onOffer({ words, actions: [] })
  }, BLOCKED_AFTER)
  try {
    await db.open()
    // A damaged database may open and give nothing back.
    await db.maps.toArray()
  } finally {
    clearTimeout(timer)
    if (isSaid) onOffer(null)
  }
}

function inMemory({ onNotice }: Environment, reason: string, db?: Database): Disk {
  onNotice({ words: `${reason} Maps are kept only in this tab: save a file before closing it.`, actions: [] })
  return new MemoryDisk(reason, () => removed(db))
}

/** Deletes a database that cannot be used, as far as the browser lets it. */
async function removed(db: Database | undefined): Promise<void> {
  await db?.delete({ disableAutoOpen: true })
}

/** What a newer app kept, as far as it can be read, to look at and to export. The connection is closed, so that nothing can be written. */
async function newer(db: Database, { onNotice }: Environment): Promise<Disk> {
  const found = db.found
  const reason = `These maps were kept by a newer version of Sightlines (storage ${found}; this one knows ${DATABASE_VERSION}).`
  const memory = new MemoryDisk(reason, () => removed(db))
  const disk = new DexieDisk(db, () => Promise.reject(new NewerDatabase()))
  try {
    for (const card of await disk.cards()) {
      const { documents } = await disk.load(card.id)
      const updates = documents.flatMap(({ name, updates: parts }) => parts.map((update) => ({ name, update })))
      await memory.write({ map: card.id, contents: await db.contents.where('map').equals(card.id).toArray(), updates })
      await memory.setCard(card.id, () => card)
    }
  } catch {
    // What cannot be read stays where it is, untouched.
  }
  disk.close()
  onNotice({ words: `${reason} Nothing is written over them. Reload to get the newer version, or save a file of what you need.`, actions: [reload] })
  return memory
}
