import { measuredNote, noteBox, type NoteBox } from '../boxes/note-box.ts'
import { byId, type Id } from '../model/ids.ts'
import type { Area, Background, Note, Point } from '../model/records.ts'
import { listed, type Records } from '../model/system-map.ts'
import { DrawnArea, type AreaTitle, type Laid } from './areas.ts'
import { DrawnNote } from './notes.ts'
import type { Bounds, CardScale, Scene, SceneArea, SceneNote, ScenePicture } from './scene.ts'

/** What stands on the map beside its elements and ties. A version does not freeze it, so beside a version there is none. */
export interface BesideInput {
  readonly notes?: Records<Note>
  readonly areas?: Records<Area>
  readonly background?: Background | null
  /** Notes and areas that are being resized: these before their own. */
  readonly resized?: ReadonlyMap<Id, Bounds>
}

interface Input extends BesideInput {
  readonly selection: readonly Id[]
  readonly cardScale: CardScale
  /** Middles of what is being dragged. */
  readonly positions?: ReadonlyMap<Id, Point>
}

export interface Beside {
  readonly notes: readonly SceneNote[]
  /** Large ones first: a smaller one lies on a larger one. */
  readonly areas: readonly Laid[]
  readonly picture: ScenePicture | null
  readonly from: readonly unknown[]
}


/** The same as long as what it is made of is the same; of it, every note and area that did not change. */
export function besideOf(input: Input, before: Beside | null, previous: Scene | null): Beside {
  const { notes, areas, background = null, resized, selection, cardScale, positions } = input
  const from = [notes, areas, background, resized, selection, cardScale, positions]
  if (before && from.every((part, i) => part === before.from[i])) return before
  const chosen = new Set(selection)
  return {
    from,
    notes: listed(notes ?? new Map<Id, Note>()).map((record) => {
      const [box, [x, y]] = laidNote(record, resized?.get(record.id))
      const centre = positions?.get(record.id) ?? [x + box.width / 2, y + box.height / 2]
      return DrawnNote.of({ record, box, isSelected: chosen.has(record.id), scale: cardScale }, centre, previous?.noteById.get(record.id))
    }),
    areas: listed(areas ?? new Map<Id, Area>())
      .map((record) => ({ record, bounds: boundsOf(record, resized?.get(record.id), positions?.get(record.id)) }))
      .sort((a, b) => b.bounds.width * b.bounds.height - a.bounds.width * a.bounds.height || byId(a.record.id, b.record.id)),
    picture: background && pictureOf(background, previous),
  }
}

/** The areas with their titles where there is room for them. */
export function areasOf({ areas, picture }: Beside, titles: ReadonlyMap<Id, AreaTitle>, selection: readonly Id[], previous: Scene | null): readonly SceneArea[] {
  const chosen = new Set(selection)
  return areas.map((laid) => {
    const { id } = laid.record
    return DrawnArea.of({ ...laid, title: titles.get(id) ?? null, isSelected: chosen.has(id), isFilled: picture === null }, previous?.areaById.get(id))
  })
}

const widened = new WeakMap<Bounds, NoteBox>()

function laidNote(record: Note, to: Bounds | undefined): readonly [NoteBox, Point] {
  if (!to) return [noteBox(record), record.position]
  let box = widened.get(to)
  if (!box) widened.set(to, (box = measuredNote(record.text, to.width)))
  return [box, [to.x, to.y]]
}

function boundsOf({ position, size }: Area, resized: Bounds | undefined, middle: Point | undefined): Bounds {
  if (resized) return resized
  const [width, height] = [Math.max(1, size[0]), Math.max(1, size[1])]
  return middle ? { x: middle[0] - width / 2, y: middle[1] - height / 2, width, height } : { x: position[0], y: position[1], width, height }
}

function pictureOf(background: Background, previous: Scene | null): ScenePicture | null {
  if (previous?.picture?.background === background) return previous.picture
  const [width, height] = background.size
  return width > 0 && height > 0 ? { background, bounds: { x: background.position[0], y: background.position[1], width, height } } : null
}
