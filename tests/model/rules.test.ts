import { describe, expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { joined, judgementId, make, NO_CHANGE, place, remove, set, type MapChange, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { FIELDS, type Field } from '../../src/model/fields.ts'
import { isId, newId } from '../../src/model/ids.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { freeze } from '../../src/model/freeze.ts'
import { centreOf, sharedOf, type SystemMap } from '../../src/model/system-map.ts'
import { seeded } from '../support/seeded.ts'

const from = (...writes: Write[]): SystemMap => apply(emptyMap('m'), { writes })
const with_ = (map: SystemMap, ...writes: unknown[]): SystemMap => apply(map, { writes: writes as Write[] })
const types = (map: SystemMap): string[] => [...map.perspectives.values()].map(({ id, type }) => `${id} ${type}`).sort()

describe('rule 1: what an id is', () => {
  test('letters, digits, _ and -, one to sixty-four of them', () => {
    for (const id of ['a', 'A-1_b', '0', '-', '_', '__proto__', 'x'.repeat(64)]) expect(isId(id), id).toBe(true)
    for (const id of ['', 'a b', 'é', 'a:b', 'a.b', 'x'.repeat(65), 'a\n', 7, null, undefined, {}, ['a']]) expect(isId(id), String(id)).toBe(false)
  })

  test('new ids are ids, and 10,000 of them are all different', () => {
    const random = seeded(3)
    const ids = Array.from({ length: 10_000 }, () => newId(random))
    expect(ids.every(isId)).toBe(true)
    expect(new Set(ids).size).toBe(10_000)
  })

  test('nothing is made under another id', () => {
    for (const id of ['', 'a b', 'a:b', 'a.b', 'x'.repeat(65)]) expect(from(make('elements', id, { name: 'Ward' })).elements.size, id).toBe(0)
  })
})

describe('rule 2: `__proto__` and its like are plain ids and names', () => {
  test('as ids of elements, perspectives, subjects and places', () => {
    const map = from(
      make('elements', '__proto__', { name: 'constructor', facts: [['__proto__', 'plain']], tags: ['toString'] }),
      make('perspectives', 'constructor', { name: 'valueOf', type: 'table' }),
      { at: 'judgements', id: judgementId('constructor', '__proto__'), field: 'presence', to: 4 },
      place('__proto__', 3, 4),
      { at: 'elements', id: '__proto__', field: 'fact:constructor', to: 5 },
    )
    expect(map.elements.get('__proto__')).toMatchObject({ name: 'constructor', facts: new Map<string, string | number>([['__proto__', 'plain'], ['constructor', 5]]) })
    expect(map.judgements.get('constructor')?.get('__proto__')).toEqual({ presence: 4 })
    expect(map.positions.get('__proto__')).toEqual([3, 4])
    expect(({} as Record<string, unknown>)['plain']).toBeUndefined()
  })
})

describe('rule 3: a write without a place or a valid value is passed over', () => {
  const map = from(make('elements', 'e', { name: 'Ward' }), make('relationships', 't', { from: 'e', to: 'e' }))
  const garbage: readonly unknown[] = [
    null, undefined, 5, 'write', [], {}, { at: 'elements' }, { at: 'elements', id: 'e' }, { at: 'elements', id: 'e', field: 'name' },
    { at: 'nothing', id: 'e', field: 'name', to: 'x' }, { at: '__proto__', id: 'e', field: 'name', to: 'x' }, { at: 'nothing', id: 'e', make: {} }, { at: 'positions', id: 'e', make: {} },
    { at: 'meta', id: 'map', remove: true }, { at: 'meta', id: 'other', field: 'title', to: 'x' }, { at: 'meta', id: 'map', field: 'toString', to: 'x' },
    { at: 'elements', id: 'e', make: null }, { at: 'elements', id: 'e', make: [] }, { at: 'elements', id: 5, make: {} }, { at: 'elements', id: 'gone', field: 'name', to: 'x' },
    { at: 'elements', id: 'e', field: 5, to: 'x' }, { at: 'elements', id: 'e', field: 'nothing', to: 'x' }, { at: 'elements', id: 'e', field: '__proto__', to: {} }, { at: 'elements', id: 'e', field: 'id', to: 'f' },
    { at: 'elements', id: 'e', field: 'name', to: 5 }, { at: 'elements', id: 'e', field: 'kind', to: 'wizard' }, { at: 'elements', id: 'e', field: 'pinned', to: 'yes' },
    { at: 'elements', id: 'e', field: 'target', to: NaN }, { at: 'elements', id: 'e', field: 'target', to: Infinity }, { at: 'elements', id: 'e', field: 'tags', to: ['x'] },
    { at: 'elements', id: 'e', field: 'tag:x', to: 'first' }, { at: 'elements', id: 'e', field: 'fact:x', to: true }, { at: 'elements', id: 'e', field: 'fact:x', to: { deep: 1 } },
    { at: 'elements', id: 'e', field: 'constructor:x', to: 1 }, { at: 'relationships', id: 't', field: 'tag:x', to: 1 }, { at: 'relationships', id: 't', field: 'from', to: 'a b' },
    { at: 'positions', id: 'e', field: 'at', to: 'here' }, { at: 'positions', id: 'e', field: 'at', to: [1] }, { at: 'positions', id: 'e', field: 'at', to: [1, NaN] }, { at: 'positions', id: 'e', field: 'at', to: [1, 1e300] },
    { at: 'positions', id: 'a b', field: 'at', to: [1, 2] }, { at: 'judgements', id: 'shared', field: 'presence', to: 3 }, { at: 'judgements', id: ':e', field: 'presence', to: 3 },
    { at: 'judgements', id: 'shared:', field: 'presence', to: 3 }, { at: 'judgements', id: 'shared:a b', field: 'presence', to: 3 }, { at: 'judgements', id: 'shared:e', field: 'presence', to: 6 },
    { at: 'judgements', id: 'shared:e', field: 'quality', to: 3 }, { at: 'judgements', id: 'shared:e', field: 'strength', to: 3 }, { at: 'judgements', id: 'shared:e', field: '__proto__', to: 3 },
  ]

  test('and the map stays the very same', () => {
    for (const write of garbage) expect(with_(map, write) === map, JSON.stringify(write)).toBe(true)
    expect(with_(map, ...garbage)).toBe(map)
  })

  test('the writes around it still count', () => {
    expect(with_(map, garbage[3], set('elements', 'e', 'name', 'Ward 5'), garbage[5]).elements.get('e')?.name).toBe('Ward 5')
  })

  test('a field of a base that may not stand there reads as its default', () => {
    const made = with_(map, { at: 'elements', id: 'f', make: { name: 5, kind: 'wizard', tags: 'x', facts: { a: 1 }, unknown: 1, __proto__: { name: 'no' } } })
    expect(made.elements.get('f')).toMatchObject({ name: '', kind: 'team', tags: new Map(), facts: new Map() })
    expect(made.elements.get('f')).not.toHaveProperty('unknown')
  })

  test('an object as a value keeps only the keys it has a place for', () => {
    const scene = with_(map, { at: 'scenes', id: 's', make: { camera: { x: 1, y: 2, zoom: 1, evil: 1 } } }).scenes.get('s')
    expect(scene?.camera).toEqual({ x: 1, y: 2, zoom: 1 })
  })
})

describe('rule 4: clearing a field writes null, and the field reads as its default', () => {
  test('every field of every table', () => {
    for (const [table, fields] of Object.entries(FIELDS)) {
      const made = from({ at: table as 'elements', id: 'r', make: {} })
      for (const field of fields as readonly Field[]) {
        if (field.type.is === 'names' || field.type.is === 'facts') continue
        const cleared = with_(made, { at: table, id: 'r', field: field.name, to: null })
        const record = cleared[table as 'elements'].get('r') as unknown as Record<string, unknown>
        expect(record[field.name], `${table}.${field.name}`).toEqual(field.default)
      }
    }
  })

  test('a member of a set and a position are taken away', () => {
    const map = from(make('elements', 'e', { tags: ['x', 'y'], facts: [['f', 1]] }), place('e', 1, 2))
    const bare = with_(map, { at: 'elements', id: 'e', field: 'tag:x', to: null }, { at: 'elements', id: 'e', field: 'fact:f', to: null }, { at: 'positions', id: 'e', field: 'at', to: null })
    expect(bare.elements.get('e')).toMatchObject({ tags: new Map([['y', 1]]), facts: new Map() })
    expect(bare.positions.size).toBe(0)
  })

  test('the last field of a judgement takes the judgement with it, and the last judgement its perspective’s list', () => {
    const map = from({ at: 'judgements', id: 'shared:e', field: 'presence', to: 3 }, { at: 'judgements', id: 'shared:e', field: 'note', to: 'x' })
    const half = with_(map, { at: 'judgements', id: 'shared:e', field: 'presence', to: null })
    expect(half.judgements.get('shared')?.get('e')).toEqual({ note: 'x' })
    expect(with_(half, { at: 'judgements', id: 'shared:e', field: 'note', to: null }).judgements.size).toBe(0)
  })
})

describe('rule 5: a record without a base is no record', () => {
  test('a field of a record that was never made makes nothing', () => {
    expect(from(set('elements', 'e', 'name', 'Ward')).elements.size).toBe(0)
  })

  test('making one anew replaces what was there, whole', () => {
    const map = from(make('elements', 'e', { name: 'Ward', description: 'old', tags: ['x'] }), make('elements', 'e', { name: 'Ward 2' }))
    expect(map.elements.get('e')).toMatchObject({ name: 'Ward 2', description: '', tags: new Map() })
  })
})

describe('rule 6: exactly one shared perspective, which is not private', () => {
  test('an empty map has one', () => {
    expect(types(emptyMap('m'))).toEqual(['shared shared'])
  })

  test('of several the one called `shared` keeps the type; where none is, the least id', () => {
    expect(types(from(make('perspectives', 'a', { type: 'shared' })))).toEqual(['a outside', 'shared shared'])
    expect(types(from(make('perspectives', 'b', { type: 'shared' }), make('perspectives', 'a', { type: 'shared' }), remove('perspectives', 'shared')))).toEqual(['a shared', 'b outside'])
  })

  test('of none one is made, under an id that is free', () => {
    expect(types(from(remove('perspectives', 'shared')))).toEqual(['shared shared'])
    expect(types(from(set('perspectives', 'shared', 'type', 'table')))).toEqual(['shared table', 'shared-1 shared'])
  })

  test('a private one is not it', () => {
    expect(types(from(make('perspectives', 'a', { type: 'shared', private: true })))).toEqual(['a outside', 'shared shared'])
    expect(types(from(set('perspectives', 'shared', 'private', true)))).toEqual(['shared outside', 'shared-1 shared'])
    expect(sharedOf(from(set('perspectives', 'shared', 'private', true))).private).toBe(false)
  })
})

describe('rule 7: presence and strength are one value', () => {
  test('0 to 5, and a yes without a rating; one takes the place of another', () => {
    for (const presence of [0, 1, 2, 3, 4, 5, 'yes']) {
      const map = from({ at: 'judgements', id: 'shared:t', field: 'presence', to: 2 }, { at: 'judgements', id: 'shared:t', field: 'presence', to: presence })
      expect(map.judgements.get('shared')?.get('t')).toEqual({ presence })
    }
  })
})

describe('rule 8: a field that does not belong to its subject is kept', () => {
  test('a quality on an element, what matters on a tie', () => {
    const map = from(make('elements', 'e', {}), make('relationships', 't', {}), { at: 'judgements', id: 'shared:e', field: 'quality', to: -2 }, { at: 'judgements', id: 'shared:t', field: 'matters', to: 'x' })
    expect(map.judgements.get('shared')).toEqual(new Map<string, object>([['e', { quality: -2 }], ['t', { matters: 'x' }]]))
  })
})

describe('rule 9: removing an element removes its ties, their judgements, its own and its position', () => {
  test('in one change; what else pointed at it keeps the reference', () => {
    const map = from(
      make('elements', 'e', {}), make('elements', 'f', {}), place('e', 1, 1), place('f', 2, 2),
      make('relationships', 't', { from: 'e', to: 'f' }), make('relationships', 'u', { from: 'f', to: 'f' }), make('loops', 'l', { ties: ['t', 'u'] }), make('actions', 'a', { touches: ['e', 't'], aims: ['e'] }),
      ...['e', 'f', 't', 'u'].map((subject) => ({ at: 'judgements' as const, id: `shared:${subject}`, field: 'presence', to: 'yes' })),
    )
    const left = apply(map, removeSubjects(map, ['e']))
    expect([[...left.elements.keys()], [...left.relationships.keys()], [...left.positions.keys()], [...(left.judgements.get('shared')?.keys() ?? [])]]).toEqual([['f'], ['u'], ['f'], ['f', 'u']])
    expect(left.loops.get('l')?.ties).toEqual(['t', 'u'])
    expect(left.actions.get('a')).toMatchObject({ touches: ['e', 't'], aims: ['e'] })
  })
})

describe('rule 10: a tie with a missing end is never repaired and never dropped', () => {
  test('it stands in the map as it was written', () => {
    const map = from(make('relationships', 't', { from: 'gone', to: 'nowhere' }))
    expect(map.relationships.get('t')).toMatchObject({ from: 'gone', to: 'nowhere' })
    expect(with_(map, set('relationships', 't', 'label', 'x')).relationships.get('t')).toMatchObject({ from: 'gone', to: 'nowhere', label: 'x' })
  })
})

describe('rule 11: what a change did not touch is the same object', () => {
  const map = from(make('elements', 'e', { name: 'Ward', tags: ['x'] }), make('elements', 'f', { name: 'GP' }), place('e', 1, 1), { at: 'judgements', id: 'shared:e', field: 'presence', to: 'yes' }, { at: 'judgements', id: 'other:e', field: 'presence', to: 2 })

  test('tables, records and lists of judgements', () => {
    const next = with_(map, set('elements', 'e', 'name', 'Ward 5'), { at: 'judgements', id: 'shared:f', field: 'presence', to: 0 })
    expect(next.elements.get('f')).toBe(map.elements.get('f'))
    for (const table of ['meta', 'organisations', 'relationships', 'positions', 'perspectives', 'versions', 'notes'] as const) expect(next[table]).toBe(map[table])
    expect(next.judgements.get('other')).toBe(map.judgements.get('other'))
    expect(next.judgements.get('shared')?.get('e')).toBe(map.judgements.get('shared')?.get('e'))
  })

  test('a change that alters nothing gives the same map: what is there already, and what is taken back', () => {
    const same: readonly MapChange[] = [
      NO_CHANGE,
      { writes: [set('elements', 'e', 'name', 'Ward')] },
      { writes: [make('elements', 'e', { name: 'Ward', tags: ['x'] }), place('e', 1, 1), remove('notes', 'gone')] },
      { writes: [set('elements', 'e', 'name', 'x'), set('elements', 'e', 'name', 'Ward')] },
      { writes: [make('elements', 'g', {}), remove('elements', 'g')] },
      { writes: [remove('elements', 'e'), make('elements', 'e', { name: 'Ward', tags: ['x'] })] },
      { writes: [place('e', 9, 9), place('e', 1, 1)] },
      { writes: [{ at: 'meta', id: 'map', field: 'title', to: 'x' }, { at: 'meta', id: 'map', field: 'title', to: null }] },
      { writes: [{ at: 'judgements', id: 'shared:e', field: 'presence', to: 0 }, { at: 'judgements', id: 'shared:e', field: 'presence', to: 'yes' }] },
      { writes: [{ at: 'judgements', id: 'new:e', field: 'presence', to: 0 }, { at: 'judgements', id: 'new:e', field: 'presence', to: null }] },
      { writes: [remove('perspectives', 'shared')] },
    ]
    for (const change of same) expect(apply(map, change) === map, JSON.stringify(change)).toBe(true)
    expect(apply(map, joined(...same))).toBe(map)
  })
})

describe('rule 12: private things leave only where they are ticked', () => {
  test('a version never freezes a private perspective or what it said', () => {
    const map = from(make('perspectives', 'mine', { private: true, type: 'person' }), { at: 'judgements', id: 'mine:e', field: 'note', to: 'secret' }, { at: 'judgements', id: 'shared:e', field: 'note', to: 'open' })
    const frozen = freeze(map)
    expect([...frozen.perspectives.keys()]).toEqual(['shared'])
    expect([...frozen.judgements.keys()]).toEqual(['shared'])
  })
})

test('the middle is the element named, else the first of kind people that was named, else none', () => {
  expect(centreOf(emptyMap('m'))).toBeNull()
  const map = from(make('elements', 'a', { kind: 'people', added: '2016-05-19T10:00:00Z' }), make('elements', 'b', { kind: 'people', added: '2016-05-19T09:00:00Z' }), make('elements', 'c', {}))
  expect(centreOf(map)).toBe('b')
  expect(centreOf(with_(map, { at: 'meta', id: 'map', field: 'centre', to: 'c' }))).toBe('c')
  expect(centreOf(with_(map, { at: 'meta', id: 'map', field: 'centre', to: 'gone' }))).toBe('b')
})
