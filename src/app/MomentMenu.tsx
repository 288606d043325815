import { goToMoment } from '../commands/moments.ts'
import { Menu } from '../controls/Menu.tsx'
import type { MenuItem } from '../controls/MenuList.tsx'
import type { SystemMap } from '../model/system-map.ts'
import { inTime } from '../reading/axis.ts'
import { useSession } from '../session/hooks.ts'
import { spokenDate } from '../words/dates.ts'
import { momentName } from '../words/reading-name.ts'

/** Which moment of the map is on screen: now, or one that was kept. */
export function MomentMenu({ map }: { readonly map: SystemMap }) {
  const shown = useSession((s) => s.reading.version)
  const version = shown !== null && map.versions.has(shown) ? shown : null
  const moment = momentName(map, version)

  const items: readonly MenuItem[] = [
    { id: 'now', title: 'Now', isOn: version === null, onChoose: () => void goToMoment(null) },
    ...inTime(map).toReversed().map((id) => ({
      id, title: momentName(map, id), end: spokenDate(map.versions.get(id)?.date ?? ''), isOn: id === version, onChoose: () => void goToMoment(id),
    })),
  ]
  return <Menu name={`Moment: ${version === null ? 'now' : moment}`} faceClass="reading-slot" face={<span>{moment}</span>} items={items} />
}
