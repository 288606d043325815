import type { MapChange, Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { RecordTable } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'

/** The map's own document. */
export const MAIN = 'map'

/** `map`, or `perspectives/ID` and `reflections/ID` for a private one. */
export type DocumentName = string

export type PrivateTable = 'perspectives' | 'reflections'

function isPrivateTable(table: string): table is PrivateTable {
  return table === 'perspectives' || table === 'reflections'
}

/** Where a private record stands, so that it cannot leave with the map, in its history either. */
export function privateName(table: PrivateTable, id: Id): DocumentName {
  return `${table}/${id}`
}

export function partOf(name: DocumentName): { readonly table: PrivateTable; readonly id: Id } | null {
  const [table, id, ...rest] = name.split('/')
  return table !== undefined && id !== undefined && rest.length === 0 && isPrivateTable(table) ? { table, id } : null
}

export function isPrivateRecord(table: RecordTable, record: object): boolean {
  return isPrivateTable(table) && (record as { readonly private?: boolean }).private === true
}

/** Whether a write makes its record private (true) or open (false); undefined where it says nothing of that. */
export function privacyOf(write: Write): { readonly table: PrivateTable; readonly isPrivate: boolean } | undefined {
  if (!isPrivateTable(write.at)) return undefined
  if ('make' in write) return { table: write.at, isPrivate: write.make['private'] === true }
  return 'field' in write && write.field === 'private' && (write.to === null || typeof write.to === 'boolean') ? { table: write.at, isPrivate: write.to === true } : undefined
}

/**
 * A change without the writes that would take back what a private perspective says of something it removes. That rests in the private
 * document, unseen because its subject is gone, and returns on undo: the change stays within the map's own document.
 */
export function withoutResting(map: SystemMap, change: MapChange): MapChange {
  const removed = new Set(change.writes.filter((write) => 'remove' in write).map(({ at, id }) => `${at === 'perspectives' ? at : 'subject'}/${id}`))
  const rests = (write: Write): boolean => {
    if (write.at !== 'judgements' || write.to !== null) return false
    const [perspective = '', subject = ''] = write.id.split(':')
    return map.perspectives.get(perspective)?.private === true && removed.has(`subject/${subject}`) && !removed.has(`perspectives/${perspective}`)
  }
  return change.writes.some(rests) ? { writes: change.writes.filter((write) => !rests(write)) } : change
}
