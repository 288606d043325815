import type { StoredDocument } from '../document/map-document.ts'
import type { Id } from '../model/ids.ts'
import type { CardRow, ContentRow, DraftRow, MapPicture, RecoveryRow } from './rows.ts'

/** What the disk holds of a map, up to a sequence number. */
export interface Stored {
  readonly documents: readonly StoredDocument[]
  readonly seq: number
  /** Updates that are not folded into a state yet. */
  readonly loose: number
}

/** What one transaction writes: contents first, then the updates whose cards name them, then the map's own card. */
export interface Batch {
  readonly map: Id
  readonly contents: readonly Pick<ContentRow, 'key' | 'text'>[]
  /** Given what the disk holds of each document, the updates to add. Most writes do not look. */
  readonly updates: readonly { readonly name: string; readonly update: Uint8Array }[] | Missing
  /** The card after the write; given undefined where the map has none. Undefined back means that the map is gone: nothing is written. */
  readonly card: (before: CardRow | undefined) => CardRow | undefined
}

/** The updates that the disk lacks, made inside the transaction that read what it holds. */
export type Missing = (held: readonly StoredDocument[]) => readonly { readonly name: string; readonly update: Uint8Array }[]

export interface Written {
  /** The first and last sequence numbers; null where nothing had to be added. */
  readonly from: number | null
  readonly to: number | null
}

/** How many recovery points of a map stay, and how many bytes they may take together; the last two stay whatever they take. */
export interface PointLimits {
  readonly most: number
  readonly bytes: number
}

/** A map that another tab took away while this one works on it. */
export class MapGone extends Error {
  override readonly name = 'MapGone'
}

/** The database belongs to a newer version of the app: nothing may be written. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
}

/** Where maps are kept: the database, or memory where there is none. Every write resolves only when its transaction completed. */
export interface Disk {
  /** Why nothing is kept beyond this tab; null on a real disk. */
  readonly memoryOnly: string | null
  cards(): Promise<CardRow[]>
  card(map: Id): Promise<CardRow | undefined>
  pictures(): Promise<Map<Id, MapPicture>>
  load(map: Id): Promise<Stored>
  since(map: Id, seq: number): Promise<Stored>
  /** Rejects with `MapGone` where the map is no longer there. */
  write(batch: Batch): Promise<Written>
  /** The page goes away: what was asked for is committed without waiting for answers. */
  hurry(): void
  setCard(map: Id, next: (before: CardRow) => CardRow): Promise<void>
  keepPicture(map: Id, picture: MapPicture): Promise<void>
  /** Folds updates into states. Where an update is missing that others build on, `fold` gives null and the rows stay. */
  compact(map: Id, fold: (updates: readonly Uint8Array[]) => Uint8Array | null): Promise<void>
  content(key: string): Promise<string | undefined>
  /** Everything of a map, gone for good. */
  purge(map: Id): Promise<void>
  keepDraft(draft: DraftRow): Promise<void>
  dropDraft(key: string): Promise<void>
  draftsOf(map: Id): Promise<DraftRow[]>
  /** Keeps a point and lets the oldest go. */
  keepRecoveryPoint(point: RecoveryRow, limits: PointLimits): Promise<void>
  /** When the last one was kept. */
  lastRecoveryPoint(map: Id): Promise<number | undefined>
  recoveryPoints(map: Id): Promise<RecoveryRow[]>
  preference(key: string): Promise<unknown>
  keepPreference(key: string, value: unknown): Promise<void>
  close(): void
  /** Deletes the whole database. */
  destroy(): Promise<void>
}
