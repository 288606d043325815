import { describe, expect, it } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Judgement } from '../../src/model/records.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { blindSpots } from '../../src/reading/blind-spots.ts'
import { isApart, matrixOf } from '../../src/reading/matrix.ts'
import { pool } from '../../src/reading/pool.ts'
import { presentTies } from '../../src/reading/present.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { speakerOf } from '../../src/reading/speakers.ts'
import { spreadOf, talkFirst } from '../../src/reading/spread.ts'
import { towards } from '../../src/reading/towards.ts'
import { twoEndsOf, twoViews } from '../../src/reading/two-ends.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'
import { harbourCity } from '../support/sample-scene.ts'

type Said = Readonly<Record<string, Judgement>>

/** Four organisations with a perspective and an element each, and ties between them: t of O1 and O2, u of O3 and O4, i an influence. */
function four(said: Readonly<Record<string, Said>> = {}, more: readonly Write[] = []): SystemMap {
  return apply(emptyMap('m'), {
    writes: [
      ...[1, 2, 3, 4].flatMap((slot): Write[] => [
        make('organisations', `O${slot}`, { name: `O${slot}`, slot: slot as 1, order: slot }),
        make('perspectives', `P${slot}`, { name: `P${slot}`, type: 'organisation', organisation: `O${slot}`, order: slot }),
        make('elements', `e${slot}`, { name: `E${slot}`, organisation: `O${slot}`, added: '2016-05-19T10:00:00Z' }),
      ]),
      make('relationships', 't', { from: 'e1', to: 'e2', added: '2016-05-19T10:00:00Z' }),
      make('relationships', 'u', { from: 'e3', to: 'e4', kind: 'refers', mutual: false }),
      make('relationships', 'i', { from: 'e1', to: 'e3', kind: 'influences', polarity: '+' }),
      ...more,
      ...Object.entries(said).flatMap(([perspective, judgements]) => Object.entries(judgements).flatMap(([subject, judgement]) => Object.entries(judgement).map(([field, to]): Write => ({ at: 'judgements', id: judgementId(perspective, subject), field, to })))),
    ],
  })
}
const spread = (map: SystemMap, subject: string) => spreadOf(map, voicesOf(map)).of(subject)

describe('How far apart voices are', () => {
  it('is highest less lowest, the field that differs most; a no is strength 0', () => {
    expect(spread(four({ P1: { t: { presence: 4, quality: 1 } }, P2: { t: { presence: 2, quality: -2 } }, P3: { t: { presence: 0 } } }), 't')).toEqual({ n: 3, yes: 2, range: { strength: 4, quality: 3 }, lowest: { strength: 0, quality: -2 }, middle: { strength: 2, quality: -0.5 }, divergence: 0.8, word: 'Far apart', weight: 0.8, talk: 0.8 * 0.9 })
  })

  it('has a word: same, close to a quarter, different to a half, far apart above', () => {
    const word = (a: number, b: number) => spread(four({ P1: { e1: { influence: a } }, P2: { e1: { influence: b } } }), 'e1')?.word
    expect([word(3, 3), word(3, 4), word(2, 4), word(1, 4)]).toEqual(['Same', 'Close', 'Different', 'Far apart'])
  })

  it('of one answer is nothing; of two that rated nothing there is no word', () => {
    expect(spread(four({ P1: { t: { presence: 4 } } }), 't')).toBeNull()
    expect(spread(four({ P1: { t: { presence: 'yes' } }, P2: { t: { presence: 'yes' } } }), 't')).toMatchObject({ n: 2, divergence: undefined, word: undefined, talk: undefined })
  })

  it('is at least three quarters where some say yes and some no and no strength tells', () => {
    expect(spread(four({ P1: { e1: { presence: 0 } }, P2: { e1: { presence: 'yes' } } }), 'e1')).toMatchObject({ divergence: 0.75, word: 'Far apart' })
    expect(spread(four({ P1: { t: { presence: 0 } }, P2: { t: { presence: 'yes' } } }), 't')).toMatchObject({ divergence: 0.75 })
    expect(spread(four({ P1: { t: { presence: 0 } }, P2: { t: { presence: 1 } } }), 't')).toMatchObject({ divergence: 0.2 })
    expect(spread(four({ P1: { t: { presence: 0 } }, P2: { t: { presence: 1 } }, P3: { t: { presence: 'yes' } } }), 't')).toMatchObject({ divergence: 0.75 })
  })

  it('asks no quality of an influence', () => {
    expect(spread(four({ P1: { i: { presence: 3, quality: 2 } }, P2: { i: { presence: 3, quality: -2 } } }), 'i')).toMatchObject({ divergence: 0 })
  })

  it('orders the talk: the larger first, then by id; what is the same is not listed', () => {
    const map = four({ P1: { t: { presence: 5 }, u: { presence: 5 }, i: { presence: 3 } }, P2: { t: { presence: 1 }, u: { presence: 1 }, i: { presence: 3 } } })
    expect(talkFirst(spreadOf(map, voicesOf(map)), pool(map).ties.keys())).toEqual(['t', 'u'])
  })

  it('takes two for as large that differ by a billionth, as three fifths of 5 and three quarters of 3 do', () => {
    const map = four({ P1: { t: { presence: 5 }, u: { presence: 3, quality: 2 } }, P2: { t: { presence: 2 }, u: { presence: 3, quality: -1 } } })
    expect([spread(map, 't')?.talk, spread(map, 'u')?.talk]).toEqual([0.6, 0.6000000000000001])
    expect(talkFirst(spreadOf(map, voicesOf(map)), ['u', 't'])).toEqual(['t', 'u'])
  })

  it('does not depend on the order of the voices, and one edit measures one subject anew', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const map = generateMap(seeded(seed))
      const voices = voicesOf(map)
      const [one, other] = [spreadOf(map, voices), spreadOf(map, [...voices].reverse())]
      for (const id of [...map.elements.keys(), ...map.relationships.keys()]) expect(other.of(id), `seed ${seed}`).toEqual(one.of(id))
      expect(talkFirst(other, map.elements.keys())).toEqual(talkFirst(one, map.elements.keys()))
    }
    const [map, next] = [four({ P1: { t: { presence: 4 }, u: { presence: 2 } }, P2: { t: { presence: 1 }, u: { presence: 2 } } }), null]
    const edited = apply(map, { writes: [{ at: 'judgements', id: 'P1:u', field: 'presence', to: 5 }] })
    expect(next ?? spread(edited, 't')).toBe(spread(map, 't'))
    expect(spread(edited, 'u')).not.toEqual(spread(map, 'u'))
  })
})

