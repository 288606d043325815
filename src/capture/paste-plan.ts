import { usualElementKind } from '../edits/add-element.ts'
import { usualKind } from '../edits/add-tie.ts'
import { tidy } from '../edits/making.ts'
import { factFrom } from '../edits/set-field.ts'
import type { Id } from '../model/ids.ts'
import { tieKind, type ElementKind, type Polarity, type TieKind } from '../model/kinds.ts'
import type { SystemMap } from '../model/system-map.ts'
import type { CaptureContext } from './intent.ts'
import { findElement, keyOf } from './names.ts'
import { organisationFor, type Pasted, type PastedOrganisation } from './paste.ts'
import { elementKindFrom, guessColumns, tieKindFrom, type ColumnUse } from './paste-columns.ts'
import { tiesOfMatrix } from './paste-matrix.ts'

type Facts = readonly (readonly [string, string | number])[]

export interface PlannedElement {
  readonly name: string
  /** The organisation's key in the sheet; null: the one that the next element joins. */
  readonly organisation: string | null
  readonly kind: ElementKind
  readonly facts: Facts
  readonly tags: readonly string[]
  readonly description: string
  readonly existing: Id | null
}

export interface PlannedTie {
  /** Places in the list of elements. */
  readonly from: number
  readonly to: number
  readonly kind: TieKind
  readonly polarity: Polarity | null
  readonly mutual: boolean
  readonly label: string
  readonly facts: Facts
  readonly description: string
  readonly strength?: number
  readonly quality?: number
}

/** Something to know about a row, by its number in the sheet, from 1. */
export interface PasteNote {
  readonly row: number
  readonly words: string
}

export interface PastePlan {
  readonly pasted: Pasted
  readonly elements: readonly PlannedElement[]
  readonly ties: readonly PlannedTie[]
  readonly organisations: readonly PastedOrganisation[]
  /** Rows that give nothing, and why. */
  readonly notUnderstood: readonly PasteNote[]
  /** What was kept in another way than the column says. */
  readonly notes: readonly PasteNote[]
}

/** What a pasted sheet of elements or ties would make. One pass over its rows. */
export function planTable(pasted: Pasted, context: CaptureContext): PastePlan {
  if (pasted.as === 'matrix') return planMatrix(pasted, context)
  const plan = new Plan(pasted, context)
  pasted.rows.forEach((cells, i) => {
    if ((i === 0 && pasted.hasHeader) || cells.every((cell) => cell.trim() === '')) return
    if (pasted.as === 'ties') plan.tieRow(cells, i + 1)
    else plan.elementRow(cells, i + 1)
  })
  return plan.done()
}

/** A matrix as the ties that it says, and everyone in it, tied or not. What there is to know about a row is said of the tie: the matrix has no row for it. */
function planMatrix(pasted: Pasted, context: CaptureContext): PastePlan {
  const { names, rows } = tiesOfMatrix(pasted.rows)
  const plan = new Plan({ ...pasted, as: 'ties', hasHeader: true, rows, columns: guessColumns(rows, 'ties', true, context.map) }, context)
  for (const name of names) plan.named(name)
  rows.slice(1).forEach((cells, i) => plan.tieRow(cells, i + 1))
  return { ...plan.done(), pasted }
}

class Plan {
  readonly elements: PlannedElement[] = []
  readonly ties: PlannedTie[] = []
  readonly organisations = new Map<string, PastedOrganisation>()
  readonly notUnderstood: PasteNote[] = []
  readonly notes: PasteNote[] = []
  private readonly pasted: Pasted
  private readonly context: CaptureContext
  private readonly map: SystemMap
  private readonly met = new Map<string, number>()
  private readonly tied = new Map<string, number>()
  private readonly columnOf: ReadonlyMap<ColumnUse, number>

  constructor(pasted: Pasted, context: CaptureContext) {
    this.pasted = pasted
    this.context = context
    this.map = context.map
    this.columnOf = new Map(pasted.columns.map((use, i) => [use, i]))
  }

  done(): PastePlan {
    const { pasted, elements, ties, organisations, notUnderstood, notes } = this
    return { pasted, elements, ties, organisations: [...organisations.values()], notUnderstood, notes }
  }

  /** Someone of whom the sheet says nothing but the name. */
  named(name: string): void {
    this.element(tidy(name), '')
  }

  private cell(cells: readonly string[], use: ColumnUse): string {
    const column = this.columnOf.get(use)
    return column === undefined ? '' : tidy(cells[column] ?? '')
  }

  private factsOf(cells: readonly string[]): (readonly [string, string | number])[] {
    const [header = []] = this.pasted.rows
    const facts = new Map<string, string | number>()
    this.pasted.columns.forEach((use, i) => {
      const value = (cells[i] ?? '').trim()
      if (use !== 'fact' || value === '') return
      const title = (this.pasted.hasHeader && tidy(header[i] ?? '')) || `Column ${i + 1}`
      facts.set(facts.has(title) ? `${title} ${i + 1}` : title, factFrom(value))
    })
    return [...facts]
  }

  /** The key of an organisation as the sheet calls it; null where it says nothing. */
  private organisation(said: string): string | null {
    if (said === '') return null
    const key = keyOf(said)
    if (!this.organisations.has(key)) this.organisations.set(key, organisationFor(said, this.pasted, this.map))
    return key
  }

