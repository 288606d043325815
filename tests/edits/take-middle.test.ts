import { describe, expect, it } from 'vitest'
import { addPerspective } from '../../src/edits/perspectives.ts'
import { judge, rate } from '../../src/edits/judge.ts'
import { showHands } from '../../src/edits/show-hands.ts'
import { halvesOf, middleOf, takeMiddle, takeMiddleOfClose } from '../../src/edits/take-middle.ts'
import { apply } from '../../src/model/apply.ts'
import { isEmpty, make } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { judgementOf, sharedOf, type SystemMap } from '../../src/model/system-map.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'

/** Two elements, a tie `t`, and four tables; each gives what is listed of the tie, null says nothing. */
function tables(strengths: readonly (number | null)[], qualities: readonly (number | null)[] = []): { readonly map: SystemMap; readonly ids: readonly string[] } {
  const random = seeded(3)
  let map = apply(emptyMap('m'), { writes: [make('elements', 'a', { name: 'A' }), make('elements', 'b', { name: 'B' }), make('relationships', 't', { from: 'a', to: 'b' })] })
  const ids = strengths.map((strength, i) => {
    const made = addPerspective(map, { name: `Table ${i}`, type: 'table' }, random)
    map = apply(map, made.change)
    if (strength !== null) map = apply(map, rate(map, made.id, 't', strength as 3))
    const quality = qualities[i]
    if (quality !== undefined && quality !== null) map = apply(map, judge(map, made.id, 't', 'quality', quality))
    return made.id
  })
  return { map, ids }
}

const taken = (map: SystemMap, decided = {}) => {
  const after = apply(map, takeMiddle(map, 't', voicesOf(map), decided))
  return judgementOf(after, sharedOf(after).id, 't')
}

describe('The middle', () => {
  it('of four who say 1, 3, 3 and 4 is 3, and of quality +1 of 0, +1 and +2', () => {
    expect(taken(tables([1, 3, 3, 4], [0, 1, 2]).map)).toEqual({ presence: 3, quality: 1 })
  })

  it('of nothing beside a yes is a tie that is there and not rated', () => {
    const { map, ids } = tables([0, 0, null, null, null])
    const seen = apply(map, { writes: ids.slice(2).map((id) => ({ at: 'judgements' as const, id: `${id}:t`, field: 'presence', to: 'yes' })) })
    expect(taken(seen)).toEqual({ presence: 'yes' })
  })

  it('that is a half is not taken until one side of it is chosen; what is whole beside it is', () => {
    const { map } = tables([2, 3], [1, 1])
    const middle = middleOf(map, 't', voicesOf(map))
    expect(middle && halvesOf(middle)).toEqual(['strength'])
    expect(taken(map)).toEqual({ quality: 1 })
    expect(taken(map, { strength: 3 })).toEqual({ presence: 3, quality: 1 })
  })

  it('goes by majority between yes and no, and is none where they are level', () => {
    expect(taken(tables([0, 0, 5]).map)).toEqual({ presence: 0 })
    expect(middleOf(tables([0, 0, 4, 4]).map, 't', voicesOf(tables([0, 0, 4, 4]).map))?.presence).toBe('even')
    expect(taken(tables([0, 0, 4, 4]).map)).toBeUndefined()
    expect(taken(tables([3, null]).map)).toBeUndefined()
  })

  it('of no and two yeses is the middle of 0, 4 and 4', () => {
    expect(taken(tables([0, 4, 4]).map)).toEqual({ presence: 4 })
  })

  it('of all that are close leaves what is far apart, what is agreed, and halves, which it counts', () => {
    const close = tables([3, 3, 4]).map
    expect(takeMiddleOfClose(close, voicesOf(close))).toMatchObject({ taken: 1, halves: 0 })
    const half = tables([3, 4]).map
    expect(takeMiddleOfClose(half, voicesOf(half))).toMatchObject({ taken: 0, halves: 1 })
    const far = tables([0, 2, 5]).map
    expect(takeMiddleOfClose(far, voicesOf(far))).toMatchObject({ taken: 0, halves: 0 })
    const agreed = apply(close, rate(close, sharedOf(close).id, 't', 5))
    expect(takeMiddleOfClose(agreed, voicesOf(agreed))).toMatchObject({ taken: 0 })
    const refused = apply(close, rate(close, sharedOf(close).id, 't', 0))
    expect(takeMiddleOfClose(refused, voicesOf(refused))).toMatchObject({ taken: 0 })
  })

  it('of any map, taken of all that are close, changes no one’s view but the shared one, and not what the shared picture reads', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const map = generateMap(seeded(seed))
      const voices = voicesOf(map)
      const shared = sharedOf(map).id
      const { change } = takeMiddleOfClose(map, voices)
      const after = apply(map, change)
      for (const [id, said] of map.judgements) if (id !== shared) expect(after.judgements.get(id), `seed ${seed}`).toBe(said)
      const again = takeMiddleOfClose(after, voices)
      expect(isEmpty(again.change), `seed ${seed}`).toBe(true)
      for (const { id } of change.writes) expect(resolve(after, shared).of(id.split(':')[1] ?? '').state, `seed ${seed}`).not.toBe('silent')
    }
  })
})

describe('A show of hands', () => {
  it('is four judgements in one change; not said takes back, and a star is kept as split', () => {
    const { map, ids } = tables([5, 5, 5, 5])
    const [a = '', b = '', c = '', d = ''] = ids
    const hand = (perspective: string, value: number | null, split = false) => ({ perspective, value, split })
    const after = apply(map, showHands(map, 't', 'strength', [hand(a, 3), hand(b, null), hand(c, 4, true), hand(d, 0)]))
    expect(ids.map((id) => judgementOf(after, id, 't'))).toEqual([{ presence: 3 }, undefined, { presence: 4, split: true }, { presence: 0 }])
    const thumbs = apply(after, showHands(after, 't', 'quality', [hand(a, -2), hand(b, 1), hand(c, 1), hand(d, 2)]))
    expect(ids.map((id) => judgementOf(thumbs, id, 't'))).toEqual([{ presence: 3, quality: -2 }, { quality: 1 }, { presence: 4, quality: 1 }, { presence: 0 }])
  })
})
