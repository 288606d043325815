import type { RefObject } from 'react'
import { moreItems } from '../../commands/more.ts'
import { Menu, type OpensBeside } from '../../controls/Menu.tsx'
import { useSession } from '../../session/hooks.ts'

/** What can be done with the rows that are chosen: by its button, by a row's context menu, by Shift F10. */
export function RowMenu({ noun, opener }: { readonly noun: string; readonly opener: RefObject<OpensBeside | null> }) {
  // A letter typed in the grid is a cell's: the keys of the map are not shown here.
  const items = moreItems(useSession((s) => s.selection)).map(({ keyCap: _, ...item }) => item)
  return <Menu name={`More to do with the chosen ${noun}s`} faceClass="button is-small" face="More" items={items} opener={opener} {...(items.length === 0 ? { foot: 'Choose a row first.' } : {})} />
}
