import type { ReadingName } from '../model/records.ts'
import type { MapContent, SystemMap } from '../model/system-map.ts'

/** The moment a reading names: now, or a version's content once it is loaded. Now stands in until it is, and where the version is gone. */
export function momentOf(map: SystemMap, contents: ReadonlyMap<string, MapContent>, reading: ReadingName): MapContent {
  const version = reading.version === null ? undefined : map.versions.get(reading.version)
  return (version && contents.get(version.content)) ?? map
}
