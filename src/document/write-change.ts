import type { MapChange, Write } from '../model/change.ts'
import { META_ID } from '../model/empty-map.ts'
import { META_FIELDS } from '../model/fields.ts'
import type { Id } from '../model/ids.ts'
import { hasPlace } from '../model/has-place.ts'
import { onlyOneShared } from '../model/one-shared.ts'
import type { Perspective } from '../model/records.ts'
import { RECORD_TABLES, type SystemMap } from '../model/system-map.ts'
import type { CellDocument } from './cell-document.ts'
import { readKey } from './cells.ts'
import { isPrivateRecord, MAIN, privacyOf, privateName, type DocumentName, type PrivateTable } from './privacy.ts'
import type { CellChange } from './recorded-step.ts'

/** The documents of one map, as what writes into them sees them. */
export interface Documents {
  readonly names: readonly DocumentName[]
  find(name: DocumentName): CellDocument | undefined
  /** The document of that name, a new one where there is none. */
  open(name: DocumentName): CellDocument
  /** Runs an edit inside one transaction of every document, and gives what it did to each cell. */
  within(edit: () => void): readonly CellChange[]
}

/**
 * Writes a change into the documents it belongs to: the map's own, or that of a private record. Making a record private
 * and publishing it move its cells. Gives what was done to each cell.
 */
export function writeChange(documents: Documents, change: MapChange): readonly CellChange[] {
  const writes = change.writes.filter(hasPlace)
  openPrivate(documents, writes)
  const ofPerspectives = writes.some(({ at }) => at === 'perspectives')
  return documents.within(() => {
    if (ofPerspectives) settleShared(documents)
    for (const write of writes) writeOne(documents, write)
    if (ofPerspectives) settleShared(documents)
  })
}

/** Writes a whole map into empty documents. */
export function fill(documents: Documents, map: SystemMap): void {
  const homes = new Map(RECORD_TABLES.flatMap((table) => [...map[table].values()].filter((record) => isPrivateRecord(table, record)).map((record) => [record, privateName(table as PrivateTable, record.id)])))
  for (const name of homes.values()) documents.open(name)
  documents.within(() => {
    for (const name of documents.names) documents.open(name).write({ at: 'meta', id: META_ID, field: 'mapId', to: map.meta.mapId })
    for (const { name } of META_FIELDS) documents.open(MAIN).write({ at: 'meta', id: META_ID, field: name, to: map.meta[name] as never })
    for (const table of RECORD_TABLES) for (const record of map[table].values()) documents.open(homes.get(record) ?? MAIN).put(table, record)
    for (const [id, point] of map.positions) documents.open(MAIN).write({ at: 'positions', id, field: 'at', to: point })
    for (const [perspective, said] of map.judgements) {
      const home = ofPerspective(documents, perspective, '')
      for (const [subject, judgement] of said) {
        for (const [field, to] of Object.entries(judgement)) home.write({ at: 'judgements', id: `${perspective}:${subject}`, field, to })
      }
    }
  })
}

/** Documents for what a change makes private stand before its transaction begins. To have made them is no part of the step. */
function openPrivate(documents: Documents, writes: readonly Write[]): void {
  const { mapId } = documents.open(MAIN).tables.meta
  for (const write of writes) {
    const privacy = privacyOf(write)
    if (!privacy?.isPrivate) continue
    const name = privateName(privacy.table, write.id)
    if (documents.find(name)) continue
    const made = documents.open(name)
    documents.within(() => made.write({ at: 'meta', id: META_ID, field: 'mapId', to: mapId }))
  }
}

function writeOne(documents: Documents, write: Write): void {
  const own = documents.open(MAIN)
  const privacy = privacyOf(write)
  if (privacy) {
    move(documents, privacy.table, write.id, privacy.isPrivate)
    const home = 'make' in write && privacy.isPrivate ? documents.open(privateName(privacy.table, write.id)) : homeOf(documents, privacy.table, write.id)
    home.write(write)
  } else if (write.at === 'perspectives' || write.at === 'reflections') homeOf(documents, write.at, write.id).write(write)
  else if (write.at === 'judgements') {
    const [perspective = ''] = write.id.split(':')
    ofPerspective(documents, perspective, `${write.id}.${write.field}`).write(write)
  } else own.write(write)
}

/** Where a record stands: the map's own document before a private one. */
function homeOf(documents: Documents, table: PrivateTable, id: Id): CellDocument {
  const own = documents.open(MAIN)
  const apart = documents.find(privateName(table, id))
  return apart?.cells.has(table, id) && !own.cells.has(table, id) ? apart : own
}

/** Where a perspective's judgements go: with its record, or where their cell is when the record is gone. */
function ofPerspective(documents: Documents, id: Id, cell: string): CellDocument {
  const own = documents.open(MAIN)
  const apart = documents.find(privateName('perspectives', id))
  if (!apart || own.cells.has('perspectives', id)) return own
  return apart.cells.has('perspectives', id) || apart.cells.has('judgements', cell) ? apart : own
}

function move(documents: Documents, table: PrivateTable, id: Id, isPrivate: boolean): void {
  const from = homeOf(documents, table, id)
  const to = documents.open(isPrivate ? privateName(table, id) : MAIN)
  const record = from.record(table, id)
  if (!record || from === to) return
  to.put(table, record)
  from.write({ at: table, id, remove: true })
  if (table === 'reflections') return
  for (const key of from.cells.keys('judgements')) {
    if (!key.startsWith(`${id}:`)) continue
    to.cells.set('judgements', key, from.cells.get('judgements', key))
    from.cells.delete('judgements', key)
  }
}

/** Rule 6 as the model keeps it: a shared perspective that was made or demoted in reading is so from here on in writing. */
function settleShared(documents: Documents): void {
  const raw = new Map<Id, Perspective>()
  for (const name of documents.names) {
    const document = documents.open(name)
    for (const key of document.cells.keys('perspectives')) {
      const { id, field } = readKey(key)
      const record = field === null && homeOf(documents, 'perspectives', id) === document ? document.record('perspectives', id) : undefined
      if (record) raw.set(id, record as Perspective)
    }
  }
  for (const [id, perspective] of onlyOneShared(raw)) {
    if (!raw.has(id)) documents.open(MAIN).put('perspectives', perspective)
    else if (raw.get(id)?.type !== perspective.type) homeOf(documents, 'perspectives', id).write({ at: 'perspectives', id, field: 'type', to: perspective.type })
  }
}
