import type { Id } from '../model/ids.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'
import { commandContext, invoke, isOffered } from './dispatch.ts'
import { capsOf, isSingleKey } from './keys.ts'

export interface MoreItem {
  readonly id: string
  readonly title: string
  readonly keyCap?: string
  readonly startsGroup: boolean
  readonly onChoose: () => void
}

/** What can be done with what is chosen, for a menu: as many of it as are elements, ties or anything else of the map. */
export function moreItems(chosen: readonly Id[]): readonly MoreItem[] {
  const c = commandContext()
  const elements = chosen.some((id) => c.moment?.elements.has(id))
  const ties = chosen.some((id) => c.moment?.relationships.has(id))
  return listed(({ more }) => (more === 'both' ? chosen.length > 0 : more === 'elements' ? elements : more === 'ties' && ties))
}

/** What can be done where nothing stands. */
export function waterItems(): readonly MoreItem[] {
  return listed(({ more }) => more === 'water')
}

function listed(fits: (command: Command) => boolean): readonly MoreItem[] {
  const c = commandContext()
  const offered = COMMANDS.filter((command) => fits(command) && isOffered(command, c))
  return offered.map((command, i) => {
    const key = command.keys?.find(isSingleKey)
    return {
      id: command.id,
      title: command.titleNow?.(c) ?? command.title,
      startsGroup: i > 0 && offered[i - 1]?.group !== command.group,
      ...(key === undefined ? {} : { keyCap: capsOf(key, false).join(' ') }),
      onChoose: () => void invoke(command.id),
    }
  })
}
