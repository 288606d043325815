import { focusOn, type ViewName } from '../session/session.ts'
import type { Command } from './command.ts'

function view(id: ViewName, title: string, key: string, later?: string): Command {
  return {
    id: `view-${id}`,
    title,
    group: 'Views',
    keys: [key],
    ...(later === undefined ? {} : { later }),
    when: (c) => c.map !== null && later === undefined,
    isOn: (c) => c.session.view === id,
    run(c) {
      c.setSession({ view: id })
      // Arrows go from place to place at once in each of them.
      focusOn('map')
    },
  }
}

export const VIEW_COMMANDS: readonly Command[] = [
  view('map', 'Map', 'm'),
  view('table', 'Table', 't'),
  view('matrix', 'Matrix', 'x'),
  view('grid', 'Grid', 'g'),
  view('story', 'Story', 'y', 'Stories come in a later Sightlines'),
]
