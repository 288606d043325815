import type { StoredDocument } from '../document/map-document.ts'
import type { RecordedStep } from '../document/recorded-step.ts'
import type { Id } from '../model/ids.ts'
import type { CardRow, ContentRow, DraftRow, MapPicture, RecoveryRow, StepListRow } from './rows.ts'

/** What the disk holds of a map, up to a sequence number. */
export interface Stored {
  readonly documents: readonly StoredDocument[]
  readonly seq: number
  /** Updates that are not folded into a state yet. */
  readonly loose: number
}

/** A list of steps as the disk holds it: in their order, and up to which they stand. */
export interface KeptSteps {
  readonly steps: readonly RecordedStep[]
  readonly at: number
}

/** What changes in a list of steps. */
export interface StepWrites {
  readonly list: StepListRow
  /** Nothing else of the list is to stay. */
  readonly isWhole: boolean
  readonly gone: readonly number[]
  readonly steps: readonly RecordedStep[]
}

export interface Update {
  readonly name: string
  readonly update: Uint8Array
}

export type Content = Pick<ContentRow, 'key' | 'text'>

/** What one transaction writes of a map: contents first, then the updates whose cards name them, and the steps that made them. */
export interface Batch {
  readonly map: Id
  /** Of a map that is new. */
  readonly card?: CardRow
  readonly contents: readonly Content[]
  readonly updates: readonly Update[] | Missing
  readonly steps?: StepWrites | null
}

/** The updates that the disk lacks, made inside the transaction that read what it holds. */
export type Missing = (held: readonly StoredDocument[]) => readonly Update[]

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
  /** With a list of steps, in one look at both. */
  load(map: Id, list?: Id): Promise<Stored & { readonly kept: KeptSteps }>
  since(map: Id, seq: number): Promise<Stored>
  /** Resolves when the transaction completed. What needs no look at the disk is asked for at once. */
  write(batch: Batch): Promise<Written>
  /** Rewrites a map's card; given and giving undefined where there is none. */
  setCard(map: Id, next: (before: CardRow | undefined) => CardRow | undefined): Promise<CardRow | undefined>
  keepPicture(map: Id, picture: MapPicture): Promise<void>
  /** Folds updates into states. Where an update is missing that others build on, `fold` gives null and the rows stay. */
  compact(map: Id, fold: (updates: readonly Uint8Array[]) => Uint8Array | null): Promise<void>
  content(map: Id, key: string): Promise<string | undefined>
  /** The lists of steps of a map, without their steps. */
  stepLists(map: Id): Promise<StepListRow[]>
  dropSteps(list: Id): Promise<void>
  /** Everything of a map, gone for good, where its card is still such a one. Gives whether it went. */
  purge(map: Id, isDue: (card: CardRow) => boolean): Promise<boolean>
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
