import { judgementId, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { isSame } from '../model/project.ts'
import type { Judgement } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'

/** What a perspective had said of something that became part of another, and that gave way to what it said of the other. */
export interface LostJudgement {
  readonly perspective: Id
  /** What it was said of. */
  readonly subject: Id
  readonly judgement: Judgement
}

/** What is rated, and means nothing beside a no. */
const RATED: ReadonlySet<string> = new Set(['quality', 'influence', 'interest', 'progress', 'value'])

/**
 * What a perspective says of two things that are one: all that it said of the kept one, and of the other what does not
 * contradict it. A yes takes a rating, a no takes none.
 */
function withOther(kept: Judgement, other: Judgement): { readonly said: Judgement; readonly lost: Judgement } {
  const said: Record<string, unknown> = { ...kept }
  const lost: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(other)) {
    if (isSame(said[field], value) || (field === 'presence' && value === 'yes' && kept.presence !== undefined && kept.presence !== 0)) continue
    const stands = field === 'presence' ? takesPresence(kept, value as Judgement['presence']) : said[field] === undefined && !(RATED.has(field) && kept.presence === 0)
    ;(stands ? said : lost)[field] = value
  }
  return { said, lost }
}

function takesPresence(kept: Judgement, other: Judgement['presence']): boolean {
  if (kept.presence === 'yes') return other !== 0
  return kept.presence === undefined && !(other === 0 && Object.keys(kept).some((field) => RATED.has(field)))
}

/**
 * Judgements of `gone` become those of `kept`, and those of `dropped` go. What a private perspective said rests in its own document
 * (rule 12), unread, and is there again on undo.
 */
export function mergeJudgements(map: SystemMap, kept: Id, gone: readonly Id[], dropped: readonly Id[] = []): { readonly writes: readonly Write[]; readonly lost: readonly LostJudgement[] } {
  const writes: Write[] = []
  const lost: LostJudgement[] = []
  for (const [perspective, judgements] of map.judgements) {
    if (map.perspectives.get(perspective)?.private) continue
    const before = judgements.get(kept) ?? {}
    let said = before
    for (const subject of gone) {
      const other = judgements.get(subject)
      if (!other) continue
      const both = withOther(said, other)
      said = both.said
      if (Object.keys(both.lost).length > 0) lost.push({ perspective, subject, judgement: both.lost })
    }
    for (const [field, to] of Object.entries(said)) {
      if (!isSame((before as Record<string, unknown>)[field], to)) writes.push({ at: 'judgements', id: judgementId(perspective, kept), field, to: to as Json })
    }
    for (const subject of dropped) {
      const judgement = judgements.get(subject)
      if (judgement) lost.push({ perspective, subject, judgement })
    }
    for (const subject of [...gone, ...dropped]) {
      for (const field of Object.keys(judgements.get(subject) ?? {})) writes.push({ at: 'judgements', id: judgementId(perspective, subject), field, to: null })
    }
  }
  return { writes, lost }
}
