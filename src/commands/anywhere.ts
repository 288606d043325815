import type { OpenDialog } from '../session/session.ts'
import type { Command, CommandContext } from './command.ts'

export const isMapOpen = (c: CommandContext): boolean => c.map !== null
type Plain = Exclude<OpenDialog['name'], 'Paste' | 'Refused' | 'Mended'>

/** A command that opens a dialog. */
export function opens(dialog: Plain, command: Omit<Command, 'run'>): Command {
  return { ...command, run: (c) => c.setSession({ dialog: { name: dialog } }) }
}

export const ANYWHERE_COMMANDS: readonly Command[] = [
  opens('Commands', { id: 'commands', title: 'Commands', group: 'Anywhere', keys: ['$mod+k'], keywords: 'palette search' }),
  {
    id: 'undo',
    title: 'Undo',
    group: 'Anywhere',
    keys: ['$mod+z'],
    when: (c) => c.live.undo.length > 0,
    run(c) {
      const step = c.live.undo.at(-1) ?? ''
      c.maps.undo()
      return { announce: `Undone: ${step}.` }
    },
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Anywhere',
    keys: ['$mod+Shift+z', '$mod+y'],
    sheet: { keys: ['$mod+Shift+z'], title: 'Redo' },
    when: (c) => c.live.redo.length > 0,
    run(c) {
      const step = c.live.redo.at(-1) ?? ''
      c.maps.redo()
      return { announce: `Done again: ${step}.` }
    },
  },
  opens('Find', { id: 'find', title: 'Find', group: 'Anywhere', keys: ['$mod+f'], keywords: 'search look for', when: isMapOpen }),
  opens('Save version', { id: 'save-version', title: 'Save version', group: 'Anywhere', keys: ['$mod+s'], keywords: 'keep snapshot date room', when: isMapOpen }),
  {
    id: 'open-file',
    title: 'Open file',
    group: 'Anywhere',
    keys: ['$mod+o'],
    keywords: 'load import json csv zip',
    run: (c) => c.setSession({ dialog: { name: 'Open' } }),
  },
  opens('Export', { id: 'export', title: 'Export', group: 'Anywhere', keys: ['$mod+e'], keywords: 'picture png svg json poster data download', when: isMapOpen }),
  opens('Keys', { id: 'keys', title: 'Keys', group: 'Anywhere', keys: ['?'], keywords: 'shortcuts help keyboard' }),
]
