import { expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import type { Base, Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { FIELDS, JUDGEMENT_FIELDS, META_FIELDS, type Field } from '../../src/model/fields.ts'
import type { Json } from '../../src/model/json.ts'
import { RECORD_TABLES, type SystemMap } from '../../src/model/system-map.ts'
import { oddMap, WRITTEN, writtenAs } from '../support/written-as.ts'

/** A word for each field of the model that can hold one, found nowhere else: `table.field` in letters. */
const wordOf = (path: string) => `zq${path.replace(/[^a-z]/gi, '').toLowerCase()}qz`
const paths: string[] = []

function planted(path: string, { type }: Field): Json | undefined {
  const word = wordOf(path)
  const isWords = type.is === 'text' || type.is === 'names' || type.is === 'facts' || type.is === 'extra'
  if (isWords && !path.endsWith('mapId')) paths.push(path)
  if (type.is === 'text') return word
  if (type.is === 'names') return [word]
  if (type.is === 'facts') return [['also', word]]
  if (type.is === 'extra') return JSON.stringify({ [word]: 1 })
  if (type.is === 'background') return { type: 'image/png', data: 'AAAA', position: [0, 0], size: [10, 10] }
  return undefined
}

function plantedMap(): SystemMap {
  const writes: Write[] = []
  const base = (table: string, fields: readonly Field[]): Base => Object.fromEntries(fields.flatMap((field) => {
    const value = planted(`${table}.${field.name}`, field)
    return value === undefined ? [] : [[field.name, value]]
  }))
  for (const table of RECORD_TABLES) {
    const more: Base = table === 'elements' ? { organisation: 'o', kind: 'outcome' } : table === 'relationships' ? { from: 'e', to: 'e' } : table === 'outcomeReadings' ? { element: 'e' } : table === 'scenes' ? { story: 's' } : table === 'perspectives' ? { type: 'table' } : {}
    const id = ({ elements: 'e', organisations: 'o', stories: 's', perspectives: 'p' } as Record<string, string>)[table] ?? `one-${table}`
    writes.push({ at: table, id, make: { ...base(table, FIELDS[table] as readonly Field[]), ...more } })
  }
  for (const field of META_FIELDS as readonly Field[]) {
    const value = planted(`meta.${field.name}`, field)
    if (value !== undefined && field.name !== 'mapId') writes.push({ at: 'meta', id: 'map', field: field.name, to: value })
  }
  for (const field of JUDGEMENT_FIELDS) {
    const value = planted(`judgements.${field.name}`, field)
    if (value !== undefined) writes.push({ at: 'judgements', id: 'p:e', field: field.name, to: value })
  }
  return apply(emptyMap('m'), { writes })
}

const map = plantedMap()

test.each(WRITTEN.map((format) => [format.title, format] as const))('%s holds the words of every field of the model, but for the fields that it says are lost', async (_, format) => {
  const text = Object.values(await writtenAs(format, map)).join('\n')
  const lost = new Set(format.losses.flatMap(({ fields }) => fields))
  const isLost = (path: string) => lost.has(path) || lost.has(path.split('.')[0] ?? '')
  expect(paths.length).toBeGreaterThan(40)
  expect(paths.filter((path) => text.includes(wordOf(path)) === isLost(path))).toEqual([])
})

test.each(WRITTEN.map((format) => [format.title, format] as const))('Whatever %s says it loses is on some generated map, and is counted', (_, format) => {
  const unseen = new Set(format.losses.map(({ id }) => id))
  for (let seed = 0; seed < 300 && unseen.size; seed++) {
    const whole = { map: oddMap(seed), contents: new Map() }
    for (const loss of format.losses) if (loss.count(whole) > 0) unseen.delete(loss.id)
  }
  expect([...unseen]).toEqual([])
  expect(format.losses.filter((loss) => loss.count({ map: emptyMap('m', { lineage: '', mapId: '' }), contents: new Map() }) > 0).map(({ id }) => id)).toEqual([])
})

const privately = apply(map, { writes: [{ at: 'perspectives', id: 'p', field: 'private', to: true }, { at: 'reflections', id: 'one-reflections', field: 'private', to: true }] })
const secrets = paths.filter((path) => /^(?:judgements|reflections)\.|^perspectives\.name/.test(path) && !path.endsWith('extra'))

test.each(WRITTEN.map((format) => [format.title, format] as const))('Nothing private is in %s unless it was ticked', async (_, format) => {
  const found = async (includePrivate: boolean) => {
    const text = Object.values(await writtenAs(format, privately, { includePrivate })).join('\n')
    return secrets.filter((path) => text.includes(wordOf(path)))
  }
  expect(secrets.length).toBeGreaterThan(5)
  expect(await found(false)).toEqual([])
  if (!format.losses.some(({ id }) => id === 'perspectives')) expect(await found(true)).toContain('perspectives.name')
})