describe('A blind spot', () => {
  const spots = (map: SystemMap, who: string) => blindSpots(map, who, voicesOf(map))

  it('is a no where one, and at least half of the others who answered, say yes', () => {
    expect(spots(four({ P3: { t: { presence: 0 } }, P1: { t: { presence: 'yes' } } }), 'P3').blind).toEqual(['t'])
    expect(spots(four({ P3: { t: { presence: 0 } }, P1: { t: { presence: 1 } }, P2: { t: { presence: 0 } } }), 'P3').blind).toEqual(['t'])
    expect(spots(four({ P3: { t: { presence: 0 } }, P1: { t: { presence: 1 } }, P2: { t: { presence: 0 } }, P4: { t: { presence: 0 } } }), 'P3').blind).toEqual([])
    expect(spots(four({ P1: { t: { presence: 1 } } }), 'P3').blind).toEqual([])
  })

  it('is marked, and comes first, where the own organisation holds an end', () => {
    const map = four({ P1: { t: { presence: 0 }, u: { presence: 0 }, e3: { presence: 0 } }, P2: { t: { presence: 1 }, u: { presence: 5 }, e3: { influence: 5 } }, P3: { u: { presence: 5 } } })
    expect(spots(map, 'P1')).toMatchObject({ blind: ['t', 'u', 'e3'], ownEnd: new Set(['t']) })
  })

  it('is only unnamed where silence means that they looked at everything, and only of what was there then', () => {
    const complete = (at: string | null): Write[] => [{ at: 'perspectives', id: 'P3', field: 'coverage', to: 'complete' }, { at: 'perspectives', id: 'P3', field: 'coverageAt', to: at }]
    const said = { P1: { t: { presence: 3 } as Judgement } }
    expect(spots(four(said, complete('2016-05-19T11:00:00Z')), 'P3')).toMatchObject({ blind: [], unnamed: ['t'] })
    expect(spots(four(said, complete('2016-05-19T09:00:00Z')), 'P3').unnamed).toEqual([])
    // Moments, not words: this is ten in the morning too.
    expect(spots(four(said, complete('2016-05-19T12:00:00+02:00')), 'P3').unnamed).toEqual([])
    expect(spots(four(said), 'P3').unnamed).toEqual([])
  })

  it('is never unnamed by a vision, whatever is ticked', () => {
    const wish = make('perspectives', 'V', { name: 'In two years', type: 'vision', coverage: 'complete', coverageAt: '2016-05-19T11:00:00Z' })
    expect(spots(four({ P1: { t: { presence: 3 } } }, [wish]), 'V').unnamed).toEqual([])
  })

  it('turned round is what only one sees', () => {
    expect(spots(four({ P1: { t: { presence: 1 } }, P2: { t: { presence: 0 } }, P3: { t: { presence: 0 } } }), 'P1').onlyWe).toEqual(['t'])
    expect(spots(four({ P1: { t: { presence: 1 } }, P2: { t: { presence: 0 } } }), 'P1').onlyWe).toEqual([])
  })
})

