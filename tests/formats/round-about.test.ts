import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FORMATS } from '../../src/formats/formats.ts'
import { apply } from '../../src/model/apply.ts'
import { make } from '../../src/model/change.ts'
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
