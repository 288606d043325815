import { writingPerspective } from '../../commands/chosen.ts'
import { dispatch } from '../../commands/dispatch.ts'
import { judgeFields } from '../../edits/judge.ts'
import { apply } from '../../model/apply.ts'
import type { Id } from '../../model/ids.ts'
import { live } from '../../session/live.ts'
import { say, session } from '../../session/session.ts'
import { ratedWords } from '../../words/rated.ts'

export interface Place {
  readonly influence?: number | null
  readonly interest?: number | null
}

/** Says where an element stands, in the view on screen, as one step; and says aloud what was said. */
export function ratePlace(id: Id, place: Place): void {
  const { map } = live.getState()
  if (!map) return
  const perspective = writingPerspective(map, session.getState().reading.perspective).id
  const change = judgeFields(map, perspective, id, place)
  if (change.writes.length === 0) return
  dispatch(`Place ${map.elements.get(id)?.name ?? 'an element'}`, (now) => judgeFields(now, perspective, id, place))
  say(ratedWords(apply(map, change), perspective, id))
}

/** One step up or down; from a half to the whole beside it; the middle of the scale where nothing was said. */
export function stepped(value: number | undefined, by: 1 | -1): number {
  if (value === undefined) return 3
  return Math.max(1, Math.min(5, by > 0 ? Math.floor(value) + 1 : Math.ceil(value) - 1))
}
