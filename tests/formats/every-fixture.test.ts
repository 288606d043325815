import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { FileIn } from '../../src/commands/ports.ts'
import { readFiles, readHere } from '../../src/commands/read-files.ts'
import { findFile } from '../../src/formats/find-file.ts'
import { fixture } from '../support/find.ts'

/**
 * What stands in each file from outside, map by map: elements and ties. Counted without our readers: with grep for `<node `, `<edge `, `node [` and
 * `edge [`; with node for Kumu's lists and draw.io's vertices (but for the labels of edges) and edges; by eye for tables, where a row is an element, but
 * for the hospitals', where each row is a tie and wards were counted with awk.
 */
const COUNTED: Readonly<Record<string, readonly (readonly [elements: number, ties: number])[]>> = {
  'csv/hospital-patient-flow-weekly-plosone-s003.csv': [[80, 31_338]], 'csv/hospital-transfers-2015-week-25.csv': [[75, 413]],
  ...Object.fromEntries(Object.entries({ comma_in_quotes: 1, empty: 2, empty_crlf: 2, escaped_quotes: 2, json: 1, location_coordinates: 1, newlines: 3, newlines_crlf: 3, quotes_and_newlines: 2, simple: 1, simple_crlf: 1, utf8: 2 }).map(([name, rows]) => [`csv/csv-spectrum/csvs/${name}.csv`, [[rows, 0]]])),
  'drawio/concept-maps.drawio': [[34, 59], [15, 17]], 'drawio/job-map.drawio': [[28, 8], [23, 22]], 'drawio/sociogram-example.drawio': [[26, 79]],
  'gexf/WebAtlas_EuroSiS.gexf': [[1285, 7524]], 'gexf/miserables.gexf': [[77, 254]], 'gexf/spec-basic.gexf': [[2, 1]], 'gexf/spec-data.gexf': [[4, 5]], 'gexf/spec-dynamics.gexf': [[4, 5]],
  'gexf/spec-hello-world.gexf': [[2, 1]], 'gexf/spec-hierarchy4.gexf': [[7, 4]], 'gexf/spec-viz.gexf': [[1, 0]],
  'gml/karate.gml': [[34, 78]], 'gml/lesmiserables.gml': [[77, 254]],
  'kumu/kumu-wirkmechanismen-blueprint.json': [[189, 687]],
}

/** What is no map, and why it is left alone. */
const REFUSED: Readonly<Record<string, string>> = {
  'strings/blns.json': 'it holds a list, and a Sightlines map is an object with “format”: “sightlines”',
}

const folders = ['csv', 'drawio', 'gexf', 'gml', 'kumu', 'strings']
const there = folders.flatMap((folder) => readdirSync(new URL(`../fixtures/${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)).filter((path) => /\.[a-z]+$/.test(path) && !path.endsWith('.md'))

const opened = (file: FileIn) => readFiles([file], (bytes) => findFile(bytes, () => {}), readHere)
const asFile = (path: string): FileIn => ({ name: path, size: fixture(path).length, bytes: async () => new Uint8Array(fixture(path)) })

test('Every file from outside is accounted for', () => {
  expect(there.length).toBeGreaterThan(25)
  expect(there.toSorted()).toEqual([...Object.keys(COUNTED), ...Object.keys(REFUSED)].toSorted())
})

test.each(Object.entries(COUNTED))('%s opens, with as many elements and ties as stand in it', async (path, counts) => {
  const { met, refused } = await opened(asFile(path))
  expect(refused).toEqual([])
  expect(met[0]?.found.maps.map(({ elements, ties }) => [elements.length, ties.length])).toEqual(counts)
})

test.each(Object.entries(REFUSED))('%s is left alone, and the reason is said', async (path, reason) => {
  expect(await opened(asFile(path))).toEqual({ found: [], met: [], refused: [{ file: path, place: 'The file', reason }] })
})

test.each([
  ['a list of records', '[{"a":"1","b":"2"}]', /^it holds a list/], ['prose', 'Dear all,\nthank you for coming.', /^it is plain text/],
  ['a web page', '<!doctype html><html></html>', /^it is a web page/], ['a PDF', '%PDF-1.7', /^it is a PDF/], ['a picture', '\u0089PNG\r\n', /^it is a picture/], ['nothing', '', /^it is empty/],
])('%s is called what it is', async (name, text, reason) => {
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  expect((await opened({ name, size: bytes.length, bytes: async () => bytes })).refused).toMatchObject([{ place: 'The file', reason: expect.stringMatching(reason) as string }])
})
