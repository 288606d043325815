import { NOTE_INDENT, NOTE_LINE, NOTE_SIZE, NOTE_WEIGHT, type NoteBox } from '../boxes/note-box.ts'
import type { Id } from '../model/ids.ts'
import type { Note, Point, Size } from '../model/records.ts'
import { scaled } from './cards.ts'
import { n, roundedData } from './curves.ts'
import type { Mark } from './marks.ts'
import type { SceneNote } from './scene.ts'

/** What a note is made of, compared to know whether it is the same note. */
export interface NoteSource {
  readonly record: Note
  readonly box: NoteBox
  readonly isSelected: boolean
  readonly scale: number
}

const isSameNote = (a: NoteSource, b: NoteSource): boolean => a.record === b.record && a.box === b.box && a.isSelected === b.isSelected && a.scale === b.scale

/** Of the first line below the top of the box. */
const BASELINE = 18

/** A note whose marks are made when they are first painted. */
export class DrawnNote implements SceneNote {
  readonly source: NoteSource
  readonly centre: Point
  private readonly sameMarks: DrawnNote | null
  private own: readonly Mark[] | null = null

  private constructor(source: NoteSource, centre: Point, sameMarks: DrawnNote | null) {
    this.source = source
    this.centre = centre
    this.sameMarks = sameMarks
  }

  /** The note before, if it is the same in the same place; the same marks, if it only moved. */
  static of(source: NoteSource, centre: Point, before: SceneNote | undefined): DrawnNote {
    if (!(before instanceof DrawnNote) || !isSameNote(before.source, source)) return new DrawnNote(source, centre, null)
    if (before.centre[0] === centre[0] && before.centre[1] === centre[1]) return before
    return new DrawnNote(before.source, centre, before.sameMarks ?? before)
  }

  get id(): Id {
    return this.source.record.id
  }
  get size(): Size {
    return [this.source.box.width * this.source.scale, this.source.box.height * this.source.scale]
  }
  get isSelected(): boolean {
    return this.source.isSelected
  }
  get marks(): readonly Mark[] {
    if (this.sameMarks) return this.sameMarks.marks
    this.own ??= noteMarks(this.source)
    return this.own
  }
}

/** Words with a rule at their left, as in a margin; no card and no outline. */
function noteMarks({ box: { width, height, lines }, isSelected, scale }: NoteSource): readonly Mark[] {
  const [left, top] = [-width / 2, -height / 2]
  const marks: Mark[] = []
  if (isSelected) marks.push({ is: 'path', part: 'ring', d: roundedData(left - 5, top - 3, width + 10, height + 6, 6), stroke: 'focus', width: 2.25, join: 'round' })
  marks.push({ is: 'path', part: 'outline', d: `M${n(left + 1.5)} ${n(top + 3)}V${n(top + height - 3)}`, stroke: 'coast', width: 3 })
  lines.forEach((text, i) => {
    if (text === '') return
    marks.push({ is: 'text', part: 'words', x: left + NOTE_INDENT, y: top + BASELINE + i * NOTE_LINE, text, size: NOTE_SIZE, weight: NOTE_WEIGHT, fill: 'ink', anchor: 'start', keyline: { colour: 'paper', width: 4 } })
  })
  return scale === 1 ? marks : marks.map((mark) => scaled(mark, scale))
}
