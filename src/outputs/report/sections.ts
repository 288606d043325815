import type { Block, ReportInput, Section } from './report.ts'
import { actions, moved, outcomes } from './tell-moments.ts'
import { method, questionAndRoom, theMap } from './tell-room.ts'
import { agreed, differed, unseen } from './tell-voices.ts'

/** The first sentence of each, for whoever reads one page. */
const inShort = (input: ReportInput): readonly Block[] => [agreed, differed, unseen, moved, actions].flatMap((blocks) => blocks(input).find(({ is }) => is === 'words') ?? [])

/** Everything that a report can say, in the order in which it is offered. */
export const SECTIONS: readonly Section[] = [
  { id: 'question', title: 'The question and the room', blocks: questionAndRoom },
  { id: 'short', title: 'In short', blocks: inShort },
  { id: 'map', title: 'The map', wide: true, blocks: theMap },
  { id: 'agree', title: 'What we agree on', blocks: agreed },
  { id: 'differ', title: 'Where we differ', blocks: differed },
  { id: 'blind', title: 'Blind spots', blocks: unseen },
  { id: 'moved', title: 'What moved', blocks: moved },
  { id: 'outcomes', title: 'Outcomes', blocks: outcomes },
  { id: 'actions', title: 'Actions', blocks: actions },
  { id: 'method', title: 'How we know', blocks: method },
]
