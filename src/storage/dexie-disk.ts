import Dexie from 'dexie'
import type { StoredDocument } from '../document/map-document.ts'
import { ENCODING } from '../document/encoding.ts'
import type { Id } from '../model/ids.ts'
import { DATABASE_VERSION, type Database } from './database.ts'
import { MapGone, NewerDatabase, type Batch, type Disk, type PointLimits, type Stored, type Written } from './disk.ts'
import type { CardRow, ContentRow, DocumentRow, DraftRow, MapPicture, RecoveryRow, UpdateRow } from './rows.ts'

/** Maps in the browser's database. Every write is one transaction, and resolves with its completion. */
export class DexieDisk implements Disk {
  readonly memoryOnly = null
  private readonly db: Database
  private readonly reopen: () => Promise<unknown>
  /** Transactions that have asked for everything that matters and wait for their answers. */
  private readonly writing = new Set<IDBTransaction>()

  /** `reopen` opens the database again after the browser closed it, and rejects where it may not be written to any more. */
  constructor(db: Database, reopen: () => Promise<unknown>) {
    this.db = db
    this.reopen = reopen
  }

  cards(): Promise<CardRow[]> {
    return this.db.maps.toArray()
  }

  card(map: Id): Promise<CardRow | undefined> {
    return this.db.maps.get(map)
  }

  async pictures(): Promise<Map<Id, MapPicture>> {
    return new Map((await this.db.pictures.toArray()).map(({ id, picture }) => [id, picture]))
  }

  load(map: Id): Promise<Stored> {
    return this.db.transaction('r', this.db.documents, this.db.updates, () => this.read(map))
  }

  since(map: Id, seq: number): Promise<Stored> {
    const { documents, updates } = this.db
    return this.db.transaction('r', documents, updates, async () => {
      const states = await documents.where('[map+upTo]').between([map, seq + 1], [map, Dexie.maxKey]).toArray()
      return stored(states, await updates.where('[map+seq]').between([map, seq], [map, Dexie.maxKey], false, true).toArray(), seq)
    })
  }

  private async read(map: Id): Promise<Stored> {
    const states = await this.db.documents.where('map').equals(map).toArray()
    return stored(states, await this.db.updates.where('[map+seq]').between([map, Dexie.minKey], [map, Dexie.maxKey]).toArray(), 0)
  }

  async write(batch: Batch): Promise<Written> {
    if (!this.db.isOpen()) await this.reopen()
    const { maps, documents, updates, contents } = this.db
    return this.db.transaction('rw', maps, documents, updates, contents, async () => {
      // Dexie opens a closed connection again by itself, and by then another tab may have upgraded the database.
      if (this.db.found > DATABASE_VERSION) throw new NewerDatabase()
      const transaction = Dexie.currentTransaction.idbtrans as IDBTransaction
      this.writing.add(transaction)
      transaction.addEventListener('complete', () => this.writing.delete(transaction))
      transaction.addEventListener('abort', () => this.writing.delete(transaction))
      for (const { key, text } of batch.contents) await keepContent(contents, key, text, batch.map)
      const added = typeof batch.updates === 'function' ? batch.updates((await this.read(batch.map)).documents) : batch.updates
      const rows: UpdateRow[] = added.map(({ name, update }) => ({ map: batch.map, name, encoding: ENCODING, update }))
      // Asked for before any answer is waited for: a page that goes away in this tick has no time for a second question.
      const adding = rows.length ? updates.bulkAdd(rows as never, { allKeys: true }) : Promise.resolve([])
      const card = batch.card(await maps.get(batch.map))
      if (!card) throw new MapGone(batch.map)
      await maps.put(card)
      const keys = await adding
      return { from: (keys[0] as number | undefined) ?? null, to: (keys.at(-1) as number | undefined) ?? null }
    })
  }

  hurry(): void {
    for (const transaction of this.writing) {
      try {
        transaction.commit()
      } catch {
        // It is over already.
      }
    }
  }

  async setCard(map: Id, next: (before: CardRow) => CardRow): Promise<void> {
    await this.db.transaction('rw', this.db.maps, async () => {
      const before = await this.db.maps.get(map)
      if (before) await this.db.maps.put(next(before))
    })
  }

  async keepPicture(id: Id, picture: MapPicture): Promise<void> {
    await this.db.pictures.put({ id, picture })
  }

