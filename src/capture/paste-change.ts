import { elementWrites } from '../edits/add-element.ts'
import { findTie, tieWrites } from '../edits/add-tie.ts'
import { judge, rate } from '../edits/judge.ts'
import { freshId, sayYes, type Making } from '../edits/making.ts'
import { codeFor, freeSlot, organisationWrites } from '../edits/organisations.ts'
import { placer } from '../edits/placement.ts'
import { apply } from '../model/apply.ts'
import { place, type MapChange, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Slot } from '../model/kinds.ts'
import type { Presence } from '../model/records.ts'
import { nextOrder, type SystemMap } from '../model/system-map.ts'
import { counted, together } from '../words/counts.ts'
import { changeFor, type CaptureOutcome } from './change-for.ts'
import type { CaptureContext } from './intent.ts'
import { keyOf } from './names.ts'
import type { Pasted } from './paste.ts'
import { planTable, type PasteNote, type PastePlan, type PlannedElement, type PlannedTie } from './paste-plan.ts'
import { understand } from './understand.ts'

/** What a paste can make, as it is counted. */
const COUNTED = [
  { is: 'elements', noun: 'element', table: 'elements' },
  { is: 'ties', noun: 'tie', table: 'relationships' },
  { is: 'organisations', noun: 'organisation', table: 'organisations' },
  { is: 'actions', noun: 'action', table: 'actions' },
  { is: 'reflections', noun: 'reflection', table: 'reflections' },
] as const

/** What pasting would do, to show before it is done. */
export interface PastePreview {
  readonly fresh: Readonly<Record<(typeof COUNTED)[number]['is'], number>>
  /** Rows' elements or ties that are on the map already. */
  readonly here: number
  readonly notUnderstood: readonly PasteNote[]
  readonly notes: readonly PasteNote[]
  readonly organisations: PastePlan['organisations']
  /** "24 new · 3 already here · 0 not understood". */
  readonly words: string
}

interface Done extends CaptureOutcome {
  readonly preview: PastePreview
}

const done = new WeakMap<Pasted, { readonly map: SystemMap; readonly organisation: Id | null; readonly perspective: Id; readonly result: Done }>()

/** Counts of what is new, already here and not understood. The work is kept for `pasteChange` on the same map. */
export function previewPaste(pasted: Pasted, context: CaptureContext): PastePreview {
  return paste(pasted, context.map, context).preview
}

/** The whole paste as one change: new elements in their organisations' territories, nothing else moved. */
export function pasteChange(pasted: Pasted, map: SystemMap, context: CaptureContext): CaptureOutcome {
  return paste(pasted, map, context)
}

function paste(pasted: Pasted, map: SystemMap, context: CaptureContext): Done {
  const known = done.get(pasted)
  if (known && known.map === map && known.organisation === context.organisation && known.perspective === context.perspective) return known.result
  const here = { ...context, map }
  const result = pasted.as === 'lines' ? pasteLines(pasted, here) : pasteTable(planTable(pasted, here), here)
  done.set(pasted, { map, organisation: context.organisation, perspective: context.perspective, result })
  return result
}

/** Lines as they would be typed one after another; what one makes, the next one knows. */
function pasteLines(pasted: Pasted, context: CaptureContext): Done {
  let { map, organisation } = context
  const writes: Write[] = []
  const notUnderstood: PasteNote[] = []
  let here = 0
  pasted.rows.forEach((cells, i) => {
    const line = cells.join('\t').trim()
    if (line === '') return
    const now = { ...context, map, organisation, selection: [] }
    const understood = understand(line, now)
    const [problem] = understood.problems
    if (problem !== undefined || understood.intent.is === 'command') return void notUnderstood.push({ row: i + 1, words: problem ?? 'a command' })
    const outcome = changeFor(understood, map, now)
    if (outcome.organisation !== undefined) organisation = outcome.organisation
    else if (!outcome.writes.some((write) => 'make' in write)) here++
    writes.push(...outcome.writes)
    map = apply(map, outcome)
  })
  return outcomeOf(writes, context.map, map, here, { organisations: [], notUnderstood, notes: [] })
}

