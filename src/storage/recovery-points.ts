import { ENCODING } from '../document/encoding.ts'
import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import type { Disk } from './disk.ts'
import type { Environment } from './environment.ts'
import { loadDocument } from './load-document.ts'

/** A state of a map that was kept quietly: when (epoch milliseconds), why, and how much was on it. */
export interface RecoveryPoint {
  readonly id: number
  readonly at: number
  readonly words: string
  readonly elements: number
}

/** The points of a map, the last kept first. */
export async function pointsOf(disk: Disk, map: Id): Promise<readonly RecoveryPoint[]> {
  const rows = await disk.recoveryPoints(map)
  return rows.flatMap(({ id, at, why, elements }) => (id === undefined ? [] : [{ id, at, words: why, elements }])).reverse()
}

/** The map as a point kept it. Rejects where that point has made room for later ones. */
export async function mapAt(disk: Disk, env: Environment, map: Id, point: number): Promise<SystemMap> {
  const row = (await disk.recoveryPoints(map)).find(({ id }) => id === point)
  if (!row) throw new Error(`No recovery point ${point} of map ${map}`)
  const readable = row.documents.filter(({ encoding }) => encoding === ENCODING)
  const document = loadDocument(readable.map(({ name, state }) => ({ name, updates: [state] })), env.random)
  const then = document.map
  document.close()
  return then
}
