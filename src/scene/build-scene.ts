import { boxOf } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { MapElement, Point, Relationship } from '../model/records.ts'
import { centreOf, listed, type MapContent } from '../model/system-map.ts'
import type { Answer } from '../reading/answer.ts'
import { pool } from '../reading/pool.ts'
import type { Reading } from '../reading/resolve.ts'
import { bowed, curveBounds, type Curve } from './curves.ts'
import { DrawnElement, DrawnTie } from './drawn.ts'
import { compassMarks } from './frame.ts'
import { legendOf, note, Used } from './legend.ts'
import type { Mark } from './marks.ts'
import { keptOutline } from './outlines.ts'
import { actionMarks, labelMarks, labelOf } from './over-marks.ts'
import { CHIP_PLACES, clearest } from './places.ts'
import { portsOf, type TieEnd } from './ports.ts'
import { around, grownBy, Obstacles, unionOf } from './rectangles.ts'
import { route, type Placed, type Routes } from './routes.ts'
import type { Bounds, ElementState, Scene, SceneElement, SceneTie } from './scene.ts'
import { landsOf, shoreMarks, territoriesOf } from './territories.ts'
import { tieLook, type TieLook, type TieView } from './tie-look.ts'

export interface SceneInput {
  readonly moment: MapContent
  readonly reading: Reading
  /** Elements and ties. */
  readonly selection: readonly Id[]
  /** Its ties are called out while the pointer is on it; nothing steps back. */
  readonly hovered?: Id | null
  /** Cards are larger on a projector, about their own middles. */
  readonly cardScale: 1 | 1.15 | 1.3
  readonly qualityTint: boolean
  /** Where things are while they are dragged: these before the moment's own. */
  readonly positions?: ReadonlyMap<Id, Point>
  /** How many actions that are not stopped touch a tie. */
  readonly actions?: ReadonlyMap<Id, number>
  /** What a filter leaves out: elements, with their ties, and ties. */
  readonly hidden?: ReadonlySet<Id>
}

/** What a scene remembers for the next one. */
interface Memory {
  readonly routes: Routes
}
const memories = new WeakMap<Scene, Memory>()

/** Names kept where only some can be read. */
const NAMES_KEPT = 24
const MARGIN = 34
const NOWHERE: Bounds = { x: -400, y: -300, width: 800, height: 600 }
const TO_A_TENTH = 10

const rounded = ([x, y]: Point): Point => [Math.round(x * TO_A_TENTH) / TO_A_TENTH, Math.round(y * TO_A_TENTH) / TO_A_TENTH]

/** Elements that were never placed stand in rows beneath the others, until someone places them. */
function placesOf(elements: readonly MapElement[], { moment, positions }: SceneInput): ReadonlyMap<Id, Point> {
  const places = new Map<Id, Point>()
  const unplaced: MapElement[] = []
  let lowest = -Infinity
  for (const element of elements) {
    const at = positions?.get(element.id) ?? moment.positions.get(element.id)
    if (at) {
      places.set(element.id, at)
      lowest = Math.max(lowest, at[1])
    } else unplaced.push(element)
  }
  const columns = Math.max(4, Math.ceil(Math.sqrt(unplaced.length)))
  const top = lowest === -Infinity ? 0 : lowest + 90
  unplaced.forEach((element, i) => places.set(element.id, [((i % columns) - (columns - 1) / 2) * 210, top + Math.floor(i / columns) * 70]))
  return places
}

interface Touched {
  readonly ties: ReadonlySet<Id>
  readonly elements: ReadonlySet<Id>
  /** Whether the rest steps back. */
  readonly isAsking: boolean
}

function touchedBy(selection: readonly Id[], ties: ReadonlyMap<Id, Relationship>): Touched {
  const chosen = new Set(selection)
  const touched = new Set<Id>()
  const elements = new Set<Id>(selection)
  if (chosen.size) {
    for (const tie of ties.values()) {
      if (!chosen.has(tie.id) && !chosen.has(tie.from) && !chosen.has(tie.to)) continue
      touched.add(tie.id)
      elements.add(tie.from).add(tie.to)
    }
  }
  return { ties: touched, elements, isAsking: touched.size > 0 }
}

function kept(elements: readonly MapElement[], ties: ReadonlyMap<Id, Relationship>, touched: Touched, middle: Id | null): ReadonlySet<Id> {
  if (elements.length <= NAMES_KEPT) return new Set(elements.map((element) => element.id))
  const rank = new Map<Id, number>()
  const add = (id: Id, by: number) => rank.set(id, (rank.get(id) ?? 0) + by)
  const organisation = new Map(elements.map((element) => [element.id, element.organisation]))
  for (const tie of ties.values()) {
    const by = (tie.star ? 100 : 0) + (organisation.get(tie.from) === organisation.get(tie.to) ? 0.1 : 1)
    add(tie.from, by)
    add(tie.to, by)
  }
  for (const id of touched.elements) add(id, 1000)
  if (middle !== null) add(middle, 500)
  return new Set([...rank].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, NAMES_KEPT).map(([id]) => id))
}

