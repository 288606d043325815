import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import type { Write } from '../../src/model/change.ts'
import { FIELDS, META_FIELDS, JUDGEMENT_FIELDS, type Field } from '../../src/model/fields.ts'
import type { Json } from '../../src/model/json.ts'
import { CONTENT_TABLES, RECORD_TABLES, sharedOf, type SystemMap } from '../../src/model/system-map.ts'
import { generateChange, generateMap } from '../support/generate-map.ts'
import { generateId, generateValue } from '../support/generate-value.ts'
import { between, oneOf, seeded } from '../support/seeded.ts'

const TABLES = [...RECORD_TABLES, 'positions', 'judgements'] as const

/** Every record is complete and of the right types: what a record holds is what its fields, written again, would make of it. */
function isWhole(map: SystemMap): boolean {
  for (const table of RECORD_TABLES) {
    for (const [id, record] of map[table]) {
      const base = Object.fromEntries((FIELDS[table] as readonly Field[]).map(({ name, type }) => {
        const value = (record as unknown as Record<string, unknown>)[name]
        if (value === undefined) throw new Error(`${table} ${id} has no ${name}`)
        return [name, type.is === 'names' || type.is === 'facts' ? [] : value] as [string, Json]
      }))
      const again = apply(map, { writes: [{ at: table, id: 'again', make: base }] })[table].get('again') as unknown as Record<string, unknown>
      for (const { name, type } of FIELDS[table] as readonly Field[]) {
        const isSet = type.is === 'names' || type.is === 'facts' || (table === 'perspectives' && name === 'type')
        if (!isSet && !isDeepStrictEqual(again[name], (record as unknown as Record<string, unknown>)[name])) return false
      }
    }
  }
  return sharedOf(map).type === 'shared' && [...map.perspectives.values()].filter(({ type }) => type === 'shared').length === 1
}

test('over 1,000 generated maps and changes, what is equal is the same object, and the map before is as it was', () => {
  for (let seed = 0; seed < 1000; seed++) {
    const random = seeded(seed)
    const before = generateMap(random, 0.5)
    const kept = structuredClone(before)
    const change = generateChange(before, random)
    const after = apply(before, change)
    for (const table of TABLES) {
      const touched = change.writes.some(({ at }) => at === table) || (table === 'perspectives' && after.perspectives !== before.perspectives)
      if (!touched) expect(after[table] === before[table], `seed ${seed}: ${table} was not touched`).toBe(true)
      else expect(after[table] === before[table], `seed ${seed}: ${table}`).toBe(isDeepStrictEqual(after[table], before[table]))
      for (const [id, record] of after[table] as ReadonlyMap<string, unknown>) {
        const was = (before[table] as ReadonlyMap<string, unknown>).get(id)
        if (was !== record) expect(isDeepStrictEqual(was, record), `seed ${seed}: ${table} ${id} is equal and another object`).toBe(false)
      }
    }
    expect(after === before, `seed ${seed}`).toBe(isDeepStrictEqual(after, before))
    expect(isDeepStrictEqual(before, kept), `seed ${seed}: the map before`).toBe(true)
    expect(apply(after, change) === after || hasOrder(change.writes), `seed ${seed}: again`).toBe(true)
  }
}, 60_000)

/** Whether a place is written twice, so that doing all of it again need not end where it began. */
function hasOrder(writes: readonly Write[]): boolean {
  const places = writes.map((write) => `${write.at} ${write.id}`)
  return new Set(places).size < places.length
}

test('the last write to a place wins', () => {
  for (let seed = 0; seed < 300; seed++) {
    const random = seeded(seed)
    const map = generateMap(random, 0.5)
    const field = oneOf(random, META_FIELDS as readonly Field[])
    const [first, last] = [generateValue(field, random), generateValue(field, random)]
    const write = (to: Json): Write => ({ at: 'meta', id: 'map', field: field.name, to })
    expect(apply(map, { writes: [write(first), write(last)] }), `seed ${seed}`).toEqual(apply(map, { writes: [write(last)] }))
  }
})

test('many changes in one are the same as one after another', () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = seeded(seed)
    const map = generateMap(random, 0.5)
    const [one, two] = [generateChange(map, random), generateChange(map, random)]
    expect(isDeepStrictEqual(apply(map, { writes: [...one.writes, ...two.writes] }), apply(apply(map, one), two)), `seed ${seed}`).toBe(true)
  }
})

const WRONG: readonly unknown[] = [undefined, null, true, 0, -1, 2.5, NaN, Infinity, '', 'x', '__proto__', [], [1, 2], [[]], ['x', 'x'], {}, { x: 1, y: 2, zoom: 0 }, { version: 5 }, new Map(), Symbol('s')]

test('writes of any shape never throw, and leave a whole map', () => {
  const names = [...new Set([...RECORD_TABLES.flatMap((table) => (FIELDS[table] as readonly Field[]).map(({ name }) => name)), ...META_FIELDS.map(({ name }) => name), ...JUDGEMENT_FIELDS.map(({ name }) => name), 'at', 'tag:x', 'fact:', 'alias:__proto__', 'nothing:x', '', 'constructor'])]
  for (let seed = 0; seed < 400; seed++) {
    const random = seeded(seed)
    let map = generateMap(random, 0.4)
    for (let i = 0; i < 12; i++) {
      const table = oneOf(random, [...TABLES, 'meta', 'nothing', '__proto__'] as const)
      const known = table in map && map[table as 'elements'] instanceof Map ? [...map[table as 'elements'].keys()] : []
      const id: unknown = random() < 0.2 ? oneOf(random, WRONG) : table === 'judgements' ? `${oneOf(random, [...map.perspectives.keys()])}:${generateId(random)}` : table === 'meta' ? 'map' : known.length ? oneOf(random, known) : generateId(random)
      const dice = between(random, 0, 9)
      const write = dice === 0 ? { at: table, id, make: oneOf(random, WRONG) } : dice === 1 ? { at: table, id, make: { [oneOf(random, names)]: oneOf(random, WRONG) } } : dice === 2 ? { at: table, id, remove: oneOf(random, WRONG) } : { at: table, id, field: oneOf(random, names), to: oneOf(random, WRONG) }
      map = apply(map, { writes: [write as Write] })
    }
    expect(isWhole(map), `seed ${seed}`).toBe(true)
  }
}, 60_000)

test('a change copies only the tables it touches, also on a large map', () => {
  const writes: Write[] = []
  for (let i = 0; i < 5000; i++) writes.push({ at: 'elements', id: `e${i}`, make: { name: `Ward ${i}` } })
  for (let i = 0; i < 12_500; i++) writes.push({ at: 'relationships', id: `t${i}`, make: { from: `e${i % 5000}`, to: `e${(i * 7) % 5000}` } })
  const map = apply(generateMap(seeded(1)), { writes })
  const next = apply(map, { writes: [{ at: 'elements', id: 'e17', field: 'name', to: 'Other' }] })
  for (const table of [...CONTENT_TABLES, 'positions', 'judgements'] as const) if (table !== 'elements') expect(next[table]).toBe(map[table])
  expect([...next.elements].filter(([id, element]) => map.elements.get(id) !== element).map(([id]) => id)).toEqual(['e17'])
})
