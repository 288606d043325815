import { describe, expect, it } from 'vitest'
import { besideInOrder, countedOnMap, nameOnMap, spokenArea, spokenNote } from '../../src/words/beside.ts'
import { addedWords, selectedWords } from '../../src/words/announcements.ts'
import { counted, either, someOf, together } from '../../src/words/counts.ts'
import { duration, isoDate, spokenDate, spokenMoment, timeAgo } from '../../src/words/dates.ts'
import { clauseWords, filterWords } from '../../src/words/filter-words.ts'
import { ratedWords, ratingAs } from '../../src/words/rated.ts'
import { answerWords, ratingDigits, ratingWord, signed } from '../../src/words/ratings.ts'
import { momentName, readingName, viewName } from '../../src/words/reading-name.ts'
import { saveWords } from '../../src/words/save-state.ts'
import { spokenElement, spokenTie } from '../../src/words/spoken.ts'
import { nameOf, tieSentence } from '../../src/words/tie-sentence.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make, place, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Relationship } from '../../src/model/records.ts'
import { INFLUENCE, STRENGTH } from '../../src/model/scales.ts'
import type { SystemMap } from '../../src/model/system-map.ts'

const say = (perspective: string, subject: string, field: string, to: number): Write => ({ at: 'judgements', id: judgementId(perspective, subject), field, to })

function room(): SystemMap {
  return apply(emptyMap('m'), {
    writes: [
      make('organisations', 'AC', { name: 'Acute Care', code: 'AC', slot: 3 }),
      make('perspectives', 'p-ac', { name: 'Acute care', type: 'organisation', organisation: 'AC' }),
      make('versions', 'v1', { name: 'Workshop 19 May 2016', date: '2016-05-19' }),
      make('elements', 'dis', { name: 'Hospital discharge team', organisation: 'AC' }),
      make('elements', 'bro', { name: 'Care brokerage' }),
      make('elements', 'del', { name: 'Delayed discharges', kind: 'factor' }),
      make('relationships', 'call', { from: 'dis', to: 'bro', kind: 'refers', label: 'daily call' }),
      make('relationships', 'wears', { from: 'del', to: 'bro', kind: 'influences', polarity: '-', delay: true }),
      say('shared', 'call', 'presence', 2), say('shared', 'call', 'quality', -1),
    ],
  })
}

describe('a tie as a sentence', () => {
  const tie = (more: Partial<Relationship>) => tieSentence(room(), { from: 'dis', to: 'bro', kind: 'refers', polarity: null, mutual: false, delay: false, ...more })

  it('says who, what and whom', () => {
    expect(tie({})).toBe('Hospital discharge team hands people over to Care brokerage')
    expect(tie({ kind: 'works', mutual: true })).toBe('Hospital discharge team works with Care brokerage')
    expect(tie({ kind: 'works' })).toBe('Hospital discharge team works with Care brokerage, one way')
    expect(tie({ mutual: true })).toBe('Hospital discharge team hands people over to Care brokerage, and the other way')
    expect(tie({ from: 'del', kind: 'influences', polarity: '-', delay: true })).toBe('More of Delayed discharges makes less of Care brokerage, after a while')
    expect(tie({ kind: 'influences', polarity: '+' })).toBe('Hospital discharge team makes more of Care brokerage')
    expect(tie({ from: 'del', kind: 'influences', polarity: '?' })).toBe('Delayed discharges changes Care brokerage')
    expect(tie({ to: 'gone' })).toBe('Hospital discharge team hands people over to no longer on the map')
    expect(nameOf(room(), 'gone')).toBe('no longer on the map')
  })
})

describe('for those who hear the map', () => {
  it('an element says its name, kind, organisation and ties', () => {
    expect(spokenElement(room(), 'dis')).toBe('Hospital discharge team, team, Acute Care, 1 tie')
    expect(spokenElement(room(), 'bro')).toBe('Care brokerage, team, no organisation, 2 ties')
    expect(spokenElement(apply(room(), removeSubjects(room(), ['bro'])), 'dis')).toBe('Hospital discharge team, team, Acute Care, no ties')
  })

  it('a tie says its ends, label and what the reading says of it', () => {
    expect(spokenTie(room(), 'call')).toBe('Hospital discharge team hands people over to Care brokerage, daily call. Strength: in touch. Quality: strained.')
    expect(spokenTie(room(), 'call', 'p-ac')).toBe('Hospital discharge team hands people over to Care brokerage, daily call. Not said.')
    const rated = apply(room(), { writes: [say('p-ac', 'call', 'presence', 0), say('p-ac', 'wears', 'presence', 4)] })
    expect(spokenTie(rated, 'call', 'p-ac')).toMatch(/No tie\.$/)
    expect(spokenTie(rated, 'wears', 'p-ac')).toMatch(/How much it matters: a lot\.$/)
  })
})

