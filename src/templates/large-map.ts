import { apply } from '../model/apply.ts'
import { judgementId, make, type Write } from '../model/change.ts'
import { emptyMap } from '../model/empty-map.ts'
import type { Id, Random } from '../model/ids.ts'
import { ELEMENT_KINDS, TIE_KINDS } from '../model/kinds.ts'
import type { SystemMap, WholeMap } from '../model/system-map.ts'
import { element, inShared, organised, USUAL_ORGANISATIONS } from './organisations.ts'

const LARGE = 5000
/** Ties for each element. */
const TIES = 2.5
/** Elements made in one go: few enough that the page answers between two goes. */
const GO = 250
const PLACES = ['North', 'South', 'East', 'West', 'Harbour', 'Valley', 'Central', 'Riverside', 'Old Town', 'Hillside']
const SERVICES = ['district nursing', 'discharge hub', 'care brokerage', 'housing panel', 'memory clinic', 'therapy team', 'day centre', 'carers group', 'equipment store', 'night sitting']
const LABELS = ['daily call', 'weekly meeting', 'referral form', 'joint visit']
/** A cell holds a card and the room round it, world units: no two cards meet. */
const CELL = [230, 96] as const
/** Organisations side by side: a map as wide as a screen is. */
const ACROSS = 4
/** How far a card stands from the middle of its cell, at most. */
const LOOSE = [14, 8] as const

interface Given {
  readonly id: Id
  readonly random: Random
  readonly now: Date
  readonly elements?: number
}

/** A made-up map of thousands, to try what this computer carries; the same for the same chance. Made in steps: each gives how much is done, 0 to 1. */
export function* largeMap({ id, random, now, elements = LARGE }: Given): Generator<number, WholeMap> {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const apart = (most: number) => Math.round((random() * 2 - 1) * most)
  const { writes, idOf } = organised(USUAL_ORGANISATIONS)
  const added = now.toISOString()
  const each = Math.ceil(elements / USUAL_ORGANISATIONS.length)
  const columns = Math.ceil(Math.sqrt(each / 2.6))
  const [width, height] = [(columns + 1) * CELL[0], (Math.ceil(each / columns) + 2) * CELL[1]]
  const ties = Math.round(elements * TIES)
  const raters = USUAL_ORGANISATIONS.flatMap(({ slot }) => (typeof slot === 'number' ? (idOf(slot) ?? []) : []))
  let map: SystemMap = apply(emptyMap(id, { title: `A large map: ${elements.toLocaleString('en-GB')} elements`, question: 'Who works with whom?', illustrative: true }), { writes })

  for (let from = 0; from < elements; from += GO) {
    const next: Write[] = []
    for (let i = from; i < Math.min(elements, from + GO); i++) {
      const block = Math.floor(i / each)
      const at = i % each
      const x = (block % ACROSS) * width + (at % columns) * CELL[0] + apart(LOOSE[0])
      const y = Math.floor(block / ACROSS) * height + Math.floor(at / columns) * CELL[1] + apart(LOOSE[1])
      const organisation = idOf(USUAL_ORGANISATIONS[block]?.slot ?? 'shared')
      next.push(...element(`e${i}`, { name: `${one(PLACES)} ${one(SERVICES)} ${i + 1}`, organisation, kind: one(ELEMENT_KINDS).value, added }, x, y))
    }
    map = apply(map, { writes: next })
    yield from / elements / 2
  }
  for (let from = 0; from < ties; from += GO) {
    const next: Write[] = []
    for (let i = from; i < Math.min(ties, from + GO); i++) next.push(...tie(i))
    map = apply(map, { writes: next })
    yield 0.5 + from / ties / 2
  }
  return { map, contents: new Map() }

  /** Four in five go to somebody near, the rest anywhere; half are rated, by some. */
  function tie(i: number): Write[] {
    const from = Math.floor(random() * elements)
    const near = from + (1 + Math.floor(random() * columns)) * (random() < 0.5 ? -1 : 1)
    const wanted = random() < 0.8 ? Math.min(elements - 1, Math.max(0, near)) : Math.floor(random() * elements)
    const to = wanted === from ? (from + 1) % elements : wanted
    const made = make('relationships', `t${i}`, { from: `e${from}`, to: `e${to}`, kind: one(TIE_KINDS).value, added, ...(i % 5 === 0 ? { label: one(LABELS) } : {}) })
    const rated = raters.flatMap((rater): Write[] => {
      if (random() < 0.8) return []
      const at = { at: 'judgements', id: judgementId(rater, `t${i}`) } as const
      return [{ ...at, field: 'presence', to: Math.floor(random() * 6) }, { ...at, field: 'quality', to: Math.floor(random() * 5) - 2 }]
    })
    return [made, inShared(`t${i}`), ...rated]
  }
}
