import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { leaving } from '../../src/formats/leaving/leaving.ts'
import { AS_IT_IS } from '../../src/formats/leaving/what-leaves.ts'
import { readNative } from '../../src/formats/native/read-native.ts'
import type { WholeMap } from '../../src/model/system-map.ts'
import { pagesOf } from '../../src/outputs/report/pages.ts'
import type { ReportInput } from '../../src/outputs/report/report.ts'
import { reportHtml, toldOf } from '../../src/outputs/report/report-html.ts'
import { SECTIONS } from '../../src/outputs/report/sections.ts'
import { pool } from '../../src/reading/pool.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { naughty, naughtyMap } from '../support/naughty.ts'
import { recounted, unaccounted, type ReadReport } from '../support/report-numbers.ts'
import { generateWhole } from '../support/generate-whole.ts'
import { seeded } from '../support/seeded.ts'
import { everyElement, readXml, textOf, type XmlElement } from '../support/well-formed.ts'
import { formatOf, wholeWrittenAs } from '../support/written-as.ts'

const sheet = readFileSync(new URL('../../src/outputs/report/report.css', import.meta.url), 'utf8')
const hashed = async (text: string) => createHash('sha256').update(text).digest('base64')
const ALL = SECTIONS.map(({ id }) => id)

function inputOf({ map, contents }: WholeMap, attribution: ReportInput['attribution'] = 'named'): ReportInput {
  return { map, contents, voices: attribution === 'none' ? [] : voicesOf(map), attribution, date: '2026-11-25', picture: { svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>', alt: `${map.elements.size} elements and ${pool(map).ties.size} ties. Now, seen by the shared picture.` } }
}

async function written(input: ReportInput, ids = ALL): Promise<string> {
  const { title, question } = input.map.meta
  return reportHtml({ title: title || question, lead: question, sections: toldOf(input, ids), style: sheet }, hashed)
}

const tablesOf = (whole: WholeMap) => wholeWrittenAs(formatOf('csv'), whole)

/** The body of a report, which is XML as well as HTML. */
const bodyOf = (html: string): XmlElement => readXml(/<body>([^]*)<\/body>/.exec(html)?.[1]?.trim() ?? '')
const wordsIn = (html: string): string => textOf(bodyOf(html)).replace(/\s+/g, ' ')

function harbour(): WholeMap {
  const read = readNative(readFileSync(new URL('../fixtures/reading/harbour-city.sightlines.json', import.meta.url)))
  if (!read.ok) throw new Error(read.reason)
  return read.whole
}

/** As somebody reads it who has the file alone. */
function readReport(html: string): ReadReport {
  const body = bodyOf(html)
  const within = (one: XmlElement, name: string) => [...everyElement(one)].filter((inner) => inner.name === name)
  const tables = within(body, 'table').map((table) => [within(table, 'caption').map(textOf).join(''), within(table, 'tbody').flatMap((part) => within(part, 'tr')).map((row) => row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [textOf(cell)])))] as const)
  return { words: wordsIn(html), tables: new Map(tables) }
}

test('Every number of a report is counted again from the exported tables alone, and none is left over', async () => {
  const whole = harbour()
  const report = readReport(await written(inputOf(whole)))
  expect(report.tables.size).toBeGreaterThan(10)
  const files = await tablesOf(leaving(whole, AS_IT_IS))
  const again = recounted(files, '2026-11-25')
  expect(again.sentences.length).toBeGreaterThan(20)
  expect(unaccounted(again, report)).toEqual([])
  // A figure that is one off is noticed wherever it stands.
  for (const wrong of ['On 36 of', '18 things', 'Stronger: 32', '19 May 2016: 44 %', '47 ties towards', '5 actions', '72 of 94']) {
    expect(report.words, wrong).toContain(wrong)
    const off = (text: string) => text.replaceAll(wrong, wrong.replace(/\d+/, (digits) => String(Number(digits) + 1)))
    const tables = new Map([...report.tables].map(([caption, rows]) => [caption, rows.map((row) => row.map(off))]))
    expect(unaccounted(again, { words: off(report.words), tables }), wrong).not.toEqual([])
  }
})

