import { joined, judgementId, NO_CHANGE, type MapChange, type Write } from '../model/change.ts'
import { fieldIn, JUDGEMENT_FIELDS } from '../model/fields.ts'
import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { Judgement, Presence } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { isReadOnly } from './tables.ts'

const RATINGS = ['presence', 'quality', 'influence', 'interest', 'progress'] as const
/** What a tie's no takes with it, beside its strength. */
const CLEARED_BY_NO = ['quality', 'value'] as const

interface Said {
  readonly perspective: Id
  readonly subject: Id
  readonly judgement: Judgement
  readonly isTie: boolean
}

function said(map: SystemMap, perspective: Id, subject: Id): Said | undefined {
  const isTie = map.relationships.has(subject)
  if (!map.perspectives.has(perspective) || isReadOnly(map, perspective) || (!isTie && !map.elements.has(subject))) return undefined
  return { perspective, subject, isTie, judgement: map.judgements.get(perspective)?.get(subject) ?? {} }
}

function write({ perspective, subject }: Said, field: string, to: Json): Write {
  return { at: 'judgements', id: judgementId(perspective, subject), field, to }
}

/**
 * What a digit says of a subject: 1–5 says yes and rates a tie, 0 says no and clears quality and value, `yes` says yes and
 * no more. An element has no strength: any digit but 0 is a yes there. Nothing for a perspective or subject that is not there.
 */
export function rate(map: SystemMap, perspective: Id, subject: Id, presence: Presence): MapChange {
  const about = said(map, perspective, subject)
  if (!about) return NO_CHANGE
  const to: Presence = !about.isTie && presence !== 0 ? 'yes' : presence
  if (presence === 'yes' && typeof about.judgement.presence === 'number' && about.judgement.presence > 0) return NO_CHANGE
  const cleared = to === 0 && about.isTie ? CLEARED_BY_NO.filter((field) => about.judgement[field] !== undefined) : []
  const writes = about.judgement.presence === to ? [] : [write(about, 'presence', to)]
  return { writes: [...writes, ...cleared.map((field) => write(about, field, null))] }
}

/** The same for several at once, such as a selection. */
export function rateAll(map: SystemMap, perspective: Id, subjects: Iterable<Id>, presence: Presence): MapChange {
  return { writes: [...subjects].flatMap((subject) => rate(map, perspective, subject, presence).writes) }
}

/** Quality a step down or up, from what this perspective said; from nothing, one step off untested. An influence has none. */
export function stepQuality(map: SystemMap, perspective: Id, subject: Id, by: 1 | -1): MapChange {
  const before = map.judgements.get(perspective)?.get(subject)
  const from = before?.presence === 0 ? 0 : (before?.quality ?? 0)
  return judge(map, perspective, subject, 'quality', Math.max(-2, Math.min(2, from + by)))
}

/** Any field of a judgement; null takes it back. Giving a rating says yes where no was said. */
export function judge(map: SystemMap, perspective: Id, subject: Id, field: Exclude<keyof Judgement, 'extra'>, to: Json): MapChange {
  if (field === 'presence') return to === null ? clearRating(map, perspective, subject) : rate(map, perspective, subject, to as Presence)
  const about = said(map, perspective, subject)
  const record = map.relationships.get(subject)
  if (!about || (field === 'quality' && record?.kind === 'influences')) return NO_CHANGE
  const value = to === '' || to === false ? null : to
  if ((about.judgement[field] ?? null) === value) return NO_CHANGE
  const isRating = fieldIn(JUDGEMENT_FIELDS, field)?.type.is === 'scale'
  const yes = isRating && value !== null && about.judgement.presence === 0 ? [write(about, 'presence', 'yes')] : []
  return { writes: [...yes, write(about, field, value)] }
}

/** Several fields at once, as a place on the grid gives influence and interest. */
export function judgeFields(map: SystemMap, perspective: Id, subject: Id, fields: Readonly<Partial<Record<Exclude<keyof Judgement, 'extra'>, Json>>>): MapChange {
  return joined(...Object.entries(fields).map(([field, to]) => judge(map, perspective, subject, field as 'note', to)))
}

/** Back to *not said*: every rating goes, words stay. */
export function clearRating(map: SystemMap, perspective: Id, subject: Id): MapChange {
  const about = said(map, perspective, subject)
  if (!about) return NO_CHANGE
  return { writes: RATINGS.filter((field) => about.judgement[field] !== undefined).map((field) => write(about, field, null)) }
}
