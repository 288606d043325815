import type { Json } from '../../model/json.ts'
import type { Polarity } from '../../model/kinds.ts'
import type { Judgement, Organisation, Point } from '../../model/records.ts'
import type { Refused, Repair } from '../repair.ts'

/** One cell of another tool's file. */
export type Value = string | number
/** What a file says of one thing beyond what every map has: column → value. */
export type Values = ReadonlyMap<string, Value>
/** Fields of fields.ts as a record is made of them. */
export type Fields = Readonly<Record<string, Json>>

export interface FoundElement {
  /** As the file has it; ties name their ends by it. */
  readonly id: string
  readonly name: string
  readonly values: Values
  readonly tags: readonly string[]
  readonly description: string
  /** Where the file puts its centre, y downwards; null where it does not say. */
  readonly at: Point | null
  /** Fields of our own, where Sightlines wrote the file. */
  readonly fields?: Fields
}

export interface FoundTie {
  /** As the file has it; empty where it has none. */
  readonly id: string
  /** Ids of elements, which may be missing. */
  readonly from: string
  readonly to: string
  readonly label: string
  readonly mutual: boolean
  readonly delay: boolean
  readonly sign: Polarity | null
  readonly values: Values
  readonly description: string
  readonly fields?: Fields
}

export interface FoundLoop {
  readonly name: string
  readonly words: string
  /** Ids of ties. */
  readonly ties: readonly string[]
}

/** Words that stand on a diagram and are tied to nothing. */
export interface FoundNote {
  readonly text: string
  /** Its upper left corner. */
  readonly at: Point
}

/** What one perspective says. */
export interface FoundView {
  readonly id: string
  readonly fields: Fields
  /** The id of its organisation, or its name; empty where it has none. */
  readonly organisation: string
  /** By ids of elements and ties, as the file has them. */
  readonly said: ReadonlyMap<string, Judgement>
}

/** What a file that Sightlines wrote says beyond what every other does. */
export interface FoundOwn {
  readonly title: string
  readonly question: string
  readonly organisations: readonly Organisation[]
  readonly views: readonly FoundView[]
}

/** One map of another tool's file, before anybody has said what its words mean here. */
export interface Found {
  /** As the file calls it; empty where it does not. */
  readonly title: string
  readonly elements: readonly FoundElement[]
  readonly ties: readonly FoundTie[]
  readonly loops: readonly FoundLoop[]
  readonly notes: readonly FoundNote[]
  /** Who says what, where Sightlines wrote the file: nothing is then said in the name of the file. */
  readonly own?: FoundOwn
  /** What was put right or guessed. */
  readonly repairs: readonly Repair[]
  /** What cannot be kept. */
  readonly losses: readonly Repair[]
}

/** All that a file holds: one map, or several of which one is opened. */
export interface FoundFile {
  readonly ok: true
  /** The format's title. */
  readonly format: string
  /** At least one; the first is offered first. */
  readonly maps: readonly Found[]
}

export type FindResult = FoundFile | Refused
