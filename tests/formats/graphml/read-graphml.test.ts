import { expect, test } from 'vitest'
import { guessChoices } from '../../../src/formats/found/choices.ts'
import { firstIn, mapOf, refusalOf } from '../../support/find.ts'

const GEPHI = `<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/>
<key attr.name="Type" attr.type="string" for="node" id="type"><default>Ward</default></key>
<key attr.name="r" attr.type="int" for="node" id="r"/>
<key attr.name="x" attr.type="float" for="node" id="x"/>
<key attr.name="y" attr.type="float" for="node" id="y"/>
<key attr.name="size" attr.type="float" for="node" id="size"/>
<graph edgedefault="directed">
<node id="n1"><data key="label">Stroke ward</data><data key="size">4.0</data><data key="r">255</data><data key="x">-10.5</data><data key="y">20.25</data></node>
<node id="n2"><data key="label">GP practices</data><data key="type">Organisation</data><data key="x">600.0</data><data key="y">0.0</data></node>
<edge id="e1" source="n1" target="n2"><data key="edgelabel">tells</data><data key="weight">1.5</data></edge>
<edge source="n2" target="n1" directed="false"/>
</graph></graphml>`

test('Gephi’s: labels, types, positions and weights; its colours and sizes are said to stay behind', async () => {
  const found = await firstIn(GEPHI)
  expect(found.elements.map(({ id, name, at, values }) => [id, name, at, ...values])).toEqual([
    ['n1', 'Stroke ward', [-10.5, -20.25], ['Type', 'Ward']],
    ['n2', 'GP practices', [600, 0], ['Type', 'Organisation']],
  ])
  expect(found.ties.map(({ id, label, mutual, values }) => [id, label, mutual, ...values])).toEqual([['e1', 'tells', false, ['weight', 1.5]], ['', '', true]])
  expect(found.losses).toHaveLength(1)
  expect([...guessChoices(found).kinds]).toEqual([['organisation', 'organisation'], ['ward', 'team']])
  const map = mapOf(found)
  expect(map.elements.get('n1')).toMatchObject({ kind: 'team', facts: new Map([['Type', 'Ward']]) })
  expect(map.elements.get('n2')).toMatchObject({ kind: 'organisation', facts: new Map() })
  expect([...map.relationships.keys()]).toEqual(['e1', 'tie'])
})

const YED = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/><key attr.name="description" attr.type="string" for="node" id="d5"/>
<graph edgedefault="directed" id="G">
<node id="n0" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode><y:Geometry height="200.0" width="300.0" x="0.0" y="0.0"/><y:Fill color="#F5F5F5"/><y:NodeLabel>Acute care</y:NodeLabel></y:GroupNode>
<y:GroupNode><y:Geometry height="50.0" width="50.0" x="900.0" y="900.0"/><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
<graph edgedefault="directed" id="n0:">
<node id="n0::n0"><data key="d5">Beds A to D</data><data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="60.0" x="10.0" y="20.0"/><y:NodeLabel>Ward
four<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel></y:ShapeNode></data></node>
</graph></node>
<node id="n1"><data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="30.0" x="400.0" y="20.0"/><y:NodeLabel hasText="false"/></y:ShapeNode></data></node>
<edge id="e0" source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge><y:Arrows source="none" target="standard"/><y:EdgeLabel>sends people home</y:EdgeLabel></y:PolyLineEdge></data></edge>
<edge id="e1" source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge><y:Arrows source="none" target="none"/></y:PolyLineEdge></data></edge>
<edge id="e2" source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge><y:Arrows source="delta" target="none"/></y:PolyLineEdge></data></edge>
</graph></graphml>`

test('yEd’s: labels in its own words, boxes by their corner, groups, and arrows that say the direction', async () => {
  const { elements, ties } = await firstIn(YED)
  expect(elements.map(({ id, name, at, values }) => [id, name, at, ...values])).toEqual([
    ['n0::n0', 'Ward four', [40, 35], ['description', 'Beds A to D'], ['Inside', 'Acute care']],
    ['n0', 'Acute care', [150, 100]],
    ['n1', 'n1', [415, 35]],
  ])
  expect(ties.map(({ id, from, to, label, mutual }) => [id, from, to, label, mutual])).toEqual([
    ['e0', 'n0::n0', 'n1', 'sends people home', false], ['e1', 'n0::n0', 'n1', '', true], ['e2', 'n1', 'n0::n0', '', false],
  ])
})

test('hyperedges, ports, unknown keys and missing ends are told with their line', async () => {
  const { repairs, losses, ties } = await firstIn(`<graphml><graph edgedefault="undirected">
