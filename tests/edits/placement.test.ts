import { describe, expect, it } from 'vitest'
import { boxOf } from '../../src/boxes/boxes.ts'
import { addElement } from '../../src/edits/add-element.ts'
import { addOrganisation } from '../../src/edits/organisations.ts'
import { placer } from '../../src/edits/placement.ts'
import { apply } from '../../src/model/apply.ts'
import { make, place, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { ELEMENT_KINDS, type Slot } from '../../src/model/kinds.ts'
import type { Point } from '../../src/model/records.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { generateMap } from '../support/generate-map.ts'
import { between, oneOf, seeded } from '../support/seeded.ts'

const making = { now: new Date(2016, 4, 19), random: seeded(1), perspective: 'shared' }

function organisations(...slots: readonly Slot[]): SystemMap {
  return apply(emptyMap('m'), { writes: slots.map((slot, order) => make('organisations', `o-${slot}`, { name: `Organisation ${slot}`, slot, order })) })
}

function withElements(map: SystemMap, count: number, organisation: string | null, kind: 'team' | 'people' | 'outcome' | 'factor' | 'organisation' = 'team'): SystemMap {
  let next = map
  for (let i = 0; i < count; i++) next = apply(next, addElement(next, { name: `Thing ${i} of ${organisation}`, organisation, kind }, { ...making, random: seeded(next.elements.size + 99) }).change)
  return next
}

function at(map: SystemMap, name: string): Point {
  const element = [...map.elements.values()].find((one) => one.name === name)
  return map.positions.get(element?.id ?? '') ?? [NaN, NaN]
}

function overlaps(map: SystemMap, ids: Iterable<string>): readonly string[] {
  const cards = [...map.elements.values()].flatMap((element) => {
    const point = map.positions.get(element.id)
    return point ? [{ id: element.id, point, box: boxOf(element) }] : []
  })
  return [...ids].flatMap((id) => {
    const mine = cards.find((card) => card.id === id)
    if (!mine) return [`${id} has no place`]
    return cards
      .filter((card) => card !== mine && Math.abs(card.point[0] - mine.point[0]) < (card.box.width + mine.box.width) / 2 && Math.abs(card.point[1] - mine.point[1]) < (card.box.height + mine.box.height) / 2)
      .map((card) => `${id} lies on ${card.id}`)
  })
}

describe('the first element', () => {
  it('of an empty land goes to its organisation’s quarter, clockwise from the top left', () => {
    const map = organisations(1, 2, 3, 4)
    const quarter = (slot: number) => placer(map).place({ name: 'Ward', kind: 'team', organisation: `o-${slot}` }).map(Math.sign)
    expect([1, 2, 3, 4].map(quarter)).toEqual([[-1, -1], [1, -1], [1, 1], [-1, 1]])
  })

  it('of kind people is in the middle', () => {
    expect(placer(organisations(1)).place({ name: 'Older person', kind: 'people', organisation: null })).toEqual([0, 0])
  })

  it('of the outcomes is at the top, of the factors at the bottom, of the partners on the outer ring', () => {
    const map = withElements(organisations('partner'), 1, null, 'people')
    const [x, y] = placer(map).place({ name: 'Home', kind: 'outcome', organisation: null })
    expect([Math.abs(x) < 100, y < -200]).toEqual([true, true])
    expect(placer(map).place({ name: 'Trust', kind: 'factor', organisation: null })[1]).toBeGreaterThan(200)
    expect(Math.abs(placer(map).place({ name: 'Age UK', kind: 'organisation', organisation: 'o-partner' })[0])).toBeGreaterThan(0.74 * 500)
  })
})

describe('the next element', () => {
  it('stays in its own land, among thirty of four organisations', () => {
    let map = withElements(organisations(1, 2, 3, 4), 1, null, 'people')
    for (let round = 0; round < 8; round++) for (const slot of [1, 2, 3, 4]) map = withElements(map, 1, `o-${slot}`)
    for (const element of map.elements.values()) {
      if (element.organisation === null) continue
      const [x, y] = map.positions.get(element.id) ?? [NaN, NaN]
      const slot = Number(element.organisation.slice(2))
      expect([Math.sign(x), Math.sign(y)], element.organisation).toEqual([slot === 1 || slot === 4 ? -1 : 1, slot < 3 ? -1 : 1])
    }
  })

  it('lands nearer to its first tie, and still in its land', () => {
    const map = withElements(withElements(organisations(1, 2), 6, 'o-1'), 3, 'o-2')
    const other = [...map.elements.values()].find((one) => one.organisation === 'o-2')
    const [ox, oy] = map.positions.get(other?.id ?? '') ?? [0, 0]
    const far = ([x, y]: Point) => Math.hypot(x - ox, y - oy)
    const near = placer(map).place({ name: 'Ward sister', kind: 'team', organisation: 'o-1' }, other?.id)
    expect(far(near)).toBeLessThan(far(placer(map).place({ name: 'Ward sister', kind: 'team', organisation: 'o-1' })))
    expect(near[0]).toBeLessThan(0)
  })

  it('dropped at a free point stands there', () => {
    expect(placer(organisations(1)).place({ name: 'Ward', kind: 'team', organisation: 'o-1' }, [333, -77])).toEqual([333, -77])
  })

  it('of several partners spreads round the ring', () => {
    const map = withElements(organisations('partner'), 4, 'o-partner', 'organisation')
    const points = [...map.positions.values()]
    expect(new Set(points.map(([x, y]) => `${Math.sign(Math.round(x / 300))} ${Math.sign(Math.round(y / 200))}`)).size).toBeGreaterThan(2)
  })
})

describe('over generated maps', () => {
  it.each(Array.from({ length: 80 }, (_, i) => i + 1))('twelve new elements lie on nothing, and nothing moves (seed %i)', (seed) => {
    const random = seeded(seed)
    const before = generateMap(random, 2)
    let map = before
    const added: string[] = []
    for (let i = 0; i < 12; i++) {
      const ids = [...map.elements.keys()]
      const organisation = map.organisations.size && random() < 0.8 ? oneOf(random, [...map.organisations.keys()]) : null
      const near = random() < 0.3 && ids.length ? oneOf(random, ids) : random() < 0.3 ? ([between(random, -900, 900), between(random, -500, 500)] as const) : undefined
      const made = addElement(map, { name: `Placed ${'long '.repeat(between(random, 0, 9))}${i}`, kind: oneOf(random, ELEMENT_KINDS).value, organisation }, { ...making, random }, near)
      map = apply(map, made.change)
      added.push(made.id)
    }
    expect(overlaps(map, added)).toEqual([])
    for (const [id, point] of before.positions) expect(map.positions.get(id)).toBe(point)
  })
})

it('finds a place among five thousand cards packed together', () => {
  const writes: Write[] = Array.from({ length: 5000 }, (_, i) => [make('elements', `e${i}`, { name: `Ward ${i}`, organisation: 'o-1' }), place(`e${i}`, ((i % 70) - 35) * 130, (Math.floor(i / 70) - 35) * 50)]).flat()
  const map = apply(organisations(1), { writes })
  const made = addElement(map, { name: 'One more', organisation: 'o-1' }, making)
  expect(overlaps(apply(map, made.change), [made.id])).toEqual([])
})

it('a second organisation’s first element keeps out of the land that another one has taken', () => {
  let map = organisations(1, 2)
  map = apply(map, { writes: Array.from({ length: 6 }, (_, i) => [make('elements', `x${i}`, { name: `Ward ${i}`, organisation: 'o-1' }), place(`x${i}`, 300 + (i % 3) * 150, -250 + Math.floor(i / 3) * 120)]).flat() })
  map = withElements(map, 1, 'o-2')
  const [x, y] = at(map, 'Thing 0 of o-2')
  expect(x > 300 - 50 && x < 600 + 50 && y > -250 - 20 && y < -130 + 20).toBe(false)
})

it('is made with an organisation that has just come', () => {
  const made = addOrganisation(organisations(1), { name: 'Housing' }, seeded(2))
  const map = apply(organisations(1), made.change)
  expect(map.organisations.get(made.id)).toMatchObject({ slot: 2, code: 'HO' })
})
