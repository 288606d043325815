import { readNative } from '../../src/formats/native/read-native.ts'
import type { WholeMap } from '../../src/model/system-map.ts'
import text from '../../src/templates/harbour-city.sightlines.json?raw'

/** Harbour City as it ships, for tests that run in a page, where a file has no path. */
export function sampleMap(): WholeMap {
  const read = readNative(text)
  if (!read.ok) throw new Error(read.reason)
  return read.whole
}