/** Silence about an element matters only in one perspective, and only where no tie of it is present there. */
function stateOf(answer: Answer, hasPresentTie: boolean, isTogether: boolean, isBack: boolean): ElementState {
  if (answer.state === 'no') return 'says no'
  if (isBack) return 'stepped back'
  return answer.state === 'silent' && !isTogether && !hasPresentTie ? 'not said' : 'plain'
}

function selfCurve({ centre: [x, y], size: [w, h] }: Placed, bow: number): Curve {
  const reach = 46 + bow
  return [[x + w / 2, y - h / 4], [x + w / 2 + reach, y - h / 2 - reach], [x + w / 2 - 24, y - h / 2]]
}

/** Each tie from port to port. */
function curvesOf(cards: ReadonlyMap<Id, Placed>, records: ReadonlyMap<Id, MapElement>, ties: ReadonlyMap<Id, Relationship>, looks: ReadonlyMap<Id, TieLook>, routes: Routes): ReadonlyMap<Id, Curve> {
  const ends = new Map<Id, TieEnd[]>()
  for (const tie of ties.values()) {
    if (tie.from === tie.to) continue
    const a = cards.get(tie.from) as Placed
    const b = cards.get(tie.to) as Placed
    const [, control] = bowed(a.centre, b.centre, routes.bows.get(tie.id) ?? 0)
    const width = looks.get(tie.id)?.width ?? 1
    for (const [id, card] of [[tie.from, a], [tie.to, b]] as const) {
      const end = { tie: tie.id, towards: [control[0] - card.centre[0], control[1] - card.centre[1]] as const, width }
      const list = ends.get(id)
      if (list) list.push(end)
      else ends.set(id, [end])
    }
  }
  const ports = new Map<string, Point>()
  for (const [id, list] of ends) {
    const card = cards.get(id) as Placed
    const outline = keptOutline((records.get(id) as MapElement).kind, card.size[0], card.size[1])
    portsOf(outline.polygon, list).forEach(([x, y], i) => ports.set(`${id} ${(list[i] as TieEnd).tie}`, rounded([card.centre[0] + x, card.centre[1] + y])))
  }
  const curves = new Map<Id, Curve>()
  for (const tie of ties.values()) {
    const bow = routes.bows.get(tie.id) ?? 0
    if (tie.from === tie.to) {
      curves.set(tie.id, selfCurve(cards.get(tie.from) as Placed, bow))
      continue
    }
    const [a, c, b] = bowed(ports.get(`${tie.from} ${tie.id}`) as Point, ports.get(`${tie.to} ${tie.id}`) as Point, bow)
    curves.set(tie.id, [a, rounded(c), b])
  }
  return curves
}

const STANDING_ORDER: Readonly<Record<SceneTie['standing'], number>> = { 'stepped back': 0, plain: 1, 'called out': 2 }

/**
 * A reading as geometry. What did not change is the same object as in the scene before: an element whose record, place, state and
 * selection are the same; a tie whose record, line and look are. Only ties of what moved, and those it now covers, find a new way.
 */
