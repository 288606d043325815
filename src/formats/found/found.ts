import type { Polarity } from '../../model/kinds.ts'
import type { Point } from '../../model/records.ts'
import type { Refused, Repair } from '../repair.ts'

/** One cell of another tool's file. */
export type Value = string | number
/** What a file says of one thing beyond what every map has: column → value. */
export type Values = ReadonlyMap<string, Value>

export interface FoundElement {
  /** As the file has it; ties name their ends by it. */
  readonly id: string
  readonly name: string
  readonly values: Values
  readonly tags: readonly string[]
  readonly description: string
  /** Where the file puts its centre, y downwards; null where it does not say. */
  readonly at: Point | null
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

/** One map of another tool's file, before anybody has said what its words mean here. */
export interface Found {
  /** As the file calls it; empty where it does not. */
  readonly title: string
  readonly elements: readonly FoundElement[]
  readonly ties: readonly FoundTie[]
  readonly loops: readonly FoundLoop[]
  readonly notes: readonly FoundNote[]
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
