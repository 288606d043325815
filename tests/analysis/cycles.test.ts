import { describe, expect, it } from 'vitest'
import { cycles, MOST_LISTED } from '../../src/analysis/cycles.ts'
import { recordFrom } from '../../src/model/project.ts'
import type { Relationship } from '../../src/model/records.ts'
import { seeded } from '../support/seeded.ts'

const tie = (id: string, from: string, to: string, mutual = false): Relationship => recordFrom('relationships', id, { from, to, mutual })
const said = (ties: readonly Relationship[], byTies = true) => cycles(ties, byTies).list.map((cycle) => `${cycle.elements.join('')}: ${cycle.ties.join(' ')}`)

describe('Cycles', () => {
  it('are found once each, begun at their least element, the shortest first', () => {
    // The graph of the measures' known answer: a-b, b-c, d-e-f.
    const known = [tie('1', 'a', 'b'), tie('2', 'b', 'a'), tie('3', 'b', 'c'), tie('4', 'c', 'b'), tie('5', 'c', 'd'), tie('6', 'd', 'e'), tie('7', 'e', 'f'), tie('8', 'f', 'd'), tie('9', 'b', 'e')]
    expect(said(known)).toEqual(['ab: 1 2', 'bc: 3 4', 'def: 6 7 8'])
  })

  it('by ties are several where ties are parallel, by elements one', () => {
    const twice = [tie('1', 'a', 'b'), tie('2', 'a', 'b'), tie('3', 'b', 'a')]
    expect(said(twice)).toEqual(['ab: 1 3', 'ab: 2 3'])
    expect(said(twice, false)).toEqual(['ab: 1 3'])
    // The way back is the mutual tie alone, so that the other has to lead there.
    const oneBack = [tie('1', 'a', 'b', true), tie('2', 'a', 'b')]
    expect(said(oneBack, false)).toEqual(['ab: 2 1'])
  })

  it('of one length are in the order of their elements, then of their ties', () => {
    const fork = [tie('1', 'a', 'b'), tie('2', 'a', 'b'), tie('3', 'b', 'c'), tie('4', 'b', 'd'), tie('5', 'c', 'a'), tie('6', 'd', 'a')]
    expect(said(fork)).toEqual(['abc: 1 3 5', 'abc: 2 3 5', 'abd: 1 4 6', 'abd: 2 4 6'])
  })

  it('go either way along a mutual tie, and along no tie twice', () => {
    expect(said([tie('1', 'a', 'b', true)])).toEqual([])
    expect(said([tie('1', 'a', 'b', true), tie('2', 'a', 'b')])).toEqual(['ab: 2 1'])
    expect(said([tie('1', 'a', 'b', true), tie('2', 'b', 'c', true), tie('3', 'c', 'a', true)])).toEqual(['abc: 1 2 3', 'acb: 3 2 1'])
  })

  it('are none from an element to itself, nor longer than eight', () => {
    expect(said([tie('1', 'a', 'a')])).toEqual([])
    const ring = (n: number) => Array.from({ length: n }, (_, i) => tie(`t${i}`, `e${i}`, `e${(i + 1) % n}`))
    expect([said(ring(8)).length, said(ring(9)).length]).toEqual([1, 0])
  })

  it('are at most 200, and it is said that there are more', () => {
    const all = Array.from({ length: 12 }, (_, i) => i).flatMap((i) => Array.from({ length: 12 }, (_, j) => j).flatMap((j) => (i === j ? [] : [tie(`${i}-${j}`, `e${i}`, `e${j}`)])))
    const found = cycles(all, true)
    expect([found.list.length, found.hasMore]).toEqual([MOST_LISTED, true])
    expect(new Set(found.list.map(({ elements }) => elements.length))).toEqual(new Set([2, 3]))
    expect(cycles([tie('1', 'a', 'b'), tie('2', 'b', 'a')], true).hasMore).toBe(false)
  })

  it('are those that looking at every order of every few elements gives', () => {
    const orders = (of: readonly string[]): readonly (readonly string[])[] => (of.length < 2 ? [of] : of.flatMap((first, i) => orders([...of.slice(0, i), ...of.slice(i + 1)]).map((rest) => [first, ...rest])))
    const subsets = (of: readonly string[]): readonly (readonly string[])[] => of.reduce<readonly (readonly string[])[]>((all, id) => [...all, ...all.map((one) => [...one, id])], [[]])
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed)
      const ids = ['a', 'b', 'c', 'd', 'e']
      const ties = Array.from({ length: 3 + Math.floor(random() * 6) }, (_, i) => tie(`t${i}`, ids[Math.floor(random() * 5)] ?? 'a', ids[Math.floor(random() * 5)] ?? 'b', random() < 0.3))
      const expected: string[] = []
      for (const few of subsets(ids).filter(({ length }) => length > 1)) {
        for (const order of orders(few).filter(([first]) => first === few[0])) {
          const choices = order.map((from, i) => ties.filter((one) => one.from !== one.to && ((one.from === from && one.to === order[(i + 1) % order.length]) || (one.mutual && one.to === from && one.from === order[(i + 1) % order.length]))).map(({ id }) => id))
          const ways = choices.reduce<readonly (readonly string[])[]>((all, next) => all.flatMap((way) => next.map((id) => [...way, id])), [[]])
          for (const way of ways) if (new Set(way).size === way.length) expected.push(`${order.join('')}: ${way.join(' ')}`)
        }
      }
      expect([...said(ties)].sort(), `seed ${seed}`).toEqual(expected.sort())
      const rounds = new Map(expected.toReversed().map((one) => [one.split(':')[0], one]))
      expect([...said(ties, false)].sort(), `seed ${seed}`).toEqual([...rounds.values()].sort())
    }
  })
})
