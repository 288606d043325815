import { expect } from 'vitest'
import type { MapPart } from '../../src/edits/part.ts'
import type { PastedPart } from '../../src/edits/paste-part.ts'
import { baseOf } from '../../src/edits/record-base.ts'
import type { Id } from '../../src/model/ids.ts'
import type { Facts, Point } from '../../src/model/records.ts'
import { listed, type MapContent, type SystemMap } from '../../src/model/system-map.ts'

/** Facts have no order. */
const factsOf = ({ facts }: { readonly facts: Facts }) => [...facts].sort(([a], [b]) => (a < b ? -1 : 1))

/** Expects that what was pasted is the part again, but for its ids, when it was added, and one shift of all its places. Gives the new id of each old one. */
export function expectSamePart(part: MapPart, map: SystemMap, made: PastedPart): ReadonlyMap<Id, Id> {
  const elements = listed(part.elements)
  const ties = listed(part.relationships)
  const [notes, areas] = [listed(part.notes), listed(part.areas)]
  expect([made.elements, made.ties, made.notes, made.areas].map(({ length }) => length)).toEqual([elements, ties, notes, areas].map(({ length }) => length))
  const now = new Map<Id, Id>([...elements.map(({ id }, i) => [id, made.elements[i] ?? ''] as const), ...ties.map(({ id }, i) => [id, made.ties[i] ?? ''] as const)])
  const homeOf = (moment: MapContent, id: Id | null) => (id === null ? null : (moment.organisations.get(id)?.name.trim().replace(/\s+/gu, ' ').toLowerCase() ?? null))
  const shifts = new Set<string>()
  for (const element of elements) {
    const copy = map.elements.get(now.get(element.id) ?? '')
    if (!copy) throw new Error(`${element.id} was not pasted`)
    const plain = (one: typeof element) => ({ ...baseOf('elements', one), facts: factsOf(one), organisation: null, added: '' })
    expect(plain(copy)).toEqual(plain(element))
    expect(homeOf(map, copy.organisation)).toBe(homeOf(part, element.organisation))
    const [from, to] = [part.positions.get(element.id), map.positions.get(copy.id)]
    expect(to).toBeDefined()
    if (from && to) shifts.add(`${to[0] - from[0]} ${to[1] - from[1]}`)
    const readings = (moment: MapContent, id: Id) => listed(moment.outcomeReadings).filter((reading) => reading.element === id).map(({ date, value, source, extra }) => [date, value, source, extra])
    expect(readings(map, copy.id)).toEqual(readings(part, element.id))
  }
  const beside = (one: object, id: Id) => ({ ...one, id, position: null })
  const moved = (from: Point, to: Point | undefined) => shifts.add(`${(to?.[0] ?? NaN) - from[0]} ${(to?.[1] ?? NaN) - from[1]}`)
  notes.forEach((note, i) => {
    const copy = map.notes.get(made.notes[i] ?? '')
    expect(beside(copy ?? {}, note.id)).toEqual(beside(note, note.id))
    moved(note.position, copy?.position)
  })
  areas.forEach((area, i) => {
    const copy = map.areas.get(made.areas[i] ?? '')
    expect(beside(copy ?? {}, area.id)).toEqual(beside(area, area.id))
    moved(area.position, copy?.position)
  })
  expect(shifts.size).toBeLessThanOrEqual(1)
  for (const tie of ties) {
    const copy = map.relationships.get(now.get(tie.id) ?? '')
    if (!copy) throw new Error(`${tie.id} was not pasted`)
    expect({ ...baseOf('relationships', copy), facts: factsOf(copy), added: '' }).toEqual({ ...baseOf('relationships', tie), facts: factsOf(tie), from: now.get(tie.from), to: now.get(tie.to), added: '' })
  }
  return now
}