describe('ratings', () => {
  it('are words, and halves a range', () => {
    expect([ratingWord(STRENGTH, 3), ratingWord(STRENGTH, 3.5), ratingWord(INFLUENCE, 3.5), ratingWord(STRENGTH, 3.25)]).toEqual(['Coordinated', 'Coordinated to joined', 'Shapes to steers', 'Coordinated'])
    expect([ratingDigits(3), ratingDigits(3.5), ratingDigits(-0.5), signed(1), signed(0), signed(-2)]).toEqual(['3', '3–4', '−1 to 0', '+1', '0', '−2'])
  })

  it('say when a value is the middle of what was said, and when nothing was', () => {
    expect(answerWords({ state: 'yes', strength: 2.5, derived: new Set(['strength']) }, 'works')).toBe('Strength: in touch to coordinated, the middle of what was said.')
    expect([answerWords({ state: 'silent' }), answerWords({ state: 'no' }), answerWords({ state: 'no' }, 'works'), answerWords({ state: 'yes' })]).toEqual(['Not said.', 'Not in the picture.', 'No tie.', 'Not rated.'])
  })

  it('name whose view it is', () => {
    const map = apply(room(), { writes: [say('p-ac', 'call', 'presence', 4), say('p-ac', 'call', 'quality', -1), say('p-ac', 'dis', 'presence', 0)] })
    expect(ratedWords(map, 'p-ac', 'call')).toBe('Acute care says joined, strained.')
    expect(ratedWords(map, 'p-ac', 'dis')).toBe('Acute care says: not in our picture.')
    expect(ratedWords(map, 'p-ac', 'bro')).toBe('Acute care has not said.')
    expect([ratingAs(map, 'p-ac'), ratingAs(map, 'shared')]).toEqual(['Rating as Acute care', 'Rating as the shared picture'])
  })
})

describe('what is on screen', () => {
  it('is a moment seen by someone', () => {
    expect(readingName(room(), { version: null, perspective: 'shared' })).toBe('Now, seen by the shared picture')
    expect(readingName(room(), { version: 'v1', perspective: 'p-ac' })).toBe('Workshop 19 May 2016, seen by Acute care')
    expect([viewName(room(), '*'), viewName(room(), 'gone'), momentName(room(), 'gone')]).toEqual(['the voices together', 'a view no longer kept', 'A version no longer kept'])
  })
})

describe('the live region', () => {
  it('says what was added and selected', () => {
    expect(addedWords(room(), ['dis'])).toBe('Added Hospital discharge team to Acute Care.')
    expect(addedWords(room(), ['dis', 'bro', 'call'])).toBe('Added Hospital discharge team and Care brokerage. Hospital discharge team hands people over to Care brokerage.')
    expect(addedWords(room(), ['call', 'wears'])).toBe('Added 2 ties.')
    expect([selectedWords(room(), []), selectedWords(room(), ['dis']), selectedWords(room(), ['dis', 'bro', 'call'])]).toEqual(['Nothing selected.', 'Hospital discharge team selected.', '2 elements and 1 tie selected.'])
  })
})

describe('whether the work is kept', () => {
  const now = Date.UTC(2016, 4, 19, 12)
  const minutes = (n: number) => now - n * 60_000

  it('begins with Saved, Saving or Not saved', () => {
    expect(saveWords({ is: 'saved' }, minutes(2), now)).toBe('Saved here · last file 2 min ago')
    expect(saveWords({ is: 'saved' }, null, now)).toBe('Saved here · not in a file yet')
    expect(saveWords({ is: 'saved' }, null, now, null, true)).toBe('Saved here · This browser may clear it. Save a file.')
    expect(saveWords({ is: 'saved' }, minutes(2), now, null, true)).toBe('Saved here · last file 2 min ago')
    expect(saveWords({ is: 'saving' }, null, now)).toBe('Saving')
    expect(saveWords({ is: 'not saved', since: now - 12_400 }, null, now)).toBe('Not saved for 12 s')
    expect(saveWords({ is: 'not saved', since: minutes(3) }, null, now)).toBe('Not saved for 3 min')
    expect(saveWords({ is: 'memory only' }, null, now)).toMatch(/^Not saved/)
  })

  it('reminds after a day without a file', () => {
    expect(saveWords({ is: 'saved' }, null, now, minutes(24 * 60))).toBe('Saved here · Only on this laptop. Save a file.')
    expect(saveWords({ is: 'saved' }, null, now, minutes(24 * 60 - 1))).toBe('Saved here · not in a file yet')
    expect(saveWords({ is: 'saved' }, minutes(25 * 60), now, null)).toBe('Saved here · last file 1 day ago')
  })
})

