import type { Id } from '../model/ids.ts'
import type { MapElement, Point, Relationship } from '../model/records.ts'
import { bowed, type Curve } from './curves.ts'
import { keptOutline } from './outlines.ts'
import { portsOf, type TieEnd } from './ports.ts'
import type { Placed, Routes } from './routes.ts'
import type { TieLook } from './tie-look.ts'

const TO_A_TENTH = 10
const rounded = ([x, y]: Point): Point => [Math.round(x * TO_A_TENTH) / TO_A_TENTH, Math.round(y * TO_A_TENTH) / TO_A_TENTH]

/** A loop over the upper right corner of its card. */
function selfCurve({ centre: [x, y], size: [w, h] }: Placed, bow: number): Curve {
  const reach = 46 + bow
  return [[x + w / 2, y - h / 4], [x + w / 2 + reach, y - h / 2 - reach], [x + w / 2 - 24, y - h / 2]]
}

/** Each tie from port to port. */
export function curvesOf(cards: ReadonlyMap<Id, Placed>, records: ReadonlyMap<Id, MapElement>, ties: ReadonlyMap<Id, Relationship>, looks: ReadonlyMap<Id, TieLook>, routes: Routes): ReadonlyMap<Id, Curve> {
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
