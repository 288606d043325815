import { arrange, ARRANGEMENTS } from '../edits/arrange.ts'
import { move } from '../edits/move.ts'
import { isEmpty, type MapChange } from '../model/change.ts'
import { bringIntoSight } from '../session/session.ts'
import { canEdit } from './anywhere.ts'
import { chosenElements } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

/** Puts it as it should be, where it is not already, and says so. */
function done(c: CommandContext, change: MapChange, words: string): Outcome {
  if (isEmpty(change)) return { announce: 'They stand like that already.' }
  bringIntoSight(chosenElements(c))
  return { change, announce: `${words}. Pinned where they are.` }
}

/** Puts the selection in order, each in one step; what a person put somewhere is pinned there. */
export const ARRANGE_CHOSEN_COMMANDS: readonly Command[] = [
  ...ARRANGEMENTS.map(
    (arrangement): Command => ({
      id: arrangement.id,
      title: arrangement.title,
      group: 'Arrange',
      keywords: arrangement.keywords,
      when: (c) => canEdit(c) && chosenElements(c).length >= arrangement.least,
      run: (c) => (c.map ? done(c, arrange(c.map, chosenElements(c), arrangement), arrangement.title) : undefined),
    }),
  ),
  {
    id: 'no-overlaps',
    title: 'No overlaps',
    group: 'Arrange',
    keywords: 'push apart tidy cards on top of each other',
    when: (c) => canEdit(c) && chosenElements(c).length > 1,
    async run(c) {
      const { withoutOverlaps } = await import('./without-overlaps.ts')
      return c.map ? done(c, move(c.map, withoutOverlaps(c.map, chosenElements(c))), 'None lies on another') : undefined
    },
  },
]
