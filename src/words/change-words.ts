import type { Axis } from '../reading/axis.ts'
import type { ChangeClass } from '../reading/compare.ts'

/** What became of a subject, in the words of what is compared. Stronger is never called better: only towards a vision is. */
const TITLES: Readonly<Record<Axis, Readonly<Record<ChangeClass, string>>>> = {
  time: { appeared: 'New', gone: 'Lost', up: 'Stronger', down: 'Weaker', warmer: 'Warmer', cooler: 'Cooler', same: 'Unchanged', unsaid: 'Not recorded then' },
  perspective: {
    appeared: 'They see it, we don’t', gone: 'We see it, they don’t', up: 'They rate it higher', down: 'They rate it lower',
    warmer: 'They find it better', cooler: 'They find it harder', same: 'Agreed', unsaid: 'Not said',
  },
  vision: { appeared: 'To build', gone: 'To let go', up: 'To strengthen', down: 'To ease', warmer: 'To repair', cooler: 'To cool', same: 'Already there', unsaid: 'Not imagined' },
}

export function classTitle(axis: Axis, of: ChangeClass): string {
  return TITLES[axis][of]
}
