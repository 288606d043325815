import { noteBox } from '../boxes/note-box.ts'
import { judgementId, make, place, type MapChange, type Write } from '../model/change.ts'
import type { Id, Random } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { Organisation, Perspective, Point, Size } from '../model/records.ts'
import { listed, nextOrder, sharedOf, type SystemMap } from '../model/system-map.ts'
import { freshId, moment, sayYes, tidy, type Making } from './making.ts'
import { codeFor, freeSlot, organisationWrites } from './organisations.ts'
import type { MapPart } from './part.ts'
import { freeShift, sizeOf, type BlockCard } from './place-block.ts'
import { placer } from './placement.ts'
import { baseOf } from './record-base.ts'
import { boxOfArea, type Box } from './standing-box.ts'

export interface PasteOptions {
  readonly making: Making
  /** What every perspective that is here too had said comes along; else the one being written says yes and no more. */
  readonly withJudgements: boolean
  /** The part is of this map or of one that began as the same file: its ids mean the same things. */
  readonly isKin: boolean
  /** What of the world is in sight: a part that stood elsewhere goes to its middle. */
  readonly sight?: { readonly at: Point; readonly size: Size } | null
}

/** What a paste made. */
export interface PastedPart {
  readonly change: MapChange
  readonly elements: readonly Id[]
  readonly ties: readonly Id[]
  readonly notes: readonly Id[]
  readonly areas: readonly Id[]
  readonly organisations: readonly string[]
}

/**
 * A part of a map, as `partOf` gives it or as a clip was read, put into a map: new ids, everything else that was known of the things,
 * near where they stood, in free space as they stood among themselves, its notes and areas with them. An organisation that is here is the same one; one that is not is made.
 */
export function pastePart(map: SystemMap, part: MapPart, { making, withJudgements, isKin, sight = null }: PasteOptions): PastedPart {
  const fresh = giver(map, making.random)
  const homes = homesFor(map, part, isKin, fresh)
  const writes: Write[] = [...homes.writes]
  const ids = new Map<Id, Id>()
  const elements = listed(part.elements)
  for (const element of elements) {
    const id = fresh()
    ids.set(element.id, id)
    const organisation = element.organisation === null ? null : (homes.ids.get(element.organisation) ?? null)
    writes.push(make('elements', id, { ...baseOf('elements', element), organisation, added: moment(making.now) }))
  }
  let order = nextOrder(map.outcomeReadings)
  for (const reading of listed(part.outcomeReadings)) {
    const element = ids.get(reading.element)
    if (element !== undefined) writes.push(make('outcomeReadings', fresh(), { ...baseOf('outcomeReadings', reading), element, order: order++ }))
  }
  const shift = shiftFor(map, part, sight)
  writes.push(...placeWrites(map, part, ids, homes.ids, shift))
  const shifted = ({ position: [x, y] }: { readonly position: Point }): Point => [x + shift[0], y + shift[1]]
  const notes = listed(part.notes).map((note) => make('notes', fresh(), { ...baseOf('notes', note), position: shifted(note) }))
  const areas = listed(part.areas).map((area) => make('areas', fresh(), { ...baseOf('areas', area), position: shifted(area) }))
  writes.push(...notes, ...areas)
  const ties: Id[] = []
  for (const tie of listed(part.relationships)) {
    const [from, to] = [ids.get(tie.from), ids.get(tie.to)]
    if (from === undefined || to === undefined) continue
    const id = fresh()
    ids.set(tie.id, id)
    ties.push(id)
    writes.push(make('relationships', id, { ...baseOf('relationships', tie), from, to, added: moment(making.now) }))
  }
  const made = [...ids.values()]
  writes.push(...(withJudgements ? broughtWrites(map, part, ids, homes, isKin) : made.flatMap((id) => sayYes(map, making.perspective, id))))
  return { change: { writes }, elements: elements.flatMap(({ id }) => ids.get(id) ?? []), ties, notes: notes.map(({ id }) => id), areas: areas.map(({ id }) => id), organisations: homes.made }
}

function giver(map: SystemMap, random: Random): () => Id {
  const taken = new Set<Id>()
  return () => {
    const id = freshId(map, random, taken)
    taken.add(id)
    return id
  }
}

interface Homes {
  /** Each organisation of the part, as it is here. */
  readonly ids: ReadonlyMap<Id, Id>
  /** The perspective that was made with an organisation, by the organisation's id in the part. */
  readonly perspectives: ReadonlyMap<Id, Id>
  /** Names of those that were not here. */
  readonly made: readonly string[]
  readonly writes: readonly Write[]
}

const key = (name: string) => tidy(name).toLowerCase()

/** By id, where that means the same; else by name; else by code. */
function here(map: SystemMap, { id, name, code }: Organisation, isKin: boolean): Organisation | undefined {
  const all = listed(map.organisations)
  const same = map.organisations.get(id)
  if (same && (isKin || key(same.name) === key(name) || key(same.code) === key(code))) return same
  return all.find((one) => key(one.name) === key(name)) ?? (key(code) === '' ? undefined : all.find((one) => key(one.code) === key(code)))
}

