import { boxOf } from '../boxes/boxes.ts'
import type { MapChange } from '../model/change.ts'
import { byId, type Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { move } from './move.ts'

/** A card where it stands: its middle and its size, world units. */
interface Card {
  readonly id: Id
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Places = ReadonlyMap<Id, Point>

/** A way to put what is selected in order. Where its cards stand decides who comes first. */
export interface Arrangement {
  readonly id: string
  readonly title: string
  /** How it is called in a row of its own kind: "Left". */
  readonly short: string
  readonly group: 'Line up' | 'Space evenly' | 'Put in a'
  readonly keywords: string
  /** How many it needs to mean anything. */
  readonly least: number
  places(cards: readonly Card[]): Places
}

/** Clear paper between cards in a row, a column and a circle, world units: room for the ends of a tie. */
const APART = 40
/** The same where cards are spread that have no room between them. */
const LEAST = 24

const left = ({ x, width }: Card) => x - width / 2
const right = ({ x, width }: Card) => x + width / 2
const top = ({ y, height }: Card) => y - height / 2
const bottom = ({ y, height }: Card) => y + height / 2
const middle = (from: number, to: number) => (from + to) / 2

const each = (cards: readonly Card[], at: (card: Card) => Point): Places => new Map(cards.map((card) => [card.id, at(card)]))
const leastOf = (cards: readonly Card[], of: (card: Card) => number) => cards.reduce((least, card) => Math.min(least, of(card)), Infinity)
const mostOf = (cards: readonly Card[], of: (card: Card) => number) => cards.reduce((most, card) => Math.max(most, of(card)), -Infinity)
const across = (cards: readonly Card[]) => [...cards].sort((a, b) => a.x - b.x || a.y - b.y || byId(a.id, b.id))
const down = (cards: readonly Card[]) => [...cards].sort((a, b) => a.y - b.y || a.x - b.x || byId(a.id, b.id))

/** Centres along a line from its beginning: cards one after the other with this much paper between them. */
function alongFrom(start: number, sizes: readonly number[], gap: number): readonly number[] {
  let at = start
  return sizes.map((size) => {
    const centre = at + size / 2
    at += size + gap
    return centre
  })
}

/** Equal paper between them; the first and the last stay, unless there is no room between the two: then all move apart from their middle. */
function spread(from: number, to: number, sizes: readonly number[]): readonly number[] {
  const filled = sizes.reduce((sum, size) => sum + size, 0)
  const gap = (to - from - filled) / (sizes.length - 1)
  if (gap >= LEAST) return alongFrom(from, sizes, gap)
  return alongFrom(middle(from, to) - (filled + LEAST * (sizes.length - 1)) / 2, sizes, LEAST)
}

function inLine(cards: readonly Card[], isRow: boolean): Places {
  const inOrder = isRow ? across(cards) : down(cards)
  const sizes = inOrder.map(({ width, height }) => (isRow ? width : height))
  const gap = isRow ? APART : LEAST
  const [x, y] = middleOf(cards)
  const length = sizes.reduce((sum, size) => sum + size, 0) + gap * (sizes.length - 1)
  const at = alongFrom((isRow ? x : y) - length / 2, sizes, gap)
  return new Map(inOrder.map(({ id }, i) => [id, isRow ? [at[i] ?? 0, y] : [x, at[i] ?? 0]]))
}

function middleOf(cards: readonly Card[]): Point {
  return [middle(leastOf(cards, left), mostOf(cards, right)), middle(leastOf(cards, top), mostOf(cards, bottom))]
}

/** On a circle round their middle, in the order in which they stand round it now: the smallest on which each has its room. */
function inCircle(cards: readonly Card[]): Places {
  const mean = (of: (card: Card) => number) => Math.round(cards.reduce((sum, card) => sum + of(card), 0) / cards.length)
  const [x, y] = [mean((card) => card.x), mean((card) => card.y)]
  const turn = (card: Card) => (Math.atan2(card.x - x, y - card.y) + 2 * Math.PI) % (2 * Math.PI)
  const inOrder = [...cards].sort((a, b) => turn(a) - turn(b) || byId(a.id, b.id))
  const places = (radius: number): Places =>
    new Map(inOrder.map(({ id }, i) => [id, [x + radius * Math.sin((2 * Math.PI * i) / inOrder.length), y - radius * Math.cos((2 * Math.PI * i) / inOrder.length)]]))
  let low = 0
  let high = APART
  while (!isClear(inOrder, places(high))) [low, high] = [high, high * 2]
  for (let i = 0; i < 12; i++) {
    const half = middle(low, high)
    if (isClear(inOrder, places(half))) high = half
    else low = half
  }
  return places(Math.ceil(high))
}

/** Up to so many cards every two are looked at; of more only those near each other on the circle, where others are further apart still. */
const FEW = 60
const NEAR = 3

/** Whether cards on a circle have clear paper between them. */
function isClear(cards: readonly Card[], places: Places): boolean {
  const count = cards.length
  const reach = count <= FEW ? count - 1 : NEAR
  return cards.every((a, i) => {
    const [ax, ay] = places.get(a.id) ?? [a.x, a.y]
    for (let step = 1; step <= reach; step++) {
      const b = cards[(i + step) % count] as Card
      const [bx, by] = places.get(b.id) ?? [b.x, b.y]
      if (Math.abs(ax - bx) < (a.width + b.width) / 2 + LEAST && Math.abs(ay - by) < (a.height + b.height) / 2 + LEAST) return false
    }
    return true
  })
}

const lineUp = (id: string, short: string, to: (cards: readonly Card[]) => (card: Card) => Point): Arrangement => ({
  id: `align-${id}`, title: `Line up, ${short.toLowerCase()}`, short, group: 'Line up', keywords: `align ${id} edge straight`, least: 2,
  places: (cards) => each(cards, to(cards)),
})

export const ARRANGEMENTS: readonly Arrangement[] = [
  lineUp('left', 'Left', (cards) => ({ width, y }) => [leastOf(cards, left) + width / 2, y]),
  lineUp('centre', 'Centre', (cards) => ({ y }) => [middleOf(cards)[0], y]),
  lineUp('right', 'Right', (cards) => ({ width, y }) => [mostOf(cards, right) - width / 2, y]),
  lineUp('top', 'Top', (cards) => ({ x, height }) => [x, leastOf(cards, top) + height / 2]),
  lineUp('middle', 'Middle', (cards) => ({ x }) => [x, middleOf(cards)[1]]),
  lineUp('bottom', 'Bottom', (cards) => ({ x, height }) => [x, mostOf(cards, bottom) - height / 2]),
  {
    id: 'spread-across', title: 'Space evenly, across', short: 'Across', group: 'Space evenly', keywords: 'distribute horizontally gaps', least: 3,
    places(cards) {
      const inOrder = across(cards)
      const at = spread(leastOf(cards, left), mostOf(cards, right), inOrder.map(({ width }) => width))
      return new Map(inOrder.map(({ id, y }, i) => [id, [at[i] ?? 0, y]]))
    },
  },
  {
    id: 'spread-down', title: 'Space evenly, down', short: 'Down', group: 'Space evenly', keywords: 'distribute vertically gaps', least: 3,
    places(cards) {
      const inOrder = down(cards)
      const at = spread(leastOf(cards, top), mostOf(cards, bottom), inOrder.map(({ height }) => height))
      return new Map(inOrder.map(({ id, x }, i) => [id, [x, at[i] ?? 0]]))
    },
  },
  { id: 'in-a-row', title: 'Put in a row', short: 'Row', group: 'Put in a', keywords: 'arrange line horizontal', least: 2, places: (cards) => inLine(cards, true) },
  { id: 'in-a-column', title: 'Put in a column', short: 'Column', group: 'Put in a', keywords: 'arrange line vertical stack', least: 2, places: (cards) => inLine(cards, false) },
  { id: 'in-a-circle', title: 'Put in a circle', short: 'Circle', group: 'Put in a', keywords: 'arrange ring round', least: 3, places: inCircle },
]

/** Puts these elements in order; as after a drag, they are pinned where they are put. Only those that stand somewhere. */
export function arrange(map: SystemMap, ids: Iterable<Id>, { least, places }: Pick<Arrangement, 'least' | 'places'>): MapChange {
  const cards = [...new Set(ids)].flatMap((id): Card[] => {
    const element = map.elements.get(id)
    const at = map.positions.get(id)
    if (!element || !at) return []
    const { width, height } = boxOf(element)
    return [{ id, x: at[0], y: at[1], width, height }]
  })
  return cards.length < least ? { writes: [] } : move(map, places(cards))
}
