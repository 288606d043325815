import type { Id } from '../model/ids.ts'

/** Each element's position and its organisation's slot, each tie as a pair of indexes. */
export interface MapPicture {
  readonly elements: readonly (readonly [x: number, y: number, slot: string])[]
  readonly ties: readonly (readonly [from: number, to: number])[]
}

/** What the list of maps says of a map. Moments are epoch milliseconds. */
export interface CardRow {
  readonly id: Id
  readonly title: string
  readonly question: string
  readonly elements: number
  readonly ties: number
  readonly illustrative: boolean
  readonly lineage: string
  readonly changedAt: number
  readonly filedAt: number | null
  /** The first change that is in no file. */
  readonly unfiledSince: number | null
  /** When it was taken off the list; its data goes when the offer to undo has passed. */
  readonly removedAt: number | null
}

export interface PictureRow {
  readonly id: Id
  readonly picture: MapPicture
}

/** A document's state with every update up to the sequence number `upTo` folded in. */
export interface DocumentRow {
  readonly map: Id
  readonly name: string
  readonly encoding: string
  readonly state: Uint8Array
  readonly upTo: number
}

export interface UpdateRow {
  readonly seq?: number
  readonly map: Id
  readonly name: string
  readonly encoding: string
  readonly update: Uint8Array
}

/** A version's frozen content under the hash of its text, beside the map whose cards name it. */
export interface ContentRow {
  readonly map: Id
  readonly key: string
  readonly text: string
}

/** A list of steps, which one tab at a time writes: those up to `at` stand, those after it were undone. */
export interface StepListRow {
  readonly id: Id
  readonly map: Id
  readonly at: number
  readonly usedAt: number
}

/** One step of a list, by its place in it: what it was called, what was selected before and after it, and what it did, as text. */
export interface StepRow {
  readonly list: Id
  readonly n: number
  readonly title: string
  readonly before: readonly Id[]
  readonly after: readonly Id[]
  readonly changes: string
}

/** Text under a cursor. */
export interface DraftRow {
  readonly key: string
  readonly map: Id
  readonly text: string
  readonly at: number
}

/** A document as it was at a moment. */
export interface KeptDocument {
  readonly name: string
  readonly encoding: string
  readonly state: Uint8Array
}

export interface RecoveryRow {
  readonly id?: number
  readonly map: Id
  readonly at: number
  readonly why: string
  readonly elements: number
  readonly ties: number
  readonly documents: readonly KeptDocument[]
}

export interface PreferenceRow {
  readonly key: string
  readonly value: unknown
}
