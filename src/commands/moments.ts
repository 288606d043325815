import { restored } from '../edits/restore.ts'
import type { Id } from '../model/ids.ts'
import type { ReadingName, Version } from '../model/records.ts'
import { inTime } from '../reading/axis.ts'
import { elementsOfBoth, tiesOfBoth } from '../reading/compare.ts'
import { visionOf } from '../reading/vision.ts'
import { comparedOf } from '../session/compared.ts'
import { live } from '../session/live.ts'
import { compareWith, lookAt } from '../session/look.ts'
import { bringIntoSight, say, session, type CompareLook } from '../session/session.ts'
import { comparedName } from '../words/compared-words.ts'
import { spokenDate } from '../words/dates.ts'
import { isMapOpen } from './anywhere.ts'
import type { Command, CommandContext, Outcome } from './command.ts'
import { ports } from './provided.ts'

const isComparing = (c: CommandContext) => c.map !== null && c.session.compared !== null

/** The moments before this one, the nearest first. */
function earlier(c: CommandContext): readonly Id[] {
  if (!c.map) return []
  const moments = inTime(c.map)
  const at = c.session.reading.version === null ? moments.length : moments.indexOf(c.session.reading.version)
  return moments.slice(0, at).reverse()
}

/** Whether anything at all differs between a moment and the one on screen, seen by the same people. */
function hasChanged(c: CommandContext, version: Id): boolean {
  const { map } = c
  if (!map) return false
  const compared = comparedOf(map, live.getState().contents, { ...c.session, compared: { ...c.session.reading, version } })
  if (!compared) return false
  const { comparison } = compared
  return [...tiesOfBoth(comparison), ...elementsOfBoth(comparison)].some((id) => !['same', 'unsaid'].includes(comparison.of(id).class))
}

/** Compares the moment on screen with the last one that differs from it: a version saved a minute ago says nothing yet. */
async function thenAndNow(c: CommandContext): Promise<Outcome | void> {
  const { map } = c
  if (!map) return undefined
  let nearest = earlier(c)[0] ?? null
  for (const version of earlier(c)) {
    const card = map.versions.get(version)
    if (!card) continue
    await c.maps.contentOf(card)
    if (!hasChanged(c, version)) continue
    nearest = version
    break
  }
  // Before the first version there is nothing: it is held against now.
  if (nearest === null && c.session.reading.version === null) return { announce: 'There is no version to compare with yet. Save one, and it will be there next time.' }
  const compared = { ...c.session.reading, version: nearest }
  c.setSession({ compared, panel: 'Compare' })
  return { announce: `Compared with ${comparedName(map, c.session.reading, compared)}.` }
}

function look(id: CompareLook, title: string, words: string): Command {
  return {
    id: `compare-${id.replaceAll(' ', '-')}`,
    title,
    group: 'See it',
    keywords: `compare then now ${id}`,
    when: isComparing,
    isOn: (c) => c.session.compareLook === id,
    run(c) {
      c.setSession({ compareLook: id, view: 'map' })
      bringIntoSight()
      return { announce: words }
    },
  }
}

export const MOMENT_COMMANDS: readonly Command[] = [
  {
    id: 'compare-versions',
    title: 'Compare versions',
    group: 'See it',
    keys: ['v'],
    keywords: 'then now moved changed before after difference time',
    when: isMapOpen,
    isOn: (c) => c.session.compared !== null,
    async run(c) {
      if (!c.session.compared) return thenAndNow(c)
      compareWith(null)
      return { announce: 'Nothing is compared.' }
    },
  },
  look('ghosts', 'Show changes as ghosts', 'Changes are drawn into one map.'),
  look('side by side', 'Show the two side by side', 'Two maps, side by side. They move together.'),
  look('wipe', 'Show one over the other', 'One map over the other. The handle wipes.'),
  {
    id: 'towards-away',
    title: 'Towards or away from the vision',
    group: 'See it',
    keywords: 'vision direction progress better',
    when: (c) => isComparing(c) && c.map !== null && visionOf(c.map, c.session.vision) !== null,
    isOn: (c) => c.session.overlay === 'towards',
    run(c) {
      const isOn = c.session.overlay === 'towards'
      c.setSession({ overlay: isOn ? null : 'towards' })
      return { announce: isOn ? 'Every change.' : 'What moved towards the vision, and what away from it.' }
    },
  },
]

/** Puts a moment on screen, now where it is null. */
export async function goToMoment(version: Id | null): Promise<void> {
  const card = await fetched(version)
  lookAt({ version })
  say(card ? `${card.name}, ${spokenDate(card.date)}. To look at only.` : 'Now.')
}

/** Compares the reading on screen with another. */
export async function compareReading(other: ReadingName): Promise<void> {
  await fetched(other.version)
  const { map } = live.getState()
  if (!map) return
  compareWith(other)
  session.setState({ panel: 'Compare' })
  say(`Compared with ${comparedName(map, session.getState().reading, other)}.`)
}

async function fetched(version: Id | null): Promise<Version | null> {
  const card = version === null ? undefined : live.getState().map?.versions.get(version)
  if (card) await ports().maps.contentOf(card)
  return card ?? null
}

/** Makes now what a version was, in one step that can be undone. The map as it is now is kept quietly first. */
export async function restoreVersion(version: Version): Promise<boolean> {
  const { maps } = ports()
  const content = await maps.contentOf(version)
  await maps.keepPoint(`Before going back to ${version.name}`)
  const { map } = live.getState()
  if (!map) return false
  maps.dispatch(`Restore ${version.name}`, (now) => restored(now, content))
  return true
}