describe('Two ends', () => {
  it('are two views where strength or quality lie two apart', () => {
    const map = four({ P1: { t: { presence: 4, quality: 1 } }, P2: { t: { presence: 1, quality: 0 } }, P3: { u: { presence: 3, quality: 2 } }, P4: { u: { presence: 3, quality: 0 } } })
    expect(twoEndsOf(map, map.relationships.get('t') as never)).toMatchObject({ from: 'O1', to: 'O2', strengthGap: 3, qualityGap: 1, isTwoViews: true })
    expect(twoViews(map)).toEqual(['t', 'u'])
  })

  it('are asked only of two organisations that both answered, and never of an influence', () => {
    const map = four({ P1: { t: { presence: 4 }, i: { presence: 4 } }, P3: { i: { presence: 1 } }, P4: { u: { presence: 2 } } })
    for (const id of ['t', 'u', 'i']) expect(twoEndsOf(map, map.relationships.get(id) as never), id).toBeNull()
  })
})

describe('An organisation without a perspective of its own', () => {
  it('speaks through the middle of its tables and open people, one alone as well', () => {
    const tables: Write[] = [
      { at: 'perspectives', id: 'P1', field: 'type', to: 'table' },
      make('perspectives', 'Q1', { name: 'Table 2', type: 'table', organisation: 'O1' }),
      make('perspectives', 'R1', { name: 'Me', type: 'person', organisation: 'O1', private: true }),
    ]
    const map = four({ P1: { t: { presence: 2 }, u: { presence: 0 } }, Q1: { t: { presence: 5 } }, R1: { t: { presence: 0 } } }, tables)
    const speaker = speakerOf(map, 'O1')
    expect(speaker?.members.map(({ id }) => id)).toEqual(['P1', 'Q1'])
    expect(speaker?.reading.of('t')).toMatchObject({ state: 'yes', strength: 3.5 })
    expect(speaker?.reading.of('u')).toMatchObject({ state: 'no' })
    expect(speakerOf(map, 'O5')).toBeNull()
  })

  it('is asked through open people too, and through the first of its own by id', () => {
    const map = four({}, [
      { at: 'perspectives', id: 'P1', field: 'type', to: 'person' },
      { at: 'perspectives', id: 'P1', field: 'private', to: false },
      make('perspectives', 'A2', { name: 'Its own as well', type: 'organisation', organisation: 'O2', order: 9 }),
    ])
    expect(speakerOf(map, 'O1')?.members.map(({ id }) => id)).toEqual(['P1'])
    expect(speakerOf(map, 'O2')?.members.map(({ id }) => id)).toEqual(['A2'])
  })
})

describe('The matrix', () => {
  const map = four(
    { P1: { t: { presence: 4, quality: 1 }, t2: { presence: 0 } }, P2: { t: { presence: 1 } } },
    [make('relationships', 't2', { from: 'e2', to: 'e1' }), make('relationships', 'own', { from: 'e1', to: 'e1b' }), make('elements', 'e1b', { name: 'E1b', organisation: 'O1' }), make('organisations', 'PA', { name: 'Partners', slot: 'partner', order: 9 }), make('organisations', 'AL', { name: 'All', slot: 'shared', order: 10 })],
  )
  const matrix = matrixOf(map)

  it('has a row for each who speaks, and columns for partners too', () => {
    expect([matrix.rows.map(({ id }) => id), matrix.columns.map(({ id }) => id)]).toEqual([['O1', 'O2', 'O3', 'O4'], ['O1', 'O2', 'O3', 'O4', 'PA']])
  })

  it('is the mean of what the row says, zeros counted, influences left out; inside one on the diagonal', () => {
    expect(matrix.cell('O1', 'O2')).toEqual({ ties: ['t', 't2'], n: 2, strength: 2, quality: 1 })
    expect(matrix.cell('O2', 'O1')).toEqual({ ties: ['t', 't2'], n: 1, strength: 1, quality: undefined })
    expect(matrix.cell('O1', 'O1')).toEqual({ ties: ['own'], n: 0, strength: undefined, quality: undefined })
    expect(matrix.cell('O1', 'O3')).toBeNull()
  })

  it('is apart where its halves differ by more than one', () => {
    expect([isApart(matrix, 'O1', 'O2'), isApart(matrixOf(four({ P1: { t: { presence: 4 } }, P2: { t: { presence: 2 } } })), 'O1', 'O2')]).toEqual([false, true])
  })
})

