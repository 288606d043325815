import { describe, expect, it } from 'vitest'
import { keepLayout } from '../../src/edits/keep-layout.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { apply } from '../../src/model/apply.ts'
import { make, place, set } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { SystemMap } from '../../src/model/system-map.ts'

const on = apply(emptyMap('map'), {
  writes: ['a', 'b', 'c'].flatMap((id, i) => [make('elements', id, { name: id }), place(id, i * 200, 0)]),
})
const laid = new Map([['a', [0, 300]], ['b', [200, 300]]] as const)
const kept = (map: SystemMap) => apply(map, keepLayout(map, laid, on))

describe('Keeping a layout', () => {
  it('puts everything where it was shown', () => {
    expect([...kept(on).positions]).toEqual([['a', [0, 300]], ['b', [200, 300]], ['c', [400, 0]]])
  })

  it('writes nothing where everything stands there', () => {
    expect(keepLayout(kept(on), laid, on).writes).toEqual([])
  })

  it('leaves what was pinned or removed meanwhile', () => {
    const later = apply(apply(on, removeSubjects(on, ['b'])), { writes: [set('elements', 'a', 'pinned', true)] })
    expect([...kept(later).positions]).toEqual([['a', [0, 0]], ['c', [400, 0]]])
  })

  it('gives way where something stands that did not, and no further than it must', () => {
    const later = apply(on, { writes: [make('elements', 'new', { name: 'new' }), place('new', 10, 310)] })
    const next = kept(later)
    expect(next.positions.get('new')).toEqual([10, 310])
    expect(next.positions.get('b')).toEqual([200, 300])
    const [x, y] = next.positions.get('a') ?? [NaN, NaN]
    // Cards of 84 × 30, 6 apart, on steps of 8.
    expect([x, y]).toEqual([0, 268])
  })

  it('leaves two cards on one another that were so when it was worked out', () => {
    const pinned = apply(on, { writes: [place('c', 0, 300), set('elements', 'c', 'pinned', true)] })
    expect(apply(pinned, keepLayout(pinned, laid, pinned)).positions.get('a')).toEqual([0, 300])
  })
})
