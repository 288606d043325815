import lz from 'lz-string'
import { expect, test } from 'vitest'
import { findFile } from '../../src/formats/find-file.ts'
import { fixture, mapOf } from '../support/find.ts'
import { seeded } from '../support/seeded.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['GEXF', fixture('gexf/spec-dynamics.gexf')],
  ['GraphML', bytes('<graphml><key id="l" attr.name="label"/><graph edgedefault="directed"><node id="a"><data key="l">Ward</data></node><edge source="a" target="a"/></graph></graphml>')],
  ['GML', fixture('gml/karate.gml')],
  ['Kumu', bytes('{"elements":[{"_id":"a","attributes":{"label":"Ward"}}],"connections":[{"from":"a","to":"b","attributes":{}}],"maps":[{"elements":[{"element":"a"}]}]}')],
  ['CSV', fixture('csv/hospital-transfers-2015-week-25.csv')],
  ['draw.io', fixture('drawio/sociogram-example.drawio')],
  ['PRSM', bytes(lz.compressToUTF16('{"nodes":[{"id":1,"label":"Ward","grp":"group0"}],"edges":[{"from":1,"to":2}],"styles":{"nodes":{"group0":{"groupLabel":"Team"}}}}'))],
  ['Cytoscape', bytes('{"elements":{"nodes":[{"data":{"id":"a"},"position":{"x":1,"y":2}}],"edges":[{"data":{"source":"a","target":"a"}}]}}')],
  ['DOT', bytes('digraph G { subgraph cluster_1 { label="Ward"; a; } a -> b [label=<<b>x</b>>] }')],
]

test.each(FILES)('%s, cut anywhere or with bytes turned, is read or refused with a place and a reason, and never thrown', async (_, whole) => {
  const random = seeded(11)
  let refused = 0
  for (let i = 0; i < 60; i++) {
    const file = whole.slice(0, i % 2 === 0 ? Math.floor(random() * whole.length) : whole.length)
    if (i % 2 === 1) for (let n = 0; n < 3; n++) file[Math.floor(random() * file.length)] = Math.floor(random() * 256)
    const result = await findFile(file, () => {})
    if (result?.ok === false) {
      refused++
      expect(result.place).not.toBe('')
      expect(result.reason).not.toBe('')
    } else if (result) for (const found of result.maps) mapOf(found)
  }
  expect(refused).toBeGreaterThan(5)
})

test.each([
  ['GML', `graph [\n${'node [ id 1 ]\n'.repeat(60_000)}]`, 'Line 50002'],
  ['GEXF', `<gexf><graph><nodes>\n${'<node id="x"/>\n'.repeat(60_000)}</nodes></graph></gexf>`, 'Line 50002'],
  ['CSV', `Name\tType\n${'Ward\tteam\n'.repeat(60_000)}`, 'Row 50002'],
  ['Kumu', JSON.stringify({ elements: Array.from({ length: 60_000 }, (_, i) => ({ label: `n${i}` })), connections: [] }), 'Line 1, column 938904'],
  ['Cytoscape', JSON.stringify({ elements: { nodes: Array.from({ length: 60_000 }, (_, i) => ({ data: { id: i } })) } }), 'Node 50001'],
  ['DOT', `graph {\n${Array.from({ length: 60_000 }, (_, i) => `n${i}`).join('\n')}}`, 'Line 50002'],
])('%s with more elements than Sightlines opens is refused where the first too many stands', async (_, text, place) => {
  expect(await findFile(bytes(text), () => {})).toMatchObject({ ok: false, place, reason: expect.stringMatching(/more than 50,000 elements/) as string })
})

test('a web page, a PDF, a picture and an old Office file are of no kind that is known; so is XML of another sort', async () => {
  for (const file of [bytes('<!doctype html><html><body>a</body></html>'), bytes('%PDF-1.7'), new Uint8Array([0x89, 0x50, 0x4e, 0x47]), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), bytes('<?xml version="1.0"?><rss/>')]) {
    expect(await findFile(file, () => {})).toBeNull()
  }
})

test('no prototype is touched by a file that tries', async () => {
  await findFile(bytes('{"elements":[{"label":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}],"connections":[{"from":"__proto__","to":"constructor"}]}'), () => {})
  await findFile(bytes('graph [ node [ id "__proto__" __proto__ [ polluted 1 ] ] ]'), () => {})
  await findFile(bytes('Name,__proto__,constructor\n__proto__,polluted,toString\n'), () => {})
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})
