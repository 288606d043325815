import type { CommandGroup } from './command.ts'

/** Keys that the map, the matrix and the grid answer themselves, because what they do depends on where its focus is. The shortcut sheet lists them with the commands. */
export const MAP_KEYS: readonly { readonly group: CommandGroup; readonly keys: readonly string[]; readonly title: string }[] = [
  { group: 'Rate it', keys: [' '], title: 'Next tie' },
  { group: 'Move', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], title: 'Nearest in that direction' },
  { group: 'Move', keys: ['PageUp', 'PageDown'], title: 'In reading order' },
  { group: 'Move', keys: ['Shift+←↑↓→'], title: 'Nudge by 8' },
  { group: 'Views', keys: ['←↑↓→'], title: 'Next cell; on the grid re-rate' },
  { group: 'Views', keys: ['Enter'], title: 'A cell’s ties, a mark’s numbers' },
  { group: 'Move', keys: ['$mod+Shift+←↑↓→'], title: 'Resize a note or an area by 8' },
  { group: 'Choose', keys: ['Shift+Drag'], title: 'Choose what a rectangle touches' },
  { group: 'Choose', keys: ['Alt+Drag'], title: 'Choose what a line goes round' },
]
