import type { ReadingName } from '../../model/records.ts'
import { sharedOf } from '../../model/system-map.ts'
import { live } from '../../session/live.ts'
import { say, session } from '../../session/session.ts'

/** A reading whose perspective or version is no longer there goes back to now, seen by the shared picture, with a sentence. */
export function wireReading(): void {
  live.subscribe((now, before) => {
    const { map } = now
    if (!map || (map.perspectives === before.map?.perspectives && map.versions === before.map.versions)) return
    const { reading, compared } = session.getState()
    const isGone = ({ perspective, version }: ReadingName) => (perspective !== '*' && !map.perspectives.has(perspective)) || (version !== null && !map.versions.has(version))
    if (compared && isGone(compared)) {
      session.setState({ compared: null })
      if (before.map?.meta.mapId === map.meta.mapId) say('What was compared is no longer there.')
    }
    const isPerspectiveGone = reading.perspective !== '*' && !map.perspectives.has(reading.perspective)
    const isVersionGone = reading.version !== null && !map.versions.has(reading.version)
    if (!isPerspectiveGone && !isVersionGone) return
    session.setState({ reading: { version: isVersionGone ? null : reading.version, perspective: isPerspectiveGone ? sharedOf(map).id : reading.perspective } })
    // Another map has just been opened: nothing on screen was taken away.
    if (before.map?.meta.mapId !== map.meta.mapId) return
    say(isVersionGone ? 'That version is no longer there. This is the map as it is now.' : 'That perspective is no longer there. This is the shared picture.')
  })
}
