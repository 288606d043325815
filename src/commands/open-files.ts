import type { ReadResult } from '../formats/format.ts'
import { newId } from '../model/ids.ts'
import type { SystemMap, WholeMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { say, session, type OpenedHere } from '../session/session.ts'
import { counted } from '../words/counts.ts'
import { nameOfMap } from '../words/map-name.ts'
import { ports } from './provided.ts'
import type { FileHistory, FileIn } from './ports.ts'

type Refusal = { readonly file: string; readonly place: string; readonly reason: string }
type Found = OpenedHere & { readonly ok: true }

/** No file past this is even read: a zip is the largest thing that can be opened. */
const MOST_BYTES = 256 * 1024 * 1024

/** Opens what was picked or dropped. A file that is refused changes nothing; one whose map is here already asks what to do. */
export async function openFiles(files: readonly FileIn[]): Promise<void> {
  if (files.length === 0) return
  const results = (await Promise.all(files.map(readFile))).flat()
  const found = results.filter((result): result is Found => 'ok' in result)
  const refused = results.filter((result): result is Refusal => !('ok' in result))
  const [only] = found
  if (only && found.length === 1 && refused.length === 0) await openOne(only)
  else if (found.length > 0) await openSeveral(found)
  if (refused.length > 0) {
    session.setState({ dialog: { name: 'Refused', files: refused } })
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
  session.setState({ dialog: repairs.length ? { name: 'Mended', file, repairs } : null })
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

async function readFile(file: FileIn): Promise<readonly (Found | Refusal)[]> {
  const refuse = (place: string, reason: string): readonly Refusal[] => [{ file: file.name, place, reason }]
  if (file.size > MOST_BYTES) return refuse('The file', `it is ${Math.ceil(file.size / 1024 / 1024)} MB, and Sightlines opens maps up to 64 MB`)
  try {
    const bytes = await file.bytes()
    const [{ detect, describe }, { FORMATS }] = await Promise.all([import('../formats/detect.ts'), import('../formats/formats.ts')])
    const content = detect(bytes)
    if (content === 'zip') return await readZip(file.name, bytes)
    if (content !== 'native' && content !== 'json' && content !== 'text') return refuse('The file', content === 'empty' ? 'it is empty' : `it is ${describe(content)}, and Sightlines opens its own maps`)
    const [native] = FORMATS
    const result = await (await native?.load())?.read?.(bytes)
    return result ? [outcome(file.name, result)] : refuse('The file', 'no reader for it is here')
  } catch {
    return refuse('The file', 'the browser could not read it from the disk')
  }
}

async function readZip(name: string, bytes: Uint8Array): Promise<readonly (Found | Refusal)[]> {
  const [{ unzipMaps }, { readNative }] = await Promise.all([import('../formats/zip.ts'), import('../formats/native/read-native.ts')])
  const unzipped = unzipMaps(bytes)
  if (!unzipped.ok) return [{ file: name, place: unzipped.place, reason: unzipped.reason }]
  return unzipped.files.map((file) => outcome(file.name, readNative(file.text)))
}

function outcome(file: string, result: ReadResult & { readonly savedAt?: string; readonly document?: string }): Found | Refusal {
  return result.ok ? { ok: true, file, whole: result.whole, repairs: result.repairs, savedAt: result.savedAt ?? '', ...(result.document === undefined ? {} : { history: result.document }) } : { file, place: result.place, reason: result.reason }
}
