import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { writeNative } from '../../../src/formats/native/write-native.ts'
import { seeded, between, oneOf } from '../../support/seeded.ts'

const options = { app: '1.0.0', savedAt: '', includePrivate: true }
const frozen = JSON.parse(readFileSync(new URL('../../fixtures/native/v1.sightlines.json', import.meta.url), 'utf8')) as object
const sample = JSON.parse(readFileSync(new URL('../../../src/templates/harbour-city.sightlines.json', import.meta.url), 'utf8')) as object

/** One value of every kind that JSON has, the awkward ones among them; 1e999 is infinite once it is parsed. */
const OTHERS = ['null', 'true', 'false', '0', '-1', '2.5', '1e999', '""', '"text"', '"2016-05-19"', '"__proto__"', '[]', '[1]', '[[]]', '["x","x"]', '{}', '{"a":1}', '{"__proto__":{"polluted":true}}', '[null,{}]']

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value)
  return [path, ...keys.flatMap((key) => pathsOf((value as Record<string | number, unknown>)[key], [...path, key]))]
}

/** The text of a value with another put at a path. As text, because 1e999 and a key `__proto__` do not survive as objects. */
function textWith(value: unknown, path: Path, other: string): string {
  if (path.length === 0) return other
  const [first, ...rest] = path
  const inner = (key: string | number, each: unknown): string => (key === first ? textWith(each, rest, other) : JSON.stringify(each))
  if (Array.isArray(value)) return `[${value.map((each, i) => inner(i, each)).join(',')}]`
  return `{${Object.entries(value as object).map(([key, each]) => `${JSON.stringify(key)}:${inner(key, each)}`).join(',')}}`
}

/** Refused whole only where the page says so: another format, a larger version, no object. */
function mayRefuse(path: Path, other: string): boolean {
  return path.length === 0 || path[0] === 'format' || (path[0] === 'formatVersion' && ['2.5', '1e999'].includes(other))
}

function check(whole: object, path: Path, other: string): void {
  const told = `${path.join('.')} = ${other}`
  const read = readNative(textWith(whole, path, other))
  if (mayRefuse(path, other)) return
  if (!read.ok) throw new Error(`${told}: refused at ${read.place}: ${read.reason}`)
  for (const { place, words } of read.repairs) expect(place.length > 3 && words.length > 3, told).toBe(true)
  const text = writeNative(read.whole, options)
  const again = readNative(text)
  expect(again.ok && again.repairs, told).toEqual([])
  if (again.ok) expect(writeNative(again.whole, options) === text, `${told}: the text`).toBe(true)
}

test('any value of a file replaced by any other never throws, is never refused but where the page says so, and is whole once written', () => {
  for (const path of pathsOf(frozen)) for (const other of OTHERS) check(frozen, path, other)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
}, 60_000)

test('nor does any of 60 values of the sample', () => {
  const paths = pathsOf(sample)
  for (let seed = 0; seed < 60; seed++) {
    const random = seeded(seed)
    check(sample, oneOf(random, paths), OTHERS[between(random, 0, OTHERS.length - 1)] ?? 'null')
  }
}, 60_000)
