import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readNative } from '../../src/formats/native/read-native.ts'
import { asLine, derivedValues } from './derived-values.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/reading/${name}`, import.meta.url), 'utf8')

it('Harbour City says, to the ninth decimal, what was worked out for it independently', () => {
  const read = readNative(fixture('harbour-city.sightlines.json'))
  if (!read.ok) throw new Error(read.reason)
  const [ours, given] = [JSON.parse(asLine(derivedValues(read.whole))) as Record<string, unknown>, JSON.parse(fixture('harbour-city.reading.json')) as Record<string, unknown>]
  for (const part of ['moments', 'compare', 'towards', 'structure']) expect(ours[part], part).toEqual(given[part])
  expect(asLine(derivedValues(read.whole))).toBe(fixture('harbour-city.reading.json').trim())
})
