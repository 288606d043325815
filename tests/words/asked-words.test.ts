import { describe, expect, test } from 'vitest'
import { listed, sharedOf } from '../../src/model/system-map.ts'
import { onScreen, type Looking } from '../../src/session/on-screen.ts'
import { START } from '../../src/session/session.ts'
import { askedWords } from '../../src/words/asked-words.ts'
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
    ['towards', { compared: { version: null, perspective: vision }, overlay: 'towards' }, '47 ties towards the vision, 2 away, 17 no nearer and no further.'],
    ['nothing', {}, ''],
  ])('of %s', (_, looking, words) => {
    expect(saying(looking).slice(0, words.length || undefined)).toBe(words)
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
