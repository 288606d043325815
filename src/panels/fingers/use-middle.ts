import { useMemo } from 'react'
import { middleOf } from '../../edits/take-middle.ts'
import type { Id } from '../../model/ids.ts'
import type { Perspective } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'

/** The middle that a show of hands comes to. */
export interface ShownMiddle {
  readonly value: number
  readonly isHalf: boolean
}

/** Null where there is none to be taken: fewer than two answered, or as many say yes as no. */
export function useMiddle(map: SystemMap, tie: Id, voices: readonly Perspective[], asks: 'strength' | 'quality'): ShownMiddle | null {
  return useMemo(() => {
    const middle = middleOf(map, tie, voices)
    const value = middle?.presence === 'no' && asks === 'strength' ? 0 : middle?.values[asks]
    return value === undefined ? null : { value, isHalf: !Number.isInteger(value) }
  }, [map, tie, voices, asks])
}
