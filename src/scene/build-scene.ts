import { boxOf } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import type { Question } from '../reading/question.ts'
import type { Reading } from '../reading/resolve.ts'
import type { Asked } from './asked.ts'
import { areasOf, besideOf, type Beside, type BesideInput } from './beside.ts'
import { curveBounds, endOf, pointAt } from './curves.ts'
import { DrawnElement, DrawnTie } from './drawn.ts'
import { groundOf, type Ground } from './ground.ts'
import { loopsOf } from './loops.ts'
import type { Mark } from './marks.ts'
import { actionMarks, labelMarks, labelOf } from './over-marks.ts'
import { CHIP_PLACES, clearest } from './places.ts'
import { around, grownBy, Obstacles, unionOf } from './rectangles.ts'
import { route, type Placed, type Routes } from './routes.ts'
import type { Bounds, CardScale, Curve, ElementState, Scene, SceneElement, SceneTie, Sign } from './scene.ts'
import { saidOf, type Said } from './said.ts'
import { signsOf } from './place-signs.ts'
import { organisationWithin, stateOf } from './standing.ts'
import { curvesOf, portsOn, type PortsByCard } from './tie-curves.ts'
import type { TieLook } from './tie-look.ts'

export interface SceneInput extends BesideInput {
  readonly moment: MapContent
  readonly reading: Reading
  /** What the picture asks; what the reading says, where nobody asks. */
  readonly question?: Question
  /** Elements and ties. */
  readonly selection: readonly Id[]
  /** Its ties are called out while the pointer is on it; nothing steps back. */
  readonly hovered?: Id | null
  readonly cardScale: CardScale
  readonly qualityTint: boolean
  /** Where things are while they are dragged: these before the moment's own. */
  readonly positions?: ReadonlyMap<Id, Point>
  /** How many actions that are not stopped touch a tie. */
  readonly actions?: ReadonlyMap<Id, number>
  /** What a filter leaves out: elements, with their ties, and ties. */
  readonly hidden?: ReadonlySet<Id>
}

function askedState({ elements, rest }: Asked, id: Id, isBack: boolean, isPicked: boolean): ElementState {
  const state = elements.get(id)?.state ?? rest
  return isBack ? 'stepped back' : isPicked && state === 'stepped back' ? 'plain' : state
}

/** What a scene remembers for the next one. */
interface Memory {
  readonly beside: Beside
  readonly ground: Ground
  readonly said: Said
  readonly routes: Routes
  readonly ports: PortsByCard
}
const memories = new WeakMap<Scene, Memory>()

const MARGIN = 34
/** Of more ties than this only those that are marked are more than hairlines under a question: VOCABULARY §5. */
const MOST_DRAWN = 120
const NO_SIGNS: readonly Sign[] = []
const NOWHERE: Bounds = { x: -400, y: -300, width: 800, height: 600 }

/**
 * A reading as geometry. What did not change is the same object as in the scene before: an element whose record, place, state and
 * selection are the same; a tie whose record, line and look are. Only ties of what moved, and those it now covers, find a new way.
 */
