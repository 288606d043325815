import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FORMATS } from '../../src/formats/formats.ts'
import { apply } from '../../src/model/apply.ts'
import { make, place } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { firstIn, mapOf } from '../support/find.ts'

const NAUGHTY = (JSON.parse(readFileSync(new URL('../fixtures/strings/blns.json', import.meta.url), 'utf8')) as string[]).filter((name) => name.trim() !== '')
/** What no name in such a file can hold: line breaks, and in most of them signs that control a terminal. */
const oneLine = (name: string) => name.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ')
const isControl = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/

const BOTH = FORMATS.filter(({ isOne, writes }) => isOne && writes !== undefined)

test('every format that is written for other tools is read too', () => {
  expect(BOTH.map(({ id }) => id).toSorted()).toEqual(['csv', 'cytoscape', 'dot', 'gexf', 'gml', 'graphml', 'kumu', 'xlsx'])
})

test.each(BOTH.map((format) => [format.title, format] as const))('%s: every naughty string is the name that it was', async (_, format) => {
  const names = NAUGHTY.filter((name) => !isControl.test(name))
  const map = apply(emptyMap('naughty'), {
    writes: [...names.map((name, i) => make('elements', `n${i}`, { name, kind: 'role' })), ...names.map((name, i) => make('relationships', `t${i}`, { from: `n${i}`, to: `n${(i + 1) % names.length}`, label: name, kind: 'informs' }))],
  })
  const written = await (await format.load()).write?.({ map, contents: new Map() }, { app: '1', savedAt: '2026-11-25T12:00:00Z', includePrivate: false })
  const back = mapOf(await firstIn(written ?? new Uint8Array()))
  const loose = format.id === 'csv' || format.id === 'xlsx' || format.id === 'dot'
  const plain = (name: string) => (loose ? oneLine(name).trim() : oneLine(name))
  // GML knows ids by number alone: there the names tell.
  const said = (list: readonly string[]) => list.map(plain).toSorted()
  expect([...back.elements.values()].map(({ name }) => name).toSorted()).toEqual(said(names))
  expect([...back.relationships.values()].map(({ label }) => label).toSorted()).toEqual(said(names))
  expect(new Set([...back.relationships.values()].map(({ kind }) => kind))).toEqual(new Set(['informs']))
})

test.each(BOTH.filter(({ id }) => id !== 'kumu').map((format) => [format.title, format] as const))('%s: places stand the same way up', async (_, format) => {
  const places: readonly (readonly [number, number])[] = [[0, 0], [500, -300], [-400, 700]]
  const map = apply(emptyMap('places'), { writes: places.flatMap(([x, y], i) => [make('elements', `p${i}`, { name: `Place ${i}` }), place(`p${i}`, x, y)]) })
  const written = await (await format.load()).write?.({ map, contents: new Map() }, { app: '1', savedAt: '2026-11-25T12:00:00Z', includePrivate: false })
  const back = mapOf(await firstIn(written ?? new Uint8Array()))
  const at = new Map([...back.elements.values()].map(({ id, name }) => [name, back.positions.get(id)]))
  expect([0, 1, 2].map((i) => at.get(`Place ${i}`))).toEqual(places)
})
