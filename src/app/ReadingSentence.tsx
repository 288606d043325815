import type { Id } from '../model/ids.ts'
import type { Organisation, Perspective, ReadingName } from '../model/records.ts'
import { listed, type SystemMap } from '../model/system-map.ts'
import { perspectivesInOrder, seenBy } from '../commands/chosen.ts'
import { ports } from '../commands/dispatch.ts'
import { Glyph } from '../controls/Glyph.tsx'
import { Menu, type MenuItem } from '../controls/Menu.tsx'
import { useLive, useSession } from '../session/hooks.ts'
import { say, session } from '../session/session.ts'
import { spokenDate } from '../words/dates.ts'
import './ReadingSentence.css'

function read(reading: ReadingName, words: string): void {
  session.setState({ reading })
  say(words)
}

export function slotOf(perspective: Perspective, organisations: ReadonlyMap<Id, Organisation>): Organisation['slot'] {
  return (perspective.organisation !== null && organisations.get(perspective.organisation)?.slot) || 'shared'
}

async function goTo(map: SystemMap, version: Id | null, perspective: Id) {
  const card = version === null ? undefined : map.versions.get(version)
  if (card) await ports().maps.contentOf(card)
  read({ version, perspective }, card ? `${card.name}, ${spokenDate(card.date)}. It can be read, not changed.` : 'Now.')
}

/** What is on screen, as a sentence: this moment, seen by these people. */
export function ReadingSentence() {
  const map = useLive((l) => l.map)
  const reading = useSession((s) => s.reading)
  if (!map) return null
  const version = reading.version === null ? undefined : map.versions.get(reading.version)
  const perspective = map.perspectives.get(reading.perspective)
  const moment = version ? version.name || version.date : 'Now'
  const seen = perspective ? seenBy(perspective) : 'the shared picture'

  const moments: readonly MenuItem[] = [
    { id: 'now', title: 'Now', isOn: !version, onChoose: () => void goTo(map, null, reading.perspective) },
    ...listed(map.versions)
      .toReversed()
      .map((card) => ({ id: card.id, title: card.name || 'Version', end: spokenDate(card.date), isOn: card === version, onChoose: () => void goTo(map, card.id, reading.perspective) })),
  ]
  const views: readonly MenuItem[] = perspectivesInOrder(map)
    .map((each) => ({
      id: each.id,
      title: each.type === 'shared' ? 'The shared picture' : each.name,
      before: <Glyph slot={slotOf(each, map.organisations)} />,
      isOn: each.id === perspective?.id,
      onChoose: () => read({ version: reading.version, perspective: each.id }, `Seen by ${seenBy(each)}.`),
    }))

  return (
    <div className="reading" role="group" aria-label="The reading">
      <Menu name={`Moment: ${moment.toLowerCase() === 'now' ? 'now' : moment}`} faceClass="reading-slot" face={<span>{moment}</span>} items={moments} />
      <span className="reading-by">seen by</span>
      <Menu id="seen-by" name={`Seen by: ${seen}`} faceClass="reading-slot" face={<span>{seen}</span>} items={views} />
      <Menu
        name="Compared with: nothing"
        faceClass="reading-slot is-empty"
        face={<span>compared with…</span>}
        items={[{ id: 'nothing', title: 'Nothing', isOn: true, onChoose: () => {} }]}
        foot="Comparing two moments, or two views, comes in a later Sightlines."
      />
    </div>
  )
}
