import { ports } from '../commands/dispatch.ts'
import { Menu, type MenuItem } from '../controls/Menu.tsx'
import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { inTime } from '../reading/axis.ts'
import { useSession } from '../session/hooks.ts'
import { lookAt } from '../session/look.ts'
import { say } from '../session/session.ts'
import { spokenDate } from '../words/dates.ts'
import { momentName } from '../words/reading-name.ts'

/** Which moment of the map is on screen: now, or one that was kept. */
export function MomentMenu({ map }: { readonly map: SystemMap }) {
  const shown = useSession((s) => s.reading.version)
  const version = shown !== null && map.versions.has(shown) ? shown : null
  const moment = momentName(map, version)

  async function goTo(id: Id | null) {
    const card = id === null ? undefined : map.versions.get(id)
    if (card) await ports().maps.contentOf(card)
    lookAt({ version: id })
    say(card ? `${card.name}, ${spokenDate(card.date)}. It can be read, not changed.` : 'Now.')
  }

  const items: readonly MenuItem[] = [
    { id: 'now', title: 'Now', isOn: version === null, onChoose: () => void goTo(null) },
    ...inTime(map).toReversed().map((id) => ({
      id, title: momentName(map, id), end: spokenDate(map.versions.get(id)?.date ?? ''), isOn: id === version, onChoose: () => void goTo(id),
    })),
  ]
  return <Menu name={`Moment: ${version === null ? 'now' : moment}`} faceClass="reading-slot" face={<span>{moment}</span>} items={items} />
}