describe('counts and dates', () => {
  it('count things and put names in a row', () => {
    expect([counted(0, 'tie'), counted(1, 'tie'), counted(12500, 'element'), counted(2, 'person'), counted(2, 'way'), counted(2, 'body')]).toEqual(['0 ties', '1 tie', '12,500 elements', '2 people', '2 ways', '2 bodies'])
    expect([together(['A']), together(['A', 'B', 'C']), either(['A', 'B', 'C']), someOf(['A', 'B', 'C', 'D', 'E']), together([])]).toEqual(['A', 'A, B and C', 'A, B or C', 'A, B, C and 2 more', ''])
  })

  it('are British', () => {
    expect([spokenDate('2016-05-19'), spokenDate('2016-05-09T10:00:00Z'), spokenDate(''), spokenDate('soon')]).toEqual(['19 May 2016', '9 May 2016', '', 'soon'])
    const evening = new Date(2016, 4, 19, 23, 30)
    expect([isoDate(evening), spokenMoment(evening)]).toEqual(['2016-05-19', '19 May 2016, 23:30'])
  })

  it('say how long ago', () => {
    const now = new Date(2016, 4, 19, 12).getTime()
    const hour = 3_600_000
    expect([10_000, 120_000, hour, 5 * hour, 24 * hour, 72 * hour].map((gone) => timeAgo(now - gone, now))).toEqual(['just now', '2 min ago', '1 hour ago', '5 hours ago', '1 day ago', '3 days ago'])
    expect(timeAgo(now - 40 * 24 * hour, now)).toBe('9 April 2016')
    expect([duration(12_900), duration(90_000), duration(2 * hour)]).toEqual(['12 s', '1 min', '2 hours'])
  })
})

describe('A filter in words', () => {
  const moment = apply(emptyMap('m'), {
    writes: [
      make('organisations', 'AC', { name: 'Acute care', slot: 3 }),
      make('elements', 'w', { name: 'Ward sister', organisation: 'AC' }),
      make('elements', 'g', { name: 'GP practices' }),
      make('relationships', 't', { from: 'w', to: 'g' }),
    ],
  })
  it.each([
    [{ is: 'kind', of: ['team', 'people', 'group'] }, 'teams, people or groups'],
    [{ is: 'organisation', of: ['AC', null] }, 'Acute care or no organisation'],
    [{ is: 'tag', of: ['winter'] }, 'tagged winter'],
    [{ is: 'fact', on: 'element', name: 'Site', value: null }, 'with “Site”'],
    [{ is: 'fact', on: 'tie', name: 'Transfers', value: 12 }, 'Transfers: 12'],
    [{ is: 'strength', from: 4, to: 4 }, 'strength 4: joined'],
    [{ is: 'quality', from: -2, to: -1 }, 'quality −2 to −1'],
    [{ is: 'no action' }, 'ties no action touches'],
    [{ is: 'near', of: ['w'], steps: 1, way: 'any' }, 'Ward sister and neighbours'],
    [{ is: 'near', of: ['w', 'g'], steps: 2, way: 'any' }, 'Ward sister and GP practices and 2 steps round'],
    [{ is: 'near', of: ['w'], steps: Infinity, way: 'in' }, 'what leads to Ward sister'],
    [{ is: 'near', of: ['w'], steps: Infinity, way: 'out' }, 'what Ward sister leads to'],
    [{ is: 'paths', from: 'w', to: 'g' }, 'the shortest ways between Ward sister and GP practices'],
  ] as const)('%j', (clause, words) => {
    expect(clauseWords(moment, clause)).toBe(words)
  })

  it('says what it leaves, of how much', () => {
    const shown = { elements: new Set(['w']), ties: new Set<string>(), hidden: new Set(['g', 't']) }
    expect(filterWords(moment, [{ is: 'organisation', of: ['AC'] }, { is: 'star' }], shown)).toBe('Only Acute care; ties that matter most: 1 of 2 elements, 0 of 1 tie.')
  })
})

describe('notes and areas', () => {
  const map = apply(room(), {
    writes: [
      place('dis', 10, 10), place('bro', 400, 20), make('areas', 'winter', { title: ' Winter  plan ', position: [0, 0], size: [200, 100] }), make('areas', 'bare', { position: [-10, -10], size: [5, 5] }),
      make('notes', 'low', { text: 'Ask the ward\nwhat it needs', position: [0, 90] }), make('notes', 'high', { text: 'First', position: [500, -90] }),
    ],
  })

  it('are called by what they are, then by their words, and an area says how many elements lie in it', () => {
    expect(nameOnMap(map, 'low')).toBe('Note: Ask the ward what it needs')
    expect(nameOnMap(map, 'bare')).toBe('Area without a title')
    expect(['winter', 'bare'].map((id) => spokenArea(map, map.areas.get(id) as never))).toEqual(['Area: Winter plan, 1 element', 'Area without a title, no elements'])
    expect(spokenNote({ text: ' \n' })).toBe('Note without words')
    expect([...spokenNote({ text: '👩🏽‍⚕️ '.repeat(80) })].length).toBeLessThan(130)
  })

  it('are counted and chosen with everything else', () => {
    expect(countedOnMap(map, ['dis', 'bro', 'call', 'low', 'winter', 'bare', 'gone'])).toBe('2 elements, 1 tie, 1 note and 2 areas')
    expect(selectedWords(map, ['high'])).toBe('Note: First selected.')
    expect(selectedWords(map, ['high', 'low'])).toBe('2 notes selected.')
  })

  it('are read after the elements: notes, then areas, each from the top down', () => {
    expect(besideInOrder(map)).toEqual(['high', 'low', 'bare', 'winter'])
  })
})
