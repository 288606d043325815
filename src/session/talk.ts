import type { MapContent, SystemMap } from '../model/system-map.ts'
import type { Question } from '../reading/question.ts'
import { voicesIn } from '../reading/voices.ts'
import type { LiveState } from './live.ts'
import { onScreen, type Looking } from './on-screen.ts'

export interface Talk {
  readonly moment: MapContent
  readonly question: Extract<Question, { is: 'differences' | 'blind' | 'ends' }>
}

/** What there is to talk about: what the map asks, and where it asks nothing, how far apart the voices are. */
export function talkOf(map: SystemMap, contents: LiveState['contents'], looking: Looking): Talk {
  const { moment, question } = onScreen(map, contents, looking)
  if (question.is === 'differences' || question.is === 'blind' || question.is === 'ends') return { moment, question }
  return { moment, question: { is: 'differences', voices: voicesIn(moment, looking.voices), unattributed: looking.unattributed } }
}
