import { areaAround } from '../edits/areas.ts'
import { counted } from '../words/counts.ts'
import { canEdit } from './anywhere.ts'
import { chosenBeside, chosenElements } from './chosen.ts'
import type { Command, CommandContext } from './command.ts'

const chosenToHold = (c: CommandContext) => [...chosenElements(c), ...chosenBeside(c)]

/** Notes and areas: what stands on the map beside elements and ties. The canvas knows where there is room for a new one. */
export const BESIDE_COMMANDS: readonly Command[] = [
  {
    id: 'new-note',
    title: 'New note',
    group: 'Say it',
    keywords: 'text words comment remark write',
    when: canEdit,
    run: (c) => c.setSession({ view: 'map', adding: 'note' }),
  },
  {
    id: 'new-area',
    title: 'New area',
    group: 'Arrange',
    more: 'water',
    keywords: 'region zone box frame behind',
    when: canEdit,
    run: (c) => c.setSession({ view: 'map', adding: 'area' }),
  },
  {
    id: 'area-around',
    title: 'Area around the selection',
    group: 'Arrange',
    keywords: 'region zone box frame behind',
    when: (c) => canEdit(c) && chosenToHold(c).length > 0,
    run(c) {
      if (!c.map) return undefined
      const made = areaAround(c.map, chosenToHold(c), c.random)
      const held = chosenElements(c).length
      c.setSession({ view: 'map' })
      return {
        change: made.change,
        select: [made.id],
        rename: made.id,
        announce: held === 0 ? 'An area round it.' : `An area round ${counted(held, 'element')}, pinned: settling leaves ${held === 1 ? 'it' : 'them'} there.`,
      }
    },
  },
]