export function buildScene(previous: Scene | null, input: SceneInput): Scene {
  const { moment, reading } = input
  const before = previous ? (memories.get(previous) ?? null) : null
  const beside = besideOf(input, before?.beside ?? null, previous)
  const ground = groundOf(input, beside, before?.ground ?? null)
  const { elements, records, ties, cards } = ground
  const said = saidOf(input, ground, before?.said ?? null)
  const { isTogether, asked, chosen, touched, ends, present, looks, standings, inOrder, names } = said

  const routes = route(cards, ties, before?.routes ?? null)
  const loops = loopsOf(ties, cards)
  const ports = portsOn(ground, looks, routes, loops, before?.ports ?? null)
  const curves = curvesOf(ground, ports, routes, loops)

  const drawnElements: SceneElement[] = []
  for (const element of elements) {
    const card = cards.get(element.id) as Placed
    const organisation = element.organisation === null ? undefined : moment.organisations.get(element.organisation)
    const isBack = ends ? !ends.has(element.id) : touched.isAsking && !touched.elements.has(element.id)
    const state = asked
      ? askedState(asked, element.id, isBack, ends !== null)
      : stateOf(reading.of(element.id), present.has(element.id), isTogether, isBack)
    const source = { record: element, slot: organisation?.slot ?? null, box: boxOf(element), state, isSelected: chosen.has(element.id), scale: input.cardScale, matters: names.has(element.id) }
    drawnElements.push(DrawnElement.of(source, card.centre, previous?.elementById.get(element.id)))
  }

  const obstacles = new Obstacles(ground.obstacles)
  const drawnTies: SceneTie[] = []
  const signs = asked ? signsOf(asked, ground, curves, looks, obstacles) : NO_SIGNS
  const crosses = new Map<Id, number>()
  const overs = new Map<Id, Mark[]>()
  for (const tie of inOrder) {
    const curve = curves.get(tie.id) as Curve
    if (looks.get(tie.id)?.body === 'says no') {
      const { t, at } = clearest(curve, [14, 14], CHIP_PLACES, obstacles)
      obstacles.add(around(at, [14, 14]))
      crosses.set(tie.id, t)
    }
    const count = asked ? 0 : (input.actions?.get(tie.id) ?? 0)
    if (count > 0 && standings.get(tie.id) !== 'stepped back') overs.set(tie.id, actionMarks(count, curve, obstacles))
  }
  for (const tie of inOrder) {
    const standing = standings.get(tie.id)
    if (standing !== 'called out' && !(tie.star && standing === 'plain' && !asked)) continue
    const text = labelOf(tie, reading.of(tie.id))
    if (text) overs.set(tie.id, [...(overs.get(tie.id) ?? []), ...labelMarks(text, curves.get(tie.id) as Curve, standing === 'called out' ? 'label' : 'starred label', obstacles)])
  }
  const askedStrength = ties.size <= MOST_DRAWN ? 3 : 0
  for (const tie of inOrder) {
    const answer = reading.of(tie.id)
    const source = {
      record: tie,
      answer,
      look: looks.get(tie.id) as TieLook,
      standing: standings.get(tie.id) ?? 'plain',
      strength: asked ? askedStrength : answer.state === 'yes' ? (answer.strength ?? 0) : 0,
      isMarked: (standings.get(tie.id) ?? 'plain') !== 'stepped back' && (asked?.ties.get(tie.id)?.isMarked ?? false),
      within: organisationWithin(tie, records),
      crossAt: crosses.get(tie.id) ?? 0.5,
    } as const
    drawnTies.push(DrawnTie.of(source, curves.get(tie.id) as Curve, overs.get(tie.id) ?? [], previous?.tieById.get(tie.id)))
  }

  const extents = [...cards.values(), ...beside.notes].map((card) => around(card.centre, card.size))
  extents.push(...beside.areas.map(({ bounds }) => bounds), ...(beside.picture ? [beside.picture.bounds] : []))
  for (const curve of curves.values()) extents.push(curveBounds([curve[0], pointAt(curve, 0.5), endOf(curve)]))
  const areas = areasOf(beside, ground.titles, input.selection, previous)
  const union = unionOf(extents)
  const scene: Scene = {
    bounds: union ? grownBy(union, MARGIN) : NOWHERE,
    cardScale: input.cardScale,
    frame: ground.frame,
    territories: ground.territories,
    ties: drawnTies,
    elements: drawnElements,
    notes: beside.notes,
    areas,
    picture: beside.picture,
    elementById: new Map(drawnElements.map((element) => [element.id, element])),
    tieById: new Map(drawnTies.map((tie) => [tie.id, tie])),
    noteById: new Map(beside.notes.map((note) => [note.id, note])),
    areaById: new Map(areas.map((area) => [area.id, area])),
    names,
    hairline: asked?.rest === 'stepped back' ? 0.2 : 0.32,
    signs,
    legend: said.legend,
  }
  memories.set(scene, { beside, ground, said, routes, ports })
  return scene
}
