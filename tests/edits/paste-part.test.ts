import { describe, expect, it } from 'vitest'
import { boxOf } from '../../src/boxes/boxes.ts'
import { lyingIn } from '../../src/edits/areas.ts'
import { partOf } from '../../src/edits/part.ts'
import { pastePart, type PasteOptions } from '../../src/edits/paste-part.ts'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make, place, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Judgement } from '../../src/model/records.ts'
import type { Json } from '../../src/model/json.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { generateMap } from '../support/generate-map.ts'
import { expectSamePart } from '../support/same-part.ts'
import { seeded, someOf } from '../support/seeded.ts'

const options = (more: Partial<PasteOptions> = {}, perspective = 'shared'): PasteOptions => ({ making: { now: new Date('2016-05-19T09:41:00Z'), random: seeded(5), perspective }, withJudgements: false, isKin: false, ...more })
const say = (perspective: string, subject: string, judgement: Judgement): Write[] =>
  Object.entries(judgement).map(([field, to]) => ({ at: 'judgements', id: judgementId(perspective, subject), field, to: to as Json }))

/** Two organisations, three elements of them and ties, one of an element to itself. */
function room(id = 'm', more: readonly Write[] = []): SystemMap {
  return apply(emptyMap(id), {
    writes: [
      make('organisations', 'AC', { name: 'Acute care', code: 'AC', slot: 1, order: 1 }),
      make('organisations', 'SC', { name: 'Social care', code: 'SC', slot: 2, order: 2 }),
      make('perspectives', 'p-ac', { name: 'Acute care', type: 'organisation', organisation: 'AC', order: 1 }),
      make('perspectives', 'me', { name: 'My own view', type: 'person', private: true, order: 2 }),
      make('elements', 'a', { name: 'Ward', organisation: 'AC', tags: ['winter'], aliases: ['Ward 7'], facts: [['Beds', 28]], description: 'Two floors.' }),
      make('elements', 'b', { name: 'Brokerage', organisation: 'SC' }),
      make('elements', 'o', { name: 'Home sooner', kind: 'outcome', measure: 'Days', target: 3 }),
      make('outcomeReadings', 'v', { element: 'o', date: '2016-05-01', value: 4 }),
      make('relationships', 'ab', { from: 'a', to: 'b', kind: 'refers', label: 'call', star: true }),
      make('relationships', 'aa', { from: 'a', to: 'a', kind: 'informs' }),
      make('relationships', 'bo', { from: 'b', to: 'o', kind: 'influences', polarity: '-' }),
      place('a', 0, 0), place('b', 300, 40), place('o', 150, 200),
      ...say('p-ac', 'ab', { presence: 4, quality: -1 }), ...say('shared', 'a', { presence: 0 }), ...say('me', 'ab', { presence: 1 }),
      ...more,
    ],
  })
}
const paste = (map: SystemMap, part: ReturnType<typeof partOf>, with_ = options()) => {
  const made = pastePart(map, part, with_)
  return { made, map: apply(map, made.change) }
}

describe('a part', () => {
  it('is the elements, the ties among them, their organisations and what open views said of them', () => {
    const part = partOf(room(), ['a', 'b'])
    expect([[...part.elements.keys()], [...part.relationships.keys()], [...part.organisations.keys()]]).toEqual([['a', 'b'], ['ab', 'aa'], ['AC', 'SC']])
    expect([[...part.perspectives.keys()], part.judgements.get('p-ac')?.get('ab'), part.judgements.has('me')]).toEqual([['shared', 'p-ac'], { presence: 4, quality: -1 }, false])
  })

  it('of a tie has its ends, and no other tie of theirs', () => {
    const part = partOf(room(), ['ab'])
    expect([[...part.elements.keys()], [...part.relationships.keys()]]).toEqual([['a', 'b'], ['ab']])
    expect(partOf(room(), ['gone']).elements.size).toBe(0)
  })
})

