import { describe, expect, it } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { make, set } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { comparedAfter, inTime, sidesOf } from '../../src/reading/axis.ts'
import { resolve, resolveTogether } from '../../src/reading/resolve.ts'
import { voicesIn, voicesOf } from '../../src/reading/voices.ts'

const map = apply(emptyMap('m'), {
  writes: [
    make('perspectives', 'ac', { name: 'Acute care', type: 'table', order: 2 }), make('perspectives', 'sc', { name: 'Social care', type: 'table', order: 1 }),
    make('perspectives', 'out', { name: 'An inspector', type: 'outside', order: 3 }), make('perspectives', 'wish', { name: 'In two years', type: 'vision', order: 4 }),
    make('perspectives', 'me', { name: 'My own view', type: 'person', private: true, order: 5 }),
    make('versions', 'same-day', { name: 'Same day', date: '2016-05-19', order: 2 }), make('versions', 'late', { name: 'Late', date: '2016-05-19', order: 1 }), make('versions', 'early', { name: 'Early', date: '2015-11-12', order: 3 }),
    make('elements', 'a', { name: 'A' }), make('elements', 'b', { name: 'B' }), make('relationships', 't', { from: 'a', to: 'b', kind: 'works' }),
    { at: 'judgements', id: 'ac:t', field: 'presence', to: 1 }, { at: 'judgements', id: 'sc:t', field: 'presence', to: 3 }, { at: 'judgements', id: 'out:t', field: 'presence', to: 5 },
  ],
})
const at = (version: string | null, perspective = 'shared') => ({ version, perspective })

describe('Two readings', () => {
  it('are ordered in time by their dates, then as they were kept; now is last', () => {
    expect(inTime(map)).toEqual(['early', 'late', 'same-day'])
    expect(sidesOf(map, at(null), at('early'))).toEqual({ axis: 'time', a: at('early'), b: at(null) })
    expect(sidesOf(map, at('early'), at(null))).toEqual({ axis: 'time', a: at('early'), b: at(null) })
    expect(sidesOf(map, at('same-day'), at('late'))).toEqual({ axis: 'time', a: at('late'), b: at('same-day') })
  })

  it('put us first where only the perspective differs', () => {
    expect(sidesOf(map, at(null, 'ac'), at(null, 'sc'))).toEqual({ axis: 'perspective', a: at(null, 'ac'), b: at(null, 'sc') })
  })

  it('hold whatever it is against a vision, whichever is on screen, and say time before perspective', () => {
    expect(sidesOf(map, at(null, 'wish'), at('early'))).toEqual({ axis: 'vision', a: at('early'), b: at(null, 'wish') })
    expect(sidesOf(map, at(null), at(null, 'wish'))).toEqual({ axis: 'vision', a: at(null), b: at(null, 'wish') })
    expect(sidesOf(map, at(null, 'ac'), at('early', 'sc')).axis).toBe('time')
  })
})

describe('What stays compared when another reading comes on screen', () => {
  it('keeps in common what the two had in common', () => {
    expect(comparedAfter(at(null), at('early'), at(null, 'ac'))).toEqual(at('early', 'ac'))
    expect(comparedAfter(at(null, 'ac'), at(null, 'sc'), at('late', 'ac'))).toEqual(at('late', 'sc'))
    expect(comparedAfter(at(null), null, at('late'))).toBeNull()
  })

  it('changes places with what was compared when that comes on screen', () => {
    expect(comparedAfter(at(null), at('early'), at('early'))).toEqual(at(null))
    expect(comparedAfter(at(null, 'ac'), at(null, 'sc'), at(null, 'sc'))).toEqual(at(null, 'ac'))
  })
})

describe('Voices that a person picked', () => {
  it('come in the map’s order; the shared picture, a vision and a private view are never one', () => {
    expect(voicesIn(map, ['wish', 'me', 'out', 'ac', 'shared', 'gone']).map(({ id }) => id)).toEqual(['ac', 'out'])
    expect(voicesIn(map, null)).toBe(voicesOf(map))
  })

  it('are the same list while perspectives and pick are, and the voices together read them alone', () => {
    const pick = ['ac', 'out']
    const renamed = apply(map, { writes: [set('elements', 'a', 'name', 'Another')] })
    expect(voicesIn(renamed, pick)).toBe(voicesIn(map, pick))
    expect(resolve(map, '*').of('t').strength).toBe(2)
    expect(resolveTogether(map, voicesIn(map, pick)).of('t').strength).toBe(3)
  })
})
