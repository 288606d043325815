import { perspectivesInOrder, seenBy, writingPerspective } from '../commands/chosen.ts'
import { Glyph } from '../controls/Glyph.tsx'
import { Menu } from '../controls/Menu.tsx'
import type { MenuItem } from '../controls/MenuList.tsx'
import type { SystemMap } from '../model/system-map.ts'
import { useSession } from '../session/hooks.ts'
import { lookAt } from '../session/look.ts'
import { say } from '../session/session.ts'
import { slotOf } from './SeenByMenu.tsx'
import { commandItems } from './use-command.ts'

/** What can be done about whose view is written, under the list of them. */
const ALSO = ['move-ratings', 'my-own-view', 'perspectives'] as const

/** Whose view is being written, always in sight where things are typed, and how to write another. */
export function RatingAs({ map }: { readonly map: SystemMap }) {
  const written = useSession((s) => s.reading.perspective)
  const perspective = writingPerspective(map, written)
  const items: readonly MenuItem[] = [
    ...perspectivesInOrder(map).map((each) => ({
      id: each.id,
      title: each.type === 'shared' ? 'The shared picture' : each.name,
      before: <Glyph slot={slotOf(each, map.organisations)} />,
      ...(each.private ? { end: 'private' } : {}),
      isOn: each === perspective,
      onChoose: () => {
        lookAt({ perspective: each.id })
        say(`Rating as ${seenBy(each)}.`)
      },
    })),
    ...commandItems(ALSO),
  ]
  return (
    <span className="rating-as">
      <Menu
        name={`Rating as ${seenBy(perspective)}`}
        opens="up"
        items={items}
        face={
          <>
            Rating as <Glyph slot={slotOf(perspective, map.organisations)} /> <b>{seenBy(perspective)}</b>
          </>
        }
      />
    </span>
  )
}
