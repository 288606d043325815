import { addTie, knownTie } from '../edits/add-tie.ts'
import type { Making } from '../edits/making.ts'
import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { session } from '../session/session.ts'
import { nameOf, tieSentence } from '../words/tie-sentence.ts'
import { canEdit } from './anywhere.ts'
import { chosenElements, chosenTies, making } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

const ANOTHER = 'another-tie'

/** Ties two elements. Where they are tied already that tie is chosen, and how to draw another is said: never two by accident. */
export function connected(map: SystemMap, from: Id, to: Id, by: Making): Outcome {
  const known = knownTie(map, from, to)
  if (!known) return drawn(map, from, to, by)
  session.setState({ picking: known.id, toast: { words: 'Tied already. C again draws another.', button: { title: 'Draw another', command: ANOTHER } } })
  return { select: [known.id], announce: `${tieSentence(map, known)}: tied already. C again draws another.` }
}

function drawn(map: SystemMap, from: Id, to: Id, by: Making): Outcome {
  const made = addTie(map, { from, to }, by)
  session.setState({ picking: made.id })
  return { change: made.change, select: [made.id], announce: `${nameOf(map, from)} is tied to ${from === to ? 'itself' : nameOf(map, to)}.` }
}

/** Another tie beside the one that is chosen. */
function drawAnother(c: CommandContext): Outcome | void {
  const tie = c.map?.relationships.get(chosenTies(c)[0] ?? '')
  if (!c.map || !tie) return undefined
  c.setSession({ toast: null })
  return { ...drawn(c.map, tie.from, tie.to, making(c, c.map)), announce: 'Another tie between the two.' }
}

const hasOneTie = (c: CommandContext) => canEdit(c) && chosenTies(c).length === 1 && chosenElements(c).length === 0
const isOffered = (c: CommandContext) => hasOneTie(c) && c.session.toast?.button?.command === ANOTHER

export const CONNECT_COMMANDS: readonly Command[] = [
  {
    id: 'connect',
    title: 'Connect',
    group: 'Say it',
    keys: ['c'],
    more: 'elements',
    keywords: 'tie link line relationship itself',
    when: (c) => (canEdit(c) && chosenElements(c).length > 0) || isOffered(c),
    run(c) {
      const [from, to, more] = chosenElements(c)
      if (!c.map) return undefined
      if (from === undefined) return drawAnother(c)
      if (to !== undefined && more === undefined) return connected(c.map, from, to, making(c, c.map))
      c.setSession({ aiming: { is: 'connect', from: chosenElements(c).at(-1) ?? from }, view: 'map' })
      return undefined
    },
  },
  {
    id: ANOTHER,
    title: 'Another tie between the two',
    group: 'Change',
    more: 'ties',
    keywords: 'parallel second tie same ends again connect',
    when: hasOneTie,
    run: drawAnother,
  },
  {
    id: 'move-end',
    title: 'Move an end to…',
    group: 'Change',
    more: 'ties',
    keywords: 'tie end other element from to redirect',
    when: hasOneTie,
    run: (c) => c.setSession({ aiming: { is: 'end', tie: chosenTies(c)[0] ?? '', end: null }, view: 'map' }),
  },
]
