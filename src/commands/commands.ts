import { ANYWHERE_COMMANDS } from './anywhere.ts'
import type { Command } from './command.ts'
import { ROOM_COMMANDS } from './in-the-room.ts'
import { MAP_COMMANDS } from './map-commands.ts'
import { VIEW_COMMANDS } from './views.ts'

/** Everything that can be invoked, in the order of palette and shortcut sheet. There is no second list. */
export const COMMANDS: readonly Command[] = [...VIEW_COMMANDS, ...ROOM_COMMANDS, ...ANYWHERE_COMMANDS, ...MAP_COMMANDS]
