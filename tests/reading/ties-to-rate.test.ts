import { describe, expect, it } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { rate } from '../../src/edits/judge.ts'
import { judgementOf, sharedOf } from '../../src/model/system-map.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { tiesToRate, usualChoices, type RatingContext } from '../../src/reading/ties-to-rate.ts'
import { veiled } from '../../src/reading/veiled.ts'
import { sampleMap } from '../support/page-sample.ts'

const map = sampleMap().map
const context: RatingContext = { map, perspective: 'AC', selection: [], hidden: new Set() }
const count = (id: 'star' | 'between' | 'action' | 'unrated' | 'all' | 'chosen', c = context) => tiesToRate(c, new Set([id])).length

describe('Which ties to rate', () => {
  it('are counted by sort, and each stands once in any choice of sorts', () => {
    expect(count('all')).toBe(map.relationships.size)
    expect(count('star')).toBe([...map.relationships.values()].filter((tie) => tie.star).length)
    const both = tiesToRate(context, new Set(['star', 'between', 'action']))
    expect(new Set(both).size).toBe(both.length)
    expect(both.length).toBeLessThan(count('star') + count('between') + count('action'))
  })

  it('not rated yet are those that this view gave no strength and no no', () => {
    const open = tiesToRate(context, new Set(['unrated']))
    for (const tie of open) expect(typeof judgementOf(map, 'AC', tie)?.presence).not.toBe('number')
    const [first = ''] = open
    expect(count('unrated', { ...context, map: apply(map, rate(map, 'AC', first, 0)) })).toBe(open.length - 1)
  })

  it('are to begin with what is chosen, after a version what matters, before one what is not rated', () => {
    expect([...usualChoices({ ...context, selection: ['r14'] })]).toEqual(['chosen'])
    expect([...usualChoices(context)]).toEqual(['star', 'between', 'action'])
    expect([...usualChoices({ ...context, map: { ...map, versions: new Map() } })]).toEqual(['unrated'])
  })

  it('are only those that the filter shows', () => {
    const hidden = new Set([...map.relationships.keys()].slice(0, 90))
    expect(count('all', { ...context, hidden })).toBe(map.relationships.size - 90)
  })
})

describe('A veiled tie', () => {
  it('is there and not rated, for everyone, and the rest is as it was', () => {
    const shared = sharedOf(map).id
    const veil = veiled(map, ['r14'], 'AC')
    for (const whose of [shared, 'AC']) expect(resolve(veil, whose).of('r14')).toMatchObject({ state: 'yes' })
    for (const whose of [shared, 'AC', 'SC']) expect(resolve(veil, whose).of('r14').strength).toBeUndefined()
    expect(resolve(veil, 'AC').of('r17')).toEqual(resolve(map, 'AC').of('r17'))
    expect(resolve(map, 'SC').of('r14')).not.toEqual(resolve(veil, 'SC').of('r14'))
  })
})
