import type { WhoChanged } from '../edits/bring-together.ts'
import type { GatherFile } from '../edits/gather/gather-file.ts'
import type { Decisions } from '../edits/gather/match.ts'
import type { GatherPlan } from '../edits/gather/plan.ts'
import type { Clip } from '../formats/clip/write-clip.ts'
import type { WriteOptions } from '../formats/format.ts'
import type { Leaving } from '../formats/leaving/what-leaves.ts'
import type { Refused } from '../formats/repair.ts'
import type { FindResult } from '../formats/found/found.ts'
import type { NativeRead } from '../formats/native/read-native.ts'
import type { ArrangementName, ArrangeOptions, ArrangeResult } from '../layout/arrange-job.ts'
import type { SettleOptions, SettleResult } from '../layout/settle-result.ts'
import type { MapChange } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Point, Version } from '../model/records.ts'
import type { MapContent, SystemMap, WholeMap } from '../model/system-map.ts'
import type { TurnedSteps } from '../words/steps.ts'

/**
 * Applies a change to the open map as one undo step. A slow result is a function of the map at the moment it applies.
 * Changes of the same visit that follow one another are one step together.
 */
export type Dispatch = (title: string, change: MapChange | ((map: SystemMap) => MapChange), visit?: symbol) => void

/** The merge history that a file brings, as base64. It is taken up only where the map it tells is the same as the file's. */
export interface FileHistory {
  readonly base64: string
  isSame(map: SystemMap): boolean
}

/** An earlier state of a map that was kept quietly: when (epoch milliseconds), why, and how much was on it. */
export interface RecoveryPoint {
  readonly id: number
  readonly at: number
  readonly words: string
  readonly elements: number
}

/** Maps on this laptop, and the open one. */
export interface Maps {
  readonly dispatch: Dispatch
  /** Undoes the last steps, so many of them; null where nothing was left to undo. */
  undo(steps?: number): TurnedSteps | null
  redo(steps?: number): TurnedSteps | null
  /** Keeps a whole map under a fresh id (its own when no map here has it) and opens it. */
  create(whole: WholeMap, history?: FileHistory): Promise<Id>
  open(id: Id): Promise<void>
  /** Back to the start page. */
  close(): Promise<void>
  rename(id: Id, title: string): Promise<void>
  duplicate(id: Id): Promise<Id>
  /** Taken off the list at once; its data goes when the offer to undo has passed. */
  remove(id: Id): Promise<void>
  /** Gives false where it is gone for good. */
  putBack(id: Id): Promise<boolean>
  /** Leaves nothing on this device: no map, no second copy, no setting, not the app itself. Nothing can be kept until the page is loaded again. */
  removeEverything(): Promise<void>
  /** Loads the page again, as on a device that it has never been on. */
  startAgain(): void
  /** Freezes the open map's content and writes the card in the same transaction. */
  saveVersion(card: Pick<Version, 'name' | 'date' | 'room' | 'absent'>): Promise<Id>
  /** The frozen content of a version of the open map, loaded when asked and kept in `live.contents`. */
  contentOf(version: Version): Promise<MapContent>
  /** The open map with every version's content, or another one by id. */
  whole(id?: Id): Promise<WholeMap>
  /** The merge history of the open map, or of another one, as its file carries it: base64; null where it cannot be told whole. */
  history?(id?: Id): Promise<string | null>
  /** Earlier states of the open map, the last kept first. */
  recoveryPoints(): Promise<readonly RecoveryPoint[]>
  /** Opens one of them as a map of its own. */
  openPoint(point: RecoveryPoint): Promise<Id>
  /** Keeps the open map as it is now among its earlier states, before something large. */
  keepPoint(why: string): Promise<void>
  /** Which side changed each place of the open map and of another copy of it, by its history; null where that cannot be told. */
  whoChanged?(history: string): Promise<WhoChanged | null>
  /** Keeps what another copy's versions showed, with the next change. */
  keepContents?(contents: ReadonlyMap<string, MapContent>): void
  /** Notes that the open map went to a file. */
  filed(): void
}

/** What a picked or dropped file is, before it is read. */
export interface FileIn {
  readonly name: string
  readonly size: number
  bytes(): Promise<Uint8Array>
}

export interface Files {
  /** Asks the person for files, or for one of these types (as a picker takes them); empty when they changed their mind. */
  pick(types?: string): Promise<readonly FileIn[]>
  /** Puts a file on the disk: a download, or the same file again where the browser keeps a handle and it is not something *apart* from the map's own file. Resolves with the name written. */
  save(name: string, bytes: Uint8Array, type: string, apart?: 'apart'): Promise<string>
  /** Whether this browser lets a page write one file again and again. */
  readonly canKeep: boolean
  /** Asks where the open map's file is to stand from now on; false when the person changed their mind. */
  keepIn(name: string): Promise<boolean>
  copyPicture(png: Uint8Array): Promise<void>
  copyText(text: string): Promise<void>
}

/** The clipboard of the device. */
export interface Clips {
  /** Must be called while a key, a press or a copy event is being handled. */
  write(clip: Clip): void
  /** What is there: a part of a map as `readClip` reads it, where it is one, and its text. Null where the browser does not tell. */
  read(): Promise<{ readonly clip: string | null; readonly text: string } | null>
}

/** How a piece of work can be watched and stopped. An aborted call rejects with the signal's reason. */
export interface Watched {
  readonly signal?: AbortSignal
  /** Told from 0 to 1, several times a second. */
  readonly progress?: (share: number) => void
}

/** A layout can also be seen at work: by where things stand meanwhile. */
export interface WatchedLayout extends Watched {
  readonly progress?: (share: number, places?: ReadonlyMap<Id, Point>) => void
}

/** Work done off the page's thread, one piece after another. */
export interface Work {
  /** Where things should stand; `settled` of the edits room makes the change of it. */
  settle(map: SystemMap, options: SettleOptions & WatchedLayout): Promise<SettleResult>
  /** Where a layout would put things. Nothing is written: it is shown first, and kept with `settled` if it is liked. */
  arrange(map: SystemMap, by: ArrangementName, options: ArrangeOptions & Watched): Promise<ArrangeResult>
  /** Reads a native file; a refusal comes back as a value. */
  readNative(bytes: Uint8Array, watched?: Watched): Promise<NativeRead | Refused>
  /** Reads a file of another tool; null where it is of no kind that is known. */
  find(bytes: Uint8Array, watched?: Watched): Promise<FindResult | null>
  /** A map in a format, by its id, as it leaves. */
  write(job: WriteWork, watched?: Watched): Promise<Uint8Array>
  /** What gathering files into a map would do. */
  planGather(job: GatherWork, watched?: Watched): Promise<GatherPlan>
  /** The change that gathers them. */
  gather(job: Pick<GatherWork, 'map' | 'files'>, plan: GatherPlan, decisions: Decisions, watched?: Watched): Promise<MapChange>
}

export interface WriteWork {
  readonly format: string
  readonly whole: WholeMap
  readonly leaving: Leaving
  readonly options: WriteOptions
}

/** Files and the map that they are gathered into; `included` are the keys of those from other maps that may come. */
export interface GatherWork {
  readonly map: SystemMap
  readonly files: readonly GatherFile[]
  readonly included: ReadonlySet<string>
}
