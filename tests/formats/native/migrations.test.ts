import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FORMAT_VERSION, migrated, MIGRATIONS } from '../../../src/formats/native/migrations.ts'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { writeNative } from '../../../src/formats/native/write-native.ts'
import { FIELDS, JUDGEMENT_FIELDS, META_FIELDS, type Field } from '../../../src/model/fields.ts'
import type { Json, JsonObject } from '../../../src/model/json.ts'
import { isSame } from '../../../src/model/project.ts'
import { RECORD_TABLES } from '../../../src/model/system-map.ts'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/native/${name}`, import.meta.url), 'utf8')
const frozen = fixture('v1.sightlines.json')
/** The keys that joined version 1 after the first file was frozen: a table's own copy, and a view that was handed in. */
const frozenTable = fixture('v1-table.sightlines.json')

function readFrozen(text = frozen) {
  const read = readNative(text)
  if (!read.ok) throw new Error(`${read.place}: ${read.reason}`)
  return read
}

test('the frozen files of version 1 open without a repair, and are written byte for byte as long as version 1 is what is written', () => {
  for (const text of [frozen, frozenTable]) {
    const read = readFrozen(text)
    expect(read.repairs).toEqual([])
    if (FORMAT_VERSION === 1) expect(writeNative(read.whole, { app: '1.0.0', savedAt: read.savedAt, includePrivate: true })).toBe(text)
  }
})

test('the frozen files give every field a value besides its default', () => {
  const maps = [frozen, frozenTable].map((text) => readFrozen(text).whole.map)
  const missing = new Set<string>()
  const note = (at: string, fields: readonly Field[], records: Iterable<object>): void => {
    for (const field of fields) {
      const isThere = [...records].some((record) => {
        const value = (record as Record<string, unknown>)[field.name]
        return !isSame((value instanceof Map ? [...value] : value) as Json, field.default)
      })
      if (!isThere) missing.add(`${at}.${field.name}`)
    }
  }
  for (const table of RECORD_TABLES) note(table, FIELDS[table], maps.flatMap((map) => [...map[table].values()]))
  note('meta', META_FIELDS, maps.map(({ meta }) => meta))
  note('judgements', JUDGEMENT_FIELDS, maps.flatMap((map) => [...map.judgements.values()].flatMap((said) => [...said.values()])))
  expect([...missing]).toEqual([])
})

test('the values of the frozen file are where the model has them', () => {
  const { map, contents } = readFrozen().whole
  expect(map.meta).toMatchObject({ mapId: 'frozen-v1', lineage: 'frozen-lineage', title: 'Everything, once', centre: 'per', illustrative: true })
  expect(map.elements.get('__proto__')?.facts).toEqual(new Map<string, string | number>([['9', 9], ['10', 'ten'], ['__proto__', 'plain']]))
  expect(map.elements.get('oc')).toMatchObject({ outcomeFor: 'staff', unit: 'days', better: 'down', target: 70.5 })
  expect([...map.outcomeReadings.values()].map(({ id, element, date, value }) => [id, element, date, value])).toEqual([['oc-1', 'oc', '2015-11-12', 61], ['kx92b1', 'oc', '2016-05-19', null]])
  expect(map.positions.get('war')).toEqual([-240, 120])
  expect(map.positions.has('__proto__')).toBe(false)
  expect(map.judgements.get('shared')?.get('r1')).toEqual({ presence: 4, quality: -2, value: 'A date that holds', extra: '{"confidence":"low"}' })
  expect(map.judgements.get('shared')?.get('r2')).toEqual({ presence: 0 })
  expect(map.judgements.get('shared')?.get('gone')).toEqual({ presence: 'yes' })
  expect(map.judgements.get('AC')?.get('r1')).toEqual({ quality: 1 })
  expect(map.perspectives.get('mine')).toMatchObject({ type: 'person', private: true })
  expect([...map.scenes.values()].sort((a, b) => a.order - b.order).map(({ id }) => id)).toEqual(['c1', 'c0'])
  expect(contents.get(map.versions.get('v1')?.content ?? '')?.elements.get('war')).toMatchObject({ name: 'Ward 5', kind: 'group' })
})

test('migrations are run one after another from the file’s version on', () => {
  const step = (from: number) => ({ from, migrate: (file: JsonObject) => ({ ...file, steps: `${String(file['steps'] ?? '')}${from}` }) })
  expect(migrated({}, 2, [step(1), step(2), step(3)])['steps']).toBe('23')
  expect(migrated({}, 4, [step(1), step(2), step(3)])['steps']).toBeUndefined()
  expect(MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: FORMAT_VERSION - 1 }, (_, i) => i + 1))
})
