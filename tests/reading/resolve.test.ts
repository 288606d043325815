import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Judgement } from '../../src/model/records.ts'
import type { MapContent, SystemMap } from '../../src/model/system-map.ts'
import { byId } from '../../src/model/ids.ts'
import { RATINGS, type Answer } from '../../src/reading/answer.ts'
import { pool } from '../../src/reading/pool.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { readSample } from './sample.ts'

const fixtures = new URL('../fixtures/reading/', import.meta.url).pathname

function judged(map: SystemMap, perspective: string, subject: string, judgement: Judgement): SystemMap {
  const writes: Write[] = Object.entries(judgement).map(([field, to]) => ({ at: 'judgements', id: judgementId(perspective, subject), field, to }))
  return apply(map, { writes })
}

/** Two elements and a tie, four organisations with a perspective each, a vision and a private view. */
function small(): SystemMap {
  return apply(emptyMap('m'), {
    writes: [
      ...[1, 2, 3, 4].flatMap((slot): Write[] => [
        make('organisations', `O${slot}`, { name: `O${slot}`, slot: slot as 1, order: slot }),
        make('perspectives', `P${slot}`, { name: `P${slot}`, type: 'organisation', organisation: `O${slot}`, order: slot }),
      ]),
      make('perspectives', 'vision', { name: 'Vision', type: 'vision', order: 8 }),
      make('perspectives', 'me', { name: 'My own view', type: 'person', private: true, order: 9 }),
      make('elements', 'a', { name: 'A' }),
      make('elements', 'b', { name: 'B', kind: 'outcome' }),
      make('relationships', 't', { from: 'a', to: 'b' }),
      make('relationships', 'i', { from: 'a', to: 'b', kind: 'influences' }),
      make('relationships', 'h', { from: 'a', to: 'gone' }),
    ],
  })
}

function plain(answer: Answer): object {
  return { ...answer, ...(answer.derived ? { derived: [...answer.derived].sort() } : {}) }
}

describe('what one perspective says', () => {
  it('is silence where nothing was said, and where only words were', () => {
    const map = judged(small(), 'P1', 'a', { note: 'Ask again.', matters: 'Beds' })
    expect(plain(resolve(map, 'P1').of('a'))).toEqual({ state: 'silent' })
    expect(plain(resolve(map, 'P2').of('a'))).toEqual({ state: 'silent' })
    expect(plain(resolve(map, 'nobody').of('a'))).toEqual({ state: 'silent' })
  })

  it('takes a rating without a yes as a yes', () => {
    expect(plain(resolve(judged(small(), 'P1', 't', { quality: -1 }), 'P1').of('t'))).toEqual({ state: 'yes', quality: -1 })
    expect(plain(resolve(judged(small(), 'P1', 'b', { progress: 2 }), 'P1').of('b'))).toEqual({ state: 'yes', progress: 2 })
  })

  it('reads no rating beside no', () => {
    expect(plain(resolve(judged(small(), 'P1', 't', { presence: 0, quality: 2 }), 'P1').of('t'))).toEqual({ state: 'no' })
  })

  it('reads yes without a rating, and a strength as yes', () => {
    expect(plain(resolve(judged(small(), 'P1', 't', { presence: 'yes' }), 'P1').of('t'))).toEqual({ state: 'yes' })
    expect(plain(resolve(judged(small(), 'P1', 't', { presence: 4 }), 'P1').of('t'))).toEqual({ state: 'yes', strength: 4 })
  })

  it('keeps and does not read a field that does not belong to its subject', () => {
    expect(plain(resolve(judged(small(), 'P1', 'i', { presence: 3, quality: 2 }), 'P1').of('i'))).toEqual({ state: 'yes', strength: 3 })
    expect(plain(resolve(judged(small(), 'P1', 'i', { quality: 2 }), 'P1').of('i'))).toEqual({ state: 'silent' })
    expect(plain(resolve(judged(small(), 'P1', 'a', { influence: 3, progress: 2 }), 'P1').of('a'))).toEqual({ state: 'yes', influence: 3 })
  })

  it('does not read a judgement on a tie with a missing end, or on nothing', () => {
    const map = judged(judged(small(), 'P1', 'h', { presence: 3 }), 'P1', 'nothing', { presence: 3 })
    expect(plain(resolve(map, 'P1').of('h'))).toEqual({ state: 'silent' })
    expect(plain(resolve(map, 'P1').of('nothing'))).toEqual({ state: 'silent' })
    expect(pool(map).ties.has('h')).toBe(false)
    expect(pool(map).ties.size).toBe(2)
  })
})

