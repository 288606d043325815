import { expect } from 'vitest'
import type { SystemMap } from '../../src/model/system-map.ts'

/** A map as plain values in one order, so that two can be compared whatever order their tables were filled in. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return { map: [...value].map(([key, inner]) => [key, plain(inner)] as const).sort((a, b) => (a[0] < b[0] ? -1 : 1)) }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.keys(value).sort().map((key) => [key, plain((value as Record<string, unknown>)[key])])
}

export function asText(map: SystemMap): string {
  return JSON.stringify(plain(map))
}

/** The records and tables of the next map that are new objects although they say the same. */
export function needlesslyNew(before: SystemMap, after: SystemMap): string[] {
  const found: string[] = []
  for (const table of Object.keys(after) as (keyof SystemMap)[]) {
    if (before[table] === after[table]) continue
    if (JSON.stringify(plain(before[table])) === JSON.stringify(plain(after[table]))) found.push(table)
    if (table === 'meta') continue
    const was = before[table] as ReadonlyMap<string, unknown>
    for (const [id, record] of after[table] as ReadonlyMap<string, unknown>) {
      const old = was.get(id)
      if (old !== undefined && old !== record && JSON.stringify(plain(old)) === JSON.stringify(plain(record))) found.push(`${table} ${id}`)
    }
  }
  return found
}

/** Like an expectation, with the place of the first difference and not two whole maps. */
export function same(found: string | undefined, wanted: string | undefined, where: string): void {
  if (found === wanted || found === undefined || wanted === undefined) return expect(found, where).toBe(wanted)
  let at = 0
  while (found[at] === wanted[at]) at++
  expect(found.slice(Math.max(0, at - 200), at + 100), where).toBe(wanted.slice(Math.max(0, at - 200), at + 100))
}
