import { AGREEMENT_COMMANDS } from './agreements.ts'
import { ANYWHERE_COMMANDS } from './anywhere.ts'
import { ARRANGE_CHOSEN_COMMANDS } from './arrange-chosen.ts'
import { ARRANGE_COMMANDS } from './arrange.ts'
import { ASK_COMMANDS } from './ask-it.ts'
import { BACKGROUND_COMMANDS } from './background.ts'
import { BESIDE_COMMANDS } from './beside.ts'
import { CHOOSE_COMMANDS } from './choose.ts'
import { CLIPBOARD_COMMANDS } from './clipboard.ts'
import type { Command } from './command.ts'
import { FILTER_COMMANDS } from './filter-it.ts'
import { GRID_COMMANDS } from './grid-it.ts'
import { ROOM_COMMANDS } from './in-the-room.ts'
import { LAYOUT_COMMANDS } from './layouts.ts'
import { MAP_COMMANDS } from './map-commands.ts'
import { MATRIX_COMMANDS } from './matrix-it.ts'
import { MOMENT_COMMANDS } from './moments.ts'
import { PERSPECTIVE_COMMANDS } from './perspectives.ts'
import { RATE_IT_COMMANDS } from './rate-it.ts'
import { RATE_MANY_COMMANDS } from './rate-many.ts'
import { SAME_AS_COMMANDS } from './same-as.ts'
import { SAY_IT_COMMANDS } from './say-it.ts'
import { SEE_IT_COMMANDS } from './see-it.ts'
import { STEP_COMMANDS } from './steps.ts'
import { TABLE_COMMANDS } from './tables.ts'
import { VIEW_COMMANDS } from './views.ts'

/** Everything that can be invoked, in the order of palette and shortcut sheet. There is no second list. */
export const COMMANDS: readonly Command[] = [
  ...SAY_IT_COMMANDS,
  ...AGREEMENT_COMMANDS,
  ...RATE_MANY_COMMANDS,
  ...RATE_IT_COMMANDS,
  ...SEE_IT_COMMANDS,
  ...ASK_COMMANDS,
  ...PERSPECTIVE_COMMANDS,
  ...MOMENT_COMMANDS,
  ...FILTER_COMMANDS,
  ...CHOOSE_COMMANDS,
  ...MATRIX_COMMANDS,
  ...GRID_COMMANDS,
  ...CLIPBOARD_COMMANDS,
  ...ARRANGE_COMMANDS,
  ...LAYOUT_COMMANDS,
  ...ARRANGE_CHOSEN_COMMANDS,
  ...SAME_AS_COMMANDS,
  ...BESIDE_COMMANDS,
  ...VIEW_COMMANDS,
  ...ROOM_COMMANDS,
  ...MAP_COMMANDS,
  ...TABLE_COMMANDS,
  ...STEP_COMMANDS,
  ...BACKGROUND_COMMANDS,
  ...ANYWHERE_COMMANDS,
]
