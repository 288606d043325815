import { newId, type Random } from '../model/ids.ts'
import type { WholeMap } from '../model/system-map.ts'

/**
 * The sample map, as a copy with an id of its own. It keeps its lineage, and stays marked as illustrative: nobody said these things.
 * Its text and its reader load when asked for.
 */
export async function loadSample(random: Random): Promise<WholeMap> {
  const [{ default: text }, { readNative }] = await Promise.all([import('./harbour-city.sightlines.json?raw'), import('../formats/native/read-native.ts')])
  const read = readNative(text)
  if (!read.ok) throw new Error(`The sample does not read: ${read.place}, ${read.reason}`)
  const { map, contents } = read.whole
  return { contents, map: { ...map, meta: { ...map.meta, mapId: newId(random), illustrative: true } } }
}
