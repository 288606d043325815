import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { firstIn, fixture, foundIn, mapOf, refusalOf } from '../../support/find.ts'

/** Counted with node: vertices that are not the label of an edge, and edges, page by page. */
test.each([
  ['concept-maps', [['differential diagnosis', 34, 59], ['purchasing factors', 15, 17]]],
  ['job-map', [['Job map', 28, 8], ['job-to-be-done', 23, 22]]],
  ['sociogram-example', [['Page-1', 26, 79]]],
] as const)('%s: every page, plain or packed', async (name, pages) => {
  const { maps } = await foundIn(fixture(`drawio/${name}.drawio`))
  expect(maps.map(({ title, elements, ties }) => [title, elements.length, ties.length])).toEqual(pages)
  for (const found of maps) {
    const map = mapOf(found)
    expect([map.elements.size, map.relationships.size, map.positions.size]).toEqual([found.elements.length, found.ties.length, found.elements.length])
  }
})

test('labels are read out of HTML, an item of a list says what it is inside, a link stays', async () => {
  const [first] = (await foundIn(fixture('drawio/job-map.drawio'))).maps
  const job = first?.elements.find(({ name }) => name === 'Job 1')
  expect([...(job?.values ?? [])]).toEqual([['link', 'data:page/id,T47m4T9VV0LBOWJU3LQu'], ['Inside', 'Related jobs']])
})

const cells = (inner: string) => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${inner}</root></mxGraphModel>`
const MODEL = cells(`
<mxCell id="g" value="&lt;b&gt;Acute&lt;/b&gt; care" style="group;html=1" vertex="1" parent="1"><mxGeometry x="100" y="50" width="300" height="200" as="geometry"/></mxCell>
<mxCell id="a" value="Ward&lt;br&gt;4 &amp;amp; &lt;script&gt;alert(1)&lt;/script&gt;" style="rounded=1;html=1;fillColor=#ff0000" vertex="1" parent="g"><mxGeometry x="10" y="20" width="100" height="40" as="geometry"/></mxCell>
<object label="GP" id="b" role="Doctor"><mxCell style="ellipse" vertex="1" parent="1"><mxGeometry x="600" width="80" height="40" as="geometry"/></mxCell></object>
<mxCell id="t" value="Draft of May" style="text;html=1" vertex="1" parent="1"><mxGeometry x="5" y="6" as="geometry"/></mxCell>
<mxCell id="e1" value="tells" style="endArrow=classic" edge="1" parent="1" source="a" target="b"><mxGeometry as="geometry"/></mxCell>
<mxCell id="l" value="who went home" style="edgeLabel" vertex="1" parent="e1"/>
<mxCell id="e2" style="startArrow=open;endArrow=none" edge="1" parent="1" source="a" target="b"/>
<mxCell id="e3" style="endArrow=none" edge="1" parent="1" source="a" target="b"/>
<mxCell id="e4" edge="1" parent="1" source="a"/>`)
const packed = (model: string) => `<mxfile><diagram name="Two">${deflateRawSync(encodeURIComponent(model)).toString('base64')}</diagram></mxfile>`

test.each([['plain', MODEL], ['packed', packed(MODEL)], ['beside an empty page', `<mxfile><diagram name="Empty">${cells('')}</diagram><diagram name="Two">${MODEL}</diagram></mxfile>`]])('a page that is %s: groups, wrappers, arrows, loose lines and free words', async (_, text) => {
  const { elements, ties, notes, losses, repairs } = await firstIn(text)
  expect(elements.map(({ id, name, at, values }) => [id, name, at, ...values])).toEqual([
    ['a', 'Ward 4 & alert(1)', [160, 90], ['Inside', 'Acute care']], ['b', 'GP', [640, 20], ['role', 'Doctor']],
  ])
  expect(ties.map(({ id, from, to, label, mutual }) => [id, from, to, label, mutual])).toEqual([['e1', 'a', 'b', 'tells who went home', false], ['e2', 'b', 'a', '', false], ['e3', 'a', 'b', '', true]])
  expect(notes).toEqual([{ text: 'Draft of May', at: [5, 6] }])
  expect([losses.length, repairs.length]).toEqual([2, 1])
  expect(losses.at(-1)?.words).toMatch(/not attached/)
  expect([...mapOf({ title: '', elements, ties, notes, losses, repairs, loops: [] }).notes.values()]).toMatchObject([{ text: 'Draft of May' }])
})

test('groups that stand in each other end', async () => {
  const { elements } = await firstIn(cells('<mxCell id="x" value="X" vertex="1" parent="y"/><mxCell id="y" value="Y" vertex="1" parent="x"/><mxCell id="z" value="Z" vertex="1" parent="x"/>'))
  expect(elements.map(({ name }) => name)).toEqual(['Z'])
})

test.each([
  ['packed letters that are none', '<mxfile><diagram name="P">a!b</diagram></mxfile>', /Page “P”/, /neither a diagram nor a packed one/],
  ['a packed page that is cut', packed(MODEL).replace(/.{40}<\/diagram>/, '</diagram>'), /Page “Two”/, /cut short|not well formed/],
  ['a packed page that grows without end', packed('x'.repeat(40_000_000)), /Page “Two”/, /more than 200 times/],
  ['a packed page with a document type', packed(`<!DOCTYPE a><a/>`), /Line 1/, /DOCTYPE/],
  ['nothing on any page', `<mxfile><diagram name="P">${cells('')}</diagram></mxfile>`, /The file/, /nothing in it/],
] as const)('%s is refused', async (_, text, place, reason) => {
  const refusal = await refusalOf(text)
  expect(refusal?.place).toMatch(place)
  expect(refusal?.reason).toMatch(reason)
})