describe('the shared picture', () => {
  const both = (one: Judgement, two: Judgement, subject = 't') => judged(judged(small(), 'P1', subject, one), 'P2', subject, two)

  it('falls back to the middle of two or more, marked derived, halves kept', () => {
    expect(plain(resolve(both({ presence: 3, quality: -1 }, { presence: 4, quality: 2 }), 'shared').of('t'))).toEqual({
      state: 'yes', strength: 3.5, quality: 0.5, derived: ['quality', 'state', 'strength'],
    })
  })

  it('does not fall back to one voice alone', () => {
    expect(plain(resolve(judged(small(), 'P1', 't', { presence: 3 }), 'shared').of('t'))).toEqual({ state: 'silent' })
  })

  it('has no middle of what one alone rated, though two answered', () => {
    expect(plain(resolve(both({ presence: 3, quality: 1 }, { presence: 'yes' }), 'shared').of('t'))).toEqual({ state: 'yes', derived: ['state'] })
    expect(plain(resolve(both({ presence: 3 }, { presence: 'yes' }), '*').of('t'))).toEqual({ state: 'yes', derived: ['state'] })
  })

  it('hears those from outside too', () => {
    const map = apply(both({ presence: 3 }, {}), { writes: [make('perspectives', 'out', { name: 'Visitors', type: 'outside' })] })
    expect(plain(resolve(judged(map, 'out', 't', { presence: 5 }), 'shared').of('t'))).toEqual({ state: 'yes', strength: 4, derived: ['state', 'strength'] })
  })

  it('keeps its own values and fills in only what it lacks', () => {
    const map = judged(both({ presence: 3, quality: -1 }, { presence: 4, quality: 1 }), 'shared', 't', { presence: 1 })
    expect(plain(resolve(map, 'shared').of('t'))).toEqual({ state: 'yes', strength: 1, quality: 0, derived: ['quality'] })
    expect(plain(resolve(judged(map, 'shared', 't', { presence: 'yes' }), 'shared').of('t'))).toEqual({
      state: 'yes', strength: 3.5, quality: 0, derived: ['quality', 'strength'],
    })
  })

  it('stays no when it said no', () => {
    expect(plain(resolve(judged(both({ presence: 3 }, { presence: 4 }), 'shared', 't', { presence: 0 }), 'shared').of('t'))).toEqual({ state: 'no' })
  })

  it('says yes when half say yes, and counts a no as strength zero', () => {
    expect(plain(resolve(both({ presence: 0 }, { presence: 4 }), 'shared').of('t'))).toEqual({ state: 'yes', strength: 2, derived: ['state', 'strength'] })
    expect(plain(resolve(judged(both({ presence: 0 }, { presence: 4 }), 'P3', 't', { presence: 0 }), 'shared').of('t'))).toEqual({ state: 'no', derived: ['state'] })
  })

  it('reads a middle of zero beside yes as not rated', () => {
    const map = judged(both({ presence: 0 }, { presence: 0 }), 'shared', 't', { presence: 'yes' })
    expect(plain(resolve(map, 'shared').of('t'))).toEqual({ state: 'yes' })
  })

  it('asks neither visions nor private views', () => {
    const map = judged(judged(judged(small(), 'P1', 't', { presence: 3 }), 'vision', 't', { presence: 5 }), 'me', 't', { presence: 5 })
    expect(plain(resolve(map, 'shared').of('t'))).toEqual({ state: 'silent' })
  })

  it('gives the same object for a subject whose judgements did not change', () => {
    const before = both({ presence: 3 }, { presence: 4 })
    const answer = resolve(before, 'shared').of('t')
    const after = judged(before, 'P1', 'a', { influence: 2 })
    expect(resolve(after, 'shared').of('t')).toBe(answer)
    expect(resolve(judged(before, 'P1', 't', { presence: 1 }), 'shared').of('t')).not.toBe(answer)
  })

  it('is read anew when the tie becomes an influence', () => {
    const map = both({ presence: 3, quality: 1 }, { presence: 3, quality: 1 })
    expect(resolve(map, 'shared').of('t').quality).toBe(1)
    const changed = apply(map, { writes: [{ at: 'relationships', id: 't', field: 'kind', to: 'influences' }] })
    expect(resolve(changed, 'shared').of('t').quality).toBeUndefined()
  })
})

