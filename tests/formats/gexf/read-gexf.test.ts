import { expect, test } from 'vitest'
import { guessChoices } from '../../../src/formats/found/choices.ts'
import { firstIn, fixture, foundIn, mapOf, refusalOf } from '../../support/find.ts'

/** Counted with grep: `<node `, `<edge ` and `viz:position` of each file. */
const COUNTED = [
  ['gexf/WebAtlas_EuroSiS.gexf', 1285, 7524, 0],
  ['gexf/miserables.gexf', 77, 254, 77],
  ['gexf/spec-basic.gexf', 2, 1, 0],
  ['gexf/spec-data.gexf', 4, 5, 0],
  ['gexf/spec-dynamics.gexf', 4, 5, 0],
  ['gexf/spec-hello-world.gexf', 2, 1, 0],
  ['gexf/spec-hierarchy4.gexf', 7, 4, 0],
  ['gexf/spec-viz.gexf', 1, 0, 1],
] as const

test.each(COUNTED)('%s: every node is an element and every edge a tie', async (path, nodes, edges, placed) => {
  const found = await firstIn(fixture(path))
  const map = mapOf(found)
  expect([map.elements.size, map.relationships.size, map.positions.size]).toEqual([nodes, edges, placed])
  expect(map.judgements.get('file')?.size).toBe(nodes + edges)
})

test('attributes become columns, with their type and what stands where nothing is said', async () => {
  const { title, elements } = await firstIn(fixture('gexf/spec-data.gexf'))
  expect(title).toBe('A Web network')
  expect(elements.map(({ name, values }) => [name, ...values])).toEqual([
    ['Gephi', ['url', 'http://gephi.org'], ['indegree', 1], ['frog', 'true']],
    ['Webatlas', ['url', 'http://webatlas.fr'], ['indegree', 2], ['frog', 'true']],
    ['RTGI', ['url', 'http://rtgi.fr'], ['indegree', 1], ['frog', 'true']],
    ['BarabasiLab', ['url', 'http://barabasilab.com'], ['indegree', 1], ['frog', 'false']],
  ])
})

test('a type of actor is a column of kinds that good guesses are made for', async () => {
  const found = await firstIn(fixture('gexf/WebAtlas_EuroSiS.gexf'))
  const choices = guessChoices(found)
  expect(choices.elementUses.get('actor_type')).toBe('kind')
  expect(choices.elementUses.has('label')).toBe(false)
  expect(['companies', 'network of organizations', 'media'].map((said) => choices.kinds.get(said))).toEqual(['organisation', 'group', 'organisation'])
  // 229 + 25 + 3 spellings of one type are asked about once.
  expect(choices.kinds.get('universities and secondary schools')).toBe('organisation')
  const map = mapOf(found, { ...choices, kinds: new Map(choices.kinds).set('media', 'group') })
  const media = [...map.elements.values()].filter(({ facts }) => facts.get('actor_type') === 'Media')
  expect([media.length, new Set(media.map(({ kind }) => kind))]).toEqual([91, new Set(['group'])])
  expect(map.elements.get('10')).toMatchObject({ name: 'Astronomical Institute', description: '' })
  expect(map.elements.get('10')?.facts.get('country')).toBe('Czech Republic')
})

test('positions keep their picture: y goes up in Gephi and down here, and cards get room', async () => {
  const found = await firstIn(fixture('gexf/miserables.gexf'))
  const [myriel, napoleon] = found.elements
  expect([myriel?.at, napoleon?.at]).toEqual([[-382.45764, -147.4245], [-486.80704, -177.66797]])
  const map = mapOf(found)
  const [, [x, y] = [0, 0]] = [...map.positions.values()]
  expect(y / x).toBeCloseTo(-177.66797 / -486.80704, 2)
  expect([...map.elements.values()].slice(0, 2).map(({ name }) => name)).toEqual(['Myriel', 'Napoleon'])
})

test('ids that are no ids here are kept as a fact, and ties still find them', async () => {
  const map = mapOf(await firstIn(fixture('gexf/miserables.gexf')))
  const myriel = [...map.elements.values()].find(({ name }) => name === 'Myriel')
  expect(myriel?.facts.get('id')).toBe('0.0')
  expect([...map.relationships.values()].filter(({ from, to }) => from === myriel?.id || to === myriel?.id)).toHaveLength(10)
})

test('what changes over time is said, and stands as it was last', async () => {
  const { elements, losses } = await firstIn(fixture('gexf/spec-dynamics.gexf'))
  expect(elements.map(({ name, values }) => [name, values.get('indegree')])).toEqual([['Gephi', 1], ['Network', 1], ['Visualization', 1], ['Graph', 1]])
  expect(losses.map(({ words }) => words)).toEqual([
    'when it begins and ends: it stands in the map throughout',
    '“indegree” has several values over time; the last one is kept',
  ])
  expect(losses[0]?.place).toMatch(/^Line 18; Line 37; Line 38; Line 50; Line 51; and 3 more$/)
})

test('what a node stands in is kept, whether by nesting or by its parent’s id', async () => {
  const byId = await firstIn(fixture('gexf/spec-hierarchy4.gexf'))
  expect(byId.elements.map(({ name, values }) => [name, values.get('Inside')])).toEqual([
    ['frog2', 'Me'], ['Kevin Bacon', undefined], ['human1', 'God'], ['God', 'Kevin Bacon'], ['Me', 'Kevin Bacon'], ['human2', 'God'], ['frog1', 'Me'],
  ])
  const nested = await firstIn('<gexf><graph><nodes><node id="a" label="Trust"><nodes><node id="b" label="Ward"/></nodes></node></nodes></graph></gexf>')
  expect(nested.elements.map(({ name, values }) => [name, values.get('Inside')])).toEqual([['Ward', 'Trust'], ['Trust', undefined]])
})

test('direction is the edge’s own, else the graph’s, else both ways; weights and kinds stay', async () => {
  const { ties } = await firstIn(`<?xml version="1.0"?><gexf xmlns:viz="v"><graph defaultedgetype="directed"><nodes><node id="a"/><node id="b"/></nodes><edges>
    <edge source="a" target="b" weight="2.5" label="refers"/><edge id="x" source="a" target="b" type="undirected" kind="funds"/><edge source="a" target="b" type="mutual"/></edges></graph></gexf>`)
  expect(ties.map(({ id, label, mutual, values }) => [id, label, mutual, ...values])).toEqual([['', 'refers', false, ['weight', 2.5]], ['x', '', true, ['kind', 'funds']], ['', '', true]])
  expect((await firstIn('<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>')).ties[0]?.mutual).toBe(true)
})

test('a graph without a graph in it, and one with nothing in it, are refused', async () => {
  expect(await refusalOf('<gexf></gexf>')).toMatchObject({ place: 'The file', reason: 'there is no <graph> in it' })
  expect(await refusalOf('<gexf><graph><nodes/></graph></gexf>')).toMatchObject({ reason: 'it is GEXF, and there is nothing in it: no element and no tie' })
  expect((await foundIn('<gexf><graph><nodes><node id="1"/></nodes></graph></gexf>')).format).toBe('GEXF')
})