  private element(name: string, said: string, more: Partial<Pick<PlannedElement, 'facts' | 'tags' | 'description' | 'kind'>> = {}): number {
    const organisation = this.organisation(said)
    const is = organisation === null ? undefined : this.organisations.get(organisation)?.is
    const known = is === undefined ? undefined : is === 'none' ? null : (is ?? undefined)
    // A new organisation has no elements yet: whatever has the name belongs to another.
    const isElsewhere = organisation !== null && is === null
    const existing = isElsewhere ? undefined : findElement(this.map, name, known, this.context.organisation)
    const key = existing ? `is ${existing.id}` : `new ${keyOf(name)} ${organisation ?? ''}`
    const before = this.met.get(key)
    if (before !== undefined) {
      this.addTo(before, more)
      return before
    }
    const home = organisation === null ? this.context.organisation : (known ?? null)
    const at = this.elements.push({
      name, organisation, kind: more.kind ?? usualElementKind(this.map, home), facts: more.facts ?? [], tags: more.tags ?? [], description: more.description ?? '', existing: existing?.id ?? null,
    }) - 1
    this.met.set(key, at)
    return at
  }

  private addTo(at: number, { facts = [], tags = [], description = '', kind }: Partial<PlannedElement>): void {
    const before = this.elements[at]
    if (!before) return
    this.elements[at] = { ...before, kind: kind ?? before.kind, facts: [...new Map([...before.facts, ...facts])], tags: [...new Set([...before.tags, ...tags])], description: before.description || description }
  }

  elementRow(cells: readonly string[], row: number): void {
    const name = this.cell(cells, 'name')
    if (name === '') return void this.notUnderstood.push({ row, words: 'no name' })
    const said = this.cell(cells, 'kind')
    const kind = elementKindFrom(said)
    const facts = this.factsOf(cells)
    if (said !== '' && !kind) {
      facts.push(['Kind', said])
      this.notes.push({ row, words: `“${said}” is not one of the kinds. It is kept as a fact.` })
    }
    const before = this.elements.length
    this.element(name, this.cell(cells, 'organisation'), {
      ...(kind ? { kind } : {}), facts, tags: severalIn(this.cell(cells, 'tags')), description: this.cell(cells, 'description'),
    })
    if (this.elements.length === before) this.notes.push({ row, words: `${name} is in the list already.` })
  }

  tieRow(cells: readonly string[], row: number): void {
    const from = this.cell(cells, 'from')
    const targets = severalIn(this.cell(cells, 'to'))
    if (from === '' || targets.length === 0) return void this.notUnderstood.push({ row, words: from === '' ? 'nothing in From' : 'nothing in To' })
    for (const to of targets) this.tie(cells, row, from, to)
  }

  private tie(cells: readonly string[], row: number, fromName: string, toName: string): void {
    const facts = this.factsOf(cells)
    const from = this.element(fromName, this.cell(cells, 'from organisation'))
    const to = this.element(toName, this.cell(cells, 'to organisation'))
    const saidKind = this.cell(cells, 'kind')
    const byName = tieKindFrom(saidKind)
    if (saidKind !== '' && !byName) {
      facts.push(['Kind', saidKind])
      this.notes.push({ row, words: `“${saidKind}” is not one of the kinds of tie. It is kept as a fact.` })
    }
    const kind = byName ?? usualKind(this.elements[from] ?? { kind: 'team' }, this.elements[to] ?? { kind: 'team' })
    const direction = keyOf(this.cell(cells, 'direction'))
    const isBoth = /^(?:mutual|undirected|both|yes|true)/u.test(direction)
    const mutual = isBoth || (direction === '' && tieKind(kind).mutual)
    const tie: PlannedTie = {
      from, to, kind, mutual, label: this.cell(cells, 'label'), facts, description: this.cell(cells, 'description'),
      polarity: kind === 'influences' ? signFrom(this.cell(cells, 'sign')) : null,
      ...this.rating(cells, row, 'strength', 0, 5, facts), ...(kind === 'influences' ? {} : this.rating(cells, row, 'quality', -2, 2, facts)),
    }
    const key = `${from} ${to} ${kind} ${tie.polarity} ${keyOf(tie.label)}`
    const before = this.tied.get(key)
    if (before === undefined) this.tied.set(key, this.ties.push(tie) - 1)
    else {
      const earlier = this.ties[before]
      if (earlier) this.ties[before] = { ...earlier, ...tie, facts: [...new Map([...earlier.facts, ...facts])] }
      this.notes.push({ row, words: 'The same tie as in an earlier row. The later values are kept.' })
    }
  }

  private rating(cells: readonly string[], row: number, use: 'strength' | 'quality', least: number, most: number, facts: (readonly [string, string | number])[]): Partial<Record<'strength' | 'quality', number>> {
    const said = this.cell(cells, use)
    if (said === '') return {}
    const value = Number(said.replace('−', '-'))
    if (Number.isInteger(value) && value >= least && value <= most) return { [use]: value }
    const title = use === 'strength' ? 'Strength' : 'Quality'
    facts.push([title, factFrom(said)])
    this.notes.push({ row, words: `${title} “${said}” is off the scale. It is kept as a fact.` })
    return {}
  }
}

function severalIn(cell: string): readonly string[] {
  return [...new Set(cell.split('|').map(tidy).filter((one) => one !== ''))]
}

function signFrom(said: string): Polarity {
  if (/^(?:-|−|o|opposite|negative|reduces)/iu.test(said)) return '-'
  return said === '' || /^(?:\+|s|same|positive|increases)/iu.test(said) ? '+' : '?'
}
