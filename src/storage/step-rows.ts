import { RecordedStep } from '../document/recorded-step.ts'
import { isId, type Id } from '../model/ids.ts'
import type { KeptSteps, StepWrites } from './disk.ts'
import type { StepListRow, StepRow } from './rows.ts'

/** Asks for what changes in a list of steps, within a transaction that writes both tables. */
export function askForSteps({ list, isWhole, gone, steps }: StepWrites, table: (name: string) => IDBObjectStore, keyRange: typeof IDBKeyRange): void {
  const rows = table('steps')
  if (isWhole) rows.delete(allOf(list.id, keyRange))
  for (const n of gone) rows.delete([list.id, n])
  for (const { n, title, before, after, text } of steps) {
    const row: StepRow = { list: list.id, n, title, before, after, changes: text }
    rows.put(row)
  }
  table('stepLists').put(list)
}

/** The keys of a list's steps. */
export function allOf(list: Id, keyRange: typeof IDBKeyRange): IDBKeyRange {
  return keyRange.bound([list, 0], [list, Number.MAX_VALUE])
}

/** Steps out of their rows. A row that makes no sense is passed over, like everything that the disk gives back wrong. */
export function keptSteps(list: StepListRow | undefined, rows: readonly StepRow[]): KeptSteps {
  const sound = rows.filter(({ n, title, before, after, changes }) => Number.isFinite(n) && typeof title === 'string' && typeof changes === 'string' && areIds(before) && areIds(after))
  const steps = sound.map(({ n, title, before, after, changes }) => new RecordedStep(n, { title, before, after }, changes))
  return { steps, at: Number.isFinite(list?.at) ? (list?.at ?? 0) : 0 }
}

function areIds(given: unknown): given is readonly Id[] {
  return Array.isArray(given) && given.every(isId)
}
