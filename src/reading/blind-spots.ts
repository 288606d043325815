import type { Id } from '../model/ids.ts'
import type { MapElement, Perspective, Relationship } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { pool } from './pool.ts'
import { resolve } from './resolve.ts'
import { spreadOf } from './spread.ts'

/** What one perspective does not see that others do, and what it alone sees; each the most telling first. */
export interface BlindSpots {
  /** It says no; at least one, and at least half, of the others who answered say yes. */
  readonly blind: readonly Id[]
  /** The same where it looked at everything and did not name it: a weaker mark. */
  readonly unnamed: readonly Id[]
  /** Blind spots that are ties with an end in its own organisation: the strongest mark. */
  readonly ownEnd: ReadonlySet<Id>
  /** It says yes; two or more others answered, and all said no. */
  readonly onlyWe: readonly Id[]
}

const spots = new WeakMap<MapContent, WeakMap<readonly Perspective[], Map<Id, BlindSpots>>>()

/** The blind spots of a perspective against the other voices. One yes is enough, on purpose. One pass over the pool. */
export function blindSpots(moment: MapContent, perspective: Id, voices: readonly Perspective[]): BlindSpots {
  let byVoices = spots.get(moment)
  if (!byVoices) spots.set(moment, (byVoices = new WeakMap()))
  let known = byVoices.get(voices)
  if (!known) byVoices.set(voices, (known = new Map()))
  let found = known.get(perspective)
  if (!found) known.set(perspective, (found = search(moment, perspective, voices)))
  return found
}

function search(moment: MapContent, asked: Id, voices: readonly Perspective[]): BlindSpots {
  const { elements, ties } = pool(moment)
  const who = moment.perspectives.get(asked)
  const own = resolve(moment, asked)
  const others = voices.filter(({ id }) => id !== asked).map(({ id }) => resolve(moment, id))
  const blind: Id[] = []
  const unnamed: Id[] = []
  const onlyWe: Id[] = []
  const ownEnd = new Set<Id>()
  for (const subject of [...elements.values(), ...ties.values()]) {
    const { state } = own.of(subject.id)
    let [yes, no] = [0, 0]
    for (const other of others) {
      const said = other.of(subject.id).state
      if (said === 'yes') yes++
      else if (said === 'no') no++
    }
    const othersSee = yes >= 1 && yes >= no
    if (state === 'yes') {
      if (yes === 0 && no >= 2) onlyWe.push(subject.id)
    } else if (othersSee && state === 'no') {
      blind.push(subject.id)
      if ('from' in subject && holdsEnd(elements, subject, who?.organisation ?? null)) ownEnd.add(subject.id)
    } else if (othersSee && isUnnamedBy(who, subject)) unnamed.push(subject.id)
  }
  const spread = spreadOf(moment, voices)
  const talk = (id: Id) => Math.round((spread.of(id)?.talk ?? 0) * 1e9)
  const first = (a: Id, b: Id) => Number(ownEnd.has(b)) - Number(ownEnd.has(a)) || talk(b) - talk(a) || (a < b ? -1 : 1)
  return { blind: blind.sort(first), unnamed: unnamed.sort(first), onlyWe: onlyWe.sort(first), ownEnd }
}

function holdsEnd(elements: ReadonlyMap<Id, MapElement>, { from, to }: Relationship, organisation: Id | null): boolean {
  return organisation !== null && (elements.get(from)?.organisation === organisation || elements.get(to)?.organisation === organisation)
}

/** Silence of someone who looked at everything, about what was there then. What was added later, or nobody knows when they looked, is silence. */
export function isUnnamedBy(perspective: Perspective | undefined, { added }: Pick<MapElement, 'added'>): boolean {
  if (perspective?.coverage !== 'complete' || perspective.type === 'shared' || perspective.type === 'vision' || perspective.coverageAt === null) return false
  return added === '' || Date.parse(added) < Date.parse(perspective.coverageAt)
}
