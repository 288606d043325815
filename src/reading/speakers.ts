import type { Id } from '../model/ids.ts'
import type { Perspective } from '../model/records.ts'
import { byId } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { readMembers, resolve, type Reading } from './resolve.ts'

/** Through whom an organisation speaks: its own perspective, else the middle of its tables and open people. */
export interface Speaker {
  readonly members: readonly Perspective[]
  readonly reading: Reading
}

const speakers = new WeakMap<MapContent, Map<Id, Speaker | null>>()

/** Null where nobody speaks for the organisation. */
export function speakerOf(moment: MapContent, organisation: Id): Speaker | null {
  let known = speakers.get(moment)
  if (!known) speakers.set(moment, (known = new Map()))
  let speaker = known.get(organisation)
  if (speaker === undefined) known.set(organisation, (speaker = found(moment, organisation)))
  return speaker
}

function found(moment: MapContent, organisation: Id): Speaker | null {
  const own = [...moment.perspectives.values()].filter((perspective) => perspective.organisation === organisation && !perspective.private).sort((a, b) => byId(a.id, b.id))
  const first = own.find(({ type }) => type === 'organisation')
  if (first) return { members: [first], reading: resolve(moment, first.id) }
  const members = own.filter(({ type }) => type === 'table' || type === 'person')
  return members.length === 0 ? null : { members, reading: readMembers(moment, members) }
}
