import { isUnclaimed } from '../edits/tables.ts'
import { newId } from '../model/ids.ts'
import type { SystemMap, WholeMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { say, session, type MetFile, type OpenedHere } from '../session/session.ts'
import { counted } from '../words/counts.ts'
import { nameOfMap } from '../words/map-name.ts'
import { gatherMore, offerGather } from './gather-files.ts'
import { ports } from './provided.ts'
import type { FileHistory, FileIn } from './ports.ts'
import { readFiles, readHere, type Found, type Refusal } from './read-files.ts'

/** Bytes from which on a map file is read off the page, 8 MB: below, handing the map back takes as long as reading it. */
const LARGE = 8 * 1024 * 1024

/**
 * Opens what was picked or dropped. A file that is refused changes nothing; one whose map is here already asks what to do. Several at once, while a
 * map is open, are offered to be gathered into it, as are those that come while others are being looked at.
 */
export async function openFiles(files: readonly FileIn[]): Promise<void> {
  if (files.length === 0) return
  if (session.getState().dialog?.name === 'Gather') return gatherMore(files)
  if (files.length > 1 && live.getState().map !== null) return offerGather(files)
  try {
    const { found, met, refused } = await readFiles(files, (bytes) => ports().work.find(bytes), (bytes) => (bytes.length > LARGE ? ports().work.readNative(bytes) : readHere(bytes)))
    if (found.length + met.length + refused.length === 0) return say('The file was left as it is. Nothing has changed.')
    await openRead(found, refused, met)
    if (met.length > 0 && refused.length === 0) session.setState({ dialog: { name: 'Import', files: met } })
  } catch {
    say('Stopped. Nothing has changed.')
  }
}

/** Opens what was read: one map, or several as they are. */
export async function openRead(found: readonly Found[], refused: readonly Refusal[] = [], next: readonly MetFile[] = []): Promise<void> {
  const [only] = found
  if (only && found.length === 1 && refused.length === 0) await openOne(only)
  else if (found.length > 0) await openSeveral(found)
  if (refused.length > 0) {
    session.setState({ dialog: { name: 'Refused', files: refused, ...(next.length > 0 ? { next } : {}) } })
    say(refused.length === 1 ? `${refused[0]?.file} could not be opened.` : `${counted(refused.length, 'file')} could not be opened.`)
  }
}

async function openOne(found: Found): Promise<void> {
  if (live.getState().maps.some(({ id }) => id === found.whole.map.meta.mapId)) session.setState({ dialog: { name: 'Open', here: found } })
  else await openHere(found)
}

/** Several at once: each comes in, one that is here already as a copy, so that nothing is replaced. */
async function openSeveral(found: readonly Found[]): Promise<void> {
  const { maps } = ports()
  let copies = 0
  for (const { whole } of found) {
    const isHere = live.getState().maps.some(({ id }) => id === whole.map.meta.mapId)
    if (isHere) copies++
    await maps.create(isHere ? asCopy(whole) : whole)
  }
  await maps.close()
  session.setState({ toast: { words: copies ? `Opened ${counted(found.length, 'map')}; ${copies === 1 ? 'one was' : `${copies} were`} here already and came in as a copy.` : `Opened ${counted(found.length, 'map')}.` } })
}

/** Keeps a map from a file on this laptop and shows it, with what was mended in it. */
export async function openHere({ whole, file, repairs, history }: OpenedHere): Promise<void> {
  await ports().maps.create(whole, history === undefined ? undefined : await historyOf(whole, history))
  const asks = isUnclaimed(whole.map) ? { name: 'You are' as const } : null
  session.setState({ dialog: repairs.length ? { name: 'Mended', file, repairs } : asks })
  say(`Opened ${whole.map.meta.title || whole.map.meta.question || file}. ${counted(whole.map.elements.size, 'element')}, ${counted(whole.map.relationships.size, 'tie')}.`)
}

async function historyOf({ map, contents }: WholeMap, base64: string): Promise<FileHistory> {
  const { writeNative } = await import('../formats/native/write-native.ts')
  const text = (one: SystemMap) => writeNative({ map: one, contents }, { app: '', savedAt: '', includePrivate: true })
  const own = text(map)
  return { base64, isSame: (other) => text(other) === own }
}

/** The same map under an id of its own. It keeps its lineage, so that the two recognise each other. */
export function asCopy({ map, contents }: WholeMap): WholeMap {
  return { contents, map: { ...map, meta: { ...map.meta, mapId: newId(ports().random), title: `${nameOfMap(map.meta)} (copy)` } } }
}
