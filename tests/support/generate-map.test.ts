import { expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { FIELDS, JUDGEMENT_FIELDS, META_FIELDS, type Field } from '../../src/model/fields.ts'
import type { Json } from '../../src/model/json.ts'
import { isSame } from '../../src/model/project.ts'
import { RECORD_TABLES } from '../../src/model/system-map.ts'
import { generateChange, generateMap } from './generate-map.ts'
import { seeded } from './seeded.ts'

const asJson = (value: unknown): Json => (value instanceof Map ? [...value].map((pair) => [...pair]) : value) as Json
const isOther = (field: Field, value: unknown): boolean => !isSame(asJson(value), field.default)

test('the generator gives every field of every record some value besides its default', () => {
  const missing = new Set<string>()
  for (const table of RECORD_TABLES) for (const field of FIELDS[table]) missing.add(`${table}.${field.name}`)
  for (const field of META_FIELDS) missing.add(`meta.${field.name}`)
  for (const field of JUDGEMENT_FIELDS) missing.add(`judgements.${field.name}`)
  for (let seed = 0; seed < 200; seed++) {
    const map = generateMap(seeded(seed))
    for (const table of RECORD_TABLES) {
      for (const record of map[table].values()) {
        for (const field of FIELDS[table]) if (isOther(field, (record as unknown as Record<string, unknown>)[field.name])) missing.delete(`${table}.${field.name}`)
      }
    }
    for (const field of META_FIELDS) if (isOther(field, map.meta[field.name])) missing.delete(`meta.${field.name}`)
    for (const said of map.judgements.values()) for (const judgement of said.values()) for (const name of Object.keys(judgement)) missing.delete(`judgements.${name}`)
  }
  expect([...missing]).toEqual([])
})

test('the generator makes self-ties, parallel ties, dangling ties, private things and names that trip careless code', () => {
  const seen = new Set<string>()
  for (let seed = 0; seed < 200; seed++) {
    const map = generateMap(seeded(seed))
    const pairs = new Set<string>()
    for (const tie of map.relationships.values()) {
      const pair = `${tie.from} ${tie.to}`
      if (tie.from === tie.to && map.elements.has(tie.from)) seen.add('self-tie')
      if (!map.elements.has(tie.to)) seen.add('dangling tie')
      if (pairs.has(pair)) seen.add('parallel ties')
      pairs.add(pair)
    }
    for (const p of map.perspectives.values()) if (p.private) seen.add('private perspective')
    for (const r of map.reflections.values()) if (r.private) seen.add('private reflection')
    for (const e of map.elements.values()) {
      if (e.id === '__proto__') seen.add('id __proto__')
      if (e.facts.has('__proto__')) seen.add('fact __proto__')
      if (e.name.length >= 300) seen.add('long name')
      if (e.name.includes('\n')) seen.add('newline')
    }
  }
  expect([...seen].sort()).toEqual(
    ['dangling tie', 'fact __proto__', 'id __proto__', 'long name', 'newline', 'parallel ties', 'private perspective', 'private reflection', 'self-tie'].sort(),
  )
})

test('the same seed gives the same map and the same changes', () => {
  const run = () => {
    const random = seeded(7)
    let map = generateMap(random)
    for (let i = 0; i < 20; i++) map = apply(map, generateChange(map, random))
    return map
  }
  expect(run()).toEqual(run())
})

test('generated changes reach every table and nearly all of their writes alter the map', () => {
  const reached = new Set<string>()
  let altering = 0
  for (let seed = 0; seed < 200; seed++) {
    const random = seeded(seed)
    const map = generateMap(random)
    const change = generateChange(map, random)
    for (const write of change.writes) reached.add(write.at)
    if (change.writes.length === 0 || apply(map, change) !== map) altering++
  }
  expect(reached).toEqual(new Set([...RECORD_TABLES, 'meta', 'positions', 'judgements']))
  expect(altering).toBeGreaterThan(160)
})
