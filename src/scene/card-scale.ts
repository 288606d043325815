import { boxOf } from '../boxes/boxes.ts'
import type { MapContent } from '../model/system-map.ts'
import type { CardScale } from './scene.ts'

const SCALES = [1.3, 1.15, 1] as const satisfies readonly CardScale[]
/** Cards keep this much room between them, world units. */
const APART = 8
/** A larger map is not looked through: its cards stay as they are. */
const MOST = 300
const scales = new WeakMap<object, { readonly elements: object; readonly scale: CardScale }>()

/** How much larger cards can be, about their own middles, before two of them come too near. Looks at every pair once per set of places. */
export function largestScale(moment: MapContent): CardScale {
  const known = scales.get(moment.positions)
  if (known?.elements === moment.elements) return known.scale
  const scale = moment.elements.size > MOST ? 1 : (SCALES.find((scale) => isClear(moment, scale)) ?? 1)
  scales.set(moment.positions, { elements: moment.elements, scale })
  return scale
}

function isClear(moment: MapContent, scale: CardScale): boolean {
  const cards = [...moment.elements.values()].flatMap((element) => {
    const at = moment.positions.get(element.id)
    return at ? [{ at, box: boxOf(element) }] : []
  })
  return cards.every((a, i) =>
    cards.slice(i + 1).every((b) => {
      const apartX = Math.abs(a.at[0] - b.at[0]) - ((a.box.width + b.box.width) / 2) * scale
      const apartY = Math.abs(a.at[1] - b.at[1]) - ((a.box.height + b.box.height) / 2) * scale
      return apartX >= APART || apartY >= APART
    }),
  )
}
