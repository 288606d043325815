import { isMoment } from '../../model/check.ts'
import { byId, type Id } from '../../model/ids.ts'
import type { Perspective } from '../../model/records.ts'
import { listed, sharedOf, type SystemMap } from '../../model/system-map.ts'
import { derivedId } from './derived-id.ts'

/** A map that came as a file, or as pasted text. */
export interface GatherFile {
  /** As it is called on the disk. */
  readonly name: string
  /** When it was written, as an ISO moment; empty when it does not say. */
  readonly savedAt: string
  readonly map: SystemMap
}

/** A file in its place among those that are gathered with it. */
export interface KeyedFile extends GatherFile {
  /** Names it whatever else comes: two files with the same one are one file twice. */
  readonly key: string
  readonly digest: string
  /** Its place among the files as they came. */
  readonly index: number
}

/** Whose view a file is: its table's own, else its shared picture. */
export function viewIn(map: SystemMap): Perspective {
  const table = map.meta.table === null ? undefined : map.perspectives.get(map.meta.table)
  return table && !table.private ? table : sharedOf(map)
}

/** What a file's view is called: the table's own name, else the file's, without its ending and its day. */
export function labelOf({ name, map }: GatherFile): string {
  const view = viewIn(map)
  if (view.type !== 'shared' && view.name.trim() !== '') return view.name.trim()
  const bare = name.replace(/(\.sightlines)?\.(json|txt)$/iu, '').replace(/[ _-]*\d{4}-\d{2}-\d{2}(?=$| \(\d+\)$)/u, '').trim()
  return bare || map.meta.title || map.meta.question || 'Table'
}

/** The id under which a file's view is kept: the same for each file of one table, whatever day it was written. */
export function viewId(file: GatherFile, receiver: SystemMap): Id {
  const { meta } = file.map
  const view = viewIn(file.map)
  const isOurs = meta.lineage === receiver.meta.lineage
  if (view.type === 'shared') return derivedId('view', meta.lineage, meta.mapId, labelOf(file))
  return isOurs ? view.id : derivedId('view', meta.lineage, view.id)
}

/** What a file brings, as one short word: two files with the same word are the same file. */
function digestOf({ map }: Pick<GatherFile, 'map'>): string {
  const said = [...(map.judgements.get(viewIn(map).id) ?? [])].sort((a, b) => byId(a[0], b[0])).map(([subject, judgement]) => [subject, Object.entries(judgement).sort((a, b) => byId(a[0], b[0]))])
  const elements = listed(map.elements).map(({ id, name, kind, organisation }) => [id, name, kind, organisation])
  const ties = listed(map.relationships).map(({ id, from, to, kind, label, mutual, polarity }) => [id, from, to, kind, label, mutual, polarity])
  const { name, coverage } = viewIn(map)
  return derivedId(map.meta.lineage, map.meta.mapId, JSON.stringify([name, coverage, said, elements, ties]))
}

/**
 * Files in an order of their own, so that the order they came in means nothing: by what they are called (Table 2 before Table 10), the newest of a
 * table first.
 */
export function inGatherOrder(files: readonly GatherFile[]): readonly KeyedFile[] {
  const keyed = files.map((file, index): KeyedFile => {
    const digest = digestOf(file)
    const savedAt = isMoment(file.savedAt) ? new Date(file.savedAt).toISOString() : ''
    return { ...file, savedAt, digest, index, key: derivedId(digest, savedAt, file.name) }
  })
  return keyed.sort((a, b) => byNumber(labelOf(a), labelOf(b)) || byId(b.savedAt, a.savedAt) || byId(a.key, b.key))
}

/** Text in order, its numbers by size. */
function byNumber(a: string, b: string): number {
  const parts = (text: string) => text.toLowerCase().split(/(\d+)/u)
  const [one, two] = [parts(a), parts(b)]
  for (let i = 0; i < Math.min(one.length, two.length); i++) {
    const [x = '', y = ''] = [one[i], two[i]]
    const order = i % 2 === 1 ? Number(x) - Number(y) || x.length - y.length : byId(x, y)
    if (order !== 0) return order
  }
  return one.length - two.length || byId(a, b)
}
