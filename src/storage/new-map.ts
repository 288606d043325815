import { documentOf } from '../document/file-history.ts'
import { MapDocument } from '../document/map-document.ts'
import { fromBase64 } from '../model/base64.ts'
import { isId, newId, type Id } from '../model/ids.ts'
import type { SystemMap, WholeMap } from '../model/system-map.ts'
import type { Disk } from './disk.ts'
import type { Environment } from './environment.ts'
import { cardOf, pictureOf } from './map-card.ts'

/** The history in a file, and whether a map says what that file says. */
export interface FileHistory {
  readonly base64: string
  readonly isSame: (map: SystemMap) => boolean
}

/**
 * Keeps a whole map under a fresh id, or under its own when no map here has it: all of it or nothing. A file's history is taken up where
 * it says what the file says; where it does not, the map begins a lineage of its own.
 */
export async function keepNewMap(disk: Disk, { contents: { canonical }, now, random }: Environment, { map: given, contents }: WholeMap, history?: FileHistory): Promise<Id> {
  const bytes = history && fromBase64(history.base64)
  const past = history && bytes ? documentOf(bytes, history.isSame) : null
  const map = history && !past ? { ...given, meta: { ...given.meta, lineage: newId(random) } } : given
  const own = map.meta.mapId
  const id = isId(own) && !(await disk.card(own)) ? own : newId(random)
  const document = past ?? MapDocument.from({ ...map, meta: { ...map.meta, mapId: id } }, random)
  document.name(id)
  await disk.write({
    map: id,
    card: cardOf(document.map, undefined, now()),
    contents: [...contents].map(([key, content]) => ({ key, text: canonical(content) })),
    updates: document.names.map((name) => ({ name, update: document.state(name) })),
  })
  // A list without the small picture is still the list.
  await disk.keepPicture(id, pictureOf(document.map)).catch(() => undefined)
  document.close()
  return id
}