test('A report has no script, no address, one style sheet that its own policy names, and headings and tables that are heard as such', async () => {
  const html = await written(inputOf(harbour()))
  expect(html).not.toMatch(/<script|\son\w+=|javascript:|<iframe|<form|style="|href=|src=|url\(/i)
  const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? ''
  expect(html.match(/<style/g)).toHaveLength(1)
  expect(html).toContain(`style-src &#39;sha256-${await hashed(style)}&#39;`)
  expect(style).toContain('@page')
  const body = bodyOf(html)
  const all = (name: string) => [...everyElement(body)].filter((one) => one.name === name)
  expect(all('h1')).toHaveLength(1)
  expect(all('h2').map(textOf)).toEqual(SECTIONS.map(({ title }) => title))
  for (const table of all('table')) {
    const inside = [...everyElement(table)]
    expect(inside.filter(({ name }) => name === 'caption')).toHaveLength(1)
    const columns = inside.filter(({ attributes }) => attributes.get('scope') === 'col').length
    for (const row of inside.filter(({ name, children }) => name === 'tr' && children.some((cell) => typeof cell !== 'string' && cell.name === 'td'))) {
      expect(row.children).toHaveLength(columns)
      expect(row.children[0]).toMatchObject({ name: 'th' })
    }
  }
})

test('Counted and none tell nobody’s view: no voice’s name is in the report', async () => {
  const whole = harbour()
  const heard = voicesOf(whole.map).map(({ name }) => name)
  const isNamed = (text: string) => heard.filter((name) => new RegExp(`(?:${name}) (?:says?|sees?|did not)`).test(text))
  expect(isNamed(wordsIn(await written(inputOf(whole)))).length).toBeGreaterThan(1)
  expect(isNamed(wordsIn(await written(inputOf(whole, 'counted'))))).toEqual([])
  const alone = leaving(whole, { ...AS_IT_IS, attribution: 'none' })
  const none = await written(inputOf(alone, 'none'))
  expect(isNamed(wordsIn(none))).toEqual([])
  for (const { title } of SECTIONS.filter(({ id }) => ['agree', 'differ', 'blind'].includes(id))) expect(none).not.toContain(`<h2>${title}`)
})

test('Sections come in the order asked, and only those', async () => {
  const html = await written(inputOf(harbour()), ['actions', 'question'])
  expect([...everyElement(bodyOf(html))].filter(({ name }) => name === 'h2').map(textOf)).toEqual(['Actions', 'The question and the room'])
})

test('Whatever a map holds, its report is well formed: every naughty string, and 40 generated maps, in each attribution', async () => {
  const html = await written(inputOf({ map: naughtyMap, contents: new Map() }))
  expect(() => bodyOf(html)).not.toThrow()
  expect(html).not.toMatch(/<script|<img|onerror=/i)
  expect(naughty.length).toBeGreaterThan(400)
  for (let seed = 0; seed < 40; seed++) {
    const whole = generateWhole(seeded(seed))
    for (const attribution of ['named', 'counted', 'none'] as const) {
      const text = await written(inputOf(leaving(whole, { ...AS_IT_IS, attribution: attribution === 'none' ? 'none' : 'named' }), attribution))
      expect(() => bodyOf(text), `seed ${seed}, ${attribution}`).not.toThrow()
    }
  }
})

test('Pages: what fits stays, a heading goes with what follows, and a table repeats its head', () => {
  const piece = (top: number, height: number, more: { keeps?: boolean; head?: number } = {}) => ({ top, bottom: top + height, keeps: more.keeps ?? false, head: more.head ?? 0 })
  expect(pagesOf([], 100)).toBe(0)
  expect(pagesOf([piece(0, 50), piece(50, 50)], 100)).toBe(1)
  expect(pagesOf([piece(0, 50), piece(50, 51)], 100)).toBe(2)
  // The heading at 90 would stay on the first page, were it not for what it heads.
  expect(pagesOf([piece(0, 90), piece(90, 10, { keeps: true }), piece(100, 90), piece(190, 1)], 100)).toBe(3)
  expect(pagesOf([piece(0, 90), piece(90, 10), piece(100, 90), piece(190, 1)], 100)).toBe(2)
  expect(pagesOf([piece(0, 100), piece(100, 90, { head: 0 }), piece(190, 10)], 100)).toBe(2)
  expect(pagesOf([piece(0, 100), piece(100, 90, { head: 20 }), piece(190, 10)], 100)).toBe(3)
  // Longer than a page, it is broken by the browser: no endless pages.
  expect(pagesOf([piece(0, 500)], 100)).toBe(1)
})
