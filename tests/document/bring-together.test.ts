import { describe, expect, it } from 'vitest'
import { MapDocument } from '../../src/document/map-document.ts'
import { MAIN } from '../../src/document/privacy.ts'
import { whoChanged } from '../../src/document/who-changed.ts'
import { bringTogether, NOBODY_KNOWS, togetherAs, type Together } from '../../src/edits/bring-together.ts'
import { judge, rate } from '../../src/edits/judge.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { rename } from '../../src/edits/set-field.ts'
import { apply } from '../../src/model/apply.ts'
import type { MapChange } from '../../src/model/change.ts'
import { RECORD_TABLES, type SystemMap } from '../../src/model/system-map.ts'
import { generateChange, generateMap } from '../support/generate-map.ts'
import { harbourCity } from '../support/sample-scene.ts'
import { seeded } from '../support/seeded.ts'
import { asText, same } from './same-map.ts'

const STEP = { title: 'A step', before: [], after: [] }
const STAYS: ReadonlySet<string> = new Set()

/** Two laptops with the same map and its history, each going its own way. */
function copies(map: SystemMap, seed = 1): readonly [MapDocument, MapDocument] {
  const first = MapDocument.from(map, seeded(seed))
  return [first, MapDocument.load(first.names.map((name) => ({ name, updates: [first.state(name)] })), seeded(seed + 5000))]
}

function together(ours: MapDocument, theirs: MapDocument): Together {
  const who = whoChanged(ours.state(MAIN), theirs.state(MAIN))
  if (!who) throw new Error('No document')
  return bringTogether(ours.map, theirs.map, who)
}

const open = (map: SystemMap): SystemMap => {
  const isOpen = ([, one]: readonly [string, { readonly private: boolean }]) => !one.private
  const perspectives = new Map([...map.perspectives].filter(isOpen))
  return { ...map, perspectives, reflections: new Map([...map.reflections].filter(isOpen)), judgements: new Map([...map.judgements].filter(([id]) => perspectives.has(id))) }
}

/** What somebody could be asked about: not the map's own keeping, nor the order of lists and keys kept from a file. */
function asked(map: SystemMap): object {
  const bare = (records: ReadonlyMap<string, object>) => new Map([...records].map(([id, record]) => [id, { ...record, order: 0, extra: '' }]))
  const all = open(map)
  const tables = Object.fromEntries(RECORD_TABLES.map((table) => [table, bare(all[table])]))
  return { ...all, ...tables, judgements: new Map([...all.judgements].map(([id, said]) => [id, bare(said)])), meta: { ...map.meta, mapId: '', lineage: '', settled: '', table: null, fileExtra: '', extra: '' } }
}

describe('Two copies of one map', () => {
  const [element = '', other = ''] = harbourCity().elements.keys()
  const [tie = ''] = harbourCity().relationships.keys()
  const go = (document: MapDocument, ...changes: readonly ((map: SystemMap) => MapChange)[]) => changes.forEach((change) => document.change(change(document.map), STEP))

  it('become one: what only one changed comes or stays, and only what both changed is asked', () => {
    const [ours, theirs] = copies(harbourCity())
    go(ours, (m) => rename(m, element, 'Ours'), (m) => rate(m, 'shared', tie, 1))
    go(theirs, (m) => rename(m, other, 'Theirs'), (m) => rate(m, 'shared', tie, 5), (m) => judge(m, 'shared', tie, 'note', 'said there'))
    const found = together(ours, theirs)
    expect(found.contested).toMatchObject([{ at: 'judgements', id: `shared:${tie}`, field: 'presence', ours: 1, theirs: 5 }])
    const kept = apply(ours.map, togetherAs(found, STAYS))
    expect([kept.elements.get(element)?.name, kept.elements.get(other)?.name]).toEqual(['Ours', 'Theirs'])
    expect(kept.judgements.get('shared')?.get(tie)).toMatchObject({ presence: 1, note: 'said there' })
    const taken = apply(ours.map, togetherAs(found, new Set(found.contested.map(({ key }) => key))))
    expect(taken.judgements.get('shared')?.get(tie)).toMatchObject({ presence: 5, note: 'said there' })
  })

  it('lose what one took away, unless the other went on with it: then somebody is asked', () => {
    const [ours, theirs] = copies(harbourCity())
    go(theirs, (m) => removeSubjects(m, [element, other]))
    go(ours, (m) => rename(m, other, 'Still here'))
    const found = together(ours, theirs)
    const kept = apply(ours.map, togetherAs(found, STAYS))
    expect([kept.elements.has(element), kept.elements.get(other)?.name]).toEqual([false, 'Still here'])
    expect(found.contested).toMatchObject([{ at: 'elements', id: other, field: null, ours: true, theirs: null }])
    expect(apply(ours.map, togetherAs(found, new Set(found.contested.map(({ key }) => key)))).elements.has(other)).toBe(false)
  })

  it('without a history take everything that only the other has, and ask about all that differs', () => {
    const [ours, theirs] = copies(harbourCity())
    go(theirs, (m) => rename(m, element, 'Theirs'), (m) => removeSubjects(m, [other]))
    const found = bringTogether(ours.map, theirs.map, NOBODY_KNOWS)
    const kept = apply(ours.map, togetherAs(found, STAYS))
    expect(kept.elements).toEqual(ours.map.elements)
    expect(found.contested.some(({ id, field }) => id === element && field === 'name')).toBe(true)
  })

  it('that went different ways come to what the document’s own merging comes to, wherever nothing is asked', () => {
    let compared = 0
    for (let seed = 1; seed <= 50; seed++) {
      const random = seeded(seed)
      const [ours, theirs] = copies(generateMap(random, 0.8), seed)
      for (const one of [ours, theirs]) for (let i = 0; i < 3; i++) one.change(generateChange(one.map, random), STEP)
      const found = together(ours, theirs)
      const kept = apply(ours.map, togetherAs(found, STAYS))
      for (const table of RECORD_TABLES) for (const id of kept[table].keys()) expect(ours.map[table].has(id) || theirs.map[table].has(id), `seed ${seed}`).toBe(true)
      if (found.contested.length > 0) continue
      compared++
      const merged = MapDocument.load([{ name: MAIN, updates: [ours.state(MAIN), theirs.state(MAIN)] }])
      same(asText(asked(kept) as SystemMap), asText(asked(merged.map) as SystemMap), `seed ${seed}`)
    }
    expect(compared).toBeGreaterThan(10)
  })

  it('brought together twice change nothing the second time', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const random = seeded(seed)
      const [ours, theirs] = copies(generateMap(random, 0.8), seed)
      for (const one of [ours, theirs]) for (let i = 0; i < 3; i++) one.change(generateChange(one.map, random), STEP)
      const found = together(ours, theirs)
      ours.change(togetherAs(found, STAYS), STEP)
      same(asText(apply(ours.map, togetherAs(together(ours, theirs), STAYS))), asText(ours.map), `seed ${seed}`)
    }
  })
})
