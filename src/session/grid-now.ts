import type { Id } from '../model/ids.ts'
import type { MapContent, SystemMap } from '../model/system-map.ts'
import { standingsOf, type Standing } from '../reading/grid.ts'
import { voicesIn } from '../reading/voices.ts'
import { comparedOf, sideOf } from './compared.ts'
import type { LiveState } from './live.ts'
import type { SessionState } from './session.ts'
import { shownOf } from './shown.ts'

export interface GridNow {
  readonly moment: MapContent
  /** Of what the filter leaves, by name. */
  readonly standings: readonly Standing[]
  /** Where what it is compared with places the same elements; null while nothing is compared. */
  readonly others: ReadonlyMap<Id, Standing> | null
}

/** The grid of what is on screen. */
export function gridNow(map: SystemMap, contents: LiveState['contents'], looking: Pick<SessionState, 'reading' | 'compared' | 'voices' | 'filter'>): GridNow {
  const { reading, compared, voices, filter } = looking
  const here = sideOf(map, contents, reading, voices)
  const only = shownOf(map, here.moment, reading.perspective, filter)?.elements ?? null
  const of = ({ moment, reading: seen }: typeof here) => standingsOf(moment, seen, voicesIn(moment, voices), only)
  const name = ({ id }: Standing) => here.moment.elements.get(id)?.name ?? ''
  const standings = [...of(here)].sort((a, b) => name(a).localeCompare(name(b), 'en-GB'))
  const other = compared && comparedOf(map, contents, looking) ? sideOf(map, contents, compared, voices) : null
  return { moment: here.moment, standings, others: other && new Map(of(other).map((standing) => [standing.id, standing])) }
}
