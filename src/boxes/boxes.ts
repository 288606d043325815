import type { Id } from '../model/ids.ts'
import type { ElementKind } from '../model/kinds.ts'
import type { MapElement } from '../model/records.ts'
import { balanced } from './lines.ts'
import { textWidth, type FontWeight } from './text-width.ts'

export { textWidth } from './text-width.ts'

/** The card of an element in world units, and its name as it is broken. */
export interface Box {
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
}

/** The name on a card: `marks/VOCABULARY.md` §1. */
export const LABEL_SIZE = 14
export const LABEL_LINE = 17
export const LABEL_WEIGHT: FontWeight = 600

const LEAST_WIDTH = 84
const ROUND_TO = 4
const TWO_LINES = 44
const ONE_LINE = 30
/** Beside the text: the band, and the room before and after it. */
const BESIDE = 26
const BESIDE_BY_KIND: Partial<Record<ElementKind, number>> = { role: 4, people: 4, group: 14, outcome: 10, factor: -8 }
const HEIGHT_BY_KIND: Partial<Record<ElementKind, number>> = { factor: -4, people: 4 }

const boxes = new WeakMap<MapElement, Box>()

/** Cached by the record's identity. */
export function boxOf(element: MapElement): Box {
  let box = boxes.get(element)
  if (!box) {
    box = measured(element.name, element.kind)
    boxes.set(element, box)
  }
  return box
}

/** The box of a name and a kind that have no record yet. */
export function measured(name: string, kind: ElementKind): Box {
  const lines = balanced(name, LABEL_SIZE, LABEL_WEIGHT)
  const text = Math.max(...lines.map((line) => textWidth(line, LABEL_SIZE, LABEL_WEIGHT)))
  const wanted = Math.max(LEAST_WIDTH, text + BESIDE + (BESIDE_BY_KIND[kind] ?? 0))
  return {
    width: Math.ceil(wanted / ROUND_TO) * ROUND_TO,
    height: (lines.length > 1 ? TWO_LINES : ONE_LINE) + (HEIGHT_BY_KIND[kind] ?? 0),
    lines,
  }
}

export function boxesOf(elements: Iterable<MapElement>): ReadonlyMap<Id, Box> {
  const found = new Map<Id, Box>()
  for (const element of elements) found.set(element.id, boxOf(element))
  return found
}
