import { createStore } from 'zustand/vanilla'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { MapContent, SystemMap } from '../model/system-map.ts'

/** Whether the work is on the disk. `saved` is said only after the transaction's completion. */
export type SaveState =
  | { readonly is: 'saved' }
  | { readonly is: 'saving' }
  | { readonly is: 'not saved'; readonly since: number; readonly reason: string }
  /** The database is missing or blocked: work goes on in memory. */
  | { readonly is: 'memory only'; readonly reason: string }

/** One row of the start page. */
export interface MapCard {
  readonly id: Id
  readonly title: string
  readonly question: string
  readonly elements: number
  readonly ties: number
  /** Epoch milliseconds. */
  readonly changedAt: number
  /** When it last went to a file; null means it is only on this laptop. */
  readonly filedAt: number | null
  readonly illustrative: boolean
  /** A small picture: each element's position and its organisation's slot, each tie as a pair of indexes. */
  readonly picture: MapPicture
}

export interface MapPicture {
  readonly elements: readonly (readonly [x: number, y: number, slot: string])[]
  readonly ties: readonly (readonly [from: number, to: number])[]
}

export interface Job {
  readonly id: number
  readonly title: string
  /** 0 to 1; null when nobody can say. */
  readonly progress: number | null
  readonly cancel: () => void
}

/** A read-only mirror of what stands outside the page: written only by `app/wiring`, one set per transaction. */
export interface LiveState {
  /** The open map as it is now; null while none is open. */
  readonly map: SystemMap | null
  /** Contents of versions that were opened, by content key. */
  readonly contents: ReadonlyMap<string, MapContent>
  readonly save: SaveState
  /** When this map last went to a file. */
  readonly filedAt: number | null
  /** The first change of it that is in no file. */
  readonly unfiledSince: number | null
  /** What the browser answered when asked to keep the data: null before the first edit. */
  readonly persisted: boolean | null
  readonly maps: readonly MapCard[]
  readonly jobs: readonly Job[]
  /** Where a layout that is at work on a map has got to: shown, and not written. */
  readonly underway: { readonly mapId: Id; readonly places: ReadonlyMap<Id, Point> } | null
  /** Titles of the steps that can be undone and redone, the next one last. */
  readonly undo: readonly string[]
  readonly redo: readonly string[]
  /** A new version of the app waits; called to take it up. */
  readonly update: (() => void) | null
  /** Something about storage that the person should know and can act on. */
  readonly notice: StorageNotice | null
  /** Work that could be brought back. */
  readonly offer: StorageNotice | null
}

export interface StorageNotice {
  readonly words: string
  readonly actions: readonly { readonly title: string; readonly run: () => void }[]
}

export const live = createStore<LiveState>()(() => ({
  map: null,
  contents: new Map(),
  save: { is: 'saved' },
  filedAt: null,
  unfiledSince: null,
  persisted: null,
  maps: [],
  jobs: [],
  underway: null,
  undo: [],
  redo: [],
  update: null,
  notice: null,
  offer: null,
}))
