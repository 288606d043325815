import Dexie, { type Table } from 'dexie'
import type { StoredDocument } from '../document/map-document.ts'
import { ENCODING } from '../document/encoding.ts'
import type { Id } from '../model/ids.ts'
import { DATABASE_VERSION, type Database } from './database.ts'
import { NewerDatabase, type Batch, type Disk, type KeptSteps, type Missing, type PointLimits, type Stored, type Update, type Written } from './disk.ts'
import type { CardRow, DocumentRow, DraftRow, MapPicture, RecoveryRow, StepListRow, UpdateRow } from './rows.ts'
import { allOf, askForSteps, keptSteps } from './step-rows.ts'

/**
 * A table that every writing transaction names, so that the browser runs them one after another, over all tabs. Chromium (150 to 156 at the
 * least) gives up a whole database, as corrupt, where a killed browser left two transactions that were not committed; one alone it takes back.
 */
const TURN = 'preferences'
const STEPS = ['stepLists', 'steps']

/** Maps in the browser's database. Every write is one transaction, and resolves with its completion. */
export class DexieDisk implements Disk {
  readonly memoryOnly = null
  private readonly db: Database
  private reopen: () => Promise<unknown>

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

  load(map: Id, list?: Id): Promise<Stored & { readonly kept: KeptSteps }> {
    const { documents, updates, stepLists, steps } = this.db
    return this.db.transaction('r', list === undefined ? [documents, updates] : [documents, updates, stepLists, steps], async () => {
      const head = list === undefined ? undefined : await stepLists.get(list)
      const rows = head ? await steps.where('[list+n]').between([head.id, Dexie.minKey], [head.id, Dexie.maxKey]).toArray() : []
      return { ...(await this.read(map)), kept: keptSteps(head, rows) }
    })
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
    // Dexie opens a closed connection again by itself, and by then another tab may have upgraded the database.
    if (this.db.found > DATABASE_VERSION) throw new NewerDatabase()
    const { updates } = batch
    return typeof updates === 'function' ? this.writeMissing(batch, updates) : this.writeAtOnce({ ...batch, updates })
  }

  private async writeAtOnce({ map, card, contents, updates, steps }: Batch & { readonly updates: readonly Update[] }): Promise<Written> {
    const added = await this.atOnce(['contents', 'updates', ...(card ? ['maps'] : []), ...(steps ? STEPS : [])], (table) => {
      if (card) table('maps').put(card)
      for (const { key, text } of contents) table('contents').put({ map, key, text })
      if (steps) askForSteps(steps, table, this.db.keyRange)
      return updates.map(({ name, update }) => table('updates').add({ map, name, encoding: ENCODING, update }))
    })
    return numbered(added.map(({ result }) => result as number))
  }

