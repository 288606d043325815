import { addElement } from '../../../src/edits/add-element.ts'
import { addTie } from '../../../src/edits/add-tie.ts'
import type { GatherFile } from '../../../src/edits/gather/gather-file.ts'
import { gathered } from '../../../src/edits/gather/gathered.ts'
import { type Decisions } from '../../../src/edits/gather/match.ts'
import { planGather } from '../../../src/edits/gather/plan.ts'
import { apply } from '../../../src/model/apply.ts'
import { judgementId, make, type Write } from '../../../src/model/change.ts'
import { emptyMap } from '../../../src/model/empty-map.ts'
import type { Id } from '../../../src/model/ids.ts'
import type { TieKind } from '../../../src/model/kinds.ts'
import type { SystemMap } from '../../../src/model/system-map.ts'
import { seeded } from '../../support/seeded.ts'

const now = new Date('2016-05-19T09:00:00Z')

/** What the facilitator has: two organisations, three elements, a tie, and a shared picture that says so. */
export function facilitators(): SystemMap {
  let map = apply(emptyMap('facilitator', { title: 'Harbour', lineage: 'pack' }), {
    writes: [make('organisations', 'AC', { name: 'Acute care', code: 'AC', slot: 3, order: 1 }), make('organisations', 'SC', { name: 'Adult social care', code: 'SC', slot: 4, order: 2 })],
  })
  for (const [id, name, organisation] of [['ward', 'Medical wards', 'AC'], ['disch', 'Hospital discharge team', 'AC'], ['brok', 'Care brokerage', 'SC']] as const) {
    map = apply(map, { writes: [make('elements', id, { name, organisation, added: '2016-05-01T09:00:00Z' }), { at: 'judgements', id: judgementId('shared', id), field: 'presence', to: 'yes' }] })
  }
  return apply(map, { writes: [make('relationships', 'daily', { from: 'disch', to: 'brok', kind: 'works', mutual: true, label: 'daily call' }), { at: 'judgements', id: 'shared:daily', field: 'presence', to: 3 }] })
}

/** A table's copy of a map, in which it then does something. */
export class Table {
  map: SystemMap
  readonly view: Id
  private readonly random

  constructor(of: SystemMap, n: number) {
    this.view = `table-${n}`
    this.random = seeded(n * 7919)
    this.map = apply(of, { writes: [make('perspectives', this.view, { name: `Table ${n}`, type: 'table', order: n }), { at: 'meta', id: 'map', field: 'table', to: this.view }] })
  }

  adds(name: string, organisation: Id | null): Id {
    const made = addElement(this.map, { name, organisation }, this.making)
    this.map = apply(this.map, made.change)
    return made.id
  }

  ties(from: Id, to: Id, kind: TieKind, more: { readonly mutual?: boolean; readonly label?: string; readonly polarity?: '+' | '-' } = {}): Id {
    const made = addTie(this.map, { from, to, kind, ...more }, this.making)
    this.map = apply(this.map, made.change)
    return made.id
  }

  says(subject: Id, field: string, to: string | number): this {
    return this.does({ at: 'judgements', id: judgementId(this.view, subject), field, to })
  }

  does(...writes: readonly Write[]): this {
    this.map = apply(this.map, { writes })
    return this
  }

  file(savedAt = '2016-05-19T09:38:00.000Z', name = `${this.map.perspectives.get(this.view)?.name ?? ''} 2016-05-19.sightlines.json`): GatherFile {
    return { name, savedAt, map: this.map }
  }

  private get making() {
    return { now, random: this.random, perspective: this.view }
  }
}

export const NOTHING_DECIDED: Decisions = new Map()

/** Files gathered into a map, all from other maps included, as one change. */
export function gather(map: SystemMap, files: readonly GatherFile[], decisions: Decisions = NOTHING_DECIDED) {
  const included = new Set(planGather(map, files, new Set()).files.map(({ key }) => key))
  const plan = planGather(map, files, included)
  const change = gathered(map, files, plan, decisions)
  return { plan, change, after: apply(map, change) }
}

export function nameOf(map: SystemMap, id: Id | undefined): string | undefined {
  return id === undefined ? undefined : map.elements.get(id)?.name
}
