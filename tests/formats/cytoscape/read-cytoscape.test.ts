import { expect, test } from 'vitest'
import { firstIn } from '../../support/find.ts'

const WARD = { data: { id: 'a', name: 'Ward', parent: 'g', beds: 12, open: true, SUID: 3, selected: false }, position: { x: 1.5, y: -2 } }
const GROUP = { data: { id: 'g', label: 'Acute care' } }
const TIE = { data: { id: 'e', source: 'a', target: 'g', interaction: 'funds', __proto__: null } }

test.each([
  ['nodes and edges apart', { data: { name: 'Network' }, elements: { nodes: [WARD, GROUP], edges: [TIE] } }],
  ['one list', { data: { name: 'Network' }, elements: [WARD, GROUP, TIE] }],
  ['one list by groups', { data: { name: 'Network' }, elements: [{ group: 'nodes', ...WARD }, { group: 'nodes', ...GROUP }, { group: 'edges', ...TIE }] }],
])('%s: data, positions and what stands in what', async (_, file) => {
  const { title, elements, ties, repairs } = await firstIn(JSON.stringify(file))
  expect(title).toBe('Network')
  expect(elements.map(({ id, name, at, values }) => [id, name, at, ...values])).toEqual([['a', 'Ward', [1.5, -2], ['beds', 12], ['open', 'yes'], ['Inside', 'Acute care']], ['g', 'Acute care', null]])
  expect(ties.map(({ id, from, to, values }) => [id, from, to, ...values])).toEqual([['e', 'a', 'g', ['interaction', 'funds']]])
  expect(repairs).toHaveLength(1)
})

test('a bare list, nodes that are odd and ties that lead nowhere', async () => {
  const { elements, ties } = await firstIn(JSON.stringify([{ data: { id: 1, label: '__proto__' } }, { data: {} }, 7, { data: { source: 1, target: 'x' } }]))
  expect(elements.map(({ name }) => name)).toEqual(['__proto__', 'element-2'])
  expect(ties).toMatchObject([{ from: '1', to: 'x' }])
})