<node id="a"><port name="p"/><data key="zz">7</data></node>
<edge source="a" target="nobody"/>
<hyperedge><endpoint node="a"/></hyperedge>
<edge source="a"/>
</graph></graphml>`)
  expect(losses.map(({ place, words }) => `${place}: ${words}`)).toEqual([
    'Line 2: a port: ties here reach the element itself',
    'Line 4: a hyperedge joins more than two; a tie joins two',
    'Line 5: a tie that says not where it ends joins nothing',
  ])
  expect(repairs.map(({ place }) => place)).toEqual(['Line 2', 'Line 2', 'Line 3'])
  expect(ties).toMatchObject([{ to: 'nobody', mutual: true }])
})

test.each([
  ['a document type', '<?xml version="1.0"?>\n<!DOCTYPE graphml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<graphml><graph><node id="&b;"/></graph></graphml>', 'Line 2', /DOCTYPE/],
  ['a document type in small letters after a comment', '<!-- > -->\n\n<!doctype x>\n<graphml/>', 'Line 3', /DOCTYPE/],
  ['a name that is not defined', '<graphml>\n<graph><node id="&bomb;"/></graph></graphml>', /^Line 2, column \d+$/, /not define/],
  ['a file that is cut', '<graphml>\n<graph>\n<node id="a">', /^Line 3, column \d+$/, /cut short/],
  ['tags that cross', '<graphml><graph>\n<node id="a"></graph></node></graphml>', /^Line 2/, /not well formed/],
  ['things inside one another without end', `<graphml>${'<graph>'.repeat(300)}`, /^Line 1/, /more than 200 deep/],
  ['no graph', '<graphml></graphml>', 'The file', /no <graph>/],
] as const)('%s is refused with its place', async (_, text, place, reason) => {
  const refusal = await refusalOf(text)
  expect(refusal?.place).toMatch(place)
  expect(refusal?.reason).toMatch(reason)
})

test('more elements than Sightlines opens are refused where the first too many stands', async () => {
  const many = `<graphml><graph>\n${'<node id="a"/>\n'.repeat(60_000)}</graph></graphml>`
  expect(await refusalOf(many)).toEqual({ ok: false, place: 'Line 50002', reason: 'there are more than 50,000 elements, which is the most Sightlines opens' })
})

test('the encoding that the file names is used, and a wrong one is refused', async () => {
  const latin = new Uint8Array([...new TextEncoder().encode('<?xml version="1.0" encoding="ISO-8859-1"?><graphml><key id="l" attr.name="label"/><graph><node id="a"><data key="l">Caf'), 0xe9, ...new TextEncoder().encode('</data></node></graph></graphml>')])
  expect((await firstIn(latin)).elements[0]?.name).toBe('Café')
  const wrong = new Uint8Array([...new TextEncoder().encode('<graphml>\n<graph><node id="Caf'), 0xe9, ...new TextEncoder().encode('"/></graph></graphml>')])
  expect(await refusalOf(wrong)).toEqual({ ok: false, place: 'Line 2', reason: 'its letters are not UTF-8; save it as UTF-8 and open it again' })
  const wide = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><graphml><graph><node id="病房"/></graph></graphml>', 'utf16le')
  expect((await firstIn(wide)).elements[0]?.name).toBe('病房')
})
