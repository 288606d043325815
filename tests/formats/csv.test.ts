import { expect, test } from 'vitest'
import { neutralCell, plainCell } from '../../src/formats/sheets/neutral-cell.ts'
import { namesOf, type SystemMap } from '../../src/model/system-map.ts'
import { pool } from '../../src/reading/pool.ts'
import { naughty, naughtyMap } from '../support/naughty.ts'
import { readCsv } from '../support/read-csv.ts'
import { statesOf } from '../support/said-in-file.ts'
import { formatOf, oddMap, writtenAs } from '../support/written-as.ts'

const files = async (map: SystemMap) => Object.fromEntries(Object.entries(await writtenAs(formatOf('csv'), map)).map(([name, text]) => [name, readCsv(text)]))
const held = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd')

test('Tables hold every element, every tie that shows and every answer, over 60 generated maps', async () => {
  for (let seed = 0; seed < 60; seed++) {
    const map = oddMap(seed)
    const { 'elements.csv': elements = [], 'ties.csv': ties = [], 'judgements.csv': said = [] } = await files(map)
    expect(elements.map(({ ID, Label }) => [ID, Label ?? '']), `seed ${seed}`).toEqual(expect.arrayContaining([...map.elements.values()].map(({ id, name }) => [id, held(name)])))
    expect(elements.length, `seed ${seed}`).toBe(map.elements.size)
    expect(new Set(ties.map((tie) => `${tie['From ID']} ${tie['To ID']} ${tie['ID']}`)), `seed ${seed}`).toEqual(new Set([...pool(map).ties.values()].map(({ from, to, id }) => `${from} ${to} ${id}`)))
    const states = new Map(said.filter(({ Seen }) => Seen !== null).map((row) => [`${row['Perspective ID']}|${row['About ID']}`, row['Seen']]))
    expect(states, `seed ${seed}`).toEqual(statesOf(map))
  }
})

test('Tags come back one by one, bars and backslashes and all', async () => {
  for (let seed = 0; seed < 60; seed++) {
    const map = oddMap(seed)
    const { 'elements.csv': elements = [] } = await files(map)
    for (const row of elements) {
      const tags = (row['Tags'] ?? '').split(/(?<!(?<!\\)(?:\\\\)*\\)\|/).map((tag) => tag.replace(/\\(.)/gs, '$1'))
      expect(tags.filter(Boolean), `seed ${seed}`).toEqual(namesOf(map.elements.get(row['ID'] ?? '')?.tags ?? new Map()).filter(Boolean).map(held))
    }
  }
})

test('Every naughty string as a name, a label and a note is the same after a spreadsheet, and starts no formula', async () => {
  const written = await writtenAs(formatOf('csv'), naughtyMap)
  const [elements, ties, said] = ['elements', 'ties', 'judgements'].map((name) => readCsv(written[`${name}.csv`] ?? ''))
  expect(elements?.map(({ Label }) => Label ?? '').sort()).toEqual(naughty.map(held).sort())
  expect(ties?.map(({ Label }) => Label ?? '').sort()).toEqual(naughty.map(held).sort())
  expect(said?.map(({ Note }) => Note ?? '').sort()).toEqual(naughty.map(held).sort())
  for (const text of Object.values(written)) {
    for (const cell of text.matchAll(/(?:^|,|\n)"?(?!\r\n)([=+\-@\t\r＝＋－＠][^,\n]*)/g)) expect(cell[1]).toMatch(/^-?\d/)
  }
})

test('A cell made neutral is given back as it was written, quotes before it and all', () => {
  for (const text of ['=1+1', "'=1+1", "''=1+1", "'quoted'", '＝1', '\t=1', '@cell', '-2', 'plain', '', "'"]) {
    expect(plainCell(neutralCell(text))).toBe(text)
    expect(neutralCell(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
  }
  // CWE-1236's own example.
  expect(neutralCell(`=cmd|' /C calc'!A0`)).toBe(`'=cmd|' /C calc'!A0`)
})

