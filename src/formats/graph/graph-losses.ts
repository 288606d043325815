import type { Loss } from '../format.ts'
import { LOSSES } from '../losses.ts'

/** What no file of nodes and edges has a place for. */
export const GRAPH_LOSSES: readonly Loss[] = [
  LOSSES.versions, LOSSES.stories, LOSSES.actions, LOSSES.reflections, LOSSES.loops, LOSSES.beside, LOSSES.background, LOSSES.outcomeReadings, LOSSES.views,
  LOSSES.hiddenTies, LOSSES.lostAnswers, LOSSES.mapWords, LOSSES.organisations, LOSSES.upkeep,
]
