import { textWidth } from '../boxes/boxes.ts'
import { shortened } from '../boxes/lines.ts'
import type { Id } from '../model/ids.ts'
import type { Slot } from '../model/kinds.ts'
import type { Organisation, Point } from '../model/records.ts'
import { circleData } from './curves.ts'
import { glyphMark } from './glyphs.ts'
import type { Mark } from './marks.ts'
import { slotToken } from './palette.ts'
import { hullOf, polygonData, type Polygon } from './polygons.ts'
import { around, overlapOf, type Obstacles } from './rectangles.ts'
import type { Placed } from './routes.ts'
import type { Bounds, Territory } from './scene.ts'

/** How far a territory reaches past its cards, and how far off its two lines of shore lie. */
const GROWN = 13
const SHORES = [9, 17] as const
const TITLE_SIZE = 12
const TRACKING = 1
const GLYPH_ROOM = 14
const LEAST_TITLE = 220

/** Times its size, the largest first: a title is enlarged to be read from further off. */
const ENLARGED = [3, 2, 1.5] as const

/** The land of one organisation: what of the map is its own. */
export interface Land {
  readonly organisation: Organisation
  readonly slot: Exclude<Slot, string>
  readonly hull: Polygon
}

/** Lands of the organisations that have a colour of their own and at least one card. */
export function landsOf(organisations: readonly Organisation[], members: ReadonlyMap<Id, readonly Placed[]>): Land[] {
  const lands: Land[] = []
  for (const organisation of organisations) {
    const cards = members.get(organisation.id)
    if (typeof organisation.slot === 'string' || !cards?.length) continue
    const corners = cards.flatMap(({ centre: [x, y], size: [w, h] }): Point[] => [
      [x - w / 2, y - h / 2], [x + w / 2, y - h / 2], [x + w / 2, y + h / 2], [x - w / 2, y + h / 2],
    ])
    lands.push({ organisation, slot: organisation.slot, hull: hullOf(corners) })
  }
  return lands
}

/** Lines of depth round all land together: where two lands meet, the water between them is one. */
export function shoreMarks(lands: readonly Land[]): Mark[] {
  const marks: Mark[] = []
  for (const off of [...SHORES].sort((a, b) => b - a)) {
    for (const stroke of ['coast', 'paper'] as const) {
      const width = 2 * (GROWN + off) + (stroke === 'coast' ? 1.6 : 0)
      for (const { hull } of lands) marks.push({ is: 'path', d: polygonData(hull), fill: stroke, stroke, width, join: 'round' })
    }
  }
  return marks
}

/** A land over a picture is its outline alone: filled, it would hide what lies beneath. */
function outlineMarks({ hull }: Land): Mark[] {
  return [{ is: 'path', d: polygonData(grownHull(hull)), stroke: 'hairline', width: 1.5, dash: [0.1, 4.5], cap: 'round', join: 'round' }]
}

const ROUND = Array.from({ length: 16 }, (_, i): Point => [GROWN * Math.cos((i * Math.PI) / 8), GROWN * Math.sin((i * Math.PI) / 8)])
const grownHull = (hull: Polygon): Polygon => hullOf(hull.flatMap(([x, y]) => ROUND.map(([dx, dy]): Point => [x + dx, y + dy])))

function landMarks({ hull, slot }: Land): Mark[] {
  const land = `${slotToken(slot)}-land` as const
  return [{ is: 'path', d: polygonData(hull), fill: land, stroke: land, width: 2 * GROWN, join: 'round' }]
}

/** How high a hull reaches at x: the least y on it. */
function topAt(hull: Polygon, x: number): number {
  let top = Infinity
  hull.forEach((p, i) => {
    const q = hull[(i + 1) % hull.length] as Point
    if ((x < p[0] && x < q[0]) || (x > p[0] && x > q[0])) return
    const y = p[0] === q[0] ? Math.min(p[1], q[1]) : p[1] + ((x - p[0]) / (q[0] - p[0])) * (q[1] - p[1])
    top = Math.min(top, y)
  })
  return top
}

/** The title at the first clear place along the land's upper edge; where none is clear, the clearest. */
function titleOf({ hull, organisation, slot }: Land, obstacles: Obstacles): { marks: Mark[]; place: Bounds; clear: number } {
  const xs = hull.map((p) => p[0])
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const name = shortened(organisation.name.toUpperCase(), Math.max(LEAST_TITLE, (right - left) * 0.8), TITLE_SIZE, 700)
  const width = GLYPH_ROOM + textWidth(name, TITLE_SIZE, 700) + TRACKING * name.length
  let best: { x: number; y: number; cost: number } | null = null
  for (let x = left - 4; x <= Math.max(left, right - width) + 4 && best?.cost !== 0; x += 8) {
    const top = Math.min(topAt(hull, Math.min(right, Math.max(left, x))), topAt(hull, Math.min(right, Math.max(left, x + width))), topAt(hull, Math.min(right, Math.max(left, x + width / 2))))
    for (const y of [top - GROWN + 5, top - GROWN - 3]) {
      const place = { x: x - 2, y: y - 11, width: width + 4, height: 15 }
      let cost = 0
      for (const other of obstacles.under(place)) cost += 10 + overlapOf(place, other)
      if (!best || cost < best.cost) best = { x, y, cost }
      if (cost === 0) break
    }
  }
  const { x, y } = best ?? { x: left, y: topAt(hull, left) - GROWN + 5 }
  const land = `${slotToken(slot)}-land` as const
  const enlarged = (by: number): Bounds => ({ x: x + GLYPH_ROOM * (1 - by), y: y - 9 * by, width: width * by, height: 10 * by })
  return {
    clear: ENLARGED.find((by) => obstacles.under(enlarged(by)).length === 0) ?? 1,
    marks: [
      { is: 'path', d: circleData(x + 4.5, y - 4.2, 6.5), fill: land },
      glyphMark(slot, x + 4.5, y - 4.2, 4.5),
      { is: 'text', x: x + GLYPH_ROOM, y, text: name, size: TITLE_SIZE, weight: 700, fill: 'ink-2', anchor: 'start', tracking: TRACKING, keyline: { colour: land, width: 4 } },
    ],
    place: around([x + width / 2, y - 4], [width, 15]),
  }
}

export function territoriesOf(lands: readonly Land[], obstacles: Obstacles, within: ReadonlyMap<Id, number>, isOutlined: boolean): Territory[] {
  return lands.map((land) => {
    const { marks, place, clear } = titleOf(land, obstacles)
    obstacles.add(place)
    const xs = land.hull.map(([x]) => x)
    return {
      organisation: land.organisation.id, code: land.organisation.code.toUpperCase(), width: Math.max(...xs) - Math.min(...xs), within: within.get(land.organisation.id) ?? 0, clear,
      marks: isOutlined ? outlineMarks(land) : landMarks(land), title: marks,
    }
  })
}