  /**
   * The browser's own calls, because Dexie's take turns: all is asked for and committed in the tick in which this is called. That outlives
   * a page that goes away.
   */
  private atOnce<T>(tables: readonly string[], ask: (table: (name: string) => IDBObjectStore) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = this.db.backendDB().transaction([...tables, TURN], 'readwrite', { durability: 'strict' })
      transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'))
      const asked = ask((name) => transaction.objectStore(name))
      transaction.oncomplete = () => resolve(asked)
      transaction.commit()
    })
  }

  private writeMissing({ map, contents, steps }: Batch, missing: Missing): Promise<Written> {
    const { documents, updates, contents: texts, stepLists, steps: log } = this.db
    return this.inTurn([documents, updates, texts, stepLists, log], async () => {
      await texts.bulkPut(contents.map(({ key, text }) => ({ map, key, text })))
      const rows: UpdateRow[] = missing((await this.read(map)).documents).map(({ name, update }) => ({ map, name, encoding: ENCODING, update }))
      const adding = updates.bulkAdd(rows as never, { allKeys: true })
      if (steps) askForSteps(steps, (name) => transactionNow().objectStore(name), this.db.keyRange)
      commitNow()
      return numbered((await adding) as number[])
    })
  }

  setCard(map: Id, next: (before: CardRow | undefined) => CardRow | undefined): Promise<CardRow | undefined> {
    return this.inTurn([this.db.maps], async () => {
      const card = next(await this.db.maps.get(map))
      if (!card) return card
      const putting = this.db.maps.put(card)
      commitNow()
      await putting
      return card
    })
  }

  async keepPicture(id: Id, picture: MapPicture): Promise<void> {
    await this.inTurn([this.db.pictures], () => this.db.pictures.put({ id, picture }))
  }

  async compact(map: Id, fold: (updates: readonly Uint8Array[]) => Uint8Array | null): Promise<void> {
    const { documents, updates } = this.db
    await this.inTurn([documents, updates], async () => {
      const { documents: held, seq } = await this.read(map)
      const loose = await updates.where('[map+seq]').between([map, Dexie.minKey], [map, seq], true, true).primaryKeys()
      const folded = held.map(({ name, updates: parts }) => ({ name, state: fold(parts) }))
      if (folded.some(({ state }) => state === null)) return
      const done = [
        documents.bulkPut(folded.map(({ name, state }) => ({ map, name, encoding: ENCODING, state: state as Uint8Array, upTo: seq }))),
        updates.bulkDelete(loose),
      ]
      commitNow()
      await Promise.all(done)
    })
  }

  async content(map: Id, key: string): Promise<string | undefined> {
    return (await this.db.contents.get([map, key]))?.text
  }

  stepLists(map: Id): Promise<StepListRow[]> {
    return this.db.stepLists.where('map').equals(map).toArray()
  }

  async dropSteps(list: Id): Promise<void> {
    await this.atOnce(STEPS, (table) => {
      table('stepLists').delete(list)
      table('steps').delete(allOf(list, this.db.keyRange))
    })
  }

  async purge(map: Id, isDue: (card: CardRow) => boolean): Promise<boolean> {
    const { maps, pictures, documents, updates, contents, drafts, recoveryPoints, stepLists, steps } = this.db
    return this.inTurn([maps, pictures, documents, updates, contents, drafts, recoveryPoints, stepLists, steps], async () => {
      const card = await maps.get(map)
      if (!card || !isDue(card)) return false
      for (const list of await stepLists.where('map').equals(map).primaryKeys()) await steps.where('[list+n]').between([list, Dexie.minKey], [list, Dexie.maxKey]).delete()
      await stepLists.where('map').equals(map).delete()
      await maps.delete(map)
      await pictures.delete(map)
      await documents.where('map').equals(map).delete()
      await updates.where('[map+seq]').between([map, Dexie.minKey], [map, Dexie.maxKey]).delete()
      await drafts.where('map').equals(map).delete()
      await recoveryPoints.where('map').equals(map).delete()
      await contents.where('map').equals(map).delete()
      return true
    })
  }

  async keepDraft(draft: DraftRow): Promise<void> {
    await this.atOnce(['drafts'], (table) => table('drafts').put(draft))
  }

  async dropDraft(key: string): Promise<void> {
    await this.atOnce(['drafts'], (table) => table('drafts').delete(key))
  }

  draftsOf(map: Id): Promise<DraftRow[]> {
    return this.db.drafts.where('map').equals(map).toArray()
  }

  async keepRecoveryPoint(point: RecoveryRow, { most, bytes }: PointLimits): Promise<void> {
    const { recoveryPoints } = this.db
    await this.inTurn([recoveryPoints], async () => {
      const before = await recoveryPoints.where('map').equals(point.map).toArray()
      let total = 0
      const gone = [...before, point].reverse().filter(({ documents }, i) => {
        total += documents.reduce((sum, { state }) => sum + state.length, 0)
        return i >= most || (i >= 2 && total > bytes)
      })
      const done = [recoveryPoints.add(point), recoveryPoints.bulkDelete(gone.flatMap(({ id }) => (id === undefined ? [] : [id])))]
      commitNow()
      await Promise.all(done)
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
    await this.inTurn([], () => this.db.preferences.put({ key, value }))
  }

  /** One transaction that waits for every other that writes. */
  private inTurn<T>(tables: readonly Table[], work: () => PromiseLike<T>): Promise<T> {
    return this.db.transaction('rw', [...tables, this.db.table(TURN)], work) as Promise<T>
  }

  close(): void {
    this.db.close({ disableAutoOpen: true })
  }

  destroy(): Promise<void> {
    // What is written after this must not begin a new database.
    this.reopen = () => Promise.reject(new Error('Everything was removed from this device.'))
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

/** Ends the running transaction with what was asked for, without a round through the page. */
function commitNow(): void {
  transactionNow().commit()
}

function transactionNow(): IDBTransaction {
  return Dexie.currentTransaction.idbtrans as IDBTransaction
}

function numbered(keys: readonly number[]): Written {
  return { from: keys[0] ?? null, to: keys.at(-1) ?? null }
}
