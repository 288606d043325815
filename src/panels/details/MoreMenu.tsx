import type { Command } from '../../commands/command.ts'
import { COMMANDS } from '../../commands/commands.ts'
import { commandContext, invoke, isOffered } from '../../commands/dispatch.ts'
import { capsOf, isSingleKey } from '../../commands/keys.ts'
import { Menu } from '../../controls/Menu.tsx'

/** Everything else that can be done with what is chosen, from the command list. */
export function MoreMenu({ elements, ties }: { readonly elements: number; readonly ties: number }) {
  const c = commandContext()
  const fits = ({ more }: Command) => (more === 'both' && elements + ties > 0) || (more === 'elements' && elements > 0) || (more === 'ties' && ties > 0)
  const offered = COMMANDS.filter((command) => fits(command) && isOffered(command, c))
  if (offered.length === 0) return null
  return (
    <Menu
      name="More to do with this"
      faceClass="button is-link details-more"
      face="More"
      items={offered.map((command, i) => {
        const key = command.keys?.find(isSingleKey)
        return {
          id: command.id,
          title: command.titleNow?.(c) ?? command.title,
          startsGroup: i > 0 && offered[i - 1]?.group !== command.group,
          ...(key === undefined ? {} : { keyCap: capsOf(key, false).join(' ') }),
          onChoose: () => void invoke(command.id),
        }
      })}
    />
  )
}
