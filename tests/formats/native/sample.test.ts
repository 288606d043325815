import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { writeNative } from '../../../src/formats/native/write-native.ts'

const sample = readFileSync(new URL('../../../src/templates/harbour-city.sightlines.json', import.meta.url), 'utf8')

/** The sample was written by hand with `outcome` before `added`; the format has it after. Nothing else of it differs from what is written. */
function withOutcomeLast(text: string): string {
  return text.replace(/(\n *"outcome": \{[\s\S]*?\n( *)\}),(\n *"added": "[^"]*")(?=\n)/g, (_, outcome: string, _indent: string, added: string) => `${added},${outcome}`)
}

test('the sample map reads without a repair and is written again byte for byte', () => {
  const read = readNative(sample)
  if (!read.ok) throw new Error(`${read.place}: ${read.reason}`)
  expect(read.repairs).toEqual([])
  const again = writeNative(read.whole, { app: '0.1.0', savedAt: read.savedAt, includePrivate: true })
  expect(JSON.parse(again)).toEqual(JSON.parse(sample))
  expect(again === withOutcomeLast(sample)).toBe(true)
})

test('the sample holds what product.md §5 says it holds', () => {
  const read = readNative(new TextEncoder().encode(sample))
  if (!read.ok) throw new Error(`${read.place}: ${read.reason}`)
  const { map, contents } = read.whole
  expect({
    elements: map.elements.size, ties: map.relationships.size, versions: map.versions.size, contents: contents.size, stories: map.stories.size, scenes: map.scenes.size,
    actions: map.actions.size, outcomes: [...map.elements.values()].filter(({ kind }) => kind === 'outcome').length, reflections: map.reflections.size, loops: map.loops.size,
    perspectives: [...map.perspectives.values()].map(({ type }) => type), readings: map.outcomeReadings.size, centre: map.meta.centre,
  }).toEqual({
    elements: 46, ties: 94, versions: 2, contents: 2, stories: 1, scenes: 6, actions: 5, outcomes: 4, reflections: 3, loops: 2,
    perspectives: ['shared', 'organisation', 'organisation', 'organisation', 'organisation', 'organisation', 'vision'], readings: 8, centre: 're-per',
  })
})
