import { describe, expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { make, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Presence } from '../../src/model/records.ts'
import { listed, sharedOf } from '../../src/model/system-map.ts'
import { onScreen, type Looking } from '../../src/session/on-screen.ts'
import { START } from '../../src/session/session.ts'
import { askedWords, nobodyHasWords } from '../../src/words/asked-words.ts'
import { spokenElementAsked, spokenTieAsked } from '../../src/words/spoken-asked.ts'
import { sampleMap } from '../support/page-sample.ts'

const { map, contents } = sampleMap()
const shared = sharedOf(map).id
const [v1 = null, v2 = null] = [...map.versions.values()].sort((a, b) => (a.date < b.date ? -1 : 1)).map(({ id }) => id)
const community = listed(map.perspectives).find(({ name }) => name === 'Community healthcare')?.id ?? ''
const vision = listed(map.perspectives).find(({ type }) => type === 'vision')?.id ?? ''
const shown = (looking: Partial<Looking>) => onScreen(map, contents, { ...START, reading: { version: null, perspective: shared }, ...looking })
const saying = (looking: Partial<Looking>) => {
  const { moment, question } = shown(looking)
  return askedWords(moment, question)
}

describe('What is said when a question is asked of the map', () => {
  test.each<readonly [string, Partial<Looking>, string]>([
    ['differences', { overlay: 'differences' }, 'Differences. 23 ties are far apart, 29 different, 31 close, 5 the same. First: Director of integrated commissioning works with Adult social care service manager.'],
    ['one’s blind spots', { overlay: 'blind', reading: { version: null, perspective: community } }, 'Blind spots. Others see 5 things that Community healthcare says no to, one of them a tie that ends at home. 1 thing only Community healthcare sees.'],
    ['two ends', { overlay: 'ends' }, 'Two ends. Of 26 ties that both ends rated, 18 have two views. First: Hospital discharge team works with Care brokerage.'],
    ['then and now', { reading: { version: v2, perspective: shared }, compared: { version: v1, perspective: shared } }, 'Ties. New: 11. Lost: 1.'],
    ['towards', { compared: { version: null, perspective: vision }, overlay: 'towards' }, '47 ties towards the vision, 2 away from it, 17 no nearer and no further.'],
    ['nothing', {}, ''],
  ])('of %s', (_, looking, words) => {
    expect(saying(looking).slice(0, words.length || undefined)).toBe(words)
  })
})

describe('What there is none of is not said', () => {
  /** Two organisations with an element and a perspective each, and a tie for each pair of answers. */
  const two = (...pairs: readonly (readonly [Presence, Presence])[]) => {
    const said = apply(emptyMap('m'), {
      writes: [
        ...[1, 2].flatMap((slot): Write[] => [
          make('organisations', `O${slot}`, { name: `O${slot}`, slot: slot as 1 }), make('elements', `e${slot}`, { name: `E${slot}`, organisation: `O${slot}` }),
          make('perspectives', `P${slot}`, { name: `P${slot}`, type: 'organisation', organisation: `O${slot}`, order: slot }),
        ]),
        ...pairs.flatMap((pair, i): Write[] => [make('relationships', `t${i}`, { from: 'e1', to: 'e2' }), ...pair.map((to, j): Write => ({ at: 'judgements', id: `P${j + 1}:t${i}`, field: 'presence', to }))]),
      ],
    })
    return askedWords(said, onScreen(said, new Map(), { ...START, overlay: 'differences' }).question).replace(/ First.*/, '')
  }

  test('of differences, and one tie is, several are', () => {
    expect(two([1, 5])).toBe('Differences. 1 tie is far apart.')
    expect(two([2, 3], [3, 3], [1, 2])).toBe('Differences. 2 ties are close, 1 the same.')
    expect(two([4, 4])).toBe('Differences. 1 tie is the same.')
  })

  test('of ties that no one has in hand', () => {
    expect([nobodyHasWords(17, 23), nobodyHasWords(1, 1), nobodyHasWords(3, 3)]).toEqual(['No one has 17 of the 23 ties that are far apart.', 'No one has the one tie that is far apart.', 'No one has the 3 ties that are far apart.'])
  })
})

describe('Names of what is on the map', () => {
  test('a tie says what is asked of it, and what the reading says where nothing is', () => {
    expect(spokenTieAsked(shown({ overlay: 'differences' }), 'r17', shared)).toMatch(/\. Far apart\. Commissioning says as one, good; Community healthcare says no tie;/)
    expect(spokenTieAsked(shown({ overlay: 'ends' }), 'r41', shared)).toMatch(/\. Two views\. Acute Care says joined, untested; Adult Social Care says aware, working against\.$/)
    expect(spokenTieAsked(shown({ overlay: 'ends' }), 'r88', shared)).toMatch(/Not said by both ends\.$/)
    expect(spokenTieAsked(shown({}), 'r17', shared)).toMatch(/Strength:/)
  })

  test('what is gone can still be named, and says that it is', () => {
    const then = shown({ reading: { version: v2, perspective: shared }, compared: { version: v1, perspective: shared } })
    expect(spokenTieAsked(then, 'r85', shared)).toMatch(/^Housing and adaptations .*Lost, from in touch, good to no tie\.$/)
  })

  test('an element begins with its own name, and then says what it is marked for', () => {
    expect(spokenElementAsked(shown({ overlay: 'blind', reading: { version: null, perspective: community } }), 'co-ph')).toMatch(/^Public health team, team, .* ties?\. Others see it\. .*Community healthcare says no\.$/)
    expect(spokenElementAsked(shown({ overlay: 'blind' }), 'gp')).not.toMatch(/says/)
  })

  test('names nobody where it is unattributed', () => {
    expect(spokenTieAsked(shown({ overlay: 'ends', unattributed: true }), 'r41', shared)).toMatch(/Two views\. The two ends say aware, working against and joined, untested\.$/)
    expect(spokenElementAsked(shown({ overlay: 'blind', unattributed: true }), 'co-ph')).toMatch(/3 of 4 see it, 1 says no\.$/)
  })
})