function homesFor(map: SystemMap, part: MapPart, isKin: boolean, fresh: () => Id): Homes {
  const ids = new Map<Id, Id>()
  const perspectives = new Map<Id, Id>()
  const made: string[] = []
  const writes: Write[] = []
  const slots = [...map.organisations.values()].map(({ slot }) => slot)
  const codes = [...map.organisations.values()].map(({ code }) => code)
  let order = nextOrder(map.organisations)
  for (const organisation of listed(part.organisations)) {
    const known = here(map, organisation, isKin)
    if (known) {
      ids.set(organisation.id, known.id)
      continue
    }
    const [id, perspective] = [fresh(), fresh()]
    const { name } = organisation
    const isTaken = typeof organisation.slot === 'number' && slots.includes(organisation.slot)
    const slot = isTaken ? freeSlot(slots) : organisation.slot
    const code = codes.includes(organisation.code) ? codeFor(name, codes) : organisation.code
    slots.push(slot)
    codes.push(code)
    ids.set(organisation.id, id)
    if (typeof slot === 'number') perspectives.set(organisation.id, perspective)
    made.push(name)
    writes.push(...organisationWrites(map, id, { name, code, slot, order: order++ }, perspective, made.length))
  }
  return { ids, perspectives, made, writes }
}

/** How far everything moves: as they stood to each other, from where they stood or from the middle of what is in sight on. */
function shiftFor(map: SystemMap, part: MapPart, sight: PasteOptions['sight']): Point {
  const cards: readonly BlockCard[] = [
    ...listed(part.elements).flatMap((element) => {
      const at = part.positions.get(element.id)
      return at ? [{ at, size: sizeOf(element) }] : []
    }),
    ...listed(part.notes).map((note) => cardOf({ x: note.position[0], y: note.position[1], ...noteBox(note) })),
    ...listed(part.areas).map((area) => ({ ...cardOf(boxOfArea(area)), isArea: true })),
  ]
  return cards.length === 0 ? [0, 0] : freeShift(map, cards, towardsSight(cards, sight ?? null))
}

function cardOf({ x, y, width, height }: Box): BlockCard {
  return { at: [x + width / 2, y + height / 2], size: [width, height] }
}

function placeWrites(map: SystemMap, part: MapPart, ids: ReadonlyMap<Id, Id>, homes: ReadonlyMap<Id, Id>, [dx, dy]: Point): readonly Write[] {
  const places = placer(map, part.elements.size)
  return listed(part.elements).map((element) => {
    const id = ids.get(element.id) ?? ''
    const at = part.positions.get(element.id)
    const { name, kind } = element
    const organisation = element.organisation === null ? null : (homes.get(element.organisation) ?? null)
    return at ? place(id, at[0] + dx, at[1] + dy) : place(id, ...places.place({ name, kind, organisation, id }))
  })
}

function towardsSight(cards: readonly BlockCard[], sight: { readonly at: Point; readonly size: Size } | null): Point {
  if (!sight) return [0, 0]
  const middle = [0, 1].map((axis) => {
    const ends = cards.flatMap(({ at, size }) => [(at[axis] ?? 0) - (size[axis] ?? 0) / 2, (at[axis] ?? 0) + (size[axis] ?? 0) / 2])
    return (ends.reduce((least, end) => Math.min(least, end), Infinity) + ends.reduce((most, end) => Math.max(most, end), -Infinity)) / 2
  })
  const isInSight = [0, 1].every((axis) => Math.abs((middle[axis] ?? 0) - (sight.at[axis] ?? 0)) <= (sight.size[axis] ?? 0) / 2)
  return isInSight ? [0, 0] : [Math.round(sight.at[0] - (middle[0] ?? 0)), Math.round(sight.at[1] - (middle[1] ?? 0))]
}

/** What perspectives said in the part, by those that are here: by id where that means the same, else by name. Never to or from a private one. */
function broughtWrites(map: SystemMap, part: MapPart, ids: ReadonlyMap<Id, Id>, homes: Homes, isKin: boolean): readonly Write[] {
  const writes: Write[] = []
  for (const perspective of listed(part.perspectives)) {
    if (perspective.private) continue
    const to = perspectiveHere(map, perspective, homes, isKin)
    if (to === undefined) continue
    for (const [subject, judgement] of part.judgements.get(perspective.id) ?? []) {
      const id = ids.get(subject)
      if (id !== undefined) for (const [field, value] of Object.entries(judgement)) writes.push({ at: 'judgements', id: judgementId(to, id), field, to: value as Json })
    }
  }
  return writes
}

function perspectiveHere(map: SystemMap, { id, name, type, organisation }: Perspective, homes: Homes, isKin: boolean): Id | undefined {
  if (type === 'shared') return sharedOf(map).id
  const open = listed(map.perspectives).filter((one) => !one.private && one.type !== 'shared')
  const same = open.find((one) => one.id === id)
  const found = same && (isKin || key(same.name) === key(name)) ? same : open.find((one) => key(one.name) === key(name))
  return found?.id ?? (organisation === null ? undefined : homes.perspectives.get(organisation))
}