  async compact(map: Id, fold: (updates: readonly Uint8Array[]) => Uint8Array | null): Promise<void> {
    const { documents, updates } = this.db
    await this.db.transaction('rw', documents, updates, async () => {
      const { documents: held, seq } = await this.read(map)
      const folded = held.map(({ name, updates: parts }) => ({ name, state: fold(parts) }))
      if (folded.some(({ state }) => state === null)) return
      await documents.bulkPut(folded.map(({ name, state }) => ({ map, name, encoding: ENCODING, state: state as Uint8Array, upTo: seq })))
      await updates.where('[map+seq]').between([map, Dexie.minKey], [map, seq], true, true).delete()
    })
  }

  async content(key: string): Promise<string | undefined> {
    return (await this.db.contents.get(key))?.text
  }

  async purge(map: Id): Promise<void> {
    const { maps, pictures, documents, updates, contents, drafts, recoveryPoints } = this.db
    await this.db.transaction('rw', [maps, pictures, documents, updates, contents, drafts, recoveryPoints], async () => {
      await maps.delete(map)
      await pictures.delete(map)
      await documents.where('map').equals(map).delete()
      await updates.where('[map+seq]').between([map, Dexie.minKey], [map, Dexie.maxKey]).delete()
      await drafts.where('map').equals(map).delete()
      await recoveryPoints.where('map').equals(map).delete()
      for (const row of await contents.where('maps').equals(map).toArray()) {
        const others = row.maps.filter((id) => id !== map)
        if (others.length) await contents.put({ ...row, maps: others })
        else await contents.delete(row.key)
      }
    })
  }

  async keepDraft(draft: DraftRow): Promise<void> {
    await this.db.drafts.put(draft)
  }

  dropDraft(key: string): Promise<void> {
    return this.db.drafts.delete(key)
  }

  draftsOf(map: Id): Promise<DraftRow[]> {
    return this.db.drafts.where('map').equals(map).toArray()
  }

  async keepRecoveryPoint(point: RecoveryRow, { most, bytes }: PointLimits): Promise<void> {
    const { recoveryPoints } = this.db
    await this.db.transaction('rw', recoveryPoints, async () => {
      await recoveryPoints.add(point)
      const points = (await recoveryPoints.where('map').equals(point.map).toArray()).reverse()
      let total = 0
      const gone = points.filter(({ documents }, i) => {
        total += documents.reduce((sum, { state }) => sum + state.length, 0)
        return i >= most || (i >= 2 && total > bytes)
      })
      await recoveryPoints.bulkDelete(gone.flatMap(({ id }) => (id === undefined ? [] : [id])))
    })
  }

  async lastRecoveryPoint(map: Id): Promise<number | undefined> {
    return (await this.db.recoveryPoints.where('map').equals(map).last())?.at
  }

  recoveryPoints(map: Id): Promise<RecoveryRow[]> {
    return this.db.recoveryPoints.where('map').equals(map).toArray()
  }

  async preference(key: string): Promise<unknown> {
    return (await this.db.preferences.get(key))?.value
  }

  async keepPreference(key: string, value: unknown): Promise<void> {
    await this.db.preferences.put({ key, value })
  }

  close(): void {
    this.db.close({ disableAutoOpen: true })
  }

  destroy(): Promise<void> {
    return this.db.delete({ disableAutoOpen: true })
  }
}

/** States and the updates that come after them, by document. A row in another encoding is nothing this code can read. */
function stored(states: readonly DocumentRow[], updates: readonly UpdateRow[], seq: number): Stored {
  const byName = new Map<string, Uint8Array[]>()
  const add = (name: string, encoding: string, bytes: Uint8Array): void => {
    if (encoding === ENCODING) byName.set(name, [...(byName.get(name) ?? []), bytes])
  }
  for (const { name, encoding, state } of states) add(name, encoding, state)
  for (const { name, encoding, update } of updates) add(name, encoding, update)
  const documents: StoredDocument[] = [...byName].map(([name, parts]) => ({ name, updates: parts }))
  const last = Math.max(seq, ...states.map(({ upTo }) => upTo), ...updates.map((row) => row.seq ?? 0))
  return { documents, seq: last, loose: updates.length }
}

async function keepContent(contents: Database['contents'], key: string, text: string, map: Id): Promise<void> {
  const before: ContentRow | undefined = await contents.get(key)
  if (!before?.maps.includes(map)) await contents.put({ key, text, maps: [...(before?.maps ?? []), map] })
}
