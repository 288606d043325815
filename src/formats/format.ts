import type { Json } from '../model/json.ts'
import type { Slot } from '../model/kinds.ts'
import type { WholeMap } from '../model/system-map.ts'
import type { FoundFile } from './found/found.ts'
import type { Refused, Repair } from './repair.ts'

/** A map from a file, with everything that was mended or guessed on the way. */
export interface Read {
  readonly ok: true
  readonly whole: WholeMap
  readonly repairs: readonly Repair[]
}

export type ReadResult = Read | Refused

/** Something that a format cannot carry, said in the export dialog. */
export interface Loss {
  readonly id: string
  readonly words: string
  /** The fields of fields.ts that are lost with it: `table`, or `table.field`. */
  readonly fields: readonly string[]
  /** How much of it there is in a map. */
  count(whole: WholeMap): number
}

export interface WriteOptions {
  /** The version of the app that writes. */
  readonly app: string
  /** When, as an ISO moment. */
  readonly savedAt: string
  /** Private perspectives and reflections go along only where the person ticked them. */
  readonly includePrivate: boolean
  /** The colours of organisations by their slots, `#rrggbb`, for formats that draw. */
  readonly colours?: ReadonlyMap<Slot, string>
  /** The merge history, which the native format alone has room for: base64 of the state of a document that holds this map and nothing deleted. */
  readonly document?: string
}

/** A file of another tool, looked at as far as telling its kind needs. */
export interface Source {
  readonly bytes: Uint8Array
  /** Its first letters, without a byte order mark and spaces. */
  readonly start: string
  /** What it holds where it is JSON. */
  readonly json: Json | undefined
  /** The names of the files in it where it is a zip; it is not unpacked for this. */
  readonly packed: readonly string[]
}

export interface FormatWork {
  read?(bytes: Uint8Array, signal?: AbortSignal): Promise<ReadResult>
  /** Reads another tool's file, telling how far it is; throws a `Refusal`. What its words mean here is asked before anything enters a map. */
  find?(source: Source): Generator<number, FoundFile>
  write?(whole: WholeMap, options: WriteOptions): Promise<Uint8Array>
}

/** A kind of file. Open, Export and the file dialogs read the one list of these. Its heavy parts load when used. */
export interface Format {
  readonly id: string
  readonly title: string
  /** With their dot, the longest first. */
  readonly extensions: readonly string[]
  readonly mime: string
  /** What it is good for, in a few words, where Export offers it among the files for other programs. */
  readonly writes?: string
  readonly losses: readonly Loss[]
  /** Whether a file of another tool is of this kind, by what is in it. Absent where it is only written, and in the native format. */
  isOne?(source: Source): boolean
  load(): Promise<FormatWork>
}
