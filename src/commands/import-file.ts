import type { Choices } from '../formats/found/choices.ts'
import type { Found } from '../formats/found/found.ts'
import { settled } from '../edits/settle.ts'
import { apply } from '../model/apply.ts'
import { joined, NO_CHANGE, type MapChange } from '../model/change.ts'
import { newId } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { lookAt } from '../session/look.ts'
import { bringIntoSight, say, session, type MetFile, type OpenDialog } from '../session/session.ts'
import { counted } from '../words/counts.ts'
import { ports } from './provided.ts'

/** A file's name without its ending. */
function bareName(file: string): string {
  return file.replace(/\.[A-Za-z0-9]{1,8}$/, '').trim() || file
}

type Gathers = Extract<OpenDialog, { name: 'Import' }>['gathers']

/** The files after the one that is looked at, and those that wait to be gathered. */
function after(): { readonly files: readonly MetFile[]; readonly gathers: Gathers } {
  const { dialog } = session.getState()
  return dialog?.name === 'Import' ? { files: dialog.files.slice(1), gathers: dialog.gathers } : { files: [], gathers: undefined }
}

/** Goes on to the next of several files; after the last to what is to be gathered, where anything is. */
function goOn(files: readonly MetFile[], gathers: Gathers): void {
  const isLeft = gathers !== undefined && gathers.files.length + gathers.refused.length > 0
  session.setState({ dialog: files.length > 0 ? { name: 'Import', files, ...(gathers ? { gathers } : {}) } : isLeft ? { name: 'Gather', ...gathers } : null })
}

/** Leaves this file as it is and goes on to the next of several, or closes the dialog. */
export function nextImport(): void {
  const { files, gathers } = after()
  goOn(files, gathers)
}

/** Places for what has none. Rejects where it is stopped. */
async function placesFor(map: SystemMap, signal: AbortSignal): Promise<MapChange> {
  const loose = new Set([...map.elements.keys()].filter((id) => !map.positions.has(id)))
  if (loose.size === 0) return NO_CHANGE
  const only = loose.size === map.elements.size ? {} : { only: loose }
  const lean = onePerPair(map)
  const { positions, digest } = await ports().work.settle(lean, { ...only, signal })
  return settled(map, { positions, digest: lean === map ? digest : null })
}

/** A file of weeks has hundreds of ties between the same two: one of them says as much about where the two should stand. */
function onePerPair(map: SystemMap): SystemMap {
  const pairs = new Map([...map.relationships.values()].map((tie) => [tie.from < tie.to ? `${tie.from} ${tie.to}` : `${tie.to} ${tie.from}`, tie]))
  return pairs.size === map.relationships.size ? map : { ...map, relationships: new Map([...pairs.values()].map((tie) => [tie.id, tie])) }
}

/** Opens what was found as a map of its own, filled in one step. Nothing is kept before all of it can be. */
export async function importAsMap({ file }: MetFile, found: Found, choices: Choices, signal: AbortSignal): Promise<void> {
  const { maps, random, now } = ports()
  const { importedMap } = await import('../formats/found/imported.ts')
  const mapId = newId(random)
  const perspective = newId(random)
  const title = bareName(file)
  const options = { mapId, lineage: mapId, added: now().toISOString(), title, perspective }
  const { empty, change, map } = importedMap(found, choices, options)
  const places = await placesFor(map, signal)
  signal.throwIfAborted()
  const { files } = after()
  await maps.create({ map: empty, contents: new Map() })
  maps.dispatch('Import', joined(change, places))
  goOn(files, undefined)
  if ([...(map.judgements.get(perspective)?.values() ?? [])].some(({ presence }) => typeof presence === 'number')) lookAt({ perspective })
  const words = `Imported ${counted(map.elements.size, 'element')} and ${counted(map.relationships.size, 'tie')}`
  session.setState({ toast: { words } })
  say(`${words}. ${found.own ? 'Who says what came with them.' : `What the file says is kept as the perspective ${title}.`}`)
  bringIntoSight([])
}

/** Makes the file ready to be gathered into the open map, and the files after it too; after the last, shows what gathering them would do. Its ids and its view are the same whenever the same file comes again. */
export async function importIntoOpen({ file }: MetFile, found: Found, choices: Choices, signal: AbortSignal): Promise<void> {
  const [{ importedMap }, { contentKey }] = await Promise.all([import('../formats/found/imported.ts'), import('../formats/native/content-key.ts')])
  const title = bareName(file)
  const mapId = contentKey(file).slice(0, 12)
  const { map: bare } = importedMap(found, choices, { mapId, lineage: mapId, added: ports().now().toISOString(), title, perspective: null })
  const map = apply(bare, await placesFor(bare, signal))
  signal.throwIfAborted()
  const { files, gathers = { files: [], refused: [] } } = after()
  goOn(files, { ...gathers, files: [...gathers.files, { file: title, whole: { map, contents: new Map() }, repairs: [], savedAt: '', isWanted: true }] })
}
