import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { csv } from '../../../src/formats/csv/csv.ts'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { firstIn, fixture, mapOf, refusalOf } from '../../support/find.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** What stands in the files, read by eye: names of the first column, then every other cell. */
test.each([
  ['comma_in_quotes', [['John', 'Doe', '120 any st.', 'Anytown, WW', '08123']]],
  ['empty', [['1'], ['2', 3, 4]]],
  ['empty_crlf', [['1'], ['2', 3, 4]]],
  ['escaped_quotes', [['1', 'ha "ha" ha'], ['3', 4]]],
  ['json', [['1', '{"type": "Point", "coordinates": [102.0, 0.5]}']]],
  ['location_coordinates', [['2095257564', '37\ufffd36\'37.8"N 121\ufffd2\'17.9"W', 'Modesto', 'Stanislaus']]],
  ['newlines', [['1', 2, 3], ['Once upon a time', 5, 6], ['7', 8, 9]]],
  ['newlines_crlf', [['1', 2, 3], ['Once upon a time', 5, 6], ['7', 8, 9]]],
  ['quotes_and_newlines', [['1', 'ha \n"ha" \nha'], ['3', 4]]],
  ['simple', [['1', 2, 3]]],
  ['simple_crlf', [['1', 2, 3]]],
  ['utf8', [['1', 2, 3], ['4', 5, 'ʤ']]],
] as const)('csv-spectrum, %s: every cell is there', async (name, rows) => {
  const { elements } = await firstIn(fixture(`csv/csv-spectrum/csvs/${name}.csv`))
  expect(elements.map((element) => [element.name, ...[...element.values.values()].map((value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value))])).toEqual(rows)
})

/** Counted with awk and node: rows after the header, and different wards on a site. */
test.each([
  ['csv/hospital-transfers-2015-week-25.csv', 413, 75],
  ['csv/hospital-patient-flow-weekly-plosone-s003.csv', 31_338, 80],
])('%s: each row is a tie between wards on their sites, parallel ones too', async (path, rows, wards) => {
  const found = await firstIn(fixture(path))
  expect([found.ties.length, found.elements.length]).toEqual([rows, wards])
  expect(found.ties[0]?.values.get('Transfers')).toBeTypeOf('number')
  expect(new Set(found.elements.map(({ values }) => values.get('Organisation'))).size).toBe(3)
  if (rows < 1000) {
    const map = mapOf(found)
    expect([map.elements.size, map.relationships.size, map.organisations.size]).toEqual([wards, rows, 3])
  }
})

test('What a private view says stays in the file, be it known by its id or, where that column was taken out, by its name', async () => {
  const tables = {
    'elements.csv': 'Label,ID\nWard,w', 'perspectives.csv': 'Name,Private,ID\nMine,yes,p1\nOurs,no,p2',
    'judgements.csv': 'Perspective,About,Seen\nMine,Ward,yes\nOurs,Ward,no',
  }
  const { own, losses } = await firstIn(zipSync(Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, bytes(text)]))))
  expect(own?.views.map(({ id, said }) => [id, ...said])).toEqual([['p2', ['w', { presence: 0 }]]])
  expect(losses).toEqual([{ place: expect.stringMatching(/row 2/) as string, words: 'a private view stays in the file' }])
})

test('elements and ties in one file, two blank rows apart; unknown names are added, several targets make several ties', async () => {
  const found = await firstIn(bytes([
    'Label;Type;Organisation;Tags;X;Y;Beds', 'Ward 4;Team;Acute care;a|b;10;20;012', '"Sister; night";Role;Acute care;;;;', '', '',
    'From;To;Type;Direction;Strength;Label', 'Ward 4;Sister; night;;', 'ward 4;"Sister; night|GP";funds;mutual;4;pays', ';GP;;;;', 'GP;Ward 4;;directed;9;',
  ].join('\n')))
  expect(found.elements.map(({ name, at, tags, values }) => [name, at, tags, ...values])).toEqual([
    ['Ward 4', [10, 20], ['a', 'b'], ['Type', 'Team'], ['Organisation', 'Acute care'], ['Beds', '012']],
    ['Sister; night', null, [], ['Type', 'Role'], ['Organisation', 'Acute care']],
    ['Sister', null, []], ['GP', null, []],
  ])
  expect(found.ties.map(({ from, to, mutual, label, values }) => [from, to, mutual, label, ...values])).toEqual([
    ['Ward 4', 'Sister', false, '', ['Type', 'night']],
    ['Ward 4', 'Sister; night', true, 'pays', ['Type', 'funds'], ['Strength', 4]], ['Ward 4', 'GP', true, 'pays', ['Type', 'funds'], ['Strength', 4]],
    ['GP', 'Ward 4', false, '', ['Strength', 9]],
  ])
  expect(found.losses).toEqual([{ place: 'Row 9', words: 'a tie that says not where it begins' }])
  expect(found.repairs).toEqual([{ place: 'Row 7; Row 8', words: 'a tie names an element that has no row of its own; it was added' }])
})

