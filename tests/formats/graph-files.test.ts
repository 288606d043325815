import { expect, test } from 'vitest'
import { pool } from '../../src/reading/pool.ts'
import { naughty, naughtyMap } from '../support/naughty.ts'
import { READ } from '../support/read-graphs.ts'
import { statesOf } from '../support/said-in-file.ts'
import { formatOf, oddMap, writtenAs } from '../support/written-as.ts'

test.each(READ.map((one) => [one.id, one] as const))('%s: every element and every tie that shows is in it, and what was said is yes, no or not there, over 40 generated maps', async (id, { read, holds, sayings }) => {
  for (let seed = 0; seed < 40; seed++) {
    const map = oddMap(seed)
    const graph = read(Object.values(await writtenAs(formatOf(id), map))[0] ?? '')
    const { elements, ties } = pool(map)
    expect(new Map(graph.nodes.map((node) => [node.id, node.label])), `seed ${seed}`).toEqual(new Map([...elements.values()].map((element) => [element.id, holds(element.name)])))
    expect(graph.nodes.length, `seed ${seed}`).toBe(elements.size)
    expect(graph.ties.map((tie) => [tie.from, tie.to, tie.label, tie.mutual]).sort(), `seed ${seed}`).toEqual([...ties.values()].map((tie) => [tie.from, tie.to, holds(tie.label), tie.mutual]).sort())
    if (!sayings) continue
    const states = [...statesOf(map)].map(([key, state]) => `${key.slice(key.indexOf('|') + 1)} ${state}`)
    expect([...graph.nodes, ...graph.ties].flatMap((item) => item.seen.map((state) => `${item.id} ${state}`)).sort(), `seed ${seed}`).toEqual(states.sort())
  }
})

test.each(READ.map((one) => [one.id, one] as const))('%s: every naughty string as a name and as a label is what was written', async (id, { read, holds }) => {
  const graph = read(Object.values(await writtenAs(formatOf(id), naughtyMap))[0] ?? '')
  expect(graph.nodes.map(({ label }) => label).sort()).toEqual(naughty.map(holds).sort())
  expect(graph.ties.map(({ label }) => label).sort()).toEqual(naughty.map(holds).sort())
})
