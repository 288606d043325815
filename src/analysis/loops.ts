import type { MapContent } from '../model/system-map.ts'
import { presentTies } from '../reading/present.ts'
import type { Reading } from '../reading/resolve.ts'
import { cycles, type Cycle, type Cycles } from './cycles.ts'

/** R: the more the more, a spiral. B: it holds itself back, a thermostat. Null where a sign is not known. */
export type LoopType = 'R' | 'B' | null

export interface FoundLoop extends Cycle {
  readonly type: LoopType
}

/** Loops of influence: what changes what changes what, and back. */
export function loops(moment: MapContent, reading: Reading): { readonly list: readonly FoundLoop[]; readonly hasMore: boolean } {
  const influences = presentTies(moment, reading).filter(({ kind }) => kind === 'influences')
  const { list, hasMore } = cycles(influences, true)
  return { hasMore, list: list.map((cycle) => ({ ...cycle, type: typeOf(moment, cycle) })) }
}

function typeOf(moment: MapContent, { ties }: Cycle): LoopType {
  const signs = ties.map((id) => moment.relationships.get(id)?.polarity ?? '?')
  return signs.includes('?') ? null : signs.filter((sign) => sign === '-').length % 2 === 0 ? 'R' : 'B'
}

/** Ways on which people are handed over in a circle. */
export function roundTrips(moment: MapContent, reading: Reading): Cycles {
  return cycles(presentTies(moment, reading).filter(({ kind }) => kind === 'refers'), false)
}
