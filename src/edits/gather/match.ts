import type { Id } from '../../model/ids.ts'
import type { MapElement } from '../../model/records.ts'

/** A thing as gathering names it: one of the open map by `here ID`, one of a file by the file's key and its id. */
export type NodeKey = string

/**
 * Why two things are taken for one: the same id in one lineage; the same name in the same organisation; a name it was matched from before; the same
 * name in another organisation; a name that is nearly the same.
 */
export type MatchReason = 'id' | 'name' | 'alias' | 'organisation' | 'spelling'

/** A thing of a file and what it may be the same as: something of the open map, or of a file before it. */
export interface Match {
  readonly key: NodeKey
  /** The file's key. */
  readonly file: string
  readonly element: Id
  readonly to: NodeKey
  readonly reason: MatchReason
  /** How alike the names are, 0 to 1. */
  readonly likeness: number
  /** Nobody need be asked. */
  readonly isSure: boolean
}

/** What a person said of a match; what is not in it stands as proposed. */
export type Decisions = ReadonlyMap<NodeKey, 'same' | 'new'>

/** Something that others can be matched with. */
export interface Node {
  readonly key: NodeKey
  readonly element: MapElement
  /** Who it belongs to in the open map; `+NAME` for an organisation that is to come, empty for none. */
  readonly organisation: string
  readonly plain: string
}

export const hereKey = (id: Id): NodeKey => `here ${id}`
export const fileKey = (file: string, id: Id): NodeKey => `${file} ${id}`

/** Whether a match stands: as decided, else where it is sure. */
function isSame(match: Match, decisions: Decisions): boolean {
  const said = decisions.get(match.key)
  return said === undefined ? match.isSure : said === 'same'
}

/** The thing that this one is, after every match that stands. */
export function rootOf(key: NodeKey, links: ReadonlyMap<NodeKey, Match>, decisions: Decisions): NodeKey {
  let at = key
  for (let match = links.get(at); match && isSame(match, decisions); match = links.get(at)) at = match.to
  return at
}
