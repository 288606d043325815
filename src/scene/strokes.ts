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
/** How much of a rim lies outside of what it goes round, and how much inside, both sides together: inside, a core and its paper need the room. */
const OUTLINE = [1, 0.4] as const
const RIM = [1.6, 0.6] as const
/** Rungs across a tie, 1 thick every 4.2: they follow its own way and survive a copier. */
const RUNGS: readonly number[] = [1, 3.2]

const core = (width: number, colour: Colour): readonly (Stroke | null)[] => (width > 0 ? [{ width: width + 2 * APART, colour: 'paper' }, { width, colour }] : [null])

/** *Different*: an empty outline out to the highest answer, round the lowest. */
export function outlined(low: number, high: number): Strokes {
  const across = Math.max(high, low + 3)
  return kept(`outlined ${low} ${high}`, () => [{ width: across + OUTLINE[0], colour: grey(0.72) }, { width: across - OUTLINE[1], colour: 'paper' }, ...core(low, grey(0.72))])
}

/** *Far apart*: rungs out to the highest answer, round the lowest; no core where the lowest is none. */
export function runged(low: number, high: number): Strokes {
  const across = Math.max(high, low + 3.5, 5)
  return kept(`runged ${low} ${high}`, () => [
    { width: across + RIM[0], colour: 'ink' }, { width: across - RIM[1], colour: 'paper' }, { width: across - RIM[1] + 0.2, colour: 'ink', dash: RUNGS }, ...core(low, 'ink'),
  ])
}

/** A sleeve round what others say of it. Weaker where it was not named. */
export function sleeved(width: number, isWeak: boolean): Strokes {
  const colour = isWeak ? 'hairline' : 'ink'
  return kept(`sleeved ${width} ${isWeak}`, () => [
    { width: width + 12, colour: 'paper' },
    { width: width + 4.5, colour, ...(isWeak ? { dash: [5, 3] } : {}) },
    { width: width + 1.8, colour: 'paper' },
    { width: Math.max(1, width - 1), colour: grey(0.6) },
  ])
}

/** Seen by some alone: a whole line of ink with a thin line on each side. */
export function raised(width: number): Strokes {
  return kept(`raised ${width}`, () => [{ width: width + 12, colour: 'paper' }, { width: width + 6.4, colour: 'ink' }, { width: width + 4, colour: 'paper' }, { width, colour: 'ink' }])
}

/** What it has grown to, round what it was. Where it moved nowhere that is wanted, greys say so. */
export function grown(before: number, after: number, isPale = false): Strokes {
  const across = Math.max(after, before + 2.6)
  return kept(`grown ${before} ${after} ${isPale}`, () => [{ width: across, colour: isPale ? grey(0.28) : 'grown' }, before > 0 ? { width: before, colour: isPale ? grey(0.5) : 'ink' } : null])
}

/** What is left, within the dots of what it was. */
export function shrunk(before: number, after: number, isPale = false): Strokes {
  const across = Math.max(before, after + 3)
  return kept(`shrunk ${before} ${after} ${isPale}`, () => [
    { width: across, colour: 'ink-2', dash: [1.2, 3] }, { width: across - 2.6, colour: 'paper' }, { width: after, colour: isPale ? grey(0.5) : 'ink' },
  ])
}

/** New: two lines, and nothing between them. */
export function doubled(width: number, isPale = false): Strokes {
  return kept(`doubled ${width} ${isPale}`, () => [{ width: width + 3.2, colour: isPale ? grey(0.5) : 'ink' }, { width: width + 0.4, colour: 'paper' }])
}

/** Gone: dots. */
export function dotted(isPale = false): Strokes {
  return kept(`dotted ${isPale}`, () => [{ width: 2.4, colour: isPale ? grey(0.5) : 'ink', dash: [0.1, 6], cap: 'round' }])
}
