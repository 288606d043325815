import type { Id } from '../../model/ids.ts'

/** What one voice showed: a value, *not said*, and whether its own people differ. */
export interface Hand {
  readonly value: number | null
  readonly split: boolean
}

/** A show of hands about one tie. `at` is the voice whose turn it is; past the last one, all is shown. */
export interface Show {
  readonly tie: Id
  readonly asks: 'strength' | 'quality'
  readonly at: number
  readonly hands: readonly (Hand | null)[]
}

export type Press = { readonly is: 'hand'; readonly value: number | null } | { readonly is: 'split' | 'back' | 'next' | 'previous' | 'quality' | 'take' | 'lower' | 'higher' | 'undo' }

const KEYS: Readonly<Record<string, Press>> = {
  '-': { is: 'hand', value: null }, '*': { is: 'split' }, Backspace: { is: 'back' }, ArrowDown: { is: 'next' }, PageDown: { is: 'next' }, ArrowUp: { is: 'previous' }, PageUp: { is: 'previous' },
  q: { is: 'quality' }, Q: { is: 'quality' }, Enter: { is: 'take' }, ArrowLeft: { is: 'lower' }, ArrowRight: { is: 'higher' },
}

/** What a key means while fingers are shown. For quality thumbs: 1 two down, 3 level, 5 two up. */
export function pressOf(key: string, asks: Show['asks']): Press | null {
  if (asks === 'strength' ? /^[0-5]$/.test(key) : /^[1-5]$/.test(key)) return { is: 'hand', value: asks === 'strength' ? Number(key) : Number(key) - 3 }
  return Object.hasOwn(KEYS, key) ? (KEYS[key] ?? null) : null
}

export function begun(tie: Id, voices: number, asks: Show['asks'] = 'strength'): Show {
  return { tie, asks, at: 0, hands: Array.from({ length: voices }, () => null) }
}

export const isShown = ({ at, hands }: Show): boolean => at >= hands.length

/** The show with the hand of the voice whose turn it is. */
export function given(show: Show, value: number | null): Show {
  return { ...show, at: show.at + 1, hands: show.hands.map((hand, i) => (i === show.at ? { value, split: false } : hand)) }
}

/** Marks the hand before as split: its own people differ by two or more. Again takes it back. */
export function split(show: Show): Show {
  const of = show.at - 1
  return { ...show, hands: show.hands.map((hand, i) => (i === of && hand && hand.value !== null ? { ...hand, split: !hand.split } : hand)) }
}

/** The voice before has its turn again. */
export function back(show: Show): Show {
  return { ...show, at: Math.max(0, show.at - 1) }
}

/** Any voice has its turn, such as one that is pressed. */
export function turnOf(show: Show, at: number): Show {
  return { ...show, at }
}
