import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { isSame } from '../model/project.ts'
import { ROOTS, type Root } from './cells.ts'
import { MAIN, partOf, type DocumentName } from './privacy.ts'

/** What a person did in one go, as they would name it, with what was selected before and after. */
export interface Step {
  readonly title: string
  readonly before: readonly Id[]
  readonly after: readonly Id[]
  /** Changes of one visit to a field follow one another into one step. */
  readonly visit?: symbol | undefined
}

/** One cell before and after a step; undefined where there was, or is, no cell. */
export interface CellChange {
  readonly name: DocumentName
  readonly root: Root
  readonly key: string
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/** A step with what it did to each cell, which also travels as text. The text of a step that comes from the disk is read when it is needed. */
export class RecordedStep implements Step {
  /** Its place: later steps have greater numbers, and none is given twice in one list. */
  readonly n: number
  readonly title: string
  readonly before: readonly Id[]
  readonly after: readonly Id[]
  readonly visit: symbol | undefined
  private readonly did: { changes?: readonly CellChange[]; text?: string }

  constructor(n: number, { title, before, after, visit }: Step, did: readonly CellChange[] | string) {
    this.n = n
    this.title = title
    this.before = before
    this.after = after
    this.visit = visit
    this.did = typeof did === 'string' ? { text: did } : { changes: did }
  }

  get changes(): readonly CellChange[] {
    this.did.changes ??= changesFrom(this.did.text ?? '')
    return this.did.changes
  }

  get text(): string {
    this.did.text ??= textOf(this.did.changes ?? [])
    return this.did.text
  }

  with(changes: readonly CellChange[], step: Step = this): RecordedStep {
    return new RecordedStep(this.n, step, changes)
  }

  selecting(after: readonly Id[]): RecordedStep {
    return new RecordedStep(this.n, { ...this.step, after }, this.did.text ?? this.changes)
  }

  private get step(): Step {
    const { title, before, after, visit } = this
    return { title, before, after, visit }
  }
}

export function cellOf({ name, root, key }: Pick<CellChange, 'name' | 'root' | 'key'>): string {
  return `${name} ${root} ${key}`
}

/** What two changes that follow one another do together; a cell that ends as it was is no part of it. */
export function joinedChanges(first: readonly CellChange[], second: readonly CellChange[]): readonly CellChange[] {
  const joint = new Map(first.map((change) => [cellOf(change), change]))
  for (const change of second) joint.set(cellOf(change), { ...change, before: (joint.get(cellOf(change)) ?? change).before })
  return [...joint.values()].filter(({ before, after }) => !isSame(before, after))
}

/** A list of `[document, root, key, before, after]`, where a value stands in a list of its own that is empty where there is none. */
function textOf(changes: readonly CellChange[]): string {
  const held = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : [value])
  return JSON.stringify(changes.map(({ name, root, key, before, after }) => [name, root, key, held(before), held(after)]))
}

/** Nothing where the text is not what `textOf` gives: a step that cannot be read is one that does nothing. */
function changesFrom(text: string): readonly CellChange[] {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return []
  }
  return Array.isArray(read) && read.every(isChange) ? read.map(([name, root, key, [before], [after]]) => ({ name, root, key, before, after })) : []
}

type Written = readonly [DocumentName, Root, string, readonly [Json?], readonly [Json?]]

function isChange(given: unknown): given is Written {
  if (!Array.isArray(given)) return false
  const [name, root, key, before, after] = given as readonly unknown[]
  const isDocument = typeof name === 'string' && (name === MAIN || partOf(name) !== null)
  return isDocument && (ROOTS as readonly unknown[]).includes(root) && typeof key === 'string' && Array.isArray(before) && Array.isArray(after)
}
