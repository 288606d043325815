import { unzipSync } from 'fflate'
import type { Format, WriteOptions } from '../../src/formats/format.ts'
import { FORMATS } from '../../src/formats/formats.ts'
import { apply } from '../../src/model/apply.ts'
import { SLOTS } from '../../src/model/kinds.ts'
import type { SystemMap, WholeMap } from '../../src/model/system-map.ts'
import { generateMap } from './generate-map.ts'
import { seeded } from './seeded.ts'

/** Every format that is written for other programs. */
export const WRITTEN: readonly Format[] = FORMATS.filter(({ writes }) => writes !== undefined)

export function formatOf(id: string): Format {
  const format = FORMATS.find((one) => one.id === id)
  if (!format) throw new Error(`No format ${id}`)
  return format
}

/** A generated map; of every fifth, an element's name holds half a sign, and its description is longer than a cell. */
export function oddMap(seed: number): SystemMap {
  const map = generateMap(seeded(seed))
  const [first] = map.elements.keys()
  return first === undefined || seed % 5 ? map : apply(map, { writes: [{ at: 'elements', id: first, field: 'name', to: 'Half \ud83d a sign ]]>' }, { at: 'elements', id: first, field: 'description', to: 'long '.repeat(7000) }] })
}

const options: WriteOptions = { app: '1.0.0', savedAt: '2026-11-22T10:00:00Z', includePrivate: true, colours: new Map(SLOTS.map(({ value }) => [value, '#123456'])) }

/** A map in a format, by file name: of a zip what is in it, of any other the one file, called by its ending. */
export function writtenAs(format: Format, map: SystemMap, more: Partial<WriteOptions> = {}): Promise<Readonly<Record<string, string>>> {
  return wholeWrittenAs(format, { map, contents: new Map() }, more)
}

export async function wholeWrittenAs(format: Format, whole: WholeMap, more: Partial<WriteOptions> = {}): Promise<Readonly<Record<string, string>>> {
  const { write } = await format.load()
  if (!write) throw new Error(`${format.title} has no writer`)
  const bytes = await write(whole, { ...options, ...more })
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const files = isZip ? Object.entries(unzipSync(bytes)) : [[format.extensions[0] ?? '', bytes] as const]
  return Object.fromEntries(files.map(([name, content]) => [name, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)]))
}
