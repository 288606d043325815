import type { MapContent } from '../model/system-map.ts'
import { buildScene } from '../scene/build-scene.ts'
import { resolve } from '../reading/resolve.ts'
import { sharedOf } from '../model/system-map.ts'

const SCALES = [1.3, 1.15, 1] as const
/** Cards keep this much room between them, world units. */
const APART = 8
/** A larger map is not looked through: its cards stay as they are. */
const MOST = 300

const scales = new WeakMap<object, { readonly elements: object; readonly scale: 1 | 1.15 | 1.3 }>()

/** How much larger cards can be on a projector, about their own middles, before two of them come too near. */
export function boxScale(moment: MapContent): 1 | 1.15 | 1.3 {
  const known = scales.get(moment.positions)
  if (known?.elements === moment.elements) return known.scale
  const scale = moment.elements.size > MOST ? 1 : largest(moment)
  scales.set(moment.positions, { elements: moment.elements, scale })
  return scale
}

function largest(moment: MapContent): 1 | 1.15 | 1.3 {
  const scene = buildScene(null, { moment, reading: resolve(moment, sharedOf(moment).id), selection: [], cardScale: 1, qualityTint: false })
  const cards = scene.elements
  const isClear = (scale: number) =>
    cards.every((a, i) =>
      cards.slice(i + 1).every((b) => {
        const apartX = Math.abs(a.centre[0] - b.centre[0]) - ((a.size[0] + b.size[0]) / 2) * scale
        const apartY = Math.abs(a.centre[1] - b.centre[1]) - ((a.size[1] + b.size[1]) / 2) * scale
        return apartX >= APART || apartY >= APART
      }),
    )
  return SCALES.find(isClear) ?? 1
}
