import { expect, test } from 'vitest'
import { firstIn, fixture, mapOf, refusalOf } from '../../support/find.ts'

/** Counted with grep: the words `node` and `edge`. */
test.each([
  ['gml/karate.gml', 34, 78],
  ['gml/lesmiserables.gml', 77, 254],
] as const)('%s: every node is an element and every edge a tie', async (path, nodes, edges) => {
  const map = mapOf(await firstIn(fixture(path)))
  expect([map.elements.size, map.relationships.size, map.positions.size]).toEqual([nodes, edges, 0])
  expect([...map.relationships.values()].every(({ mutual, kind }) => mutual && kind === 'works')).toBe(true)
})

test('a node without a label is called by its id, and that is said once for all of them', async () => {
  const { elements, repairs } = await firstIn(fixture('gml/karate.gml'))
  expect(elements.slice(0, 2).map(({ name }) => name)).toEqual(['1', '2'])
  expect(repairs).toEqual([{ place: 'Line 4; Line 8; Line 12; Line 16; Line 20; and 29 more', words: 'it had no name; it is called by its id' }])
})

test('labels with entities, quotes and line breaks; values, positions and numbers of every form', async () => {
  const { title, elements, ties, losses } = await firstIn(`# a comment
graph [ label "Ward &amp; home"  directed 1
  node [ id -5 label "Older people&#39;s caf&#233;
 &quot;Bay&quot; &#x1F600; &unknown; &#xD800;" type "people" graphics [ x -1.5e2 y +20 w 30 fill "#fff" ] att [ deep [ er 7 ] ] ]
  node [ id 2 label "" ]
  edge [ source -5 target 2 value 3 weight 1.0E-1 label "asks" ]
]`)
  expect(title).toBe('Ward & home')
  expect(elements.map(({ id, name, at, values }) => [id, name, at, ...values])).toEqual([
    ['-5', 'Older people\'s café "Bay" 😀 &unknown; &#xD800;', [-150, 20], ['type', 'people'], ['att.deep.er', 7]],
    ['2', '2', null],
  ])
  expect(ties.map(({ from, to, label, mutual, values }) => [from, to, label, mutual, ...values])).toEqual([['-5', '2', 'asks', false, ['value', 3], ['weight', 0.1]]])
  expect(losses).toHaveLength(1)
})

test('what Gephi writes goes up, what others write goes down', async () => {
  const body = 'graph [ node [ id 1 graphics [ x 1 y 2 ] ] ]'
  expect((await firstIn(`Creator "Gephi"\n${body}`)).elements[0]?.at).toEqual([1, -2])
  expect((await firstIn(body)).elements[0]?.at).toEqual([1, 2])
})

test('NaN is no place, and is said', async () => {
  const { elements, repairs } = await firstIn('graph [ node [ id 1 label "a" graphics [ x NaN y 2 ] ] ]')
  expect(elements[0]?.at).toBeNull()
  expect(repairs).toEqual([{ place: 'Line 1', words: 'its position is no pair of numbers; it is placed anew' }])
})

test.each([
  ['cut in a list', 'graph [\n node [ id 1 ]\n node [\n id 2', 'Line 4', /inside the list “node” that began on line 3/],
  ['cut inside quotes', 'graph [\n node [ id 1 label "War', 'Line 2', /inside quotes/],
  ['a value without a key', 'graph [\n 7 node [ id 1 ] ]', 'Line 2', /a key was expected/],
  ['a list too many', 'graph [ node [ id 1 ] ]\n]', 'Line 2', /never began/],
  ['a letter out of place', 'graph [\n node [ id 1 ] ;', 'Line 2', /“;” stands here/],
  ['lists without end', `graph ${'[ a '.repeat(300)}`, 'Line 1', /more than 200 deep/],
] as const)('%s is refused with its line', async (_, text, place, reason) => {
  expect(await refusalOf(text)).toMatchObject({ place, reason: expect.stringMatching(reason) as string })
})

test('letters that are not UTF-8 are read as Windows writes them, and their line is said', async () => {
  const { elements, repairs } = await firstIn(new Uint8Array([...new TextEncoder().encode('graph [\n node [ id 1 label "Caf'), 0xe9, ...new TextEncoder().encode('" ] ]')]))
  expect(elements[0]?.name).toBe('Café')
  expect(repairs[0]?.place).toBe('Line 2')
})
