import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { Bounds, CardScale, Scene } from '../scene/scene.ts'
import type { OnScreen } from '../session/on-screen.ts'

/** A tie being drawn with the pointer: from the edge ring of one element to the point under the pointer, or to another element. */
export interface DrawnLine {
  readonly from: Id
  readonly to: Point
  readonly target: Id | null
}

/** A name box on empty canvas: where the new element goes, and the element it is then tied to. */
export interface NewName {
  readonly at: Point
  readonly from: Id | null
}

/** What the canvas alone knows, for as long as it is on screen. World units throughout. */
export interface CanvasState {
  readonly scene: Scene | null
  /** What the scene was made of, for the names of what is on it. */
  readonly shown: OnScreen | null
  /** The reading that is compared, while it is drawn as a map of its own. */
  readonly other: Scene | null
  /** How large cards had best be in this window; they are smaller where two of them would come too near. */
  readonly wantedScale: CardScale
  /** False while a version is looked at: no gesture then alters anything. */
  readonly canEdit: boolean
  /** Middles of the elements, notes and areas under the pointer's hand: nodes and painters read this in the same frame. */
  readonly dragged: ReadonlyMap<Id, Point> | null
  /** The note or area whose handle is under the pointer's hand, and the box that it has now. */
  readonly resized: ReadonlyMap<Id, Bounds> | null
  /** Where what is on its way will stand. */
  readonly gliding: ReadonlyMap<Id, Point> | null
  /** What lies over the top of the map, CSS px: what is fitted is fitted below it. */
  readonly covered: number
  /** The one element, note or area that Tab reaches. */
  readonly stop: Id | null
  /** The keyboard is at work in the list of elements: the focus comes back there, and not to the cards. */
  readonly isListed: boolean
  /** The element, tie, note or area under the pointer. */
  readonly hovered: Id | null
  readonly line: DrawnLine | null
  readonly marquee: Bounds | null
  /** The line that is being drawn round what is to be chosen. */
  readonly lasso: readonly Point[] | null
  readonly newName: NewName | null
  /** Where a note that is being added was asked for; null where there is room. */
  readonly addingAt: Point | null
  /** The background, decoded. */
  readonly picture: ImageBitmap | null
}

const START: CanvasState = {
  scene: null, shown: null, other: null, wantedScale: 1, canEdit: true, dragged: null, resized: null, gliding: null, covered: 0, stop: null, isListed: false, hovered: null, line: null, marquee: null, lasso: null, newName: null,
  addingAt: null, picture: null,
}

export const canvas = createStore<CanvasState>()(() => START)

export function useCanvas<T>(pick: (state: CanvasState) => T): T {
  return useStore(canvas, pick)
}

export function clearCanvas(): void {
  canvas.setState(START, true)
}
