import type { Box } from '../boxes/boxes.ts'
import { byId, type Id } from '../model/ids.ts'
import type { Slot } from '../model/kinds.ts'
import { centreOf, listed, type MapContent } from '../model/system-map.ts'

/** Where an element belongs in the frame: see `frame.ts`. */
export const LANE = { free: 0, centre: 1, outcome: 2, factor: 3, partner: 4, resident: 5, organisation: 6 } as const
export type Lane = (typeof LANE)[keyof typeof LANE]

/**
 * What a layout needs of a map, as numbers, so that it can be handed to a worker without a copy.
 * Elements are in order of their ids; ties name them by index. Lengths are world units.
 */
export interface LayoutGraph {
  readonly count: number
  readonly widths: Float64Array
  readonly heights: Float64Array
  /** Centres to start from; NaN where an element was never placed. */
  readonly startX: Float64Array
  readonly startY: Float64Array
  /** 1 where an element must stay: pinned, or not among those to be settled. */
  readonly fixed: Uint8Array
  readonly lanes: Uint8Array
  /** The territory that an element stands in, −1 for none. Only organisations with a colour of their own have one. */
  readonly territories: Int32Array
  readonly territoryCount: number
  /** An element's organisation, by its place in the map's order of them; −1 for none. */
  readonly organisations: Int32Array
  /** Where each organisation belongs when it is a row or a sector of its own: by the kind of its slot. */
  readonly organisationLanes: Uint8Array
  /** Ties between two different elements of the map; several between the same two stand as they came. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1 where a tie matters most and wants more room. */
  readonly starred: Uint8Array
  /** 1 where a tie goes both ways. */
  readonly mutual: Uint8Array
  /** The element in the middle, −1 for none. */
  readonly centre: number
}

function laneOf(slot: Slot): Lane {
  return slot === 'partner' ? LANE.partner : slot === 'people' || slot === 'shared' ? LANE.resident : LANE.organisation
}

/** The ids of a graph's elements, in its order. */
export function graphIds(moment: MapContent): readonly Id[] {
  return listed(moment.elements).map((element) => element.id)
}

/** The same graph with every card of an organisation that has land on it, an outcome too: land reaches as far as its cards. */
export function withinLand(graph: LayoutGraph): LayoutGraph {
  return { ...graph, lanes: graph.lanes.map((lane, i) => ((graph.territories[i] as number) >= 0 ? LANE.organisation : lane)) }
}

/** Reads a moment as numbers. With `only`, every other placed element stays where it is. */
export function graphOf(moment: MapContent, boxes: ReadonlyMap<Id, Box>, only?: ReadonlySet<Id>): LayoutGraph {
  const elements = listed(moment.elements)
  const count = elements.length
  const indexes = new Map(elements.map((element, i) => [element.id, i]))
  const centreId = centreOf(moment)
  const centre = centreId === null ? -1 : (indexes.get(centreId) ?? -1)

  const inOrder = listed(moment.organisations)
  const rankOf = new Map(inOrder.map(({ id }, rank) => [id, rank]))
  const territoryOf = new Map<Id, number>()
  for (const organisation of inOrder) {
    if (typeof organisation.slot === 'number') territoryOf.set(organisation.id, territoryOf.size)
  }

  const widths = new Float64Array(count)
  const heights = new Float64Array(count)
  const startX = new Float64Array(count).fill(NaN)
  const startY = new Float64Array(count).fill(NaN)
  const fixed = new Uint8Array(count)
  const lanes = new Uint8Array(count)
  const territories = new Int32Array(count).fill(-1)
  const organisations = new Int32Array(count).fill(-1)
  elements.forEach((element, i) => {
    const box = boxes.get(element.id)
    widths[i] = box?.width ?? 84
    heights[i] = box?.height ?? 30
    const at = moment.positions.get(element.id)
    if (at) [startX[i], startY[i]] = at
    if (at && (element.pinned || (only && !only.has(element.id)))) fixed[i] = 1
    const slot = element.organisation === null ? undefined : moment.organisations.get(element.organisation)?.slot
    const lane: Lane =
      i === centre ? LANE.centre
      : element.kind === 'outcome' ? LANE.outcome
      : element.kind === 'factor' ? LANE.factor
      : slot !== undefined ? laneOf(slot)
      : element.kind === 'people' ? LANE.resident
      : LANE.free
    lanes[i] = lane
    organisations[i] = rankOf.get(element.organisation ?? '') ?? -1
    if (lane !== LANE.centre) territories[i] = territoryOf.get(element.organisation ?? '') ?? -1
  })

  const ties = [...moment.relationships.values()]
    .map(({ id, from, to, star, mutual }) => ({ id, from: indexes.get(from) ?? -1, to: indexes.get(to) ?? -1, star, mutual }))
    .filter((tie) => tie.from >= 0 && tie.to >= 0 && tie.from !== tie.to)
    .sort((a, b) => byId(a.id, b.id))
  return {
    count, widths, heights, startX, startY, fixed, lanes, territories, territoryCount: territoryOf.size,
    organisations,
    organisationLanes: Uint8Array.from(inOrder, ({ slot }) => laneOf(slot)),
    from: Int32Array.from(ties, (tie) => tie.from),
    to: Int32Array.from(ties, (tie) => tie.to),
    starred: Uint8Array.from(ties, (tie) => (tie.star ? 1 : 0)),
    mutual: Uint8Array.from(ties, (tie) => (tie.mutual ? 1 : 0)),
    centre,
  }
}
