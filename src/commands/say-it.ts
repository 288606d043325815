import { removeRecords, removeSubjects } from '../edits/remove.ts'
import { joined } from '../model/change.ts'
import { listed } from '../model/system-map.ts'
import { focusOn } from '../session/session.ts'
import { canEdit } from './anywhere.ts'
import { chosenBeside, chosenElements, chosenIn, chosenTies } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'
import { CONNECT_COMMANDS } from './connect.ts'

const hasChosen = (c: CommandContext) => canEdit(c) && (chosenElements(c).length > 0 || chosenTies(c).length > 0 || chosenBeside(c).length > 0)

/** The nth organisation in the order of the dialog *Organisations*. */
function nth(c: CommandContext, n: number) {
  return c.map ? listed(c.map.organisations)[n - 1] : undefined
}

function joinsNext(n: number): Command {
  return {
    id: `next-joins-${n}`,
    title: `Next one joins organisation ${n}`,
    titleNow: (c) => `Next one joins ${nth(c, n)?.name ?? `organisation ${n}`}`,
    group: 'Say it',
    isOneOfMany: true,
    keys: [`Alt+Digit${n}`],
    keywords: 'organisation next element',
    sheet: n === 1 ? { keys: ['Alt+Digit1…7'], title: 'Next one joins' } : null,
    when: (c) => canEdit(c) && nth(c, n) !== undefined,
    run(c) {
      const organisation = nth(c, n)
      if (!organisation) return undefined
      c.setSession({ organisation: organisation.id })
      return { announce: `The next one joins ${organisation.name}.` }
    },
  }
}

function removeChosen(c: CommandContext): Outcome | void {
  const { map } = c
  if (!map) return undefined
  const ids = [...chosenElements(c), ...chosenTies(c), ...chosenBeside(c)]
  const [actions, reflections] = [chosenIn(c, 'actions'), chosenIn(c, 'reflections')]
  const count = ids.length + actions.length + reflections.length
  const only = ids[0] ?? ''
  const what = count > 1 ? `${count} things` : (map.elements.get(only)?.name ?? (map.notes.has(only) ? 'a note' : map.areas.has(only) ? 'an area' : actions.length > 0 ? 'an action' : reflections.length > 0 ? 'a reflection' : 'a tie'))
  c.setSession({ toast: { words: `Removed ${what}`, button: { title: 'Undo', command: 'undo' } }, renaming: null, aiming: null })
  return { change: joined(removeSubjects(map, ids), removeRecords(map, 'actions', actions), removeRecords(map, 'reflections', reflections)), step: `Remove ${what}`, select: [], announce: `Removed ${what}. Control Z brings it back.` }
}

export const SAY_IT_COMMANDS: readonly Command[] = [
  { id: 'capture', title: 'Capture', group: 'Say it', keys: ['n'], keywords: 'new add type element line', when: canEdit, run: () => focusOn('capture') },
  ...CONNECT_COMMANDS,
  {
    id: 'rename',
    title: 'Edit name',
    group: 'Say it',
    keys: ['e', 'Enter'],
    sheet: { keys: ['e'], title: 'Edit name' },
    more: 'both',
    keywords: 'rename label',
    // Enter keeps a layout that is shown.
    when: (c) => hasChosen(c) && c.session.preview === null,
    run: (c) => c.setSession({ renaming: c.session.selection.at(-1) ?? null, view: 'map' }),
  },
  {
    id: 'delete',
    title: 'Remove from now',
    group: 'Say it',
    keys: ['Delete', 'Backspace'],
    sheet: { keys: ['Delete'], title: 'Remove from now' },
    more: 'both',
    keywords: 'delete',
    when: (c) => hasChosen(c) || (canEdit(c) && chosenIn(c, 'actions').length + chosenIn(c, 'reflections').length > 0),
    run: removeChosen,
  },
  ...[1, 2, 3, 4, 5, 6, 7].map(joinsNext),
]
