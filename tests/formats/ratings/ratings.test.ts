import { describe, expect, it } from 'vitest'
import { becomeTable, tableOf, tablePack, tablesIn } from '../../../src/edits/tables.ts'
import { isRatings } from '../../../src/formats/ratings/ratings-line.ts'
import { readRatings } from '../../../src/formats/ratings/read-ratings.ts'
import { writeRatings } from '../../../src/formats/ratings/write-ratings.ts'
import { apply } from '../../../src/model/apply.ts'
import { judgementId, type Write } from '../../../src/model/change.ts'
import { JUDGEMENT_FIELDS } from '../../../src/model/fields.ts'
import type { Judgement } from '../../../src/model/records.ts'
import type { SystemMap } from '../../../src/model/system-map.ts'
import { pool } from '../../../src/reading/pool.ts'
import { generateMap } from '../../support/generate-map.ts'
import { generateValue } from '../../support/generate-value.ts'
import { harbourCity } from '../../support/sample-scene.ts'
import { seeded } from '../../support/seeded.ts'

const SAVED = '2016-05-19T09:38:00.000Z'

/** A table's copy of a map, in which it has said things of every kind. */
function table(of: SystemMap, seed: number): SystemMap {
  const random = seeded(seed)
  let map = tablePack({ ...of, meta: { ...of.meta, lineage: of.meta.lineage || 'line' } }, ['Table 3 | “north”'], 'pack')
  map = apply(map, becomeTable(map, tablesIn(map)[0]?.id ?? ''))
  const view = tableOf(map)?.id ?? ''
  const writes: Write[] = []
  for (const subject of [...map.elements.keys(), ...map.relationships.keys()]) {
    for (const field of JUDGEMENT_FIELDS) if (field.name !== 'extra' && random() < 0.2) writes.push({ at: 'judgements', id: judgementId(view, subject), field: field.name, to: generateValue(field, random, {}) })
  }
  return apply(map, { writes })
}

function saidIn(map: SystemMap): ReadonlyMap<string, Judgement> {
  const { ties } = pool(map)
  return new Map([...(map.judgements.get(tableOf(map)?.id ?? '') ?? [])].filter(([id]) => map.elements.has(id) || ties.has(id)))
}

function read(text: string) {
  const result = readRatings(text)
  if (!result.ok) throw new Error(`${result.place}: ${result.reason}`)
  return result
}

/** As a mail program does it: lines broken at spaces, quoted, with words round them. */
function mailed(text: string): string {
  const broken = text.split('\n').flatMap((line) => line.match(/.{1,60}(?: |$)|\S+(?: |$)/gu) ?? [''])
  return ['Hello, here is ours:', '', ...broken.map((line) => `> ${line.trimEnd()}`), '', 'Best wishes, table 3'].join('\r\n')
}

describe('A table’s answers as text', () => {
  it('read again as what was said, with the things it was said of, whatever is in the names', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const map = table(generateMap(seeded(seed)), seed)
      const { whole, repairs, savedAt } = read(writeRatings(map, SAVED))
      expect(repairs, `seed ${seed}`).toEqual([])
      expect(savedAt).toBe(SAVED)
      expect(saidIn(whole.map), `seed ${seed}`).toEqual(saidIn(map))
      expect(tableOf(whole.map)).toEqual({ ...tableOf(map), order: 1, organisation: null })
      for (const { id, name, kind } of whole.map.elements.values()) expect(map.elements.get(id), `seed ${seed}`).toMatchObject({ name, kind })
      for (const { id, from, to, kind, label, mutual, polarity } of whole.map.relationships.values()) expect(map.relationships.get(id)).toMatchObject({ from, to, kind, label, mutual, polarity })
      expect(whole.map.meta).toMatchObject({ lineage: map.meta.lineage, mapId: map.meta.mapId })
    }
  })

  it('survive a mail program that quotes them and breaks their lines', () => {
    const map = table(harbourCity(), 3)
    const text = mailed(writeRatings(map, SAVED))
    expect(isRatings(text)).toBe(true)
    expect(read(text).repairs).toEqual([])
    expect(saidIn(read(text).whole.map)).toEqual(saidIn(map))
  })

  it('name each line that was changed, that is missing, or that is cut off, and keep the rest', () => {
    const lines = writeRatings(table(harbourCity(), 5), SAVED).split('\n')
    const at = lines.findIndex((line) => line.includes(' element '))
    const changed = lines.map((line, i) => (i === at ? line.replace(/(\p{L})( #\w\w)$/u, 'q$2') : line)).join('\n')
    // What speaks of the element that is lost is lost with it, and each says so.
    expect(read(changed).repairs[0]).toEqual({ place: `Line ${at}`, words: 'it was changed on the way; it was left out' })
    expect(read(changed).repairs.slice(1).every(({ words }) => /which no line before it names|named by no line before it/.test(words))).toBe(true)
    const says = lines.findLastIndex((line) => line.includes(' says '))
    expect(read(lines.filter((_, i) => i !== says - 1).join('\n')).repairs).toEqual([{ place: `Line ${says - 1}`, words: 'it is missing' }])
    expect(read(lines.slice(0, says).join('\n')).repairs).toEqual([{ place: 'The end', words: `the text stops after line ${says - 1} without its last line: more may be missing` }])
  })

  it('are refused with a reason where nobody can tell whose they are', () => {
    expect(readRatings('Dear all')).toMatchObject({ ok: false, place: 'The text' })
    expect(readRatings('Sightlines ratings 2\n')).toMatchObject({ ok: false, place: 'The first line' })
    expect(readRatings('Sightlines ratings 1\nEnd 0')).toMatchObject({ ok: false, place: 'Line 1' })
  })

  it('of one table fit a message: under 20 kB for sixty ties rated at six dozen things', () => {
    const map = table(harbourCity(), 1)
    const view = tableOf(map)?.id ?? ''
    const rated = apply({ ...map, judgements: new Map() }, { writes: [...map.relationships.keys()].slice(0, 60).map((id) => ({ at: 'judgements', id: judgementId(view, id), field: 'presence', to: 3 })) })
    expect(new TextEncoder().encode(writeRatings(rated, SAVED)).length).toBeLessThan(20_000)
  })
})