export function buildScene(previous: Scene | null, input: SceneInput): Scene {
  const { moment, reading, selection, hidden } = input
  const inPool = pool(moment)
  const elements = [...inPool.elements.values()].filter((element) => !hidden?.has(element.id))
  const records = new Map(elements.map((element) => [element.id, element]))
  const ties = new Map([...inPool.ties].filter(([id, tie]) => !hidden?.has(id) && records.has(tie.from) && records.has(tie.to)))
  const places = placesOf(elements, input)
  const middle = centreOf(moment)
  const isTogether = reading.perspective === '*' || moment.perspectives.get(reading.perspective)?.type === 'shared'

  const cards = new Map<Id, Placed>()
  for (const element of elements) {
    const box = boxOf(element)
    cards.set(element.id, { centre: places.get(element.id) as Point, size: [box.width * input.cardScale, box.height * input.cardScale] })
  }

  const touched = touchedBy(selection, ties)
  const hovered = input.hovered == null ? null : touchedBy([input.hovered], ties)
  const chosen = new Set(selection)
  const tieScale = input.cardScale > 1 ? 1.15 : 1
  const looks = new Map<Id, TieLook>()
  const standings = new Map<Id, SceneTie['standing']>()
  const present = new Set<Id>()
  const used = new Used()
  const view: TieView = { isTogether, qualityTint: input.qualityTint, standing: 'plain', isSelected: false, scale: tieScale }
  for (const tie of ties.values()) {
    const answer = reading.of(tie.id)
    if (answer.state === 'yes') {
      present.add(tie.from)
      present.add(tie.to)
    }
    const standing = touched.ties.has(tie.id) || hovered?.ties.has(tie.id) ? 'called out' : touched.isAsking ? 'stepped back' : 'plain'
    standings.set(tie.id, standing)
    looks.set(tie.id, tieLook(answer, { ...view, standing, isSelected: chosen.has(tie.id) }))
    note(used, answer, tie.kind, tie.polarity, isTogether)
  }

  const before = previous ? (memories.get(previous) ?? null) : null
  const routes = route(cards, ties, before?.routes ?? null)
  const curves = curvesOf(cards, records, ties, looks, routes)

  const names = kept(elements, ties, touched, middle)
  const organisations = listed(moment.organisations)
  const members = new Map<Id, Placed[]>()
  const drawnElements: SceneElement[] = []
  for (const element of elements) {
    const card = cards.get(element.id) as Placed
    const organisation = element.organisation === null ? undefined : moment.organisations.get(element.organisation)
    if (organisation) {
      const others = members.get(organisation.id)
      if (others) others.push(card)
      else members.set(organisation.id, [card])
    }
    const isBack = touched.isAsking && !touched.elements.has(element.id)
    const state = stateOf(reading.of(element.id), present.has(element.id), isTogether, isBack)
    const source = { record: element, slot: organisation?.slot ?? null, box: boxOf(element), state, isSelected: chosen.has(element.id), scale: input.cardScale, matters: names.has(element.id) }
    drawnElements.push(DrawnElement.of(source, card.centre, previous?.elementById.get(element.id)))
  }

  const obstacles = new Obstacles()
  for (const card of cards.values()) obstacles.add(around(card.centre, card.size, 2))
  const lands = landsOf(organisations, members)
  const territories = territoriesOf(lands, obstacles)

  const drawnTies: SceneTie[] = []
  const byThickness = [...ties.values()].sort((a, b) => order(a) - order(b) || (looks.get(b.id)?.width ?? 0) - (looks.get(a.id)?.width ?? 0) || (a.id < b.id ? -1 : 1))
  function order(tie: Relationship): number {
    return STANDING_ORDER[standings.get(tie.id) ?? 'plain']
  }
  const crosses = new Map<Id, number>()
  const overs = new Map<Id, Mark[]>()
  for (const tie of byThickness) {
    const curve = curves.get(tie.id) as Curve
    if (looks.get(tie.id)?.body === 'says no') {
      const { t, at } = clearest(curve, [14, 14], CHIP_PLACES, obstacles)
      obstacles.add(around(at, [14, 14]))
      crosses.set(tie.id, t)
    }
    const count = input.actions?.get(tie.id) ?? 0
    if (count > 0 && standings.get(tie.id) !== 'stepped back') overs.set(tie.id, actionMarks(count, curve, obstacles))
  }
  for (const tie of byThickness) {
    const standing = standings.get(tie.id)
    if (standing !== 'called out' && !(tie.star && standing === 'plain')) continue
    const text = labelOf(tie, reading.of(tie.id))
    if (text) overs.set(tie.id, [...(overs.get(tie.id) ?? []), ...labelMarks(text, curves.get(tie.id) as Curve, standing === 'called out' ? 'label' : 'starred label', obstacles)])
  }
  for (const tie of byThickness) {
    const answer = reading.of(tie.id)
    const from = records.get(tie.from)?.organisation ?? null
    const source = {
      record: tie,
      answer,
      look: looks.get(tie.id) as TieLook,
      standing: standings.get(tie.id) ?? 'plain',
      strength: answer.state === 'yes' ? (answer.strength ?? 0) : 0,
      within: from !== null && from === records.get(tie.to)?.organisation ? from : null,
      crossAt: crosses.get(tie.id) ?? 0.5,
    } as const
    drawnTies.push(DrawnTie.of(source, curves.get(tie.id) as Curve, overs.get(tie.id) ?? [], previous?.tieById.get(tie.id)))
  }

  const centre = middle === null ? undefined : cards.get(middle)
  const extents = [...cards.values()].map((card) => around(card.centre, card.size))
  for (const curve of curves.values()) extents.push(curveBounds([curve[0], [(curve[0][0] + 2 * curve[1][0] + curve[2][0]) / 4, (curve[0][1] + 2 * curve[1][1] + curve[2][1]) / 4], curve[2]]))
  const union = unionOf(extents)
  const scene: Scene = {
    bounds: union ? grownBy(union, MARGIN) : NOWHERE,
    frame: [...shoreMarks(lands), ...(centre ? compassMarks(centre.centre, centre.size) : [])],
    territories,
    ties: drawnTies,
    elements: drawnElements,
    elementById: new Map(drawnElements.map((element) => [element.id, element])),
    tieById: new Map(drawnTies.map((tie) => [tie.id, tie])),
    legend: legendOf(used, organisations.filter((organisation) => members.has(organisation.id)), view),
  }
  memories.set(scene, { routes })
  return scene
}
