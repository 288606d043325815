import type { Leaving } from '../../formats/leaving/what-leaves.ts'
import type { Perspective } from '../../model/records.ts'
import type { MapContent, SystemMap } from '../../model/system-map.ts'

/** What a report is made of. Its file and its preview draw the same. */
export type Block =
  | { readonly is: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly is: 'words'; readonly text: string; readonly look?: 'quiet' }
  /** The first cell of a row heads it. */
  | { readonly is: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly is: 'figure'; readonly picture: Picture; readonly caption: string }

/** A drawing that explains and carries itself. */
export interface Picture {
  readonly svg: string
  readonly alt: string
}

export interface ReportInput {
  /** As it leaves: under the names that were asked for, and without what is private. */
  readonly map: SystemMap
  readonly contents: ReadonlyMap<string, MapContent>
  /** Who is held against one another; none where the shared picture leaves alone. */
  readonly voices: readonly Perspective[]
  readonly attribution: Leaving['attribution']
  /** The day it is written, `YYYY-MM-DD`. */
  readonly date: string
  readonly picture: Picture
}

export interface Section {
  readonly id: string
  readonly title: string
  /** It takes a page of its own, lying on its side. */
  readonly wide?: true
  /** Empty where the map has nothing for it. */
  blocks(input: ReportInput): readonly Block[]
}

/** Rows of a list that are told; the others are counted. */
const MOST_ROWS = 12

/** A table of the first rows, and how many more there are. Nothing where there is none. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[], most = MOST_ROWS): readonly Block[] {
  if (rows.length === 0) return []
  const more = rows.length - most
  return [{ is: 'table', caption, head, rows: rows.slice(0, most) }, ...(more > 0 ? [words(`And ${more} more, not listed here.`, 'quiet')] : [])]
}

export function words(text: string, look?: 'quiet'): Block {
  return { is: 'words', text, ...(look ? { look } : {}) }
}

/** A cell that says nothing. */
export const NOTHING = '–'