function pasteTable(plan: PastePlan, context: CaptureContext): Done {
  const { random, perspective } = context
  const making: Making = { now: context.now, random, perspective }
  const taken = new Set<Id>()
  const fresh = () => {
    const id = freshId(context.map, random, taken)
    taken.add(id)
    return id
  }
  const made = newOrganisations(plan, context.map, fresh)
  const map = apply(context.map, { writes: made.writes })
  const homeOf = (element: PlannedElement) => (element.organisation === null ? usualHome(context, map) : (made.ids.get(element.organisation) ?? null))
  const places = placer(map, plan.elements.length)
  const writes: Write[] = [...made.writes]
  const ids = plan.elements.map((element) => {
    const id = element.existing ?? fresh()
    writes.push(...(element.existing === null ? [] : [...sayYes(map, perspective, id), ...detailWrites(element, id)]))
    if (element.existing !== null) return id
    const { name, kind, facts, tags, description } = element
    const organisation = homeOf(element)
    const [x, y] = places.place({ name, kind, organisation, id })
    writes.push(...elementWrites(map, id, { name, kind, organisation, facts, tags, description }, making), place(id, x, y))
    return id
  })
  let here = plan.pasted.as === 'elements' ? plan.elements.filter((element) => element.existing !== null).length : 0
  const ties: { readonly id: Id; readonly tie: PlannedTie }[] = []
  for (const tie of plan.ties) {
    const [from = '', to = ''] = [ids[tie.from], ids[tie.to]]
    const before = map.elements.has(from) && map.elements.has(to) ? findTie(map, { ...tie, from, to }) : undefined
    const id = before?.id ?? fresh()
    ties.push({ id, tie })
    if (before) {
      here++
      writes.push(...sayYes(map, perspective, id), ...tie.facts.map(([name, to]): Write => ({ at: 'relationships', id, field: `fact:${name}`, to })))
    } else {
      const { kind, polarity, mutual, label, facts, description } = tie
      writes.push(...tieWrites(map, id, { from, to, kind, polarity, mutual, label, facts, description }, making))
    }
  }
  const drawn = apply(context.map, { writes })
  for (const { id, tie } of ties) {
    if (tie.strength !== undefined) writes.push(...rate(drawn, perspective, id, tie.strength as Presence).writes)
    if (tie.quality !== undefined && tie.strength !== 0) writes.push(...judge(drawn, perspective, id, 'quality', tie.quality).writes)
  }
  return outcomeOf(writes, context.map, apply(context.map, { writes }), here, plan)
}

function usualHome(context: CaptureContext, map: SystemMap): Id | null {
  return context.organisation !== null && map.organisations.has(context.organisation) ? context.organisation : null
}

/** Organisations of the sheet by their keys; those not on the map take the next free colours. */
function newOrganisations(plan: PastePlan, map: SystemMap, fresh: () => Id): { readonly ids: ReadonlyMap<string, Id>; readonly writes: readonly Write[] } {
  const ids = new Map<string, Id>()
  const writes: Write[] = []
  const slots: Slot[] = [...map.organisations.values()].map((organisation) => organisation.slot)
  const codes = [...map.organisations.values()].map((organisation) => organisation.code)
  let order = nextOrder(map.organisations)
  for (const { said, is } of plan.organisations) {
    if (is === 'none') continue
    if (is !== null) {
      ids.set(keyOf(said), is)
      continue
    }
    const id = fresh()
    const slot = freeSlot(slots)
    const code = codeFor(said, codes)
    slots.push(slot)
    codes.push(code)
    ids.set(keyOf(said), id)
    writes.push(...organisationWrites(map, id, { name: said, code, slot, order: order++ }, fresh(), ids.size))
  }
  return { ids, writes }
}

/** What the sheet knows beyond the name of an element that is here. */
function detailWrites({ facts, tags }: PlannedElement, id: Id): readonly Write[] {
  return [
    ...facts.map(([name, to]): Write => ({ at: 'elements', id, field: `fact:${name}`, to })),
    ...tags.map((tag, order): Write => ({ at: 'elements', id, field: `tag:${tag}`, to: order })),
  ]
}

function outcomeOf(writes: readonly Write[], before: SystemMap, after: SystemMap, here: number, plan: Pick<PastePlan, 'organisations' | 'notUnderstood' | 'notes'>): Done {
  const change: MapChange = { writes }
  const select = [...after.elements.keys()].filter((id) => !before.elements.has(id))
  const made = COUNTED.map(({ is, noun, table }) => ({ is, noun, count: after[table].size - before[table].size }))
  const fresh = Object.fromEntries(made.map(({ is, count }) => [is, count])) as PastePreview['fresh']
  const parts = made.flatMap(({ noun, count }) => (count > 0 ? [counted(count, noun)] : []))
  const announce = parts.length ? `Added ${together(parts)}.` : 'Nothing new to add.'
  const words = `${parts.length ? together(parts) : '0'} new · ${here} already here · ${plan.notUnderstood.length} not understood`
  return { ...change, title: 'Paste', select, announce, preview: { fresh, here, words, notUnderstood: plan.notUnderstood, notes: plan.notes, organisations: plan.organisations } }
}
