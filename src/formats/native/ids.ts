import { isId, type Id } from '../../model/ids.ts'
import type { Json } from '../../model/json.ts'
import { contentKey } from './content-key.ts'

/**
 * The id that a file's value stands for: itself where it is one, else a new one that is the same wherever the same value stands (rule 1).
 * Empty where there is nothing to go by.
 */
export function idFrom(raw: Json | undefined): Id {
  if (typeof raw === 'number') return isId(String(raw)) ? String(raw) : ''
  if (typeof raw !== 'string' || raw === '') return ''
  const isOne: boolean = isId(raw)
  if (isOne) return raw
  const letters = raw.normalize('NFKD').replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40)
  return `${letters || 'id'}-${contentKey(raw).slice(0, 8)}`
}

/** Gives every record of a list an id of its own. `taken` gathers them, over several lists where they share one space. */
export class IdGiver {
  private readonly taken: Set<Id>
  private readonly wanted: ReadonlySet<Id>
  private readonly next = new Map<Id, number>()

  constructor(wanted: Iterable<Id>, taken: Set<Id>) {
    this.wanted = new Set(wanted)
    this.taken = taken
  }

  /** The id itself where it is free, else with the first number that no record has or wants. A made-up id never takes one that is wanted. */
  give(wanted: Id, isMadeUp = false): Id {
    let id = wanted
    const stem = wanted.slice(0, 56)
    for (let n = this.next.get(stem) ?? 2; this.taken.has(id) || (isMadeUp && this.wanted.has(id)); n++) {
      if (!this.wanted.has(`${stem}-${n}`)) id = `${stem}-${n}`
      this.next.set(stem, n + 1)
    }
    this.taken.add(id)
    return id
  }
}
