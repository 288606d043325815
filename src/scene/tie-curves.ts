import type { Id } from '../model/ids.ts'
import type { MapElement, Point } from '../model/records.ts'
import { bowed } from './curves.ts'
import type { Ground } from './ground.ts'
import { feetOf, loopCurve, type Loop } from './loops.ts'
import { keptOutline } from './outlines.ts'
import type { Polygon } from './polygons.ts'
import { portsOf, type TieEnd } from './ports.ts'
import type { Placed, Routes } from './routes.ts'
import type { Curve } from './scene.ts'
import type { TieLook } from './tie-look.ts'

const TO_A_TENTH = 10
const rounded = ([x, y]: Point): Point => [Math.round(x * TO_A_TENTH) / TO_A_TENTH, Math.round(y * TO_A_TENTH) / TO_A_TENTH]

/** The ends of the ties at one card, and where on its edge they are. */
interface Ports {
  readonly outline: Polygon
  readonly ends: readonly TieEnd[]
  /** Relative to the card's middle, in the order of the ends. */
  readonly at: readonly Point[]
}
export type PortsByCard = ReadonlyMap<Id, Ports>

const isSameEnd = (a: TieEnd, b: TieEnd | undefined): boolean =>
  a.tie === b?.tie && a.end === b.end && a.width === b.width && a.towards[0] === b.towards[0] && a.towards[1] === b.towards[1]

/** Where ties meet each card. A card whose ties come as they came before has the same ports. */
export function portsOn({ cards, records, ties }: Ground, looks: ReadonlyMap<Id, TieLook>, routes: Routes, loops: ReadonlyMap<Id, Loop>, before: PortsByCard | null): PortsByCard {
  const ends = new Map<Id, TieEnd[]>()
  const add = (id: Id, end: TieEnd) => {
    const list = ends.get(id)
    if (list) list.push(end)
    else ends.set(id, [end])
  }
  for (const tie of ties.values()) {
    const a = cards.get(tie.from) as Placed
    const b = cards.get(tie.to) as Placed
    const width = looks.get(tie.id)?.room ?? 1
    const loop = loops.get(tie.id)
    const [, control] = bowed(a.centre, b.centre, routes.bows.get(tie.id) ?? 0)
    const towards = ({ centre }: Placed): Point => [control[0] - centre[0], control[1] - centre[1]]
    const [from, to] = loop ? feetOf(a, loop) : [towards(a), towards(b)]
    add(tie.from, { tie: tie.id, end: 'from', towards: from, width })
    add(tie.to, { tie: tie.id, end: 'to', towards: to, width })
  }
  const ports = new Map<Id, Ports>()
  for (const [id, list] of ends) {
    const { size } = cards.get(id) as Placed
    const outline = keptOutline((records.get(id) as MapElement).kind, size[0], size[1]).polygon
    const old = before?.get(id)
    const isSame = old?.outline === outline && old.ends.length === list.length && list.every((end, i) => isSameEnd(end, old.ends[i]))
    ports.set(id, isSame ? old : { outline, ends: list, at: portsOf(outline, list) })
  }
  return ports
}

/** Each tie from port to port. */
export function curvesOf({ cards, ties }: Ground, ports: PortsByCard, routes: Routes, loops: ReadonlyMap<Id, Loop>): ReadonlyMap<Id, Curve> {
  const starts = new Map<Id, Point>()
  const stops = new Map<Id, Point>()
  for (const [id, { ends, at }] of ports) {
    const { centre } = cards.get(id) as Placed
    ends.forEach((end, i) => {
      const [x, y] = at[i] as Point
      const side = end.end === 'from' ? starts : stops
      side.set(end.tie, rounded([centre[0] + x, centre[1] + y]))
    })
  }
  const curves = new Map<Id, Curve>()
  for (const tie of ties.values()) {
    const [from, to] = [starts.get(tie.id) as Point, stops.get(tie.id) as Point]
    const loop = loops.get(tie.id)
    const curve = loop ? loopCurve(from, to, cards.get(tie.from) as Placed, loop) : bowed(from, to, routes.bows.get(tie.id) ?? 0)
    curves.set(tie.id, curve.map(rounded) as unknown as Curve)
  }
  return curves
}
