import { describe, expect, it } from 'vitest'
import { viewId, viewIn, type GatherFile } from '../../../src/edits/gather/gather-file.ts'
import type { Decisions } from '../../../src/edits/gather/match.ts'
import { countsOf } from '../../../src/edits/gather/plan.ts'
import { apply } from '../../../src/model/apply.ts'
import { make } from '../../../src/model/change.ts'
import { freeze } from '../../../src/model/freeze.ts'
import type { Random } from '../../../src/model/ids.ts'
import { RECORD_TABLES, sharedOf, type SystemMap } from '../../../src/model/system-map.ts'
import { generateChange, generateMap } from '../../support/generate-map.ts'
import { between, oneOf, seeded } from '../../support/seeded.ts'
import { gather } from './gather-maps.ts'

const SEEDS = 30

/** A few files: tables that went their own ways from one map, one of them twice, and sometimes one of another map. */
function scene(seed: number): { readonly random: Random; readonly map: SystemMap; readonly files: readonly GatherFile[] } {
  const random = seeded(seed)
  const start = generateMap(random, 1.2)
  const map = { ...start, meta: { ...start.meta, lineage: 'pack', table: null } }
  const files: GatherFile[] = []
  for (let n = 1; n <= between(random, 1, 3); n++) {
    const shared = sharedOf(map)
    let copy = apply({ ...map, judgements: new Map([...map.judgements].filter(([id]) => id === shared.id)) }, { writes: [make('perspectives', `table-${n}`, { name: `Table ${n}`, type: 'table' })] })
    copy = { ...copy, meta: { ...copy.meta, mapId: `copy-${n}`, table: random() < 0.7 ? `table-${n}` : null } }
    const hand = (minutes: number) => files.push({ name: `Table ${n} 2016-05-19.sightlines.json`, savedAt: random() < 0.8 ? `2016-05-19T09:${minutes + 10}:00.000Z` : '', map: { ...copy, meta: { ...copy.meta, lineage: 'pack', mapId: `copy-${n}`, table: copy.perspectives.has(`table-${n}`) ? copy.meta.table : null } } })
    for (let i = 0; i < 12; i++) copy = apply(copy, generateChange(copy, random))
    hand(n)
    if (random() < 0.4) {
      for (let i = 0; i < 6; i++) copy = apply(copy, generateChange(copy, random))
      hand(n + 20)
    }
  }
  if (random() < 0.5) files.push({ name: 'Another map.sightlines.json', savedAt: '2016-05-18T09:00:00Z', map: generateMap(random) })
  return { random, map, files }
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list.map((one) => [random(), one] as const).sort((a, b) => a[0] - b[0]).map(([, one]) => one)
}

function decide(map: SystemMap, files: readonly GatherFile[], random: Random): Decisions {
  return new Map([...gather(map, files).plan.links.values()].filter((match) => !match.isSure).map(({ key }) => [key, oneOf(random, ['same', 'new'] as const)]))
}

describe('Gathering generated maps', () => {
  it('comes to the same whatever order the files come in', () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { random, map, files } = scene(seed)
      const decisions = decide(map, files, random)
      expect(gather(map, shuffled(files, random), decisions).after, `seed ${seed}`).toEqual(gather(map, files, decisions).after)
    }
  })

  it('changes nothing the second time, and asks nothing', () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { random, map, files } = scene(seed)
      const { after } = gather(map, files, decide(map, files, random))
      const again = gather(after, shuffled(files, random))
      expect(countsOf(again.plan, files, new Map()).toCheck, `seed ${seed}`).toBe(0)
      expect(again.after, `seed ${seed}`).toBe(after)
      // The same without the moments that say that a file has been gathered.
      const undated = files.map((file) => ({ ...file, savedAt: '' }))
      const once = gather(map, undated, decide(map, undated, random)).after
      expect(gather(once, undated).after, `seed ${seed}`).toBe(once)
    }
  })

  it('leaves every record, place and view of the open map as it was, but for names that were matched', () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { random, map, files } = scene(seed)
      const { after, change } = gather(map, files, decide(map, files, random))
      for (const table of RECORD_TABLES) {
        for (const [id, record] of map[table]) {
          const now = after[table].get(id)
          if (table === 'elements') expect({ ...(now as object), aliases: null }, `seed ${seed}`).toEqual({ ...record, aliases: null })
          else expect(now, `seed ${seed}`).toBe(record)
        }
      }
      for (const [id, at] of map.positions) expect(after.positions.get(id)).toBe(at)
      for (const [id, said] of map.judgements) expect(after.judgements.get(id), `seed ${seed}`).toBe(said)
      expect(after.meta).toBe(map.meta)
      for (const write of change.writes) expect('remove' in write).toBe(false)
      expect(freeze(after).perspectives.size - freeze(map).perspectives.size).toBe(after.perspectives.size - map.perspectives.size)
    }
  })

  it('keeps yes, no and not said of every view, word for word', () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { map, files } = scene(seed)
      const { after, plan } = gather(map, files)
      for (const { index, standing, view } of plan.files) {
        const file = files[index]
        if (!file || standing !== 'brings') continue
        expect(viewId(file, map)).toBe(view)
        const from = viewIn(file.map).id
        const said = [...(file.map.judgements.get(from) ?? [])].filter(([id]) => {
          const tie = file.map.relationships.get(id)
          return file.map.elements.has(id) || (tie && file.map.elements.has(tie.from) && file.map.elements.has(tie.to))
        })
        const sorted = (judgements: Iterable<unknown>) => [...judgements].map((one) => JSON.stringify(Object.entries(one as object).sort())).sort()
        expect(sorted(after.judgements.get(view)?.values() ?? []), `seed ${seed}`).toEqual(sorted(said.map(([, one]) => one)))
      }
    }
  })
})
