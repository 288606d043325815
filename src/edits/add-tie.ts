import { make, NO_CHANGE, place, set, type MapChange, type New, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import { tieKind, type TieKind } from '../model/kinds.ts'
import type { MapElement, Point, Relationship } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { tiesOf } from '../reading/pool.ts'
import { elementWrites, usualElementKind } from './add-element.ts'
import { freshId, moment, sayYes, tidy, type Made, type Making } from './making.ts'
import { placer } from './placement.ts'

/** What a tie between these two is when nobody says: hands people over; a factor or an outcome changes, or is changed. */
export function usualKind(from: Pick<MapElement, 'kind'>, to: Pick<MapElement, 'kind'>): TieKind {
  const isCause = (kind: MapElement['kind']) => kind === 'factor' || kind === 'outcome'
  return isCause(from.kind) || isCause(to.kind) ? 'influences' : 'refers'
}

/**
 * The tie of the map that is the same as this one: the same ends (either way round where one of the two goes both ways),
 * kind and sign; the same label, or where one of the two has none, any. Labels are compared without capitals and spaces.
 */
export function findTie(map: SystemMap, like: Pick<Relationship, 'from' | 'to' | 'kind' | 'polarity' | 'mutual' | 'label'>): Relationship | undefined {
  const alike = tiesOf(map, like.from).filter((tie) => {
    const runs = tie.from === like.from && tie.to === like.to
    const turned = tie.from === like.to && tie.to === like.from && (tie.mutual || like.mutual)
    return tie.kind === like.kind && (runs || turned) && (tie.kind !== 'influences' || (tie.polarity ?? '?') === (like.polarity ?? '?'))
  })
  const plain = (label: string) => tidy(label).toLowerCase()
  const label = plain(like.label)
  return alike.find((tie) => plain(tie.label) === label) ?? (label === '' ? alike[0] : alike.find((tie) => tie.label === ''))
}

/** A tie that already joins these two this way, whatever its kind: what drawing it again most likely means. The first that was named. */
export function knownTie(map: SystemMap, from: Id, to: Id): Relationship | undefined {
  return tiesOf(map, from).find((tie) => (tie.from === from && tie.to === to) || (tie.mutual && tie.from === to && tie.to === from))
}

/** A tie between two elements of the map, or from one to itself. Not to one that is not there. */
export function addTie(map: SystemMap, fields: New<'relationships'> & { readonly from: Id; readonly to: Id }, making: Making): Made {
  const id = freshId(map, making.random)
  const from = map.elements.get(fields.from)
  const to = map.elements.get(fields.to)
  if (!from || !to) return { id, change: NO_CHANGE }
  return { id, change: { writes: tieWrites(map, id, { ...fields, kind: fields.kind ?? usualKind(from, to) }, making) } }
}

/** The writes that make a tie, its direction and sign by its kind, and say yes to it and to its ends. */
export function tieWrites(map: SystemMap, id: Id, fields: New<'relationships'> & { readonly kind: TieKind }, making: Making): readonly Write[] {
  const polarity = fields.kind === 'influences' ? (fields.polarity ?? '+') : null
  const ends = [...new Set([fields.from, fields.to])].flatMap((end) => (end !== undefined && map.elements.has(end) ? sayYes(map, making.perspective, end) : []))
  return [
    make('relationships', id, { added: moment(making.now), mutual: tieKind(fields.kind).mutual, ...fields, polarity }),
    ...sayYes(map, making.perspective, id),
    ...ends,
  ]
}

/** Drawn from an element to empty canvas: a new element there (of the same organisation), and the tie to it. */
export function connectToNew(map: SystemMap, from: Id, name: string, at: Point, making: Making): Made & { readonly tie: Id } {
  const id = freshId(map, making.random)
  const tie = freshId(map, making.random, new Set([id]))
  const start = map.elements.get(from)
  const named = tidy(name)
  if (!start || named === '') return { id, tie, change: NO_CHANGE }
  const element = { name: named, organisation: start.organisation, kind: usualElementKind(map, start.organisation) }
  const [x, y] = placer(map).place(element, at)
  return {
    id,
    tie,
    change: { writes: [...elementWrites(map, id, element, making), place(id, x, y), ...tieWrites(map, tie, { from, to: id, kind: usualKind(start, element) }, making)] },
  }
}

/** Turns ties round; a tie of an element to itself has no other way round. */
export function reverseTies(map: SystemMap, ids: Iterable<Id>): MapChange {
  return {
    writes: [...new Set(ids)].flatMap((id) => {
      const tie = map.relationships.get(id)
      return tie && tie.from !== tie.to ? [set('relationships', id, 'from', tie.to), set('relationships', id, 'to', tie.from)] : []
    }),
  }
}

/** The kind brings its direction, and an influence without a sign is one of more makes more. */
export function changeTieKind(map: SystemMap, ids: Iterable<Id>, kind: TieKind): MapChange {
  const writes: Write[] = []
  for (const id of ids) {
    const tie = map.relationships.get(id)
    if (!tie || tie.kind === kind) continue
    writes.push(set('relationships', id, 'kind', kind), set('relationships', id, 'mutual', tieKind(kind).mutual))
    if (kind === 'influences' && tie.polarity === null) writes.push(set('relationships', id, 'polarity', '+'))
  }
  return { writes }
}

/** Moves one end of a tie to another element; onto its own other end, it is a tie of that element to itself. */
export function moveEnd(map: SystemMap, id: Id, end: 'from' | 'to', element: Id): MapChange {
  const tie = map.relationships.get(id)
  if (!tie || !map.elements.has(element) || element === tie[end]) return NO_CHANGE
  return { writes: [set('relationships', id, end, element)] }
}
