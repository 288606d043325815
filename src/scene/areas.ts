import { textWidth } from '../boxes/boxes.ts'
import { drawnName, shortened } from '../boxes/lines.ts'
import type { Id } from '../model/ids.ts'
import type { Area, Point } from '../model/records.ts'
import { roundedData } from './curves.ts'
import type { Mark } from './marks.ts'
import { overlapOf, type Obstacles } from './rectangles.ts'
import type { Bounds, SceneArea } from './scene.ts'

/** World units. */
const RADIUS = 6
/** Two fine lines side by side, as the edge of a chart: one alone would be lost on the colour of a territory. */
const LINES = 5.5
const BETWEEN = 2.5
const TITLE_SIZE = 13
const INDENT = 12
/** From an edge to the baseline of a title inside it, and of one outside. */
const BELOW = 20
const ABOVE = 8
/** Round a title's letters, for who takes hold of it: to the sides, over the baseline, under it. */
const HANDLE = [8, 18, 8] as const
/** How finely a clear place is looked for along an edge. */
const STEP = 12

/** An area where it lies now. */
export interface Laid {
  readonly record: Area
  readonly bounds: Bounds
}

/** A title where it stands: the left end of its baseline. */
export interface AreaTitle {
  readonly at: Point
  readonly text: string
  readonly size: number
}

function boxOf({ at: [x, y], text, size }: AreaTitle): Bounds {
  const scale = size / TITLE_SIZE
  return { x: x - HANDLE[0], y: y - HANDLE[1] * scale, width: textWidth(text, size, 600) + 2 * HANDLE[0], height: (HANDLE[1] + HANDLE[2]) * scale }
}

/** Each title at the first place along its area's edge that is clear of cards, notes and other titles: within the upper edge, the lower one, or just over the area. Where none is clear, the clearest. */
export function areaTitles(areas: readonly Laid[], scale: number, obstacles: Obstacles): ReadonlyMap<Id, AreaTitle> {
  const titles = new Map<Id, AreaTitle>()
  for (const { record, bounds: { x, y, width, height } } of areas) {
    const size = TITLE_SIZE * scale
    const text = shortened(drawnName(record.title), Math.max(size, width - 2 * INDENT), size, 600)
    if (text === '') continue
    const room = Math.max(0, width - 2 * INDENT - textWidth(text, size, 600))
    const usual: AreaTitle = { at: [x + INDENT, y + BELOW * scale], text, size }
    let title = usual
    let least = Infinity
    for (const baseline of [y + BELOW * scale, y + height - ABOVE * scale, y - ABOVE * scale]) {
      for (let along = 0; along <= room && least > 0; along += STEP) {
        const tried: AreaTitle = { ...usual, at: [x + INDENT + along, baseline] }
        const box = boxOf(tried)
        const covered = obstacles.under(box).reduce((sum, other) => sum + overlapOf(box, other), 0)
        if (covered < least) {
          least = covered
          title = tried
        }
      }
    }
    obstacles.add(boxOf(title))
    titles.set(record.id, title)
  }
  return titles
}

export interface AreaSource extends Laid {
  readonly title: AreaTitle | null
  readonly isSelected: boolean
  /** Over a picture an area is its edge alone. */
  readonly isFilled: boolean
}

const isSameTitle = (a: AreaTitle | null, b: AreaTitle | null): boolean =>
  a === b || (a !== null && b !== null && a.text === b.text && a.size === b.size && a.at[0] === b.at[0] && a.at[1] === b.at[1])

const isSameArea = (a: AreaSource, b: AreaSource): boolean =>
  a.record === b.record && a.isSelected === b.isSelected && a.isFilled === b.isFilled && isSameTitle(a.title, b.title) &&
  a.bounds.x === b.bounds.x && a.bounds.y === b.bounds.y && a.bounds.width === b.bounds.width && a.bounds.height === b.bounds.height

export class DrawnArea implements SceneArea {
  readonly source: AreaSource
  readonly handle: Bounds | null
  readonly ground: readonly Mark[]
  readonly marks: readonly Mark[]
  readonly title: readonly Mark[]

  private constructor(source: AreaSource) {
    this.source = source
    const { bounds: { x, y, width, height }, title, isSelected, isFilled } = source
    const d = roundedData(x, y, width, height, RADIUS)
    const paper = isFilled ? 'land' : 'paper'
    this.ground = isFilled ? [{ is: 'path', d, fill: 'land' }] : []
    this.marks = [
      ...(isSelected ? [{ is: 'path', part: 'ring', d: roundedData(x - 5, y - 5, width + 10, height + 10, RADIUS + 5), stroke: 'focus', width: 2.25 } as const] : []),
      { is: 'path', part: 'outline', d, stroke: 'coast', width: LINES },
      { is: 'path', part: 'outline', d, stroke: paper, width: BETWEEN },
    ]
    this.title = title ? [{ is: 'text', x: title.at[0], y: title.at[1], text: title.text, size: title.size, weight: 600, fill: 'ink-2', anchor: 'start', keyline: { colour: paper, width: 4 } }] : []
    this.handle = title && boxOf(title)
  }

  /** The area before, if it is the same in the same place. */
  static of(source: AreaSource, before: SceneArea | undefined): DrawnArea {
    return before instanceof DrawnArea && isSameArea(before.source, source) ? before : new DrawnArea(source)
  }

  get id(): Id {
    return this.source.record.id
  }
  get bounds(): Bounds {
    return this.source.bounds
  }
  get isSelected(): boolean {
    return this.source.isSelected
  }
}
