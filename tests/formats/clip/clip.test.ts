import { describe, expect, it } from 'vitest'
import { readPaste } from '../../../src/capture/paste.ts'
import { partOf } from '../../../src/edits/part.ts'
import { pastePart } from '../../../src/edits/paste-part.ts'
import { readClip } from '../../../src/formats/clip/read-clip.ts'
import { writeClip } from '../../../src/formats/clip/write-clip.ts'
import { apply } from '../../../src/model/apply.ts'
import { make } from '../../../src/model/change.ts'
import { emptyMap } from '../../../src/model/empty-map.ts'
import { generateMap } from '../../support/generate-map.ts'
import { harbourCity } from '../../support/sample-scene.ts'
import { expectSamePart } from '../../support/same-part.ts'
import { seeded, someOf } from '../../support/seeded.ts'
import naughty from '../../fixtures/strings/blns.json'

const clipOf = (given: object) => JSON.stringify({ format: 'sightlines-clip', formatVersion: 1, ...given })
const making = { now: new Date('2016-05-19T09:41:00Z'), random: seeded(5), perspective: 'shared' }

describe('our own form', () => {
  it.each(Array.from({ length: 60 }, (_, i) => i + 1))('is read as it was written (seed %i)', (seed) => {
    const random = seeded(seed)
    const source = generateMap(random, 1.5)
    const part = partOf(source, someOf(random, [...source.elements.keys(), ...source.relationships.keys(), ...source.notes.keys(), ...source.areas.keys()], 14), source)
    const read = readClip(writeClip(part, source.meta.lineage).json)
    if (!read) throw new Error('It was not read')
    expect(read.lineage).toBe(source.meta.lineage)
    const target = emptyMap('empty')
    const made = pastePart(target, read.part, { making, withJudgements: false, isKin: false })
    expectSamePart(part, apply(target, made.change), made)
    for (const [perspective, said] of part.judgements) expect(read.part.judgements.get(perspective)).toEqual(said)
  })

  it('never holds a private view, though somebody write one into it', () => {
    const map = apply(emptyMap('m'), { writes: [make('elements', 'a', { name: 'Ward' }), make('perspectives', 'me', { name: 'My own view', type: 'person', private: true }), { at: 'judgements', id: 'me:a', field: 'note', to: 'secret' }] })
    expect(Object.values(writeClip(partOf(map, ['a']), '')).join()).not.toMatch(/secret|My own view/)
    const forged = readClip(clipOf({ elements: [{ id: 'a', name: 'Ward' }], perspectives: [{ id: 'me', name: 'My own view', type: 'person', private: true, judgements: { a: { note: 'secret' } } }] }))
    expect([forged?.part.perspectives.has('me'), forged?.part.judgements.size]).toEqual([false, 0])
  })

  it.each([
    ['nothing', ''], ['text', 'Ward\tAcute care'], ['another JSON', '{"format":"sightlines","formatVersion":1}'], ['a newer form', '{"format":"sightlines-clip","formatVersion":2,"elements":[]}'],
    ['a list', '[]'], ['half of one', clipOf({ elements: [{ id: 'a', name: 'x' }] }).slice(0, -3)], ['depth', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['too many', clipOf({ elements: Array.from({ length: 50_001 }, () => 0) })],
  ])('is not %s', (_, text) => expect(readClip(text)).toBeNull())

  it.each<readonly [string, object]>([
    ['wrong types', { elements: [{ id: 'a', name: 7, kind: 'king', position: ['x', null], tags: 'no', facts: { __proto__: 1 } }, 'x', null], relationships: [{ id: 't', from: 'a', to: {}, kind: 3 }], organisations: 'none', perspectives: { a: 1 } }],
    ['odd ids', { elements: [{ id: '__proto__', name: 'a' }, { id: 'constructor', name: 'b' }, { id: 'constructor', name: 'c' }, { id: '../x', name: 'd' }], relationships: [{ id: '__proto__', from: '__proto__', to: 'constructor' }] }],
    ['ends that are not there, huge places', { elements: [{ id: 'a', name: 'a', position: [1e300, 5] }, { id: 'b', name: 'b', position: [3, 4] }], relationships: [{ id: 't', from: 'a', to: 'gone' }] }],
  ])('of %s is put right, and pastes whole', (_, given) => {
    const read = readClip(clipOf(given))
    if (!read) throw new Error('It was not read')
    const made = pastePart(harbourCity(), read.part, { making, withJudgements: true, isKin: false })
    const map = apply(harbourCity(), made.change)
    for (const id of made.elements) expect([map.elements.has(id), map.positions.get(id)?.every(Number.isSafeInteger)]).toEqual([true, true])
    for (const id of made.ties) expect(map.elements.has(map.relationships.get(id)?.from ?? '') && map.elements.has(map.relationships.get(id)?.to ?? '')).toBe(true)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('rows', () => {
  const map = apply(emptyMap('m'), {
    writes: [
      make('organisations', 'AC', { name: 'Acute care', code: 'AC', slot: 1 }),
      make('elements', 'a', { name: 'Ward', organisation: 'AC', tags: ['winter', 'night'], facts: [['Beds', 28], ['Change', -5]] }),
      make('elements', 'b', { name: '=cmd|calc', kind: 'asset', description: 'two\nlines' }),
      make('relationships', 't', { from: 'a', to: 'b', kind: 'informs', label: '@here' }),
    ],
  })

  it('are a table of elements and one of ties, without columns that are empty and without what anybody rated', () => {
    expect(writeClip(partOf(map, ['a', 'b']), '').text).toBe([
      'Name\tOrganisation\tKind\tTags\tDescription\tBeds\tChange', 'Ward\tAcute care\tteam\twinter | night\t\t28\t-5', "'=cmd|calc\t\tasset\t\ttwo lines\t\t",
      '', 'From\tTo\tKind\tLabel', "Ward\t'=cmd|calc\ttells\t'@here",
    ].join('\n'))
  })

  it('of notes and areas are their words, after the rest; of notes alone nothing else', () => {
    const more = apply(map, { writes: [make('notes', 'n', { text: 'Ask them\nat night', position: [0, 0], width: 160 }), make('areas', 'r', { title: '=Winter', position: [0, 0] })] })
    const { text, html } = writeClip(partOf(more, ['b', 'n', 'r'], more), '')
    expect(text).toBe("Name\tKind\tDescription\n'=cmd|calc\tasset\ttwo lines\n\nNote\nAsk them at night\n\nArea\n'=Winter")
    expect(html).toContain('<th>Note</th>')
    expect(writeClip(partOf(more, ['n'], more), '').text).toBe('Ask them\nat night')
  })

  it('of elements are what the dialog for lists reads again', () => {
    const sheet = readPaste(writeClip(partOf(map, ['a']), '').text, map)
    expect([sheet.as, sheet.hasHeader, sheet.columns]).toEqual(['elements', true, ['name', 'organisation', 'kind', 'tags', 'fact', 'fact']])
  })

  it('hold any name as text: no markup, no formula, no second line', () => {
    for (const name of naughty as readonly string[]) {
      const { text, html } = writeClip(partOf(apply(emptyMap('m'), { writes: [make('elements', 'a', { name })] }), ['a']), '')
      expect(text.split('\n')).toHaveLength(2)
      expect(html.replace(/<\/?(?:table|tr|th|td|br)>/g, '')).not.toMatch(/[<>]/)
      const [cell = ''] = text.split('\n')[1]?.split('\t') ?? []
      expect(/^[=+\-@]./.test(cell) && !Number.isFinite(Number(cell))).toBe(false)
    }
  })
})
