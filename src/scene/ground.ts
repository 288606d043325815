import { boxOf } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { MapElement, Organisation, Point, Relationship } from '../model/records.ts'
import { centreOf, listed, type MapContent } from '../model/system-map.ts'
import { pool } from '../reading/pool.ts'
import { areaTitles, type AreaTitle } from './areas.ts'
import type { Beside, BesideInput } from './beside.ts'
import { compassMarks } from './frame.ts'
import type { Mark } from './marks.ts'
import { around, Obstacles } from './rectangles.ts'
import type { Placed } from './routes.ts'
import type { Territory } from './scene.ts'
import { countsWithin } from './standing.ts'
import { placesOf } from './standing-places.ts'
import { landsOf, shoreMarks, territoriesOf } from './territories.ts'

export interface GroundInput extends BesideInput {
  readonly moment: MapContent
  readonly cardScale: number
  readonly positions?: ReadonlyMap<Id, Point>
  readonly hidden?: ReadonlySet<Id>
}

/** What is on the map, where it stands and whose land that is, before anybody says anything of it. */
export interface Ground {
  readonly elements: readonly MapElement[]
  readonly records: ReadonlyMap<Id, MapElement>
  readonly ties: ReadonlyMap<Id, Relationship>
  readonly cards: ReadonlyMap<Id, Placed>
  /** The element in the middle. */
  readonly middle: Id | null
  /** Those with a card on the map, in their order. */
  readonly organisations: readonly Organisation[]
  /** Where each area's title stands. */
  readonly titles: ReadonlyMap<Id, AreaTitle>
  /** Cards, notes, and the titles of areas and territories. */
  readonly obstacles: Obstacles
  readonly territories: readonly Territory[]
  readonly frame: readonly Mark[]
  readonly from: readonly unknown[]
}

/** The same ground as long as what it is made of is the same: a rating, a selection and the pointer leave it as it is. */
export function groundOf(input: GroundInput, beside: Beside, before: Ground | null): Ground {
  const { moment, cardScale, positions, hidden, notes, areas, resized } = input
  const hasPicture = beside.picture !== null
  const from = [moment.meta.centre, moment.elements, moment.relationships, moment.organisations, moment.positions, cardScale, positions, hidden, notes, areas, resized, hasPicture]
  if (before && from.every((part, i) => part === before.from[i])) return before

  const inPool = pool(moment)
  const elements = [...inPool.elements.values()].filter((element) => !hidden?.has(element.id))
  const records = new Map(elements.map((element) => [element.id, element]))
  const ties = hidden ? new Map([...inPool.ties].filter(([id, tie]) => !hidden.has(id) && records.has(tie.from) && records.has(tie.to))) : inPool.ties
  const places = placesOf(elements, moment.positions, positions)
  const cards = new Map<Id, Placed>()
  const obstacles = new Obstacles()
  const members = new Map<Id, Placed[]>()
  for (const element of elements) {
    const box = boxOf(element)
    const card: Placed = { centre: places.get(element.id) as Point, size: [box.width * cardScale, box.height * cardScale] }
    cards.set(element.id, card)
    obstacles.add(around(card.centre, card.size, 2))
    if (element.organisation === null || !moment.organisations.has(element.organisation)) continue
    const others = members.get(element.organisation)
    if (others) others.push(card)
    else members.set(element.organisation, [card])
  }
  for (const note of beside.notes) obstacles.add(around(note.centre, note.size, 2))
  const titles = areaTitles(beside.areas, cardScale, obstacles)
  const organisations = listed(moment.organisations).filter((organisation) => members.has(organisation.id))
  const lands = landsOf(organisations, members)
  const middle = centreOf(moment)
  const centre = middle === null ? undefined : cards.get(middle)
  return {
    elements, records, ties, cards, middle, organisations, obstacles, titles,
    territories: territoriesOf(lands, obstacles, countsWithin(ties, records), hasPicture),
    // The furniture of the chart would hide a picture that lies beneath it.
    frame: hasPicture ? [] : [...shoreMarks(lands), ...(centre ? compassMarks(centre.centre, centre.size) : [])],
    from,
  }
}
