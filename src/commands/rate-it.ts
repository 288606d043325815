import { judge, rateAll, stepQuality } from '../edits/judge.ts'
import { joined } from '../model/change.ts'
import type { Presence } from '../model/records.ts'
import { HOW_MUCH, QUALITY, STRENGTH, stepOf } from '../model/scales.ts'
import { apply } from '../model/apply.ts'
import { canEdit } from './anywhere.ts'
import { chosenTies, seenBy, writingPerspective } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

const hasTie = (c: CommandContext) => canEdit(c) && chosenTies(c).length > 0

function rating(n: 0 | 1 | 2 | 3 | 4 | 5): Command {
  const word = stepOf(STRENGTH, n)?.short ?? ''
  return {
    id: `rate-${n}`,
    title: `Strength ${n}: ${word}`,
    group: 'Rate it',
    keys: [String(n)],
    keywords: 'rate strength tie',
    sheet: n === 0 ? { keys: ['0…5'], title: 'Strength' } : null,
    when: hasTie,
    run(c): Outcome | void {
      const ties = chosenTies(c)
      if (!c.map) return undefined
      const perspective = writingPerspective(c.map, c.session.reading.perspective)
      const first = c.map.relationships.get(ties[0] ?? '')
      const said = stepOf(first?.kind === 'influences' ? HOW_MUCH : STRENGTH, n)?.short ?? word
      return { change: rateAll(c.map, perspective.id, ties, n satisfies Presence), announce: `${said}. Seen by ${seenBy(perspective)}.` }
    },
  }
}

function quality(id: string, title: string, key: string, by: 1 | -1 | 0): Command {
  return {
    id,
    title,
    group: 'Rate it',
    keys: [key],
    keywords: 'rate quality trust tie',
    sheet: by === -1 ? { keys: ['-', '='], title: 'Quality down, up' } : by === 1 ? null : { keys: ['Shift+Digit0'], title: 'Quality untested' },
    when: hasTie,
    run(c): Outcome | void {
      const { map } = c
      const ties = chosenTies(c)
      if (!map || ties[0] === undefined) return undefined
      const perspective = writingPerspective(map, c.session.reading.perspective)
      const change = joined(...ties.map((tie) => (by === 0 ? judge(map, perspective.id, tie, 'quality', 0) : stepQuality(map, perspective.id, tie, by))))
      const now = apply(map, change).judgements.get(perspective.id)?.get(ties[0])?.quality
      return { change, announce: now === undefined ? 'An influence has no quality.' : `${stepOf(QUALITY, now)?.short ?? ''}. Seen by ${seenBy(perspective)}.` }
    },
  }
}

export const RATE_IT_COMMANDS: readonly Command[] = [
  ...([0, 1, 2, 3, 4, 5] as const).map(rating),
  quality('quality-down', 'Quality down', '-', -1),
  quality('quality-up', 'Quality up', '=', 1),
  quality('quality-untested', 'Quality: untested', 'Shift+Digit0', 0),
]
