import { perspectivesInOrder, seenBy } from '../commands/chosen.ts'
import { Glyph } from '../controls/Glyph.tsx'
import { Menu } from '../controls/Menu.tsx'
import type { MenuItem } from '../controls/MenuList.tsx'
import type { Id } from '../model/ids.ts'
import type { Organisation, Perspective } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { useSession } from '../session/hooks.ts'
import { lookAt } from '../session/look.ts'
import { say } from '../session/session.ts'
import { viewName } from '../words/reading-name.ts'
import { commandItems } from './use-command.ts'

export function slotOf(perspective: Perspective, organisations: ReadonlyMap<Id, Organisation>): Organisation['slot'] {
  return (perspective.organisation !== null && organisations.get(perspective.organisation)?.slot) || 'shared'
}

/** Whose view is on screen, and so whose is written. */
export function SeenByMenu({ map }: { readonly map: SystemMap }) {
  const shown = useSession((s) => s.reading.perspective)
  const perspective = map.perspectives.get(shown)
  const seen = viewName(map, perspective || shown === '*' ? shown : 'shared')
  const items: readonly MenuItem[] = [...perspectivesInOrder(map).map((each) => ({
    id: each.id,
    title: each.type === 'shared' ? 'The shared picture' : each.name,
    before: <Glyph slot={slotOf(each, map.organisations)} />,
    isOn: each.id === perspective?.id,
    onChoose: () => {
      lookAt({ perspective: each.id })
      say(`Seen by ${seenBy(each)}.`)
    },
  })), ...commandItems(['my-own-view', 'perspectives'])]
  return <Menu id="seen-by" name={`Seen by: ${seen}`} faceClass="reading-slot" face={<span>{seen}</span>} items={items} />
}
