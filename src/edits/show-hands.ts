import { joined, NO_CHANGE, type MapChange } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Presence } from '../model/records.ts'
import { judgementOf, type SystemMap } from '../model/system-map.ts'
import { clearRating, judge, rate } from './judge.ts'

/** What one voice showed of a tie: null says that it has not said. */
export interface ShownHand {
  readonly perspective: Id
  readonly value: number | null
  readonly split: boolean
}

/** What several voices showed of one tie, in one change. Of those who say that there is no tie, no quality is kept. */
export function showHands(map: SystemMap, tie: Id, asks: 'strength' | 'quality', hands: readonly ShownHand[]): MapChange {
  return joined(
    ...hands.map(({ perspective, value, split }) => {
      if (asks === 'quality' && judgementOf(map, perspective, tie)?.presence === 0) return NO_CHANGE
      const said = asks === 'quality' ? judge(map, perspective, tie, 'quality', value) : value === null ? clearRating(map, perspective, tie) : rate(map, perspective, tie, value as Presence)
      return joined(said, judge(map, perspective, tie, 'split', split))
    }),
  )
}
