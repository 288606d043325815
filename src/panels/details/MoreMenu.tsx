import { moreItems } from '../../commands/more.ts'
import { Menu } from '../../controls/Menu.tsx'
import type { Id } from '../../model/ids.ts'

/** Everything else that can be done with what is chosen, from the command list. */
export function MoreMenu({ chosen }: { readonly chosen: readonly Id[] }) {
  const items = moreItems(chosen)
  if (items.length === 0) return null
  return <Menu name="More to do with this" faceClass="button is-link details-more" face="More" items={items} />
}
