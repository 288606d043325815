import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guessChoices } from '../../../src/formats/found/choices.ts'
import { dot } from '../../../src/formats/dot/dot.ts'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { firstIn, mapOf, refusalOf } from '../../support/find.ts'

test('chains, defaults, clusters, HTML labels, escapes, places and directions', async () => {
  const found = await firstIn(`// a comment
/* another * of
   two lines */
digraph "Getting home" {
  rankdir=LR; node [class=team, shape=box];
  subgraph cluster_ac { label="Acute care"; ward [label="Stroke\\nward" pos="10.5,20!"]; lab; { rank=same; bed } }
  gp:n [label=<<b>GP</b> &amp; <i>nurse</i>>, beds=12]
  ward -> lab -> gp:s [label="tells \\"all\\""];
  gp -> { ward bed } [dir=back, weight=2]
  lab -> bed [dir=both]; lab -> lab
  "a" + "b" -> -3.5
  # no edge: -> x
}`)
  expect(found.title).toBe('Getting home')
  expect(found.elements.map(({ id, name, at, values }) => [id, name, at, ...values])).toEqual([
    ['ward', 'Stroke ward', [10.5, -20], ['class', 'team'], ['Cluster', 'Acute care']], ['lab', 'lab', null, ['class', 'team'], ['Cluster', 'Acute care']],
    ['bed', 'bed', null, ['class', 'team'], ['Cluster', 'Acute care']], ['gp', 'GP & nurse', null, ['class', 'team'], ['beds', 12]],
    ['ab', 'ab', null, ['class', 'team']], ['-3.5', '-3.5', null, ['class', 'team']],
  ])
  expect(found.ties.map(({ from, to, label, mutual, values }) => [from, to, label, mutual, ...values])).toEqual([
    ['ward', 'lab', 'tells "all"', false], ['lab', 'gp', 'tells "all"', false], ['ward', 'gp', '', false, ['weight', 2]], ['bed', 'gp', '', false, ['weight', 2]],
    ['lab', 'bed', '', true], ['lab', 'lab', '', false], ['ab', '-3.5', '', false],
  ])
  expect(found.repairs).toEqual([{ place: 'Line 10', words: 'this tie begins and ends at the same element; it is kept as it is' }])
  const choices = guessChoices(found)
  expect([choices.elementUses.get('Cluster'), choices.elementUses.get('class')]).toEqual(['organisation', 'kind'])
  expect([...mapOf(found).organisations.values()].map(({ name }) => name)).toEqual(['Acute care'])
})

test('undirected and strict graphs', async () => {
  const { ties, repairs } = await firstIn('strict graph { a -- b -- c; b -- a; a -- b }')
  expect(ties.map(({ from, to, mutual }) => [from, to, mutual])).toEqual([['a', 'b', true], ['b', 'c', true]])
  expect(repairs).toHaveLength(1)
})

test('what Sightlines writes comes back: names, kinds, organisations, ties and places', async () => {
  const sample = readNative(readFileSync(new URL('../../../src/templates/harbour-city.sightlines.json', import.meta.url)))
  if (!sample.ok) throw new Error(sample.reason)
  const written = await (await dot.load()).write?.(sample.whole, { app: '1', savedAt: '2026-11-25T12:00:00Z', includePrivate: false })
  const map = mapOf(await firstIn(written ?? new Uint8Array()))
  const before = sample.whole.map
  const said = (of: typeof before) => new Map([...of.elements.values()].map(({ id, name, kind, organisation }) => [id, [name, kind, of.organisations.get(organisation ?? '')?.name]]))
  expect(said(map)).toEqual(said(before))
  expect(new Map([...map.relationships.values()].map(({ id, from, to, kind, mutual }) => [id, [from, to, kind, mutual]]))).toEqual(new Map([...before.relationships.values()].map(({ id, from, to, kind, mutual }) => [id, [from, to, kind, mutual]])))
})

test.each([
  ['cut in a part', 'digraph {\n a -> b\n subgraph x {', 'Line 3', /cut short/],
  ['cut in quotes', 'graph {\n a [label="Wa', 'Line 2', /inside quotes/],
  ['cut in HTML', 'graph {\n a [label=<<b>Wa', 'Line 2', /in HTML/],
  ['cut in a comment', 'graph { a\n /* b', 'Line 2', /comment/],
  ['a sign out of place', 'graph {\n a -- ] }', 'Line 2', /“]” stands here/],
  ['a letter out of place', 'graph {\n a ? b }', 'Line 2', /“\?” has no meaning/],
  ['parts without end', `graph ${'{ '.repeat(500)}`, 'Line 1', /more than 200 deep/],
] as const)('%s is refused with its line', async (_, text, place, reason) => {
  expect(await refusalOf(text)).toMatchObject({ place, reason: expect.stringMatching(reason) as string })
})
