import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import lz from 'lz-string'
import { expect, test } from 'vitest'
import { findFile } from '../../src/formats/find-file.ts'
import { seeded } from '../support/seeded.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const packed = (xml: string) => bytes(`<mxfile><diagram name="One">${deflateRawSync(encodeURIComponent(xml)).toString('base64')}</diagram></mxfile>`)
/** What no packing makes much smaller: a workbook of one letter would be refused for its ratio. */
const noise = Array.from({ length: 20_000 }, ((random) => () => Math.floor(random() * 36).toString(36))(seeded(3))).join('')
const workbook = (sheet: string) =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="Staff" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    'noise.txt': strToU8(noise),
  })

const DEEP = 100_000
test.each<readonly [string, Uint8Array, string]>([
  ['GraphML', bytes(`<graphml>${'<graph>'.repeat(DEEP)}`), 'Line 1, column 1410'],
  ['GEXF', bytes(`<gexf>${'<graph>'.repeat(DEEP)}`), 'Line 1, column 1407'],
  ['GML', bytes(`graph [${' a ['.repeat(DEEP)}`), 'Line 1'],
  ['draw.io', bytes(`<mxfile><diagram>${'<a>'.repeat(DEEP)}`), 'Line 1, column 615'],
  ['A packed page of draw.io', packed(`<mxGraphModel>${'<a>'.repeat(DEEP)}`), 'Page “One”, line 1, column 615'],
  ['Kumu', bytes(`{"elements":${'['.repeat(DEEP)}`), 'Line 1, column 212'],
  ['PRSM', bytes(lz.compressToUTF16(`{"nodes":${'['.repeat(DEEP)}`)), 'Unpacked, line 1, column 209'],
  ['Cytoscape', bytes(`{"elements":{"nodes":${'['.repeat(DEEP)}`), 'Line 1, column 220'],
  ['DOT', bytes(`digraph {${'{'.repeat(DEEP)}`), 'Line 1'],
  ['A workbook', workbook(`<worksheet>${'<a>'.repeat(DEEP)}`), '“xl/worksheets/sheet1.xml” in it, line 1, column 612'],
])('%s whose parts stand a hundred thousand deep is refused where it goes past 200', async (_, file, place) => {
  expect(await findFile(file, () => {})).toMatchObject({ ok: false, place, reason: expect.stringMatching(/more than 200 deep/) as string })
})

const TYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
test.each<readonly [string, Uint8Array, string]>([
  ['GraphML', bytes(`<?xml version="1.0"?>\n${TYPE}<graphml/>`), 'Line 2'],
  ['GEXF', bytes(`${TYPE}<gexf>&b;</gexf>`), 'Line 1'],
  ['A packed page of draw.io', packed(`${TYPE}<mxGraphModel/>`), 'Line 1'],
  ['A workbook', workbook(`${TYPE}<worksheet/>`), '“xl/worksheets/sheet1.xml” in it, line 1'],
])('%s with a document type is refused before anything of it is parsed', async (_, file, place) => {
  expect(await findFile(file, () => {})).toMatchObject({ ok: false, place, reason: expect.stringMatching(/document type \(DOCTYPE\)/) as string })
})

test.each<readonly [string, Uint8Array, string]>([
  ['GraphML', bytes(`<graphml><graph edgedefault="directed">\n${'<node id="a"/>\n'.repeat(60_000)}</graph></graphml>`), 'Line 50002'],
  ['PRSM', bytes(JSON.stringify({ nodes: Array.from({ length: 60_000 }, (_, i) => ({ id: i, label: 'n', grp: 'g' })), edges: [] })), 'Node 50001'],
  ['draw.io', bytes(`<mxfile><diagram><mxGraphModel><root>\n${'<mxCell id="a" vertex="1" value="x"><mxGeometry/></mxCell>\n'.repeat(60_000)}</root></mxGraphModel></diagram></mxfile>`), 'Line 50002'],
  ['A workbook', workbook(`<worksheet><sheetData>${Array.from({ length: 60_000 }, (_, i) => `<row r="${i + 1}"><c t="inlineStr"><is><t>${i === 0 ? 'Name' : noise.slice(i % 19_000, (i % 19_000) + 9)}</t></is></c></row>`).join('')}</sheetData></worksheet>`), 'Row 50002'],
])('%s with more elements than Sightlines opens is refused where the first too many stands', async (_, file, place) => {
  expect(await findFile(file, () => {})).toMatchObject({ ok: false, place, reason: expect.stringMatching(/more than 50,000 elements|more shapes and lines/) as string })
})

test.each([
  ['GraphML', '<?xml version="1.0" encoding="UTF-8"?>\n<graphml><graph><node id="Caf\u00e9"/></graph></graphml>'], ['GEXF', '<gexf><graph><nodes>\n<node id="1" label="Caf\u00e9"/></nodes></graph></gexf>'],
  ['Kumu', '{"elements":[\n{"label":"Caf\u00e9"}],"connections":[]}'], ['Cytoscape', '{"elements":{"nodes":[\n{"data":{"id":"Caf\u00e9"}}]}}'],
])('%s in letters that are not what it says is refused with the line of the first of them', async (_, text) => {
  const latin = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  expect(await findFile(latin, () => {})).toMatchObject({ ok: false, place: 'Line 2', reason: expect.stringMatching(/not UTF-8/) as string })
})
