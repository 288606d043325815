import type { Write } from '../../model/change.ts'
import type { Id } from '../../model/ids.ts'
import type { Relationship } from '../../model/records.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { pool } from '../../reading/pool.ts'
import { baseOf } from '../record-base.ts'
import type { Arrived } from './arrivals.ts'
import type { KeyedFile } from './gather-file.ts'
import { fileKey, type NodeKey } from './match.ts'
import { arrivalId } from './match-elements.ts'

export interface ArrivedTies {
  readonly writes: readonly Write[]
  /** By file and id: the id in the open map. A tie between two things that became one is not there. */
  readonly ties: ReadonlyMap<NodeKey, Id>
}

type Like = Pick<Relationship, 'from' | 'to' | 'kind' | 'mutual' | 'polarity' | 'label'> & { readonly id: Id }

/**
 * Ties match by id within one lineage, else by their ends and kind, either way round where one goes both ways. Two that one file drew
 * stay two: the one of the same label first. Two influences of opposite sign are not the same: each is what somebody said.
 */
export function arriveTies(receiver: SystemMap, files: readonly KeyedFile[], arrived: Arrived): ArrivedTies {
  const writes: Write[] = []
  const ties = new Map<NodeKey, Id>()
  const byEnds = new Map<string, Like[]>()
  const known = new Set<Id>()
  const add = (tie: Like) => {
    known.add(tie.id)
    const key = endsOf(tie)
    byEnds.set(key, [...(byEnds.get(key) ?? []), tie])
  }
  for (const tie of listed(pool(receiver).ties)) add(tie)
  for (const file of files) {
    const taken = new Set<Id>()
    const began = new Set<Id>()
    const left: Like[] = []
    for (const tie of listed(pool(file.map).ties)) {
      const [from, to] = [arrived.elements.get(fileKey(file.key, tie.from)), arrived.elements.get(fileKey(file.key, tie.to))]
      if (from === undefined || to === undefined || (from === to && tie.from !== tie.to)) continue
      const id = arrivalTieId(file.map, tie.id, receiver)
      if (known.has(id)) {
        ties.set(fileKey(file.key, tie.id), id)
        began.add(id)
      } else left.push({ ...tie, from, to })
    }
    for (const tie of left) {
      const found = alike(tie, (byEnds.get(endsOf(tie)) ?? []).filter((other) => !taken.has(other.id) && !(began.has(other.id) && isLabelledApart(tie, other))))
      const id = found?.id ?? arrivalTieId(file.map, tie.id, receiver)
      ties.set(fileKey(file.key, tie.id), id)
      taken.add(id)
      const own = file.map.relationships.get(tie.id)
      if (found || !own) continue
      add({ ...tie, id })
      writes.push({ at: 'relationships', id, make: { ...baseOf('relationships', own), from: tie.from, to: tie.to } })
    }
  }
  return { writes, ties }
}

/** As `arrivalId`, for a tie: an element, a note or an area that has its id sends it elsewhere, and so does a tie that is hidden. */
function arrivalTieId(file: SystemMap, id: Id, receiver: SystemMap): Id {
  const isTaken = receiver.elements.has(id) || (receiver.relationships.has(id) && !pool(receiver).ties.has(id))
  return arrivalId(isTaken ? { ...file, meta: { ...file.meta, lineage: `${file.meta.lineage} tie` } } : file, id, { ...receiver, relationships: new Map() })
}

function endsOf({ from, to, kind }: Like): string {
  return `${kind} ${from < to ? `${from} ${to}` : `${to} ${from}`}`
}

function alike(tie: Like, others: readonly Like[]): Like | undefined {
  const fits = others.filter((other) => {
    const runs = other.from === tie.from || other.mutual || tie.mutual
    const opposes = tie.kind === 'influences' && [other.polarity, tie.polarity].every((sign) => sign === '+' || sign === '-') && other.polarity !== tie.polarity
    return runs && !opposes
  })
  return fits.find((other) => plain(other.label) === plain(tie.label)) ?? fits.find((other) => other.from === tie.from) ?? fits[0]
}

/** Beside a tie that the file began with, one of another label was drawn because it is another. */
function isLabelledApart(a: Like, b: Like): boolean {
  return plain(a.label) !== '' && plain(b.label) !== '' && plain(a.label) !== plain(b.label)
}

function plain(label: string): string {
  return label.trim().toLowerCase()
}