describe('pasting', () => {
  it('into the same map makes them again beside the others; nothing else moves', () => {
    const before = room()
    const { map, made } = paste(before, partOf(before, ['a', 'b']), options({ isKin: true }))
    expect(made.organisations).toEqual([])
    for (const id of ['a', 'b', 'o']) expect(map.positions.get(id)).toBe(before.positions.get(id))
    const boxes = [...map.elements.values()].map((element) => ({ at: map.positions.get(element.id) ?? [0, 0], ...boxOf(element) }))
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(Math.abs(a.at[0] - b.at[0]) >= (a.width + b.width) / 2 || Math.abs(a.at[1] - b.at[1]) >= (a.height + b.height) / 2).toBe(true)))
    const [x = NaN, y = NaN] = map.positions.get(made.elements[0] ?? '') ?? []
    expect(Math.hypot(x, y)).toBeLessThan(260)
  })

  it('where they were cut lands where they were', () => {
    const before = room()
    const part = partOf(before, ['a', 'b'])
    const { map, made } = paste(emptyMap('m'), part)
    expect(made.elements.map((id) => map.positions.get(id))).toEqual([[0, 0], [300, 40]])
  })

  it('of an area and what lies in it keeps everything in its place in it, clear of what stands and of other areas', () => {
    const before = room('m', [
      make('areas', 'q', { title: 'Winter', position: [-120, -80], size: [700, 400] }),
      make('notes', 'n', { text: 'Ask the night staff', position: [20, 240], width: 160 }),
      make('areas', 'p', { title: 'Spring', position: [700, -80], size: [300, 300] }),
    ])
    const part = partOf(before, ['q', 'n', 'a', 'b'], before)
    const { map, made } = paste(before, part, options({ isKin: true }))
    expectSamePart(part, map, made)
    const [area] = made.areas.map((id) => map.areas.get(id))
    expect([area?.title, map.areas.size, map.notes.size]).toEqual(['Winter', 3, 2])
    expect(lyingIn(map, area as never).toSorted()).toEqual([...made.elements, ...made.notes].toSorted())
    for (const id of ['q', 'p']) expect(lyingIn(map, map.areas.get(id) as never)).toEqual(lyingIn(before, before.areas.get(id) as never))
    expect(map.judgements.get('shared')?.has(made.notes[0] ?? '')).toBe(false)
  })

  it('of an area as large as a town takes no longer', () => {
    const before = room('m', [make('areas', 'q', { title: 'Town', position: [-4_000_000, -4_000_000], size: [8_000_000, 8_000_000] })])
    const { map, made } = paste(before, partOf(before, ['q'], before))
    expect(lyingIn(map, map.areas.get(made.areas[0] ?? '') as never)).toEqual([])
  })

  it('of what stood far from what is in sight lands in the middle of that', () => {
    const { map, made } = paste(emptyMap('m'), partOf(room(), ['a', 'b']), options({ sight: { at: [5000, -900], size: [1000, 600] } }))
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = made.elements.map((id) => map.positions.get(id) ?? [])
    expect([Math.abs((ax + bx) / 2 - 5000) < 40, Math.abs((ay + by) / 2 + 900) < 40, bx - ax, by - ay]).toEqual([true, true, 300, 40])
    const near = paste(emptyMap('m'), partOf(room(), ['a', 'b']), options({ sight: { at: [100, 0], size: [1000, 600] } }))
    expect(near.map.positions.get(near.made.elements[0] ?? '')).toEqual([0, 0])
  })

  it('says yes in the view being written, and brings no judgement', () => {
    const { map, made } = paste(room('other'), partOf(room(), ['a', 'b']), options({}, 'p-ac'))
    for (const id of [...made.elements, ...made.ties]) {
      expect(map.judgements.get('p-ac')?.get(id)).toEqual({ presence: 'yes' })
      expect([map.judgements.get('shared')?.has(id), map.judgements.get('me')?.has(id)]).toEqual([false, false])
    }
  })

  it('with judgements brings those of every view that is here, by id or by name, and of no private one', () => {
    const target = apply(room('other'), { writes: [{ at: 'perspectives', id: 'p-ac', remove: true }, make('perspectives', 'x', { name: 'acute  care', type: 'table' })] })
    const { map, made } = paste(target, partOf(room(), ['a', 'b']), options({ withJudgements: true }))
    const [tie = ''] = made.ties.filter((id) => map.relationships.get(id)?.label === 'call')
    expect([map.judgements.get('x')?.get(tie), map.judgements.get('shared')?.get(made.elements[0] ?? ''), map.judgements.get('me')?.has(tie)]).toEqual([{ presence: 4, quality: -1 }, { presence: 0 }, false])
  })

  it('an organisation is the same by id among kin, else by name, else by code; one that is not here is made, with a colour that is free', () => {
    const part = partOf(room(), ['a', 'b'])
    const renamed = apply(room('other'), { writes: [{ at: 'organisations', id: 'AC', field: 'name', to: 'Hospital' }, { at: 'organisations', id: 'AC', field: 'code', to: 'HO' }] })
    expect(paste(renamed, part, options({ isKin: true })).made.organisations).toEqual([])
    const apart = paste(renamed, part)
    expect(apart.made.organisations).toEqual(['Acute care'])
    const [home] = [...apart.map.organisations.values()].filter(({ name }) => name === 'Acute care')
    expect([home?.slot, home?.code, [...apart.map.perspectives.values()].some(({ organisation }) => organisation === home?.id)]).toEqual([3, 'AC', true])
    const byName = apply(emptyMap('n'), { writes: [make('organisations', 'q1', { name: 'ACUTE CARE', code: 'ZZ', slot: 3 }), make('organisations', 'q2', { name: 'Adult care', code: 'sc', slot: 4 })] })
    const found = paste(byName, part)
    expect([found.made.organisations, found.made.elements.map((id) => found.map.elements.get(id)?.organisation)]).toEqual([[], ['q1', 'q2']])
  })

  it.each(Array.from({ length: 80 }, (_, i) => i + 1))('into an empty map gives the same part, but for its ids (seed %i)', (seed) => {
    const random = seeded(seed)
    const source = generateMap(random, 1.5)
    const part = partOf(source, someOf(random, [...source.elements.keys(), ...source.relationships.keys(), ...source.notes.keys(), ...source.areas.keys()], 14), source)
    // A view of the same name each, so that all that was said can be brought; two of one name could not be told apart.
    const views = [...part.perspectives.values()].filter(({ type }) => type !== 'shared').map((view, i) => ({ ...view, name: `View ${i}` }))
    const told = { ...part, perspectives: new Map([...part.perspectives].map(([id, view]) => [id, views.find((one) => one.id === id) ?? view])) }
    const target = apply(emptyMap('empty'), { writes: views.map(({ name }, i) => make('perspectives', `v${i}`, { name, type: 'table' })) })
    const { map, made } = paste(target, told, options({ withJudgements: true }))
    const now = expectSamePart(part, map, made)
    for (const [perspective, judgements] of part.judgements) {
      const view = views.findIndex(({ id }) => id === perspective)
      const said = map.judgements.get(view < 0 ? 'shared' : `v${view}`)
      for (const [subject, judgement] of judgements) expect(said?.get(now.get(subject) ?? '')).toEqual(judgement)
    }
    expect(paste(map, told).map.elements.size).toBe(2 * part.elements.size)
    expect(now.size).toBe(new Set(now.values()).size)
  })
})
