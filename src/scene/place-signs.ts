import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { endOf, measuredCurve, pointAt, tangentAt, tAt } from './curves.ts'
import type { Asked } from './asked.ts'
import type { Ground } from './ground.ts'
import { CHIP_PLACES, clearest, covered } from './places.ts'
import { around, type Obstacles } from './rectangles.ts'
import type { Curve, Face, Sign } from './scene.ts'
import type { TieLook } from './tie-look.ts'

/** How far from its card a number stands, and how far off the edge of its tie, world units. */
const FROM_CARD = 13
const OFF_TIE = 3
/** Pips straddle the lower edge, clear of the name. */
const BELOW = 3
const DOWN: Point = [0, 1]
const OUT: Point = [0.5, -0.5]

/** Where every sign of a question stands: in the order of what matters, each at the clearest place that is left. Takes the places it uses. */
export function signsOf(asked: Asked, { cards }: Pick<Ground, 'cards'>, curves: ReadonlyMap<Id, Curve>, looks: ReadonlyMap<Id, TieLook>, obstacles: Obstacles): readonly Sign[] {
  const signs: Sign[] = []
  const put = (of: Id, face: Face, at: Point, more: Pick<Sign, 'grows' | 'isOfPlace'> = {}) => {
    obstacles.add(around(at, face.size))
    signs.push({ of, at, face, ...more })
  }
  for (const [id, { face }] of asked.elements) {
    const card = cards.get(id)
    if (!face || !card) continue
    const { centre: [x, y], size: [width, height] } = card
    if (face.at === 'below') put(id, face.is, [x, y + height / 2 + BELOW], { grows: DOWN })
    else put(id, face.is, [x + width / 2 + 2, y - height / 2 - 3], { grows: OUT })
  }
  for (const [id, { face, numbers }] of asked.ties) {
    const curve = curves.get(id)
    if (!curve) continue
    if (face) put(id, face, clearest(curve, face.size, CHIP_PLACES, obstacles).at)
    if (numbers) for (const end of [0, 1] as const) put(id, numbers[end], beside(curve, end, numbers[end], looks.get(id)?.width ?? 0, obstacles), { isOfPlace: true })
  }
  return signs
}

/** Beside an end, on the side where less stands. */
function beside(curve: Curve, end: 0 | 1, { size }: Face, width: number, obstacles: Obstacles): Point {
  const whole = measuredCurve(curve)
  const from = Math.min(FROM_CARD, whole.length / 4)
  let best: Point = end === 0 ? curve[0] : endOf(curve)
  let least = Infinity
  for (const along of [from, from + 10]) {
    const t = tAt(whole, end === 0 ? along : whole.length - along)
    const [x, y] = pointAt(curve, t)
    const [tx, ty] = tangentAt(curve, t)
    const off = width / 2 + OFF_TIE + (Math.abs(ty) * size[0] + Math.abs(tx) * size[1]) / 2
    for (const side of [-1, 1]) {
      const at: Point = [x - ty * off * side, y + tx * off * side]
      const cost = covered(around(at, size), obstacles) + along / 100
      if (cost < least) [best, least] = [at, cost]
    }
  }
  return best
}
