import type { Colour } from './marks.ts'
import { grey } from './palette.ts'

/** One stroke along a whole tie. */
export interface Stroke {
  readonly width: number
  readonly colour: Colour
  readonly dash?: readonly number[]
  readonly cap?: 'round'
}

/** What a question draws of a tie: strokes over one another, the widest first. The same numbers give the same list. */
export type Strokes = readonly Stroke[]

const known = new Map<string, Strokes>()

function kept(key: string, make: () => readonly (Stroke | null)[]): Strokes {
  let found = known.get(key)
  if (!found) known.set(key, (found = make().filter((stroke) => stroke !== null && stroke.width > 0.2) as Strokes))
  return found
}

/** How wide the whole of it is. */
export const acrossOf = (strokes: Strokes): number => Math.max(0, ...strokes.map(({ width }) => width))

/** Paper between a core and what is round it, on either side. */
const APART = 0.9
const OUTLINE = 1
const RIM = 1.6
/** Rungs across a tie, 1 thick every 4.2: they follow its own way and survive a copier. */
const RUNGS: readonly number[] = [1, 3.2]

const core = (width: number, colour: Colour): readonly (Stroke | null)[] => (width > 0 ? [{ width: width + 2 * APART, colour: 'paper' }, { width, colour }] : [null])

/** *Different*: an empty outline out to the highest answer, round the lowest. */
export function outlined(low: number, high: number): Strokes {
  const across = Math.max(high, low + 3)
  return kept(`outlined ${low} ${high}`, () => [{ width: across, colour: grey(0.72) }, { width: across - 2 * OUTLINE, colour: 'paper' }, ...core(low, grey(0.72))])
}

/** *Far apart*: rungs out to the highest answer, round the lowest; no core where the lowest is none. */
export function runged(low: number, high: number): Strokes {
  const across = Math.max(high, low + 3.5, 5)
  return kept(`runged ${low} ${high}`, () => [
    { width: across, colour: 'ink' }, { width: across - 2 * RIM, colour: 'paper' }, { width: across - 2 * RIM + 0.4, colour: 'ink', dash: RUNGS }, ...core(low, 'ink'),
  ])
}
