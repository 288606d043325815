import { describe, expect, it } from 'vitest'
import { judge, rate } from '../../src/edits/judge.ts'
import { lookedAtEverything } from '../../src/edits/perspectives.ts'
import { becomeTable, handedIn, isReadOnly, isUnclaimed, tableNames, tableOf, tablePack, tablesIn } from '../../src/edits/tables.ts'
import { apply } from '../../src/model/apply.ts'
import { isEmpty, make } from '../../src/model/change.ts'
import { listed, sharedOf } from '../../src/model/system-map.ts'
import { generateMap } from '../support/generate-map.ts'
import { harbourCity } from '../support/sample-scene.ts'
import { seeded } from '../support/seeded.ts'
import { writeNative } from '../../src/formats/native/write-native.ts'
import { readNative } from '../../src/formats/native/read-native.ts'

const now = new Date('2016-05-19T09:38:00Z')
const pack = () => tablePack(harbourCity(), ['Table 1', 'Table 2', 'Wards'], 'pack')
const claimed = () => {
  const map = pack()
  return apply(map, becomeTable(map, tablesIn(map)[1]?.id ?? ''))
}

describe('A table pack', () => {
  it('holds the question, the things and the shared picture, a perspective for each table, and nothing else that anybody said', () => {
    const [map, home] = [pack(), harbourCity()]
    expect(isUnclaimed(map)).toBe(true)
    expect(listed(map.perspectives).map(({ name }) => name)).toEqual([sharedOf(home).name, 'Table 1', 'Table 2', 'Wards'])
    expect([...map.judgements]).toEqual([['shared', home.judgements.get('shared')]])
    expect([map.elements, map.relationships, map.positions, map.meta.lineage, map.meta.question]).toEqual([home.elements, home.relationships, home.positions, home.meta.lineage, home.meta.question])
    for (const table of ['versions', 'stories', 'scenes', 'actions', 'reflections', 'loops'] as const) expect(map[table].size).toBe(0)
  })

  it('of any map opens as it was written, with no private thing in it', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const map = tablePack(generateMap(seeded(seed)), ['Table 1'], 'pack')
      const read = readNative(writeNative({ map, contents: new Map() }, { app: 'test', savedAt: '', includePrivate: false }))
      if (!read.ok) throw new Error(`seed ${seed}: ${read.reason}`)
      expect([...read.whole.map.perspectives.values()].filter((one) => one.private || one.type === 'organisation'), `seed ${seed}`).toEqual([])
      expect(isUnclaimed(read.whole.map), `seed ${seed}`).toBe(true)
    }
  })

  it('names each table once', () => {
    expect(tableNames(['Table 1', ' table 1', '', 'Wards  north'])).toEqual(['Table 1', 'Wards north'])
  })
})

describe('A table’s copy', () => {
  it('leaves the shared picture as the room left it', () => {
    const map = claimed()
    const [tie = ''] = map.relationships.keys()
    expect(isReadOnly(map, 'shared')).toBe(true)
    expect(isEmpty(rate(map, 'shared', tie, 5))).toBe(true)
    expect(isEmpty(judge(map, 'shared', tie, 'note', 'x'))).toBe(true)
    expect(apply(map, rate(map, tableOf(map)?.id ?? '', tie, 5)).judgements.get(tableOf(map)?.id ?? '')?.get(tie)).toEqual({ presence: 5 })
  })

  it('that turns out to be another table’s takes its answers along, but never over that table’s own', () => {
    let map = claimed()
    const [one, two, wards] = tablesIn(map).map(({ id }) => id) as [string, string, string]
    const [tie = ''] = map.relationships.keys()
    map = apply(map, rate(map, two, tie, 4))
    map = apply(map, becomeTable(map, wards))
    expect([map.judgements.get(two), map.judgements.get(wards)?.get(tie)]).toEqual([undefined, { presence: 4 }])
    map = apply(map, rate(map, one, tie, 1))
    map = apply(map, becomeTable(map, one))
    expect([map.judgements.get(wards)?.get(tie), map.judgements.get(one)?.get(tie)]).toEqual([{ presence: 4 }, { presence: 1 }])
    expect(isEmpty(becomeTable(map, 'shared'))).toBe(true)
  })

  it('hands in its own view beside the shared picture, and nobody else’s or anything private', () => {
    let map = claimed()
    const own = tableOf(map)?.id ?? ''
    const [tie = ''] = map.relationships.keys()
    map = apply(map, rate(map, own, tie, 4))
    map = apply(map, { writes: [make('perspectives', 'mine', { name: 'Mine', type: 'person', private: true }), { at: 'judgements', id: `mine:${tie}`, field: 'presence', to: 1 }, make('reflections', 'r', { words: 'x', private: true })] })
    const file = handedIn(map)
    expect([...file.perspectives.keys()].sort()).toEqual([own, 'shared'].sort())
    expect([...file.judgements.keys()].sort()).toEqual([own, 'shared'].sort())
    expect(file.reflections.size).toBe(0)
    expect(tableOf(file)?.name).toBe('Table 2')
  })

  it('says when it looked at everything, and can take it back', () => {
    const map = claimed()
    const own = tableOf(map)?.id ?? ''
    const looked = apply(map, lookedAtEverything(map, own, true, now))
    expect(looked.perspectives.get(own)).toMatchObject({ coverage: 'complete', coverageAt: now.toISOString() })
    expect(apply(looked, lookedAtEverything(looked, own, false, now))).toEqual(map)
  })
})
