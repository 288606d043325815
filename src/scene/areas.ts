import { textWidth } from '../boxes/boxes.ts'
import { drawnName, shortened } from '../boxes/lines.ts'
import type { Id } from '../model/ids.ts'
import type { Area } from '../model/records.ts'
import { roundedData } from './curves.ts'
import type { Mark } from './marks.ts'
import type { Bounds, SceneArea } from './scene.ts'

/** World units. */
const RADIUS = 6
/** Two fine lines side by side, as the edge of a chart: one alone would be lost on the colour of a territory. */
const LINES = 7
const BETWEEN = 3
const TITLE_SIZE = 13
const TITLE_AT = [12, 20] as const
/** Round the title's letters, for who takes hold of it. */
const HANDLE = [8, 26] as const

export interface AreaSource {
  readonly record: Area
  readonly bounds: Bounds
  readonly isSelected: boolean
  /** Of its title: as large as the cards are. */
  readonly scale: number
  /** Over a picture an area is its edge alone. */
  readonly isFilled: boolean
}

const isSameArea = (a: AreaSource, b: AreaSource): boolean =>
  a.record === b.record && a.isSelected === b.isSelected && a.isFilled === b.isFilled && a.scale === b.scale &&
  a.bounds.x === b.bounds.x && a.bounds.y === b.bounds.y && a.bounds.width === b.bounds.width && a.bounds.height === b.bounds.height

export class DrawnArea implements SceneArea {
  readonly source: AreaSource
  readonly handle: Bounds | null
  readonly ground: readonly Mark[]
  readonly marks: readonly Mark[]
  readonly title: readonly Mark[]

  private constructor(source: AreaSource) {
    this.source = source
    const { bounds: { x, y, width, height }, record, isSelected, isFilled, scale } = source
    const d = roundedData(x, y, width, height, RADIUS)
    this.ground = isFilled ? [{ is: 'path', d, fill: 'land' }] : []
    this.marks = [
      ...(isSelected ? [{ is: 'path', part: 'ring', d: roundedData(x - 4, y - 4, width + 8, height + 8, RADIUS + 4), stroke: 'focus', width: 2.25 } as const] : []),
      { is: 'path', part: 'outline', d, stroke: 'coast', width: LINES },
      { is: 'path', part: 'outline', d, stroke: isFilled ? 'land' : 'paper', width: BETWEEN },
    ]
    const size = TITLE_SIZE * scale
    const text = shortened(drawnName(record.title), Math.max(size, width - 2 * TITLE_AT[0]), size, 600)
    this.title = text === '' ? [] : [{ is: 'text', x: x + TITLE_AT[0], y: y + TITLE_AT[1] * scale, text, size, weight: 600, fill: 'ink-2', anchor: 'start', keyline: { colour: isFilled ? 'land' : 'paper', width: 4 } }]
    this.handle = text === '' ? null : { x: x + TITLE_AT[0] - HANDLE[0], y: y + 2, width: textWidth(text, size, 600) + 2 * HANDLE[0], height: HANDLE[1] * scale }
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
