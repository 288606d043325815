import { byId, type Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { tiesOf } from '../reading/pool.ts'

const orders = new WeakMap<object, { readonly organisations: object; readonly order: readonly Id[] }>()
/** Past every organisation's order number: those without one come last. */
const LAST = Number.MAX_SAFE_INTEGER

/** The order of the table: by organisation, then by name. Cached by the two tables' identity. */
export function readingOrder(moment: MapContent): readonly Id[] {
  const known = orders.get(moment.elements)
  if (known?.organisations === moment.organisations) return known.order
  const rank = (organisation: Id | null) => (organisation === null ? undefined : moment.organisations.get(organisation))?.order ?? LAST
  const order = [...moment.elements.values()]
    .sort((a, b) => rank(a.organisation) - rank(b.organisation) || byId(a.organisation ?? '', b.organisation ?? '') || a.name.localeCompare(b.name, 'en-GB') || byId(a.id, b.id))
    .map((element) => element.id)
  orders.set(moment.elements, { organisations: moment.organisations, order })
  return order
}

/** The ties of an element clockwise from the top, by where their other end lies, and by id where two lie the same way. */
export function tiesAround(moment: MapContent, element: Id): readonly Id[] {
  const here = moment.positions.get(element) ?? [0, 0]
  const angle = (other: Id) => {
    const there = moment.positions.get(other) ?? [0, 0]
    return (Math.atan2(there[0] - here[0], here[1] - there[1]) + 2 * Math.PI) % (2 * Math.PI)
  }
  const ties = tiesOf(moment, element).map((tie) => ({ id: tie.id, turn: angle(tie.from === element ? tie.to : tie.from) }))
  return ties.sort((a, b) => a.turn - b.turn || byId(a.id, b.id)).map((tie) => tie.id)
}
