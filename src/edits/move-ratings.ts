import { judgementId, NO_CHANGE, type MapChange, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { Judgement } from '../model/records.ts'
import { judgementOf, type SystemMap } from '../model/system-map.ts'

/** What becomes of a subject that the other view has spoken about already. */
export type OnConflict = 'leave' | 'replace'

const RATINGS: ReadonlySet<string> = new Set(['presence', 'quality', 'influence', 'interest', 'progress', 'split'])

/** Of these subjects, those of which `to` says something else than `from` in the same field. */
export function conflictsOf(map: SystemMap, from: Id, to: Id, subjects: readonly Id[]): readonly Id[] {
  return subjects.filter((subject) => {
    const [said, other] = [judgementOf(map, from, subject), judgementOf(map, to, subject)]
    return said !== undefined && other !== undefined && Object.entries(said).some(([field, value]) => other[field as keyof Judgement] !== undefined && other[field as keyof Judgement] !== value)
  })
}

/** Whether ratings may go from one view to another: both are open, or it is the same document (rule 12). */
export function mayMove(map: SystemMap, from: Id, to: Id): boolean {
  const [a, b] = [map.perspectives.get(from), map.perspectives.get(to)]
  return a !== undefined && b !== undefined && a !== b && !a.private && !b.private
}

/**
 * Mends a run that was rated in the wrong view: what `from` says of these subjects becomes what `to` says, words included. The shared
 * picture keeps its yes, since what was drawn there stays drawn.
 */
export function moveRatings(map: SystemMap, from: Id, to: Id, subjects: readonly Id[], onConflict: OnConflict): MapChange {
  if (!mayMove(map, from, to)) return NO_CHANGE
  const staying = onConflict === 'leave' ? new Set(conflictsOf(map, from, to, subjects)) : new Set<Id>()
  const keepsYes = map.perspectives.get(from)?.type === 'shared'
  const writes: Write[] = []
  for (const subject of new Set(subjects)) {
    const said = judgementOf(map, from, subject)
    if (!said || staying.has(subject)) continue
    const other = judgementOf(map, to, subject)
    const write = (whose: Id, field: string, value: Json) => writes.push({ at: 'judgements', id: judgementId(whose, subject), field, to: value })
    for (const [field, value] of Object.entries(said) as [string, Json][]) {
      if (field === 'presence' && keepsYes && value !== 0) {
        if (value !== 'yes') write(from, field, 'yes')
      } else write(from, field, null)
      if (other?.[field as keyof Judgement] !== value) write(to, field, value)
    }
    // A view that now says another thing does not keep half of what it said before.
    if (onConflict === 'replace') for (const field of Object.keys(other ?? {})) if (RATINGS.has(field) && said[field as keyof Judgement] === undefined) write(to, field, null)
  }
  return { writes }
}
