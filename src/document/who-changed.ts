import * as Y from 'yjs'
import { cellKey, ROOTS, type Root } from './cells.ts'

type Cell = Y.Item | undefined
type Answer = { readonly ours: boolean; readonly theirs: boolean }

/**
 * Of two states of one document, which side changed a cell since they were one: what one side wrote and the other has not heard of, or took away
 * while it stands with the other. Null where either is no document, or an update of it is missing. Both sides throw nothing.
 */
export function whoChanged(ours: Uint8Array, theirs: Uint8Array): ((table: string, id: string, field: string | null) => Answer) | null {
  const [here, there] = [loaded(ours), loaded(theirs)]
  if (!here || !there) return null
  const [ourClocks, theirClocks] = [clocksOf(here), clocksOf(there)]
  const isNews = (cell: Cell, clocks: ReadonlyMap<number, number>) => cell !== undefined && cell.id.clock >= (clocks.get(cell.id.client) ?? 0)
  const isTaken = (cell: Cell, other: Cell) => cell?.deleted === true && other !== undefined && !(other.deleted && Y.compareIDs(cell.id, other.id))
  return (table, id, field) => {
    if (!(ROOTS as readonly string[]).includes(table)) return { ours: false, theirs: false }
    const key = field === null || table === 'positions' ? id : cellKey(id, field)
    const [one, other] = [here, there].map((doc) => doc.getMap(table as Root)._map.get(key))
    return { ours: isNews(one, theirClocks) || isTaken(one, other), theirs: isNews(other, ourClocks) || isTaken(other, one) }
  }
}

function loaded(state: Uint8Array): Y.Doc | null {
  try {
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, state)
    for (const root of ROOTS) doc.getMap(root)
    return doc.store.pendingStructs === null && doc.store.pendingDs === null ? doc : null
  } catch {
    return null
  }
}

function clocksOf(doc: Y.Doc): ReadonlyMap<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}
