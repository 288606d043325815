import { leavingUnder } from '../formats/leaving/leaving.ts'
import { isAltered, type Leaving } from '../formats/leaving/what-leaves.ts'
import type { ReadingName } from '../model/records.ts'
import { sharedOf } from '../model/system-map.ts'
import { onScreen } from '../session/on-screen.ts'
import { shownOf } from '../session/shown.ts'
import { counted } from '../words/counts.ts'
import type { Shown } from './pictures.ts'

/** What tells whose answer is whose even where no name stands at it: the end of a tie is its organisation's. */
const TELLS_WHO = new Set<string | null>(['ends', 'blind'])
const OF_VOICES = new Set<string | null>(['differences', ...TELLS_WHO])

/**
 * What is on screen as it leaves in a picture: under the names that were asked for, without words that stay, and seen by nobody who is not to be
 * told apart. Where answers are counted the picture says how far they differ; where nobody's leave it is the shared picture.
 */
export function shownAs(shown: Shown, options: Leaving): Shown {
  const { map: before, session, live } = shown
  if (!before || !isAltered(options)) return shown
  const { attribution } = options
  const { whole, idOf } = leavingUnder({ map: before, contents: live.contents }, { ...options, includePrivate: false, attribution: attribution === 'none' ? 'none' : 'named' })
  const { map, contents } = whole
  const shared = sharedOf(map).id
  const seenBy = (id: string): string => {
    if (id === '*') return attribution === 'none' ? shared : id
    const one = map.perspectives.get(idOf('perspectives', id))
    return one && (attribution === 'named' || one.type === 'vision') ? one.id : shared
  }
  const readingOf = ({ version, perspective }: ReadingName): ReadingName => ({ version, perspective: seenBy(perspective) })
  const reading = readingOf(session.reading)
  const compared = session.compared && readingOf(session.compared)
  const isSame = compared?.version === reading.version && compared.perspective === reading.perspective
  const isLeft = attribution === 'none' ? OF_VOICES.has(session.overlay) : attribution === 'counted' && TELLS_WHO.has(session.overlay)
  const next = {
    ...session,
    reading,
    compared: isSame ? null : compared,
    overlay: isLeft ? null : session.overlay,
    vision: session.vision && idOf('perspectives', session.vision),
    voices: session.voices?.map((id) => idOf('perspectives', id)) ?? null,
    unattributed: session.unattributed || attribution !== 'named',
    veiled: session.veiled.map((id) => idOf('subject', id)),
  }
  const moment = reading.version === null ? map : (contents.get(map.versions.get(reading.version)?.content ?? '') ?? map)
  return { ...shown, map, moment, session: next, live: { ...live, contents }, filtered: filteredAs(shown, idOf) }
}

/** What the filter says may be a name or somebody's words: how much it leaves is said in their place. */
function filteredAs({ map, session, live }: Shown, idOf: ReturnType<typeof leavingUnder>['idOf']): NonNullable<Shown['filtered']> | null {
  if (!map) return null
  const { moment } = onScreen(map, live.contents, session)
  const left = shownOf(map, moment, session.reading.perspective, session.filter)
  if (!left) return null
  return { hidden: new Set([...left.hidden].map((id) => idOf('subject', id))), words: `${counted(left.elements.size, 'element')} and ${counted(left.ties.size, 'tie')} of ${counted(left.elements.size + left.ties.size + left.hidden.size, 'thing')}` }
}
