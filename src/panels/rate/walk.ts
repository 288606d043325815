import type { Id } from '../../model/ids.ts'
import type { TieKind } from '../../model/kinds.ts'

export type Asks = 'strength' | 'quality'

/** A walk from tie to tie. `at` is past the last one when it is over. */
export interface Walk {
  readonly ties: readonly Id[]
  readonly at: number
  readonly asks: Asks
  /** False: only strength is asked. */
  readonly both: boolean
  /** Rated in this sitting. */
  readonly rated: ReadonlySet<Id>
  /** Where each rating of this sitting was given, so that undo leads back there. */
  readonly given: readonly Pick<Walk, 'at' | 'asks' | 'rated'>[]
}

export type Press =
  | { readonly is: 'rate'; readonly asks: Asks; readonly value: number }
  | { readonly is: 'skip' }
  | { readonly is: 'back' }
  | { readonly is: 'undo' }

/** What a key means to a walk. Quality is given by the five digits in the order of its steps, or with its signs: twice as much with Shift. */
export function pressOf(key: string, asks: Asks): Press | null {
  if (key === ' ' || key === 'ArrowDown' || key === 'ArrowRight') return { is: 'skip' }
  if (key === 'Backspace' || key === 'ArrowUp' || key === 'ArrowLeft') return { is: 'back' }
  if (asks === 'strength') return /^[0-5]$/.test(key) ? { is: 'rate', asks, value: Number(key) } : null
  const signs: Readonly<Record<string, number>> = { _: -2, '-': -1, '=': 1, '+': 2 }
  const value = /^[1-5]$/.test(key) ? Number(key) - 3 : signs[key]
  return value === undefined ? null : { is: 'rate', asks, value }
}

export function begun(ties: readonly Id[], both: boolean): Walk {
  return { ties, at: 0, asks: 'strength', both, rated: new Set(), given: [] }
}

/** The walk after a rating was given: to the quality of a tie that has one, else on. */
export function after(walk: Walk, press: Extract<Press, { is: 'rate' }>, kind: TieKind): Walk {
  const tie = walk.ties[walk.at]
  if (tie === undefined) return walk
  const { at, asks, rated } = walk
  const asksMore = press.asks === 'strength' && walk.both && press.value > 0 && kind !== 'influences'
  return { ...walk, ...(asksMore ? { asks: 'quality' as const } : onward(walk)), rated: new Set([...rated, tie]), given: [...walk.given, { at, asks, rated }] }
}

export function skipped(walk: Walk): Walk {
  return { ...walk, ...onward(walk) }
}

export function back(walk: Walk): Walk {
  return walk.asks === 'quality' ? { ...walk, asks: 'strength' } : { ...walk, at: Math.max(0, walk.at - 1) }
}

/** The walk where the last rating was given; the same where none was. */
export function undone(walk: Walk): Walk {
  const last = walk.given.at(-1)
  return last ? { ...walk, ...last, given: walk.given.slice(0, -1) } : walk
}

function onward({ at, ties }: Walk): Pick<Walk, 'at' | 'asks'> {
  return { at: Math.min(ties.length, at + 1), asks: 'strength' }
}
