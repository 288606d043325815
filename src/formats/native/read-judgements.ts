import { isObject } from '../../model/check.ts'
import { JUDGEMENT_FIELDS } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Judgement, Presence } from '../../model/records.ts'
import { STRENGTH } from '../../model/scales.ts'
import { idFrom } from './ids.ts'
import { keptKeys } from './kept-keys.ts'
import { own, type Mender } from './mender.ts'
import { mendValue, shown } from './mend-value.ts'

const known: ReadonlySet<string> = new Set(['seen', 'strength', ...JUDGEMENT_FIELDS.map(({ name }) => name).filter((name) => name !== 'presence' && name !== 'extra')])

/** What a perspective says, by subject; null where it says nothing. */
export function readJudgements(given: Json | undefined, place: string, mender: Mender): ReadonlyMap<Id, Judgement> | null {
  if (given === undefined) return null
  if (!isObject(given)) {
    mender.note(place, `“judgements” held ${shown(given)}, which holds no judgements; it was left out`)
    return null
  }
  const said = new Map<Id, Judgement>()
  for (const [raw, value] of Object.entries(given)) {
    const where = `${place}, on ${shown(raw)}`
    const subject = idFrom(raw)
    if (subject === '' || !isObject(value)) {
      mender.note(where, `${shown(subject === '' ? raw : value)} is no ${subject === '' ? 'subject' : 'judgement'}; it was left out`)
      continue
    }
    if (subject !== raw) mender.note(where, `${shown(raw)} is not an id; it is now “${subject}”`)
    const judgement = readJudgement(value, where, mender)
    if (judgement) said.set(subject, judgement)
  }
  return said.size === 0 ? null : said
}

function readJudgement(given: JsonObject, place: string, mender: Mender): Judgement | null {
  const judgement: Record<string, Json> = {}
  const presence = readPresence(given, place, mender)
  if (presence !== null) judgement['presence'] = presence
  for (const field of JUDGEMENT_FIELDS) {
    const value = known.has(field.name) ? own(given, field.name) : undefined
    if (value === undefined || value === null) continue
    const mended = mendValue(field, value)
    if (mended.words !== null) mender.note(place, mended.words)
    if (mended.value !== undefined) judgement[field.name] = mended.value
  }
  const extra = keptKeys(given, known)
  if (extra !== '') judgement['extra'] = extra
  return Object.keys(judgement).length === 0 ? null : (judgement as Judgement)
}

/** `seen` and `strength` are one value in the model (rule 7). A strength alone says yes; beside a no it is dropped. */
function readPresence(given: JsonObject, place: string, mender: Mender): Presence | null {
  const seen = readSeen(own(given, 'seen') ?? null, place, mender)
  const strength = readStrength(own(given, 'strength') ?? null, place, mender)
  if (strength === null) return seen === 'no' ? 0 : seen
  if (seen === 'no') {
    mender.note(place, `a strength of ${strength} stood beside “seen”: “no”; it was left out`)
    return 0
  }
  if (strength > 0) return strength
  mender.note(place, seen === 'yes' ? 'a strength of 0 stood beside “seen”: “yes”; it was left out' : 'a strength of 0 reads as “seen”: “no”')
  return seen ?? 0
}

function readSeen(given: Json, place: string, mender: Mender): 'yes' | 'no' | null {
  if (given === null || given === 'yes' || given === 'no') return given
  const seen = given === true ? 'yes' : given === false ? 'no' : null
  mender.note(place, `“seen” held ${shown(given)}; ${seen ? `it reads as “${seen}”` : 'it was left out'}`)
  return seen
}

function readStrength(given: Json, place: string, mender: Mender): Exclude<Presence, 'yes'> | null {
  const strength = typeof given === 'string' && given.trim() !== '' ? Number(given) : given
  const isStep = STRENGTH.steps.some(({ value }) => value === strength)
  if (given !== null && (!isStep || strength !== given)) mender.note(place, `“strength” held ${shown(given)}; ${isStep ? `it reads as “${String(strength)}”` : 'it was left out'}`)
  return isStep ? (strength as Exclude<Presence, 'yes'>) : null
}
