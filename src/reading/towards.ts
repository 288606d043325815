import type { Id } from '../model/ids.ts'
import { strengthWithZero } from './answer.ts'
import type { Side } from './compare.ts'
import { pool } from './pool.ts'
import type { Reading } from './resolve.ts'

/**
 * How much nearer to a vision a subject is now than then: |V − Then| − |V − Now| on strength, and where that is level on quality; for outcomes
 * on progress. More than 0 is towards, less is away. Undefined where any of the three is not known. This alone may be called better or worse.
 */
export function towards(then: Side, now: Side, vision: Reading, subject: Id): number | undefined {
  if (!pool(now.moment).ties.has(subject) && !pool(then.moment).ties.has(subject)) return onProgress(then, now, vision, subject)
  const [before, after] = [strengthAt(then, subject), strengthAt(now, subject)]
  const wanted = strengthWithZero(vision.of(subject))
  const byStrength = nearer(before, after, wanted)
  if (byStrength !== 0) return byStrength
  return nearer(then.reading.of(subject).quality, now.reading.of(subject).quality, vision.of(subject).quality) ?? 0
}

/** Outside a moment's pool a tie is none. */
function strengthAt({ moment, reading }: Side, tie: Id): number | undefined {
  return pool(moment).ties.has(tie) ? strengthWithZero(reading.of(tie)) : 0
}

function onProgress(then: Side, now: Side, vision: Reading, element: Id): number | undefined {
  return nearer(then.reading.of(element).progress, now.reading.of(element).progress, vision.of(element).progress)
}

function nearer(then: number | undefined, now: number | undefined, vision: number | undefined): number | undefined {
  return then === undefined || now === undefined || vision === undefined ? undefined : Math.abs(vision - then) - Math.abs(vision - now)
}
