import type { ReadingName } from '../model/records.ts'
import type { MapContent, SystemMap } from '../model/system-map.ts'
import { sidesOf, type Axis } from '../reading/axis.ts'
import { compare, type Comparison, type Side } from '../reading/compare.ts'
import { resolve, resolveTogether } from '../reading/resolve.ts'
import { voicesIn } from '../reading/voices.ts'
import type { LiveState } from './live.ts'
import { momentOf } from './moment.ts'
import type { SessionState } from './session.ts'

export interface Compared {
  readonly axis: Axis
  readonly names: { readonly a: ReadingName; readonly b: ReadingName }
  readonly comparison: Comparison
}

/** A reading by its name, as this tab reads it: the voices together are those that the person picked. */
export function sideOf(map: SystemMap, contents: LiveState['contents'], reading: ReadingName, voices: SessionState['voices']): Side & { readonly moment: MapContent } {
  const moment = momentOf(map, contents, reading)
  return { moment, reading: reading.perspective === '*' ? resolveTogether(moment, voicesIn(moment, voices)) : resolve(moment, reading.perspective) }
}

/** The comparison on screen; null while nothing is compared, or while a version that it needs is still being fetched. */
export function comparedOf(map: SystemMap, contents: LiveState['contents'], { reading, compared, voices }: Pick<SessionState, 'reading' | 'compared' | 'voices'>): Compared | null {
  if (!compared) return null
  const isHere = ({ version }: ReadingName) => version === null || contents.has(map.versions.get(version)?.content ?? '')
  const { axis, a, b } = sidesOf(map, reading, compared)
  if (!isHere(a) || !isHere(b)) return null
  return { axis, names: { a, b }, comparison: compare(sideOf(map, contents, a, voices), sideOf(map, contents, b, voices)) }
}
