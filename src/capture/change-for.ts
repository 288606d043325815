import { addAction } from '../edits/add-action.ts'
import { elementWrites } from '../edits/add-element.ts'
import { addReflection } from '../edits/add-reflection.ts'
import { tieWrites } from '../edits/add-tie.ts'
import { judge, rate } from '../edits/judge.ts'
import { freshId, sayYes, type Making } from '../edits/making.ts'
import { placer } from '../edits/placement.ts'
import { rename } from '../edits/set-field.ts'
import { apply } from '../model/apply.ts'
import { NO_CHANGE, place, type MapChange, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Point, Presence } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { addedWords, selectedWords } from '../words/announcements.ts'
import { isoDate } from '../words/dates.ts'
import type { CaptureContext, Intent, Named, NamedTie, Understanding } from './intent.ts'
import { understand } from './understand.ts'

/** What Enter does: a change, what is then selected, and what is said. */
export interface CaptureOutcome extends MapChange {
  /** The name of the undo step; empty where nothing changes. */
  readonly title: string
  /** Undefined: the selection stays. */
  readonly select?: readonly Id[]
  readonly announce: string
  /** The organisation that the next element joins from now on. */
  readonly organisation?: Id | null
  /** Words for the palette. */
  readonly command?: string
}

const nothing = (announce = ''): CaptureOutcome => ({ ...NO_CHANGE, title: '', announce })

/** The change that a line makes on this map, which may have moved on since the line was understood. */
export function changeFor(understanding: Understanding, map: SystemMap, context: CaptureContext): CaptureOutcome {
  const now = map === context.map ? understanding : understand(understanding.line, { ...context, map })
  const [problem] = now.problems
  return problem === undefined ? outcomeOf(now.intent, map, context) : nothing(problem)
}

function outcomeOf(intent: Intent, map: SystemMap, context: CaptureContext): CaptureOutcome {
  const { random, now } = context
  switch (intent.is) {
    case 'nothing':
      return nothing()
    case 'organisation':
      return { ...nothing(`The next ones join ${(intent.organisation !== null && map.organisations.get(intent.organisation)?.name) || 'no organisation'}.`), organisation: intent.organisation }
    case 'command':
      return { ...nothing(), command: intent.words }
    case 'elements':
    case 'ties':
      return drawn(intent.elements, intent.is === 'ties' ? intent.ties : [], map, context)
    case 'action': {
      const { title, organisations, due, touches } = intent
      return { ...addAction(map, { title, organisations, due, touches }, random).change, title: 'Add action', announce: `Added action: ${title}.` }
    }
    case 'reflection': {
      const { words, about } = intent
      const { change } = addReflection(map, { words, about, private: intent.private }, isoDate(now), random)
      return { ...change, title: 'Add reflection', announce: intent.private ? 'Added a reflection, kept to yourself.' : 'Added a reflection.' }
    }
  }
}

function drawn(named: readonly Named[], ties: readonly NamedTie[], map: SystemMap, context: CaptureContext): CaptureOutcome {
  const making: Making = { now: context.now, random: context.random, perspective: context.perspective }
  const writes: Write[] = []
  const taken = new Set<Id>()
  const fresh = () => {
    const id = freshId(map, context.random, taken)
    taken.add(id)
    return id
  }
  const ids = named.map((one) => one.existing ?? fresh())
  const newIds: Id[] = []
  const places = placer(map, named.length)
  const placed = new Map<Id, Point>()
  named.forEach((one, i) => {
    const id = ids[i] ?? ''
    if (one.existing !== null) return void writes.push(...sayYes(map, context.perspective, id))
    const at = places.place({ ...one, id }, otherEnd(i, ties, ids, (end) => map.positions.has(end) || placed.has(end)))
    placed.set(id, at)
    newIds.push(id)
    const { name, organisation, kind } = one
    writes.push(...elementWrites(map, id, { name, organisation, kind }, making), place(id, at[0], at[1]))
  })
  const tieIds = ties.map((tie) => {
    const id = tie.existing ?? fresh()
    const from = ids[tie.from] ?? ''
    const to = ids[tie.to] ?? ''
    if (tie.existing === null) {
      const { kind, polarity, mutual, label } = tie
      newIds.push(id)
      writes.push(...tieWrites(map, id, { from, to, kind, polarity, mutual, label }, making))
    } else {
      writes.push(...sayYes(map, context.perspective, id))
      if (tie.label !== '' && map.relationships.get(id)?.label === '') writes.push(...rename(map, id, tie.label).writes)
    }
    return id
  })
  const drawnChange: MapChange = { writes: once(writes) }
  const after = apply(map, drawnChange)
  const ratings = ties.flatMap((tie, i) => ratingWrites(after, context.perspective, tieIds[i] ?? '', tie))
  const select = ties.length ? tieIds : ids
  const announce = newIds.length ? addedWords(after, newIds) : `Already here. ${selectedWords(after, select)}`
  const all = [...drawnChange.writes, ...ratings]
  return { writes: all, title: all.length ? titleOf(named, ties, newIds.length > 0) : '', select, announce }
}

function titleOf(named: readonly Named[], ties: readonly NamedTie[], isNew: boolean): string {
  const verb = isNew ? 'Add' : 'Say yes to'
  const [only] = named
  if (ties.length) return ties.length === 1 ? `${verb} tie` : `${verb} ${ties.length} ties`
  return named.length === 1 && only ? `${verb} ${only.name}` : `${verb} ${named.length} elements`
}

/** The other end of an element's first tie, if it has a place: new ones go near it. */
function otherEnd(i: number, ties: readonly NamedTie[], ids: readonly Id[], isPlaced: (id: Id) => boolean): Id | undefined {
  for (const tie of ties) {
    const end = tie.from === i ? ids[tie.to] : tie.to === i ? ids[tie.from] : undefined
    if (end !== undefined && isPlaced(end)) return end
  }
  return undefined
}

/** Ratings go to the perspective that is written. */
function ratingWrites(after: SystemMap, perspective: Id, tie: Id, { strength, quality }: NamedTie): readonly Write[] {
  const said = strength === undefined ? [] : rate(after, perspective, tie, strength as Presence).writes
  return strength === 0 || quality === undefined ? said : [...said, ...judge(after, perspective, tie, 'quality', quality).writes]
}

/** Each yes once: an element that is an end of several ties is said yes to by each. */
function once(writes: readonly Write[]): readonly Write[] {
  const seen = new Set<string>()
  return writes.filter((write) => {
    if (write.at !== 'judgements') return true
    const isNew = !seen.has(write.id)
    seen.add(write.id)
    return isNew
  })
}
