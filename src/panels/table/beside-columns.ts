import { resizeArea } from '../../edits/areas.ts'
import { nudge } from '../../edits/move.ts'
import { widenNote, writeNote } from '../../edits/notes.ts'
import { rename } from '../../edits/set-field.ts'
import { standingBox, type Box } from '../../edits/standing-box.ts'
import { FIELDS, fieldIn, type Field } from '../../model/fields.ts'
import type { MapChange } from '../../model/change.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { elementsIn } from '../../reading/elements-in.ts'
import { isNotUnderstood, valueOf } from './cell-text.ts'
import type { Column } from './column.ts'

/** A cell has one line: this stands where a note begins another. */
const BREAK = '↵'

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ` ${BREAK} `)
const severalLines = (text: string): string => text.split(BREAK).map((line) => line.trim()).join('\n')

const NUMBER = { ...(fieldIn(FIELDS.notes, 'width') as Field), nullable: true } as const

/** A number of a thing's box; what is written there moves or resizes it. */
function boxColumn(map: SystemMap, side: keyof Box, title: string, write: (now: SystemMap, row: Id, to: number, box: Box) => MapChange): Column {
  const valueIn = (of: SystemMap, row: Id) => Math.round(standingBox(of, row)?.[side] ?? 0)
  return {
    id: side,
    title,
    width: 96,
    read: (row) => String(valueIn(map, row)),
    sort: (row) => valueIn(map, row),
    edit: {
      start: (row) => String(valueIn(map, row)),
      write(now, row, text) {
        const value = valueOf(NUMBER, text)
        if (isNotUnderstood(value)) return value
        const box = standingBox(now, row)
        return typeof value === 'number' && box ? write(now, row, Math.round(value), box) : { problem: 'It needs a number.' }
      },
    },
  }
}

const placeColumns = (map: SystemMap): readonly Column[] => [
  boxColumn(map, 'x', 'Left', (now, row, to, box) => nudge(now, [row], to - box.x, 0)),
  boxColumn(map, 'y', 'Top', (now, row, to, box) => nudge(now, [row], 0, to - box.y)),
]

export function noteColumns(map: SystemMap): readonly Column[] {
  const text = (row: Id) => oneLine(map.notes.get(row)?.text ?? '')
  return [
    {
      id: 'text', title: 'Note', width: 520, read: text,
      edit: { start: text, write: (now, row, to) => (to.trim() === '' ? { problem: 'It needs words. Delete removes a note.' } : writeNote(now, row, severalLines(to))) },
    },
    ...placeColumns(map),
    boxColumn(map, 'width', 'Width', (now, row, to) => widenNote(now, row, to)),
  ]
}

export function areaColumns(map: SystemMap): readonly Column[] {
  const title = (row: Id) => map.areas.get(row)?.title ?? ''
  const held = (row: Id) => {
    const area = map.areas.get(row)
    return area ? elementsIn(map, area).length : 0
  }
  return [
    { id: 'title', title: 'Title', width: 320, read: title, edit: { start: title, write: (now, row, to) => rename(now, row, to) } },
    { id: 'held', title: 'Elements in it', width: 128, read: (row) => String(held(row)), sort: held },
    ...placeColumns(map),
    boxColumn(map, 'width', 'Width', (now, row, width) => resizeArea(now, row, { width })),
    boxColumn(map, 'height', 'Height', (now, row, height) => resizeArea(now, row, { height })),
  ]
}
