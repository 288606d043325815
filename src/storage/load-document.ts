import { isBehind, readable } from '../document/encoding.ts'
import { MapDocument, type StoredDocument } from '../document/map-document.ts'
import type { Random } from '../model/ids.ts'
import type { KeptDocument } from './rows.ts'

/** A document from what the disk holds. Where some of it is damaged, from the rest. */
export function loadDocument(stored: readonly StoredDocument[], random: Random): MapDocument {
  try {
    return MapDocument.load(stored, random)
  } catch {
    return salvage(stored, random)
  }
}

function salvage(stored: readonly StoredDocument[], random: Random): MapDocument {
  const document = new MapDocument(random)
  for (const { name, updates } of stored) {
    for (const update of readable(updates)) {
      try {
        document.take([{ name, updates: [update] }])
      } catch {
        // This one is damaged too; the second copy is asked for what it held.
      }
    }
  }
  return document
}

/** The documents of a copy that hold work which these do not. */
export function lacking(document: MapDocument, copy: readonly KeptDocument[]): StoredDocument[] {
  return copy
    .map(({ name, state }) => ({ name, updates: readable([state]) }))
    .filter(({ name, updates }) => updates.length > 0 && (!document.names.includes(name) || !document.isComplete || isBehind([document.state(name)], updates)))
}
