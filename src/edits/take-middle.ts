import { judgementId, NO_CHANGE, type MapChange, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Judgement, Perspective, Presence } from '../model/records.ts'
import { judgementOf, sharedOf, type SystemMap } from '../model/system-map.ts'
import { asked, sortOf, type Rating } from '../reading/answer.ts'
import { pool } from '../reading/pool.ts'
import { spreadOf } from '../reading/spread.ts'
import { rate } from './judge.ts'

/** Close enough for the middle of all to be taken at once. */
const CLOSE = 0.25

/** What the voices would agree on about one subject. */
export interface Middle {
  /** By majority; *even* where as many say yes as no, and then nothing is taken. */
  readonly presence: 'yes' | 'no' | 'even'
  /** Medians; a half has to be decided for one of its two neighbours. */
  readonly values: Readonly<Partial<Record<Rating, number>>>
}

/** Null where fewer than two of the voices answered. */
export function middleOf(map: SystemMap, subject: Id, voices: readonly Perspective[]): Middle | null {
  const spread = spreadOf(map, voices).of(subject)
  if (!spread) return null
  if (spread.yes * 2 === spread.n) return { presence: 'even', values: {} }
  if (spread.yes * 2 < spread.n) return { presence: 'no', values: {} }
  const { strength, ...rest } = spread.middle
  // A middle of nothing beside a yes is a tie that is there and not rated.
  return { presence: 'yes', values: strength === undefined || strength === 0 ? rest : { strength, ...rest } }
}

/** The ratings whose middle is a half, in their order. */
export function halvesOf(middle: Middle): readonly Rating[] {
  return (Object.entries(middle.values) as [Rating, number][]).filter(([, value]) => !Number.isInteger(value)).map(([rating]) => rating)
}

/** Writes the middle of the voices to the shared picture. Of a half, what `decided` says; undecided ones are left as they are. */
export function takeMiddle(map: SystemMap, subject: Id, voices: readonly Perspective[], decided: Middle['values'] = {}): MapChange {
  const middle = middleOf(map, subject, voices)
  const shared = sharedOf(map).id
  if (!middle || middle.presence === 'even') return NO_CHANGE
  if (middle.presence === 'no') return rate(map, shared, subject, 0)
  return { writes: agreed(map, shared, subject, { ...middle.values, ...decided }) }
}

/**
 * The middle of everything that the voices are close about (D of a quarter at most) and the room has not agreed already. Halves are left,
 * and counted by subject.
 */
export function takeMiddleOfClose(map: SystemMap, voices: readonly Perspective[]): { readonly change: MapChange; readonly taken: number; readonly halves: number } {
  const { elements, ties } = pool(map)
  const spread = spreadOf(map, voices)
  const shared = sharedOf(map).id
  const writes: Write[] = []
  let [taken, halves] = [0, 0]
  for (const subject of [...elements.keys(), ...ties.keys()]) {
    const divergence = spread.of(subject)?.divergence
    const own = judgementOf(map, shared, subject)
    if (divergence === undefined || divergence > CLOSE || own?.presence === 0) continue
    const middle = middleOf(map, subject, voices)
    if (!middle || middle.presence === 'even') continue
    const open = middle.presence === 'no' ? (own?.presence === undefined ? rate(map, shared, subject, 0).writes : []) : agreed(map, shared, subject, unsaid(own, middle.values))
    if (halvesOf({ ...middle, values: unsaid(own, middle.values) }).length > 0) halves++
    if (open.length > 0) taken++
    writes.push(...open)
  }
  return { change: { writes }, taken, halves }
}

/** Those of the values that the shared picture has none of its own for. */
function unsaid(own: Judgement | undefined, values: Middle['values']): Middle['values'] {
  return Object.fromEntries(Object.entries(values).filter(([rating]) => (rating === 'strength' ? typeof own?.presence !== 'number' : own?.[rating as 'quality'] === undefined)))
}

function agreed(map: SystemMap, shared: Id, subject: Id, values: Middle['values']): readonly Write[] {
  const record = map.elements.get(subject) ?? map.relationships.get(subject)
  const own = judgementOf(map, shared, subject)
  if (!record) return []
  const writes: Write[] = []
  const write = (field: string, to: number | string) => writes.push({ at: 'judgements', id: judgementId(shared, subject), field, to })
  const { strength } = values
  const isWhole = strength === undefined || Number.isInteger(strength)
  const presence: Presence | undefined = strength !== undefined && isWhole ? (strength as Presence) : undefined
  if (presence !== undefined && own?.presence !== presence) write('presence', presence)
  // An undecided half leaves presence and strength, which are one value, to the middle of what was said.
  else if (presence === undefined && isWhole && (own?.presence === undefined || own.presence === 0)) write('presence', 'yes')
  for (const rating of asked(sortOf(record))) {
    const value = values[rating]
    if (rating !== 'strength' && value !== undefined && Number.isInteger(value) && own?.[rating] !== value) write(rating, value)
  }
  return writes
}
