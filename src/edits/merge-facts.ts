import type { Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Facts } from '../model/records.ts'

type Table = 'elements' | 'relationships'

/** Facts on their way into a kept record: one that says something else under the same name keeps it under a name that says whose it was. */
export class GatheredFacts {
  readonly writes: Write[] = []
  private readonly table: Table
  private readonly id: Id
  private readonly facts: Map<string, string | number>

  constructor(table: Table, id: Id, facts: Facts) {
    this.table = table
    this.id = id
    this.facts = new Map(facts)
  }

  add(name: string, value: string | number, whose: string): void {
    let free = name
    for (let n = 1; this.facts.has(free) && this.facts.get(free) !== value; n++) free = n === 1 ? `${name} (${whose})` : `${name} (${whose} ${n})`
    if (this.facts.get(free) === value) return
    this.facts.set(free, value)
    this.writes.push({ at: this.table, id: this.id, field: `fact:${free}`, to: value })
  }
}

/** Two descriptions as one, each once. */
export function bothDescriptions(kept: string, other: string): string {
  if (other.trim() === '' || kept.includes(other)) return kept
  return kept.trim() === '' ? other : `${kept}\n\n${other}`
}
