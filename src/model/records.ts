import type { Id } from './ids.ts'
import type {
  ActionStatus, Beat, Better, ChangeRoute, Coverage, ElementKind, OutcomeFor, OverlayName, PerspectiveType, Polarity, Slot, TieKind,
} from './kinds.ts'

/** World units: one is one CSS pixel at zoom 1. The position of an element is the centre of its box. */
export type Point = readonly [x: number, y: number]
export type Size = readonly [width: number, height: number]

/** A set of names that keeps its order: name → order number. Maps, because `__proto__` is a plain name here. */
export type Names = ReadonlyMap<string, number>
/** What else people know about a thing. A date or a link is text. */
export type Facts = ReadonlyMap<string, string | number>
/** JSON text of a file's keys that this version does not know, written back as they came; empty when there are none. */
export type Extra = string

export interface MapMeta {
  /** Every map's meta record has the id `map`; this is the map's own name among maps. */
  readonly mapId: Id
  readonly title: string
  readonly question: string
  readonly place: string
  /** The element in the middle; null means the first element of kind people. */
  readonly centre: Id | null
  readonly illustrative: boolean
  /** Shared by every file that began as the same file. */
  readonly lineage: string
  readonly background: Background | null
  /** What *Settle* last left behind (a digest of structure, pins, sizes and positions), so that settling again moves nothing. */
  readonly settled: string
  /** Which table this copy is, by its perspective; empty in a table pack that nobody has answered for; null in a map that is no table's. */
  readonly table: string | null
  readonly extra: Extra
  /** Unknown keys at the top of the file. */
  readonly fileExtra: Extra
}

/** A picture beneath everything. `position` is its upper left corner. */
export interface Background {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp'
  /** Base64. */
  readonly data: string
  readonly position: Point
  readonly size: Size
}

export interface Organisation {
  readonly id: Id
  readonly name: string
  readonly code: string
  readonly slot: Slot
  readonly order: number
  readonly extra: Extra
}

export interface MapElement {
  readonly id: Id
  readonly name: string
  readonly organisation: Id | null
  readonly kind: ElementKind
  readonly pinned: boolean
  readonly aliases: Names
  readonly tags: Names
  readonly facts: Facts
  readonly description: string
  /** When it was named, as an ISO moment; empty when nobody knows. */
  readonly added: string
  /** These five are read only while the kind is outcome, and kept when it is not. */
  readonly outcomeFor: OutcomeFor
  readonly measure: string
  readonly unit: string
  readonly better: Better
  readonly target: number | null
  readonly extra: Extra
}

/** One dated value of an outcome's measure, typed by hand. */
export interface OutcomeReading {
  readonly id: Id
  readonly element: Id
  readonly date: string
  readonly value: number | null
  readonly source: string
  readonly order: number
  readonly extra: Extra
}

export interface Relationship {
  readonly id: Id
  readonly from: Id
  readonly to: Id
  readonly kind: TieKind
  readonly label: string
  readonly mutual: boolean
  readonly polarity: Polarity | null
  readonly delay: boolean
  readonly star: boolean
  readonly facts: Facts
  readonly description: string
  readonly added: string
  readonly extra: Extra
}

export interface Perspective {
  readonly id: Id
  readonly name: string
  readonly type: PerspectiveType
  readonly organisation: Id | null
  readonly coverage: Coverage
  readonly coverageAt: string | null
  readonly private: boolean
  /** When the file it was gathered from was written, as an ISO moment; empty where it was never gathered. */
  readonly handedIn: string
  readonly order: number
  readonly extra: Extra
}

/** 0 says no; 1–5 says yes and rates a tie; `yes` says yes and no more. One value, so that two people's answers cannot contradict. */
export type Presence = 0 | 1 | 2 | 3 | 4 | 5 | 'yes'

/** What one perspective says of one subject. An absent key is *not said*; a judgement with no key at all does not exist. */
export interface Judgement {
  readonly presence?: Presence
  readonly quality?: number
  readonly influence?: number
  readonly interest?: number
  readonly progress?: number
  readonly matters?: string
  readonly brings?: string
  readonly value?: string
  readonly split?: boolean
  readonly note?: string
  readonly extra?: Extra
}

/** The card of a version. Its content is kept apart, under `content`. */
export interface Version {
  readonly id: Id
  readonly name: string
  readonly date: string
  readonly room: string
  readonly absent: string
  /** Key of the frozen content: the hash of its canonical text. */
  readonly content: string
  readonly order: number
  readonly extra: Extra
}

/** Which moment and whose view. `version` null is now; `perspective` `*` is the voices together. */
export interface ReadingName {
  readonly version: Id | null
  readonly perspective: Id
}

export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Story {
  readonly id: Id
  readonly title: string
  readonly order: number
  readonly extra: Extra
}

export interface Scene {
  readonly id: Id
  readonly story: Id
  readonly beat: Beat | null
  readonly title: string
  readonly words: string
  readonly camera: Camera | null
  readonly focus: readonly Id[]
  readonly path: readonly Id[]
  readonly reading: ReadingName
  readonly compare: ReadingName | null
  readonly overlay: OverlayName | null
  readonly order: number
  readonly extra: Extra
}

export interface Action {
  readonly id: Id
  readonly title: string
  readonly owner: string
  readonly organisations: readonly Id[]
  readonly touches: readonly Id[]
  readonly aims: readonly Id[]
  readonly change: ChangeRoute | null
  readonly firstStep: string
  readonly due: string | null
  readonly status: ActionStatus
  readonly extra: Extra
}

export interface Reflection {
  readonly id: Id
  readonly date: string
  readonly prompt: string
  readonly words: string
  readonly about: readonly Id[]
  readonly private: boolean
  readonly coaching: boolean
  readonly extra: Extra
}

export interface Loop {
  readonly id: Id
  readonly name: string
  readonly ties: readonly Id[]
  readonly words: string
  readonly extra: Extra
}

/** Plain words on the canvas. */
export interface Note {
  readonly id: Id
  readonly text: string
  /** Its upper left corner: the words grow down from it. */
  readonly position: Point
  readonly width: number
  readonly extra: Extra
}

/** A titled region behind the elements. What lies in it is what stands there: nothing belongs to it. */
export interface Area {
  readonly id: Id
  readonly title: string
  /** Its upper left corner. */
  readonly position: Point
  readonly size: Size
  readonly extra: Extra
}

/** The tables whose records have a base value and an id of their own. */
export interface RecordOf {
  organisations: Organisation
  elements: MapElement
  outcomeReadings: OutcomeReading
  relationships: Relationship
  perspectives: Perspective
  versions: Version
  stories: Story
  scenes: Scene
  actions: Action
  reflections: Reflection
  loops: Loop
  notes: Note
  areas: Area
}
export type RecordTable = keyof RecordOf

/** Every place a write can go. `meta` has one record, `map`; `positions` one field, `at`; a judgement's id is `perspective:subject`. */
export type Table = RecordTable | 'meta' | 'positions' | 'judgements'
