import { perspectivesInOrder } from '../commands/chosen.ts'
import { compareReading } from '../commands/moments.ts'
import { Glyph } from '../controls/Glyph.tsx'
import { Menu } from '../controls/Menu.tsx'
import type { MenuItem } from '../controls/MenuList.tsx'
import type { Id } from '../model/ids.ts'
import type { ReadingName } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { inTime, isSameReading } from '../reading/axis.ts'
import { useSession } from '../session/hooks.ts'
import { compareWith } from '../session/look.ts'
import { say } from '../session/session.ts'
import { capitalised, comparedName } from '../words/compared-words.ts'
import { spokenDate } from '../words/dates.ts'
import { momentName, viewName } from '../words/reading-name.ts'
import { slotOf } from './SeenByMenu.tsx'

/** What the reading on screen is compared with: another moment, or another view of this one. */
export function ComparedMenu({ map }: { readonly map: SystemMap }) {
  const reading = useSession((s) => s.reading)
  const compared = useSession((s) => s.compared)

  const item = (id: string, title: string, other: ReadingName, more: Partial<MenuItem> = {}): MenuItem => ({
    id, title, isOn: compared !== null && isSameReading(compared, other), onChoose: () => void compareReading(other), ...more,
  })

  const moments: readonly (Id | null)[] = [null, ...inTime(map).toReversed()]
  const views = [...perspectivesInOrder(map).map(({ id }) => id), '*']
  const items: readonly MenuItem[] = [
    {
      id: 'nothing', title: 'Nothing', isOn: compared === null,
      onChoose: () => {
        compareWith(null)
        say('Nothing is compared.')
      },
    },
    ...moments.filter((version) => version !== reading.version).map((version, i) =>
      item(`at ${version ?? 'now'}`, momentName(map, version), { version, perspective: reading.perspective }, {
        startsGroup: i === 0, ...(version === null ? {} : { end: spokenDate(map.versions.get(version)?.date ?? '') }),
      })),
    ...views.filter((id) => id !== reading.perspective).map((id, i) => {
      const perspective = map.perspectives.get(id)
      return item(`by ${id}`, capitalised(viewName(map, id)), { version: reading.version, perspective: id }, {
        startsGroup: i === 0, before: perspective ? <Glyph slot={slotOf(perspective, map.organisations)} /> : <span className="no-glyph" />,
      })
    }),
  ]
  const name = compared ? comparedName(map, reading, compared) : 'nothing'
  return <Menu name={`Compared with: ${name}`} faceClass={`reading-slot${compared ? '' : ' is-empty'}`} face={<span>{compared ? name : 'compared with…'}</span>} items={items} />
}
