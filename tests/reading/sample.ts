import { readFileSync } from 'node:fs'
import type { Base } from '../../src/model/change.ts'
import { EMPTY_META } from '../../src/model/empty-map.ts'
import { recordFrom } from '../../src/model/project.ts'
import type { Judgement, Perspective, RecordOf } from '../../src/model/records.ts'
import type { MapContent } from '../../src/model/system-map.ts'

type FilePerspective = Base & { readonly id: string } & { readonly judgements: Readonly<Record<string, FileJudgement>> }
interface FileJudgement extends Omit<Judgement, 'presence'> { readonly seen?: 'yes' | 'no'; readonly strength?: 1 | 2 | 3 | 4 | 5 }
interface FileContent {
  readonly organisations: readonly (Base & { id: string })[]
  readonly elements: readonly (Base & { id: string })[]
  readonly relationships: readonly (Base & { id: string })[]
  readonly perspectives: readonly FilePerspective[]
}
export interface Sample { readonly now: MapContent; readonly versions: ReadonlyMap<string, MapContent> }

function table<T extends 'organisations' | 'elements' | 'relationships' | 'perspectives'>(name: T, rows: readonly (Base & { id: string })[]): ReadonlyMap<string, RecordOf[T]> {
  return new Map(rows.map((row, order) => [row.id, recordFrom(name, row.id, { ...row, facts: [], order })]))
}

function presence({ seen, strength }: FileJudgement): Pick<Judgement, 'presence'> {
  if (seen === 'no') return { presence: 0 }
  if (strength !== undefined) return { presence: strength }
  return seen === 'yes' ? { presence: 'yes' } : {}
}

function content(file: FileContent): MapContent {
  const perspectives: ReadonlyMap<string, Perspective> = table('perspectives', file.perspectives)
  const judgements = new Map(file.perspectives.map((p) => [p.id, new Map(Object.entries(p.judgements).map(([subject, judgement]) => {
    const { seen: _, strength: __, ...rest } = judgement
    return [subject, { ...rest, ...presence(judgement) } as Judgement]
  }))]))
  return {
    meta: EMPTY_META, outcomeReadings: new Map(), positions: new Map(), perspectives, judgements,
    organisations: table('organisations', file.organisations), elements: table('elements', file.elements), relationships: table('relationships', file.relationships),
  }
}

/** The sample map straight from its file, without the app's own reader: what is tested here is the reading alone. */
export function readSample(path: string): Sample {
  const file = JSON.parse(readFileSync(path, 'utf8')) as FileContent & { versions: readonly { id: string; content: FileContent }[] }
  return { now: content(file), versions: new Map(file.versions.map((version) => [version.id, content(version.content)])) }
}
