import type { Command } from './command.ts'

/** Everything that can be invoked, in the order of palette and shortcut sheet. There is no second list. */
export const COMMANDS: readonly Command[] = []
