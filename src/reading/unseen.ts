import type { Id } from '../model/ids.ts'
import type { Perspective } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { blindSpots } from './blind-spots.ts'
import { spreadOf } from './spread.ts'

/** Something that others see and some do not, or that some see alone. */
export interface Unseen {
  readonly id: Id
  /** *blind*: they say no. *unnamed*: they looked at everything and did not name it. *only we*: they see it, and nobody else. */
  readonly is: 'blind' | 'unnamed' | 'only we'
  /** A blind tie with an end in the organisation of somebody who does not see it. */
  readonly isOwnEnd: boolean
  /** Those who do not see it; of *only we*, those who do. In the order of the voices. */
  readonly who: readonly Perspective[]
}

const found = new WeakMap<MapContent, WeakMap<readonly Perspective[], Map<Id | null, readonly Unseen[]>>>()

/**
 * What one perspective does not see, or, where none is asked, what any voice does not: blind spots first, own ends before the others, then
 * what was not named, then what is seen by some alone; each by talk, then by id. A subject stands once, as the strongest of what it is.
 */
export function unseenBy(moment: MapContent, voices: readonly Perspective[], asked: Id | null): readonly Unseen[] {
  let byVoices = found.get(moment)
  if (!byVoices) found.set(moment, (byVoices = new WeakMap()))
  let known = byVoices.get(voices)
  if (!known) byVoices.set(voices, (known = new Map()))
  let list = known.get(asked)
  if (!list) known.set(asked, (list = search(moment, voices, asked)))
  return list
}

const SORTS = ['blind', 'unnamed', 'only we'] as const

function search(moment: MapContent, voices: readonly Perspective[], asked: Id | null): readonly Unseen[] {
  const one = asked === null ? undefined : moment.perspectives.get(asked)
  const whose = asked === null ? voices : one ? [one] : []
  const kinds = SORTS.map(() => new Map<Id, Perspective[]>())
  const ownEnds = new Set<Id>()
  for (const perspective of whose) {
    const { blind, unnamed, onlyWe, ownEnd } = blindSpots(moment, perspective.id, voices)
    for (const [i, ids] of [blind, unnamed, onlyWe].entries()) {
      for (const id of ids) {
        const known = kinds[i]?.get(id)
        if (known) known.push(perspective)
        else kinds[i]?.set(id, [perspective])
      }
    }
    for (const id of ownEnd) ownEnds.add(id)
  }
  const spread = spreadOf(moment, voices)
  const talk = (id: Id) => Math.round((spread.of(id)?.talk ?? 0) * 1e9)
  const taken = new Set<Id>()
  return SORTS.flatMap((is, i) => {
    const list = [...(kinds[i] ?? [])].filter(([id]) => !taken.has(id)).map(([id, who]): Unseen => ({ id, is, isOwnEnd: is === 'blind' && ownEnds.has(id), who }))
    for (const { id } of list) taken.add(id)
    return list.sort((a, b) => Number(b.isOwnEnd) - Number(a.isOwnEnd) || talk(b.id) - talk(a.id) || (a.id < b.id ? -1 : 1))
  })
}
