import type { Id } from '../model/ids.ts'
import type { ElementKind, Slot } from '../model/kinds.ts'
import type { Background, Point, Size } from '../model/records.ts'
import type { Mark } from './marks.ts'

/** x and y of the top left corner, world units. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a tie starts, then a control point and the point it leads to, once or more: one quadratic, or several that join smoothly. World units. */
export type Curve = readonly [start: Point, control: Point, next: Point, ...more: Point[]]

export const ELEMENT_STATES = ['plain', 'says no', 'not said', 'stepped back', 'lifted'] as const
export type ElementState = (typeof ELEMENT_STATES)[number]

export interface SceneElement {
  readonly id: Id
  readonly centre: Point
  readonly size: Size
  readonly state: ElementState
  readonly isSelected: boolean
  readonly kind: ElementKind
  readonly slot: Slot | null
  /** Whether its name is kept where only some can be read: chosen, at a starred tie, or among those with most ties. */
  readonly matters: boolean
  /** Relative to the centre, so that an element that only moved keeps the same list. */
  readonly marks: readonly Mark[]
}

export interface SceneTie {
  readonly id: Id
  readonly from: Id
  readonly to: Id
  /** 0 where nobody rated it, it is not said, or said not to be. */
  readonly strength: number
  readonly standing: 'plain' | 'called out' | 'stepped back'
  /** What a question spends its ink on: drawn whole however many ties are in sight. */
  readonly isMarked: boolean
  /** The organisation that holds both its ends. */
  readonly within: Id | null
  /** From port to port: one quadratic, or for a loop of an element to itself three. */
  readonly curve: Curve
  /** What the tie is drawn as, body and heads, in world units. */
  readonly marks: readonly Mark[]
  /** Chips, badges and label, drawn over the cards. */
  readonly over: readonly Mark[]
  /** Half the drawn width, for hit-testing. */
  readonly reach: number
}

export interface Territory {
  readonly organisation: Id
  /** How many ties have both ends in it: said beside the title where they are not drawn. */
  readonly within: number
  /** Drawn under everything. */
  readonly marks: readonly Mark[]
  /** The title, drawn over ties. */
  readonly title: readonly Mark[]
  /** What stands for the title where the land is too small for it. */
  readonly code: string
  /** How wide the land is. */
  readonly width: number
  /** How many times its size the title may have before it lies on a card. */
  readonly clear: number
}

/** Plain words on the map. */
export interface SceneNote {
  readonly id: Id
  readonly centre: Point
  readonly size: Size
  readonly isSelected: boolean
  /** Relative to the centre, so that a note that only moved keeps the same list. */
  readonly marks: readonly Mark[]
}

/** A region behind the elements. */
export interface SceneArea {
  readonly id: Id
  readonly bounds: Bounds
  readonly isSelected: boolean
  /** Where its title is taken hold of; null where it has none. */
  readonly handle: Bounds | null
  /** What it is filled with, drawn under the territories. */
  readonly ground: readonly Mark[]
  /** Its edge, drawn under the ties. */
  readonly marks: readonly Mark[]
  /** Drawn over everything. */
  readonly title: readonly Mark[]
}

/** A picture beneath everything, dimmed. */
export interface ScenePicture {
  readonly background: Background
  readonly bounds: Bounds
}

/** A small sign about its own middle. The same sign is the same object wherever it stands. */
export interface Face {
  readonly size: Size
  readonly marks: readonly Mark[]
}

/** A face on the map. The first ones matter most: where signs grown for a far view would cover one another, later ones are left out. */
export interface Sign {
  /** The element or tie that it says something of; absent on a sheet of signs alone. */
  readonly of?: Id
  readonly at: Point
  readonly face: Face
  /** The way it grows where it is drawn larger, so that it does not cover the card it stands on: -1 to 1 across and down. */
  readonly grows?: Point
  /** It says something of the place where it stands, which it would cover if it grew far. */
  readonly isOfPlace?: true
}

/** World units. */
export const LEGEND_SAMPLE: Size = [30, 16]

/** One line of the legend: what the picture uses, and only that. */
export interface LegendEntry {
  readonly words: string
  readonly group: 'organisation' | 'strength' | 'quality' | 'said' | 'kind' | 'overlay'
  /** Drawn in a box of `LEGEND_SAMPLE` width and height, origin at its left middle. */
  readonly marks: readonly Mark[]
}

/** How much larger cards are drawn than they are, about their own middles. */
export type CardScale = 1 | 1.15 | 1.3

/** A reading as plain geometry, computed once; painters only draw it. Ties are in painting order: thick first. */
export interface Scene {
  readonly bounds: Bounds
  readonly cardScale: CardScale
  /** Furniture under everything: range rings round the middle, and the shores of the territories. */
  readonly frame: readonly Mark[]
  readonly territories: readonly Territory[]
  readonly ties: readonly SceneTie[]
  readonly elements: readonly SceneElement[]
  readonly notes: readonly SceneNote[]
  /** Large ones first: a smaller one lies on a larger one. */
  readonly areas: readonly SceneArea[]
  readonly picture: ScenePicture | null
  readonly elementById: ReadonlyMap<Id, SceneElement>
  readonly tieById: ReadonlyMap<Id, SceneTie>
  readonly noteById: ReadonlyMap<Id, SceneNote>
  readonly areaById: ReadonlyMap<Id, SceneArea>
  /** Whose names are kept where only some can be read, those that matter most first. */
  readonly names: ReadonlySet<Id>
  /** How dark, from 0 to 1, the many ties are that nothing is said of where there is room for hairlines only. */
  readonly hairline: number
  /** Badges, chips and pips of what is asked, over everything. */
  readonly signs: readonly Sign[]
  readonly legend: readonly LegendEntry[]
}
