import { expect, test } from 'vitest'
import { guessChoices } from '../../../src/formats/found/choices.ts'
import { firstIn, fixture, foundIn, mapOf, refusalOf } from '../../support/find.ts'

const json = (value: unknown) => JSON.stringify(value)

test('a causal map of 189 elements and 687 ties: two signs name the ends, so that equal ones mean the same direction', async () => {
  const found = await firstIn(fixture('kumu/kumu-wirkmechanismen-blueprint.json'))
  const choices = guessChoices(found)
  expect([...choices.meanings]).toEqual(expect.arrayContaining([[': ++', { kind: 'influences', sign: '+' }], [': -+', { kind: 'influences', sign: '-' }]]))
  const map = mapOf(found)
  expect([map.elements.size, map.relationships.size]).toEqual([189, 687])
  const ties = [...map.relationships.values()]
  // Counted in the file: types of two equal signs, of two unlike signs, and ties without a type.
  expect(['+', '-', '?'].map((sign) => ties.filter(({ polarity }) => polarity === sign).length)).toEqual([489, 85, 113])
  expect([ties.filter(({ mutual }) => mutual).length, ties.filter(({ delay }) => delay).length]).toEqual([13, 0])
  expect(map.elements.get('elem-0PyumJeh')).toMatchObject({ name: 'Fehlerhäufigkeit', kind: 'factor' })
  expect([...(map.elements.get('elem-1T8mAYkP')?.tags.keys() ?? [])]).toHaveLength(3)
  expect(map.elements.get('elem-1T8mAYkP')?.description).toMatch(/^System dann komplex/)
  expect(map.elements.get('elem-0PyumJeh')?.facts.get('degree')).toBe(10)
})

test('a blueprint without ids names its ends; one that it does not list is added, and said', async () => {
  const { elements, ties, repairs } = await firstIn(json({
    elements: [{ label: 'Ward', type: 'Team', description: 'Beds', tags: ['acute', 'beds'], 'Who knows': 'Sister' }, { label: '__proto__' }],
    connections: [{ from: 'Ward', to: 'GP', direction: 'mutual', type: 'o' }, { from: '__proto__', to: 'Ward' }],
  }))
  expect(elements.map(({ id, name, description, tags, values }) => [id, name, description, tags, ...values])).toEqual([
    ['Ward', 'Ward', 'Beds', ['acute', 'beds'], ['type', 'Team'], ['Who knows', 'Sister']], ['__proto__', '__proto__', '', []], ['GP', 'GP', '', []],
  ])
  expect(ties.map(({ from, to, mutual }) => [from, to, mutual])).toEqual([['Ward', 'GP', true], ['__proto__', 'Ward', false]])
  expect(repairs).toEqual([{ place: 'Connection 1', words: 'an end of it is not among the elements; it was added to them' }])
})

const PROJECT = {
  attributes: [], perspectives: [{ style: 'x' }],
  elements: ['a', 'b', 'c'].map((id) => ({ _id: id, attributes: { label: id.toUpperCase(), 'element type': 'Variable', tags: 'x|y' } })),
  connections: [
    { _id: 't', from: 'a', to: 'b', direction: 'directed', delayed: true, reversed: true, attributes: { 'connection type': '--', label: 'slows' } },
    { _id: 'u', from: 'c', to: 'a', direction: 'undirected', attributes: {} },
  ],
  loops: [{ _id: 'l', attributes: { label: 'Round', description: 'and round' }, connections: ['t'] }],
  maps: [
    { name: 'Causes', elements: [{ element: 'a', position: { x: 10, y: -20 }, pinned: true }, { element: 'b', position: null }], connections: [{ connection: 't' }], loops: [{ loop: 'l' }] },
    { name: 'Empty', elements: [], connections: [], loops: [] },
  ],
}

test('a project opens as its first map; the others, and what is on none, are offered beside it', async () => {
  const { maps } = await foundIn(json(PROJECT))
  expect(maps.map(({ title, elements, ties }) => [title, elements.map(({ id, at }) => [id, at]), ties.map(({ id }) => id)])).toEqual([
    ['Causes', [['a', [10, -20]], ['b', null]], ['t']],
    ['Empty', [], []],
    ['On no map', [['a', null], ['c', null]], ['u']],
  ])
  expect(maps[0]?.ties[0]).toMatchObject({ from: 'b', to: 'a', delay: true, label: 'slows', mutual: false })
  expect(maps[0]?.losses.map(({ place }) => place)).toEqual(['“perspectives”'])
  const [first] = maps
  const map = first && mapOf(first)
  expect([...(map?.loops.values() ?? [])]).toMatchObject([{ name: 'Round', words: 'and round', ties: ['t'] }])
  expect(map?.relationships.get('t')).toMatchObject({ kind: 'influences', polarity: '+' })
})

test('wrong types are told and never thrown', async () => {
  const { elements, ties, losses } = await firstIn(json({ elements: [{ label: 7, tags: 9, description: [] }, 'x', null], connections: [null, { from: 'a' }, { _id: 1, from: 7, to: 'nobody', direction: 3 }] }))
  expect([elements.map(({ name }) => name), ties.map(({ to }) => to)]).toEqual([['7'], ['nobody']])
  expect(losses.map(({ place }) => place)).toEqual(['Element 2; Element 3', 'Connection 2'])
})

test('a torn file and one without end are refused with their place', async () => {
  expect(await refusalOf('{"elements":[{"label":"a"},\n{"label":')).toMatchObject({ place: 'Line 2, column 10' })
  expect(await refusalOf(`{"elements":${'['.repeat(300)}`)).toMatchObject({ reason: expect.stringMatching(/more than 200 deep/) as string })
})