test('a matrix of names, with words, weights and both directions', async () => {
  const { elements, ties } = await firstIn(bytes(',A,B,C\nA,,2,\nB,,,x\nC,asks,,\n'))
  expect(elements.map(({ name }) => name)).toEqual(['A', 'B', 'C'])
  expect(ties.map(({ from, to, label, mutual, values }) => [from, to, label, mutual, ...values])).toEqual([['A', 'B', '', false, ['weight', 2]], ['B', 'C', '', false], ['C', 'A', 'asks', false]])
  expect((await firstIn(bytes('x\tA\tB\nA\t0\t1\nB\t1\t0\n'))).ties).toMatchObject([{ from: 'A', to: 'B', mutual: true }])
})

test('guarded formulas, odd names, doubled names and ragged rows come through and are told', async () => {
  const { elements, repairs } = await firstIn(bytes(`Name,Type\n'=SUM(A1),team\n__proto__,x,extra\nWard,\nWard,\n🏥 مستشفى,NaN\n${'n'.repeat(5000)},1e999\n`))
  expect(elements.map(({ name }) => name)).toEqual(['=SUM(A1)', '__proto__', 'Ward', 'Ward', '🏥 مستشفى', 'n'.repeat(5000)])
  expect(elements.map(({ values }) => values.get('Type'))).toEqual(['team', 'x', undefined, undefined, 'NaN', '1e999'])
  expect(elements[1]?.values.get('Column 3')).toBe('extra')
  expect(repairs.map(({ place }) => place)).toEqual(['Row 3', 'Row 5'])
})

test('UTF-16, a byte order mark and Windows’ letters are read as what they are', async () => {
  expect((await firstIn(Buffer.from('\ufeffName\tType\nStraße\tteam\n', 'utf16le'))).elements[0]?.name).toBe('Straße')
  expect((await firstIn(bytes('\ufeffName,Type\nStraße,team\n'))).elements[0]?.name).toBe('Straße')
  const { elements, repairs } = await firstIn(new Uint8Array([...bytes('Name,Type\nWard,x\nCaf'), 0xe9, ...bytes(',team\n')]))
  expect([elements[1]?.name, repairs[0]?.place]).toEqual(['Café', 'Line 3'])
})

test('a quote that never ends, and rows without a name, are refused; prose is no table', async () => {
  expect(await refusalOf(bytes('Name,Type\nWard,"team\nand so on,x\n'))).toMatchObject({ place: 'Row 2' })
  expect(await refusalOf(bytes('Name,Type\n,team\n,team\n'))).toMatchObject({ reason: 'there is no row in it that names an element or a tie' })
  expect(await refusalOf(bytes('Dear all,\nthank you for coming. We met, and talked.\nSee you soon.'))).toBeNull()
})

test('the tables that Sightlines writes come back: elements, ties, ratings and places', async () => {
  const sample = readNative(readFileSync(new URL('../../../src/templates/harbour-city.sightlines.json', import.meta.url)))
  if (!sample.ok) throw new Error(sample.reason)
  const written = await (await csv.load()).write?.(sample.whole, { app: '1', savedAt: '2026-11-25T12:00:00Z', includePrivate: false })
  const map = mapOf(await firstIn(written ?? new Uint8Array()))
  const { map: before } = sample.whole
  expect([map.elements.size, map.relationships.size]).toEqual([46, 94])
  expect(new Map([...map.elements.values()].map(({ id, name, kind }) => [id, [name, kind]]))).toEqual(new Map([...before.elements.values()].map(({ id, name, kind }) => [id, [name, kind]])))
  expect(new Map([...map.relationships.values()].map(({ id, from, to, kind, label, mutual, polarity, delay }) => [id, [from, to, kind, label, mutual, polarity, delay]]))).toEqual(
    new Map([...before.relationships.values()].map(({ id, from, to, kind, label, mutual, polarity, delay }) => [id, [from, to, kind, label, mutual, polarity, delay]])),
  )
  expect(map.positions.size).toBe(before.positions.size)
})

test('a zip that unpacks without end is refused before it is read', async () => {
  expect(await refusalOf(zipSync({ 'elements.csv': new Uint8Array(60 * 1024 * 1024) }, { level: 9 }))).toMatchObject({ reason: 'it unpacks to more than 200 times its size' })
})
