import { expect, test } from 'vitest'
import { checked, isDate, isMoment } from '../../src/model/check.ts'
import { FIELDS, fieldIn, JUDGEMENT_FIELDS, META_FIELDS, type Field } from '../../src/model/fields.ts'
import type { Json } from '../../src/model/json.ts'
import { RECORD_TABLES } from '../../src/model/system-map.ts'
import { generateValue } from '../support/generate-value.ts'
import { seeded } from '../support/seeded.ts'

test('a date is a day that exists, written in full', () => {
  for (const date of ['2016-05-19', '2016-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(isDate(date), date).toBe(true)
  for (const date of ['2015-02-29', '1900-02-29', '2016-02-30', '2016-13-01', '2016-00-10', '2016-5-19', '19-05-2016', '2016-05-19T10:00:00Z', '', 20160519, null]) expect(isDate(date), String(date)).toBe(false)
})

test('a moment has its time of day and its zone', () => {
  for (const moment of ['2016-05-19T09:41:00Z', '2016-05-19T09:41:00.123Z', '2016-05-19T09:41+01:00']) expect(isMoment(moment), moment).toBe(true)
  for (const moment of ['2016-05-19', '2016-05-19T09:41:00', '2016-05-19 09:41:00Z', '2016-05-19T25:00:00Z', 'Thu, 19 May 2016', 5]) expect(isMoment(moment), String(moment)).toBe(false)
})

test('every field may hold its default, and every value that its type says', () => {
  const random = seeded(11)
  const lists = [...RECORD_TABLES.map((table) => [table, FIELDS[table]] as const), ['meta', META_FIELDS] as const, ['judgements', JUDGEMENT_FIELDS] as const]
  for (const [table, fields] of lists) {
    for (const field of fields as readonly Field[]) {
      if (field.default !== null) expect(checked(field, field.default), `${table}.${field.name}`).toEqual(field.default)
      expect(checked(field, null), `${table}.${field.name}`).toEqual(field.nullable ? null : field.default)
      for (let i = 0; i < 30; i++) {
        const value = generateValue(field, random)
        expect(checked(field, value), `${table}.${field.name}`).toEqual(value ?? (field.nullable ? null : field.default))
      }
    }
  }
})

test('a background is a picture in base64, a camera has a zoom above nothing, a reading names a perspective', () => {
  const may = (table: 'scenes', name: string, value: Json) => checked(fieldIn(FIELDS[table], name) as Field, value) !== undefined
  const picture = (value: Json) => checked(fieldIn(META_FIELDS, 'background') as Field, value) !== undefined
  const background = { type: 'image/png', data: 'iVBORw0KGgo=', position: [0, 0], size: [1, 1] }
  expect(picture(background)).toBe(true)
  for (const wrong of [{ type: 'image/svg+xml' }, { type: 'text/html' }, { data: 'javascript:alert(1)' }, { data: '<svg>' }, { size: [1] }]) expect(picture({ ...background, ...wrong }), JSON.stringify(wrong)).toBe(false)
  expect(may('scenes', 'camera', { x: 0, y: 0, zoom: 0.1 })).toBe(true)
  expect(may('scenes', 'camera', { x: 0, y: 0, zoom: 0 })).toBe(false)
  expect(may('scenes', 'reading', { version: null, perspective: '*' })).toBe(true)
  for (const wrong of [{}, { version: null }, { version: '*', perspective: 'a' }, { version: null, perspective: '' }, { version: 'a b', perspective: 'a' }]) expect(may('scenes', 'reading', wrong), JSON.stringify(wrong)).toBe(false)
})

test('names that every object has are no fields', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) expect(fieldIn(FIELDS.elements, name)).toBeUndefined()
})
