import { version } from '../../package.json'
import { becomeTable, handedIn, isUnclaimed, tableOf, tablePack } from '../edits/tables.ts'
import { newId, type Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { lookAt } from '../session/look.ts'
import { say, session } from '../session/session.ts'
import { isoDate } from '../words/dates.ts'
import { opens } from './anywhere.ts'
import type { Command } from './command.ts'
import { fileNameOf } from './map-file.ts'
import { ports } from './provided.ts'

/** Tables of a pack where nobody says otherwise. */
export const USUAL_TABLES: readonly string[] = Array.from({ length: 6 }, (_, i) => `Table ${i + 1}`)

async function write(map: SystemMap, name: string): Promise<string> {
  const { files, now } = ports()
  const { writeNative } = await import('../formats/native/write-native.ts')
  const text = writeNative({ map, contents: new Map() }, { app: version, savedAt: now().toISOString(), includePrivate: false })
  // Never over the file that the map itself is kept in.
  return files.save(name, new TextEncoder().encode(text), 'application/json', 'apart')
}

/** One file that every table begins with. Resolves with its name. */
export async function writeTablePack(tables: readonly string[]): Promise<string> {
  const { map } = live.getState()
  const { random, now } = ports()
  if (!map) throw new Error('No map is open')
  const title = `${map.meta.title || map.meta.question || 'Map'} table pack`
  return write(tablePack(map, tables, newId(random)), fileNameOf({ title, question: '' }, isoDate(now()), '.sightlines.json'))
}

/** The table's own file, named by the table and the day. Resolves with its name. */
export async function writeHandIn(): Promise<string> {
  const { map } = live.getState()
  const { maps, now } = ports()
  const table = map && tableOf(map)
  if (!map || !table) throw new Error('This map is no table’s')
  const name = await write(handedIn(map), fileNameOf({ title: table.name, question: '' }, isoDate(now()), '.sightlines.json'))
  maps.filed()
  return name
}

/** Puts the table's answers on the clipboard as text, for rooms where no file can travel. */
export async function copyRatings(): Promise<void> {
  const { map } = live.getState()
  const { files, now } = ports()
  if (!map) return
  const { writeRatings } = await import('../formats/ratings/write-ratings.ts')
  await files.copyText(writeRatings(map, now().toISOString()))
}

/** This copy is that table's: what is said in it from now on is what that table says. */
export function chooseTable(table: Id): void {
  const { map } = live.getState()
  const name = map?.perspectives.get(table)?.name
  if (!map || name === undefined) return
  ports().maps.dispatch(`You are ${name}`, becomeTable(map, table))
  lookAt({ version: null, perspective: table })
  session.setState({ dialog: null })
  say(`You are ${name}. What you draw and rate is what ${name} says.`)
}

export const TABLE_COMMANDS: readonly Command[] = [
  { id: 'table-pack', title: 'Table pack', group: 'Map', keywords: 'tables workshop laptops export', when: (c) => c.map !== null && c.map.meta.table === null, run: (c) => c.setSession({ dialog: { name: 'Export', chosen: 'pack' } }) },
  opens('You are', { id: 'which-table', title: 'Which table is this?', group: 'Map', menu: 2, keywords: 'you are table pack', when: (c) => c.map !== null && (isUnclaimed(c.map) || tableOf(c.map) !== null) }),
  opens('Hand in', { id: 'hand-in', title: 'Hand in', group: 'Map', menu: 2, keywords: 'table file finish give facilitator', when: (c) => c.map !== null && tableOf(c.map) !== null }),
]
