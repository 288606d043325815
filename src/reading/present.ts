import type { Relationship } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { pool } from './pool.ts'
import type { Reading } from './resolve.ts'

/**
 * The ties that are there in a reading: together, all that are not said no to; to one perspective, those it says yes to; with a least
 * strength, those rated at it or above.
 */
export function presentTies(moment: Pick<MapContent, 'elements' | 'relationships' | 'perspectives'>, reading: Reading, least?: number): readonly Relationship[] {
  const isTogether = reading.perspective === '*' || moment.perspectives.get(reading.perspective)?.type === 'shared'
  return [...pool(moment).ties.values()].filter(({ id }) => {
    const answer = reading.of(id)
    if (least !== undefined) return (answer.strength ?? -1) >= least
    return isTogether ? answer.state !== 'no' : answer.state === 'yes'
  })
}
