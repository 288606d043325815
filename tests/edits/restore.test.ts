import { describe, expect, it } from 'vitest'
import { MapDocument } from '../../src/document/map-document.ts'
import { addElement } from '../../src/edits/add-element.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { restored } from '../../src/edits/restore.ts'
import { apply } from '../../src/model/apply.ts'
import { make, type Write } from '../../src/model/change.ts'
import { freeze } from '../../src/model/freeze.ts'
import type { MapContent, SystemMap } from '../../src/model/system-map.ts'
import { generateChange, generateMap } from '../support/generate-map.ts'
import { harbourCity } from '../support/sample-scene.ts'
import { seeded } from '../support/seeded.ts'

/** A moment without what perspectives that came later are and said. */
function without(content: MapContent, then: MapContent): MapContent {
  const isThen = ([id]: readonly [string, unknown]) => then.perspectives.has(id)
  return { ...content, perspectives: new Map([...content.perspectives].filter(isThen)), judgements: new Map([...content.judgements].filter(isThen)) }
}

function altered(map: SystemMap, seed: number): SystemMap {
  const random = seeded(seed)
  let later = map
  for (let n = 0; n < 6; n++) later = apply(later, generateChange(later, random))
  return later
}

const OF_THE_MAP = ['mapId', 'lineage', 'illustrative', 'background', 'table', 'fileExtra'] as const
/** What no moment alters is the map's own. */
function withOwn(content: MapContent, map: MapContent): MapContent {
  const own = Object.fromEntries(OF_THE_MAP.map((name) => [name, map.meta[name]]))
  return { ...content, meta: { ...content.meta, ...own } }
}
const compact = (content: MapContent): MapContent => ({ ...content, judgements: new Map([...content.judgements].filter(([, said]) => said.size > 0)) })

describe('Restoring a version', () => {
  it('makes a generated map say again all that it said, whatever came between', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const map = generateMap(seeded(seed))
      const then = freeze(map)
      const later = altered(map, seed + 1000)
      const after = apply(later, restored(later, then))
      expect(compact(without(freeze(after), then)), `seed ${seed}`).toEqual(compact(withOwn(then, later)))
    }
  })

  it('keeps every perspective that came later, with what it says of things that stay', () => {
    const map = harbourCity()
    const [tie = ''] = map.relationships.keys()
    const added = addElement(map, { name: 'Night desk' }, { now: new Date('2026-01-01'), random: seeded(3), perspective: null })
    const said = (subject: string): Write => ({ at: 'judgements', id: `late:${subject}`, field: 'presence', to: 'yes' })
    const later = apply(apply(map, added.change), { writes: [make('perspectives', 'late', { name: 'Table 9', type: 'table', order: 99 }), said(tie), said(added.id)] })
    const after = apply(later, restored(later, freeze(map)))
    expect(after.perspectives.get('late')).toBe(later.perspectives.get('late'))
    expect([...(after.judgements.get('late') ?? [])]).toEqual([[tie, { presence: 'yes' }]])
    expect(after.elements).toEqual(map.elements)
  })

  it('touches neither private views nor actions, reflections, stories, notes and versions', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const map = generateMap(seeded(seed))
      const later = altered(map, seed + 2000)
      const after = apply(later, restored(later, freeze(map)))
      for (const [id, perspective] of later.perspectives) {
        if (!perspective.private) continue
        expect(after.perspectives.get(id), `seed ${seed}`).toEqual(perspective)
        expect(after.judgements.get(id), `seed ${seed}`).toBe(later.judgements.get(id))
      }
      for (const table of ['actions', 'reflections', 'stories', 'scenes', 'loops', 'notes', 'areas', 'versions'] as const) expect(after[table], `seed ${seed} ${table}`).toBe(later[table])
    }
  })

  it('leaves what a private view says even of things that go: it rests, unseen', () => {
    const map = apply(harbourCity(), { writes: [make('perspectives', 'mine', { name: 'My own view', type: 'person', private: true })] })
    const added = addElement(map, { name: 'Night desk' }, { now: new Date('2026-01-01'), random: seeded(3), perspective: 'mine' })
    const later = apply(map, added.change)
    expect(apply(later, restored(later, freeze(map))).judgements.get('mine')).toBe(later.judgements.get('mine'))
    expect(later.judgements.get('mine')?.size).toBe(1)
  })

  it('is one step in the document, the same there as in the model, and one undo takes it back', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const map = generateMap(seeded(seed))
      const later = altered(map, seed + 3000)
      const document = MapDocument.from(later, seeded(seed))
      const change = restored(later, freeze(map))
      const did = document.change(change, { title: 'Restore', before: [], after: [] })
      expect(document.map, `seed ${seed}`).toEqual(apply(later, change))
      if (!did) continue
      expect(document.steps.done).toHaveLength(1)
      document.undo()
      expect(document.map, `seed ${seed}`).toEqual(later)
      document.close()
    }
  })

  it('writes nothing where nothing changed, and little where little did', () => {
    const map = harbourCity()
    expect(restored(map, freeze(map)).writes).toEqual([])
    const [element = ''] = map.elements.keys()
    const less = apply(map, removeSubjects(map, [element]))
    const more = restored(less, freeze(map))
    expect(more.writes.length).toBeLessThan(80)
    expect(apply(less, more)).toEqual(map)
  })
})
