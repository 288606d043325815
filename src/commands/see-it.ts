import { voicesIn } from '../reading/voices.ts'
import { looking } from '../session/look.ts'
import { bringIntoSight, focusOn } from '../session/session.ts'
import { isMapOpen, opens } from './anywhere.ts'
import { chosenElements, perspectivesInOrder, seenBy } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

function turn(c: CommandContext, by: 1 | -1): Outcome | void {
  if (!c.map) return undefined
  const all = perspectivesInOrder(c.map)
  const at = all.findIndex((perspective) => perspective.id === c.session.reading.perspective)
  // From the voices together one goes to each of them, and not past all who are not among them.
  const voice = at < 0 ? voicesIn(c.map, c.session.voices).at(by === 1 ? 0 : -1) : undefined
  const next = voice ?? all[(Math.max(0, at) + by + all.length) % all.length]
  if (!next) return undefined
  c.setSession(looking(c.session, { ...c.session.reading, perspective: next.id }))
  return { announce: `Seen by ${seenBy(next)}.` }
}

const hasMore = (c: CommandContext) => c.map !== null && c.map.perspectives.size > 1

export const SEE_IT_COMMANDS: readonly Command[] = [
  {
    id: 'notice',
    title: 'Notice',
    group: 'See it',
    keys: ['i'],
    keywords: 'notices far apart blind loops circles round trips counted panel',
    when: isMapOpen,
    run(c) {
      c.setSession({ panel: 'Notice', panelsHidden: false })
      return { announce: 'What the map says without being asked.' }
    },
  },
  { id: 'choose-perspective', title: 'Choose perspective', group: 'See it', keys: ['l'], keywords: 'seen by view organisation', when: isMapOpen, run: () => focusOn('seen by') },
  {
    id: 'previous-perspective',
    title: 'Last perspective',
    group: 'See it',
    keys: ['['],
    keywords: 'seen by view',
    sheet: { keys: ['[', ']'], title: 'Last, next perspective' },
    when: hasMore,
    run: (c) => turn(c, -1),
  },
  { id: 'next-perspective', title: 'Next perspective', group: 'See it', keys: [']'], keywords: 'seen by view', sheet: null, when: hasMore, run: (c) => turn(c, 1) },
  {
    id: 'quality-tint',
    title: 'Tint ties by quality',
    group: 'See it',
    keywords: 'overlay colour quality',
    when: isMapOpen,
    isOn: (c) => c.session.qualityTint,
    run: (c) => c.setSession({ qualityTint: !c.session.qualityTint }),
  },
  opens('Read as text', { id: 'read-as-text', title: 'Read as text', group: 'See it', keywords: 'describe words screen reader element', when: (c) => isMapOpen(c) && chosenElements(c).length > 0 }),
  opens('Describe this map', { id: 'describe-map', title: 'Describe this map', group: 'See it', menu: 3, keywords: 'text words screen reader read aloud whole', when: isMapOpen }),
  {
    id: 'fit',
    title: 'Fit all',
    group: 'Move',
    more: 'water',
    keys: ['z'],
    keywords: 'zoom everything see whole',
    sheet: { keys: ['z'], title: 'Fit all, then selection' },
    when: isMapOpen,
    run(c) {
      const { show, selection } = c.session
      const wasAll = show.count > 0 && show.subjects.length === 0
      bringIntoSight(wasAll ? selection : [])
    },
  },
]
