import { boxOf } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import type { Reading } from '../reading/resolve.ts'
import { curveBounds, type Curve } from './curves.ts'
import { DrawnElement, DrawnTie } from './drawn.ts'
import { groundOf, type Ground } from './ground.ts'
import { legendOf, note, Used } from './legend.ts'
import type { Mark } from './marks.ts'
import { actionMarks, labelMarks, labelOf } from './over-marks.ts'
import { CHIP_PLACES, clearest } from './places.ts'
import { around, grownBy, Obstacles, unionOf } from './rectangles.ts'
import { route, type Placed, type Routes } from './routes.ts'
import type { Bounds, Scene, SceneElement, SceneTie } from './scene.ts'
import { namesKept, organisationWithin, stateOf, touchedBy } from './standing.ts'
import { curvesOf, portsOn, type PortsByCard } from './tie-curves.ts'
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
  readonly ground: Ground
  readonly routes: Routes
  readonly ports: PortsByCard
}
const memories = new WeakMap<Scene, Memory>()

const MARGIN = 34
const NOWHERE: Bounds = { x: -400, y: -300, width: 800, height: 600 }
const STANDING_ORDER: Readonly<Record<SceneTie['standing'], number>> = { 'stepped back': 0, plain: 1, 'called out': 2 }

/**
 * A reading as geometry. What did not change is the same object as in the scene before: an element whose record, place, state and
 * selection are the same; a tie whose record, line and look are. Only ties of what moved, and those it now covers, find a new way.
 */
export function buildScene(previous: Scene | null, input: SceneInput): Scene {
  const { moment, reading, selection } = input
  const before = previous ? (memories.get(previous) ?? null) : null
  const ground = groundOf(input, before?.ground ?? null)
  const { elements, records, ties, cards } = ground
  const isTogether = reading.perspective === '*' || moment.perspectives.get(reading.perspective)?.type === 'shared'

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

  const routes = route(cards, ties, before?.routes ?? null)
  const ports = portsOn(ground, looks, routes, before?.ports ?? null)
  const curves = curvesOf(ground, ports, routes)

  const names = namesKept(elements, ties, touched, ground.middle)
  const drawnElements: SceneElement[] = []
  for (const element of elements) {
    const card = cards.get(element.id) as Placed
    const organisation = element.organisation === null ? undefined : moment.organisations.get(element.organisation)
    const isBack = touched.isAsking && !touched.elements.has(element.id)
    const state = stateOf(reading.of(element.id), present.has(element.id), isTogether, isBack)
    const source = { record: element, slot: organisation?.slot ?? null, box: boxOf(element), state, isSelected: chosen.has(element.id), scale: input.cardScale, matters: names.has(element.id) }
    drawnElements.push(DrawnElement.of(source, card.centre, previous?.elementById.get(element.id)))
  }

  const obstacles = new Obstacles(ground.obstacles)
  const drawnTies: SceneTie[] = []
  const byThickness = [...ties.values()]
    .map((tie) => ({ tie, order: STANDING_ORDER[standings.get(tie.id) ?? 'plain'], width: looks.get(tie.id)?.width ?? 0 }))
    .sort((a, b) => a.order - b.order || b.width - a.width || (a.tie.id < b.tie.id ? -1 : 1))
    .map(({ tie }) => tie)
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
    const source = {
      record: tie,
      answer,
      look: looks.get(tie.id) as TieLook,
      standing: standings.get(tie.id) ?? 'plain',
      strength: answer.state === 'yes' ? (answer.strength ?? 0) : 0,
      within: organisationWithin(tie, records),
      crossAt: crosses.get(tie.id) ?? 0.5,
    } as const
    drawnTies.push(DrawnTie.of(source, curves.get(tie.id) as Curve, overs.get(tie.id) ?? [], previous?.tieById.get(tie.id)))
  }

  const extents = [...cards.values()].map((card) => around(card.centre, card.size))
  for (const curve of curves.values()) extents.push(curveBounds([curve[0], [(curve[0][0] + 2 * curve[1][0] + curve[2][0]) / 4, (curve[0][1] + 2 * curve[1][1] + curve[2][1]) / 4], curve[2]]))
  const union = unionOf(extents)
  const scene: Scene = {
    bounds: union ? grownBy(union, MARGIN) : NOWHERE,
    frame: ground.frame,
    territories: ground.territories,
    ties: drawnTies,
    elements: drawnElements,
    elementById: new Map(drawnElements.map((element) => [element.id, element])),
    tieById: new Map(drawnTies.map((tie) => [tie.id, tie])),
    legend: legendOf(used, ground.organisations, view),
  }
  memories.set(scene, { ground, routes, ports })
  return scene
}