describe('Towards a vision', () => {
  const vision: Write = make('perspectives', 'V', { name: 'Vision', type: 'vision' })
  const by = (then: Judgement, now: Judgement, wanted: Judgement) => {
    const [a, b] = [four({ shared: { t: then } }), four({ shared: { t: now }, V: { t: wanted } }, [vision])]
    return towards({ moment: a, reading: resolve(a, 'shared') }, { moment: b, reading: resolve(b, 'shared') }, resolve(b, 'V'), 't')
  }

  it('is how much nearer it came, on strength, then on quality; weaker may be towards', () => {
    expect(by({ presence: 4 }, { presence: 3 }, { presence: 1 })).toBe(1)
    expect(by({ presence: 2 }, { presence: 1 }, { presence: 4 })).toBe(-1)
    expect(by({ presence: 3, quality: -1 }, { presence: 3, quality: 1 }, { presence: 5, quality: 2 })).toBe(2)
    expect(by({ presence: 3 }, { presence: 3, quality: 1 }, { presence: 5, quality: 2 })).toBe(0)
    expect(by({ presence: 'yes' }, { presence: 3 }, { presence: 5 })).toBeUndefined()
    expect(by({ presence: 3 }, { presence: 3 }, {})).toBeUndefined()
  })

  it('takes a tie that was not there as none', () => {
    const [a, b] = [emptyMap('m'), four({ shared: { t: { presence: 2 } }, V: { t: { presence: 3 } } }, [vision])]
    expect(towards({ moment: a, reading: resolve(a, 'shared') }, { moment: b, reading: resolve(b, 'shared') }, resolve(b, 'V'), 't')).toBe(2)
  })
})

describe('Present ties', () => {
  it('are all but those said no to together, those said yes to alone, and those rated enough where that is asked', () => {
    const map = four({ shared: { t: { presence: 0 } }, P1: { u: { presence: 2 }, t: { presence: 4 } } })
    const ids = (perspective: string, least?: number) => presentTies(map, resolve(map, perspective), least).map(({ id }) => id)
    expect([ids('shared'), ids('P1'), ids('P1', 3)]).toEqual([['u', 'i'], ['t', 'u'], ['t']])
    // Together, what nobody has spoken of is there too.
    expect(ids('*')).toEqual(['t', 'u', 'i'])
  })
})

describe('Harbour City', () => {
  const map = harbourCity()
  const voices = voicesOf(map)
  const { ties } = pool(map)
  const spread = spreadOf(map, voices)

  it('is rated by two or more in 88 ties, in the words of the product', () => {
    const words = [...ties.keys()].map((id) => spread.of(id)?.word)
    expect(['Same', 'Close', 'Different', 'Far apart'].map((word) => words.filter((other) => other === word).length)).toEqual([5, 31, 29, 23])
    expect(talkFirst(spread, ties.keys()).slice(0, 2)).toEqual(['r17', 'r14'])
  })

  it('has the blind spots of the product, one of them at an own end, and one that only one sees', () => {
    const blind = (who: string) => [...blindSpots(map, who, voices).blind].sort().join(' ')
    expect(['CO', 'CH', 'AC', 'SC'].map(blind)).toEqual(['r57 r73 sc-bso', 'co-ph r17 r45 r46 r62', 'pa-hou pa-vcs r14 r15 r25 r79 sc-bso', 'ac-flo r30 r43 r46 r80'])
    expect([...blindSpots(map, 'CH', voices).ownEnd]).toEqual(['r46'])
    expect(blindSpots(map, 'CH', voices).onlyWe).toEqual(['r63'])
  })

  it('has 18 ties of two views, and the matrix of the product', () => {
    expect(twoViews(map)).toHaveLength(18)
    expect(twoViews(map).slice(0, 3)).toEqual(['r41', 'r43', 'r46'])
    const matrix = matrixOf(map)
    const cell = (row: string, column: string) => [matrix.cell(row, column)?.strength, matrix.cell(row, column)?.n]
    expect([cell('CO', 'SC'), cell('SC', 'CO'), cell('AC', 'SC'), cell('SC', 'AC')]).toEqual([[4, 3], [2, 3], [3.75, 4], [1.75, 4]])
    expect([isApart(matrix, 'CO', 'SC'), isApart(matrix, 'CO', 'CH'), isApart(matrix, 'CO', 'CO')]).toEqual([true, false, false])
  })
})
