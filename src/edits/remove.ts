import { judgementId, remove, type MapChange, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Judgement, RecordTable } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'

/**
 * Removes elements, ties, notes and areas from now. An element takes its ties, all their judgements, its outcome readings and
 * its position with it (rule 9); what lies in an area stays. What a private perspective said stays in its own document, unread, and is there again on undo.
 */
export function removeSubjects(map: SystemMap, ids: Iterable<Id>): MapChange {
  const asked = new Set(ids)
  const gone = new Set<Id>()
  const writes: Write[] = []
  for (const tie of map.relationships.values()) {
    if (!asked.has(tie.id) && !isGone(map, asked, tie.from) && !isGone(map, asked, tie.to)) continue
    gone.add(tie.id)
    writes.push(remove('relationships', tie.id))
  }
  for (const reading of map.outcomeReadings.values()) if (isGone(map, asked, reading.element)) writes.push(remove('outcomeReadings', reading.id))
  for (const id of asked) {
    if (!map.elements.has(id)) continue
    gone.add(id)
    writes.push(remove('elements', id))
    if (map.positions.has(id)) writes.push({ at: 'positions', id, field: 'at', to: null })
  }
  for (const id of asked) {
    if (map.notes.has(id)) writes.push(remove('notes', id))
    if (map.areas.has(id)) writes.push(remove('areas', id))
  }
  for (const [perspective, judgements] of map.judgements) {
    if (map.perspectives.get(perspective)?.private) continue
    for (const id of gone) {
      const judgement = judgements.get(id)
      if (judgement) writes.push(...forgotten(perspective, id, judgement))
    }
  }
  return { writes }
}

/** Removes records that nothing depends on: an action, a reflection, a note. */
export function removeRecords(map: SystemMap, table: Exclude<RecordTable, 'elements' | 'relationships' | 'organisations' | 'perspectives'>, ids: Iterable<Id>): MapChange {
  return { writes: [...new Set(ids)].filter((id) => map[table].has(id)).map((id) => remove(table, id)) }
}

/** Every field of a judgement taken back. */
function forgotten(perspective: Id, subject: Id, judgement: Judgement): readonly Write[] {
  return Object.keys(judgement).map((field) => ({ at: 'judgements', id: judgementId(perspective, subject), field, to: null }))
}

function isGone(map: SystemMap, asked: ReadonlySet<Id>, id: Id): boolean {
  return asked.has(id) && map.elements.has(id)
}
