import type { Figure } from './bench.ts'

/** A number that a figure should reach. What is a ratio within one run, or a count, fails the run when it is missed; a time depends on the machine. */
export type Goal = {
  /** Figures by their name. */
  readonly of: RegExp
  readonly is: 'ratio' | 'count' | 'time'
} & ({ readonly atMost: number } | { readonly atLeast: number })

const FRAMES = '(pan, all in view|wheel|pan, legible|drag, legible)'

/** The one list of what is aimed at; a figure takes the first that fits its name. */
const GOALS: readonly Goal[] = [
  { of: new RegExp(`^5000 · Sightlines · ${FRAMES}, p95`), is: 'time', atMost: 17 },
  { of: new RegExp(`^5000 · Sightlines · ${FRAMES}, presented`), is: 'time', atLeast: 50 },
  { of: new RegExp(`^10000 · Sightlines · ${FRAMES}, p95`), is: 'time', atMost: 20 },
  { of: new RegExp(`^10000 · Sightlines · ${FRAMES}, presented`), is: 'time', atLeast: 40 },
  { of: /^\d+ · [^·]+: slow frames, ours to the best of the others/, is: 'ratio', atMost: 1 },
  { of: /^\d+ · [^·]+: presented, ours to the best of the others/, is: 'ratio', atLeast: 1 },
  { of: /^5000 · Sightlines · first paint/, is: 'time', atMost: 400 },
  { of: /^10000 · Sightlines · first paint/, is: 'time', atMost: 700 },
  { of: /^(?!.* · (?:d3|Force)).*cards that overlap$/, is: 'count', atMost: 0 },
  { of: /^sample, carefully: crossings/, is: 'count', atMost: 135 },
  { of: /^sample, carefully: behind a stranger, as drawn/, is: 'count', atMost: 3 },
  { of: /^sample .*: crossings/, is: 'count', atMost: 160 },
  { of: /^sample .*: behind a stranger, as drawn/, is: 'count', atMost: 6 },
  { of: /^(sample|75 wards).*: strangers, worst territory/, is: 'count', atMost: 10 },
  { of: /^5,000 · Settle · time/, is: 'time', atMost: 2000 },
  { of: /^5,000 · time, ours to d3-force alone/, is: 'ratio', atMost: 0.22 },
  { of: /^5,000 · stress, ours to d3-force alone/, is: 'ratio', atMost: 1 },
  { of: /^5000 · \d+ perspectives · .*, p95/, is: 'time', atMost: 17 },
  { of: /^300 · (a name and Enter|a digit|Enter to "Saved").*, p95/, is: 'time', atMost: 50 },
  { of: /^2,000 · Enter to "Saved", p95/, is: 'time', atMost: 50 },
  { of: /^5,000 · (a name and Enter|a digit).*, p95/, is: 'time', atMost: 100 },
  { of: /^300 · (dragging|panning).*, p95/, is: 'time', atMost: 17 },
  { of: /^300 · loading the page again/, is: 'time', atMost: 700 },
  { of: /^300 · (another perspective|a comparison).*, p95/, is: 'time', atMost: 100 },
  { of: /^5,000 · (another perspective|a comparison).*, p95/, is: 'time', atMost: 300 },
  { of: /^2,000 · opening from disk/, is: 'time', atMost: 300 },
  { of: /^10,000 · opening from disk/, is: 'time', atMost: 900 },
  { of: /^60 · gathering/, is: 'time', atMost: 1000 },
  { of: /^2,000 · gathering/, is: 'time', atMost: 5000 },
  { of: /^2,000 · a progress bar is shown/, is: 'count', atLeast: 1 },
  { of: /^300 · PNG, 3840 × 2160$/, is: 'time', atMost: 3000 },
  { of: /^5,000 · SVG$/, is: 'time', atMost: 5000 },
  { of: /^first load to interactive/, is: 'time', atMost: 1500 },
  { of: /^reload offline to interactive/, is: 'time', atMost: 700 },
]

export interface Verdict {
  readonly words: string
  readonly isMissed: boolean
  /** Whether missing it fails the run. */
  readonly fails: boolean
}

export function verdictOf({ name, value }: Figure): Verdict {
  const goal = GOALS.find(({ of }) => of.test(name))
  if (!goal) return { words: '', isMissed: false, fails: false }
  // A figure that is not there has reached nothing.
  const isReached = 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast
  const number = 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`
  return { words: `${number}  ${isReached ? 'reached' : 'MISSED'}`, isMissed: !isReached, fails: goal.is !== 'time' }
}