describe('the voices', () => {
  const ids = (map: MapContent) => voicesOf(map).map((voice) => voice.id)

  it('are the organisations with a numbered slot', () => {
    expect(ids(small())).toEqual(['P1', 'P2', 'P3', 'P4'])
    const partner = apply(small(), { writes: [{ at: 'organisations', id: 'O2', field: 'slot', to: 'partner' }] })
    expect(ids(partner)).toEqual(['P1', 'P3', 'P4'])
  })

  it('are the tables where fewer than two organisations speak, and else everybody open', () => {
    let map = apply(small(), { writes: [2, 3, 4].map((n): Write => ({ at: 'perspectives', id: `P${n}`, field: 'type', to: 'table' })) })
    expect(ids(map)).toEqual(['P2', 'P3', 'P4'])
    map = apply(map, { writes: [2, 3, 4].map((n): Write => ({ at: 'perspectives', id: `P${n}`, field: 'type', to: n === 2 ? 'table' : n === 3 ? 'person' : 'outside' })) })
    expect(ids(map)).toEqual(['P1', 'P2', 'P3'])
  })
})

describe('the sample map', () => {
  const sample = readSample(`${fixtures}harbour-city.sightlines.json`)
  const expected = JSON.parse(readFileSync(`${fixtures}harbour-city.reading.json`, 'utf8')) as {
    moments: Record<string, { set: string[]; hidden: string[]; readings: Record<string, Record<string, object>> }>
  }
  const moments: [string, MapContent][] = [['now', sample.now], ...sample.versions]

  it.each(moments)('reads %s as computed independently', (name, moment) => {
    const known = expected.moments[name]
    expect(voicesOf(moment).map((voice) => voice.id).sort(byId)).toEqual(known?.set)
    expect([...moment.relationships.keys()].filter((id) => !pool(moment).ties.has(id))).toEqual(known?.hidden)
    for (const [perspective, answers] of Object.entries(known?.readings ?? {})) {
      const reading = resolve(moment, perspective === 'consensus' ? '*' : perspective)
      const ours: Record<string, object> = {}
      for (const id of [...moment.elements.keys(), ...moment.relationships.keys()]) {
        const answer = reading.of(id)
        if (answer.state === 'silent') continue
        const fields = Object.fromEntries(RATINGS.flatMap((rating) => (answer[rating] === undefined ? [] : [[rating, answer[rating]]])))
        ours[id] = { ...fields, state: answer.state, ...(answer.derived ? { derived: [...answer.derived].sort() } : {}) }
      }
      expect(ours, `${name} seen by ${perspective}`).toEqual(answers)
    }
  })

  it('has something to read', () => {
    expect(Object.keys(expected.moments)).toEqual(['now', 'v1', 'v2'])
    expect(Object.keys(expected.moments['now']?.readings['shared'] ?? {})).toHaveLength(129)
  })
})
