import { focusOn, type OpenDialog } from '../session/session.ts'
import type { Command, CommandContext } from './command.ts'
import { openFiles } from './open-files.ts'

export const isMapOpen = (c: CommandContext): boolean => c.map !== null
/** A map is open and now is on screen: a version is there to look at, not to alter. */
export const canEdit = (c: CommandContext): boolean => c.map !== null && c.session.reading.version === null
type Plain = Exclude<OpenDialog['name'], 'Paste' | 'Open' | 'Refused' | 'Mended' | 'Background' | 'Gather' | 'Import' | 'Bring together' | 'Same as' | 'Not the same' | 'Unlock'>

/** A command that opens a dialog. */
export function opens(dialog: Plain, command: Omit<Command, 'run'>): Command {
  return { ...command, run: (c) => c.setSession({ dialog: { name: dialog } }) }
}

export const ANYWHERE_COMMANDS: readonly Command[] = [
  opens('Commands', { id: 'commands', title: 'Commands', group: 'Anywhere', menu: 5, keys: ['$mod+k'], keywords: 'palette search' }),
  {
    id: 'find',
    title: 'Find',
    group: 'Anywhere',
    menu: 3,
    keys: ['$mod+f'],
    keywords: 'search look for',
    when: isMapOpen,
    run: (c) => (c.session.view === 'table' ? focusOn('find in table') : c.setSession({ dialog: { name: 'Find' } })),
  },
  opens('Save version', { id: 'save-version', title: 'Save version', group: 'Anywhere', menu: 2, keys: ['$mod+s'], keywords: 'keep snapshot date room', when: isMapOpen }),
  {
    id: 'open-file',
    title: 'Open file',
    group: 'Anywhere',
    menu: 1,
    keys: ['$mod+o'],
    keywords: 'load import json csv zip',
    run: async (c) => openFiles(await c.files.pick()),
  },
  opens('Export', { id: 'export', title: 'Export', group: 'Anywhere', menu: 2, keys: ['$mod+e'], keywords: 'picture png svg json poster data download', when: isMapOpen }),
  opens('Report', { id: 'report', title: 'Report', group: 'Anywhere', menu: 2, keywords: 'board paper print a4 pdf html sections', when: isMapOpen }),
  opens('Keys', { id: 'keys', title: 'Keys', group: 'Anywhere', menu: 5, keys: ['?'], keywords: 'shortcuts help keyboard' }),
  { id: 'next-zone', title: 'Next zone', group: 'Anywhere', keys: ['F6'], keywords: 'focus panel', run: () => focusOn('next') },
  { id: 'previous-zone', title: 'Last zone', group: 'Anywhere', keys: ['Shift+F6'], sheet: null, keywords: 'focus panel', run: () => focusOn('previous') },
]
