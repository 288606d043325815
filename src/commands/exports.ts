import { version } from '../../package.json'
import type { Format, Loss } from '../formats/format.ts'
import { FORMATS } from '../formats/formats.ts'
import { AS_IT_IS, type Leaving } from '../formats/leaving/what-leaves.ts'
import { LOSSES } from '../formats/losses.ts'
import { hasPrivate } from '../formats/native/write-native.ts'
import { EMPTY_META } from '../model/empty-map.ts'
import { SLOTS } from '../model/kinds.ts'
import type { SystemMap } from '../model/system-map.ts'
import { PAPER_SIZES } from '../outputs/paper-sizes.ts'
import { PICTURE_SIZES, type PictureSize } from '../outputs/picture-sizes.ts'
import { slotToken, THEMES } from '../scene/palette.ts'
import { isoDate } from '../words/dates.ts'
import { commandContext } from './dispatch.ts'
import { fileNameOf, writeMapFile } from './map-file.ts'
import { paperPdf, picturePng, pictureText, tilesPdf, type Bytes } from './pictures.ts'
import { ports } from './provided.ts'
import { shownAs } from './shown-as.ts'
import { writeTablePack } from './tables.ts'

export interface ExportOptions extends Leaving {
  /** What the tables of a pack are called. */
  readonly tables: readonly string[]
  /** What the map file is locked with; nothing where it is empty. */
  readonly passphrase: string
}

/** One way of taking the map away. The export dialog reads the one list of these. */
export interface Export {
  readonly id: string
  readonly title: string
  readonly words: string
  /** The heading that it stands under. */
  readonly group: 'To take home' | 'Pictures' | 'On paper' | 'For other programs'
  /** Whether all of the map leaves, what is on screen, what tables begin with, or sections that are chosen next. */
  readonly leaves: 'map' | 'picture' | 'both' | 'pack' | 'report'
  /** Whether a passphrase may lock it. */
  readonly locks?: true
  /** What it cannot carry, where that is known of its format. */
  readonly losses?: readonly Loss[]
  /** Writes it; resolves with a sentence about what was written. Rejects with the signal's reason where it is stopped. */
  write(options: ExportOptions, signal?: AbortSignal): Promise<string>
}

const sizeOf = (id: string): PictureSize => {
  const size = PICTURE_SIZES.find((one) => one.id === id)
  if (!size) throw new Error(`No picture size ${id}`)
  return size
}

async function writePicture(size: PictureSize, options: Leaving): Promise<string> {
  const c = shownAs(commandContext(), options)
  const { capped, ...png } = await picturePng(c, size)
  const name = await ports().files.save(fileNameOf(c.moment?.meta ?? EMPTY_META, isoDate(ports().now()), png.ending), png.bytes, png.type)
  return capped ? `${name}. ${capped}` : name
}

async function writeSvg(options: Leaving): Promise<string> {
  const c = shownAs(commandContext(), options)
  const text = await pictureText(c, sizeOf('slide'))
  return ports().files.save(fileNameOf(c.moment?.meta ?? EMPTY_META, isoDate(ports().now()), '.svg'), new TextEncoder().encode(text), 'image/svg+xml')
}

async function writePdf(made: Promise<Bytes>): Promise<string> {
  const { bytes, ending, type } = await made
  const { files, now } = ports()
  return files.save(fileNameOf(commandContext().moment?.meta ?? EMPTY_META, isoDate(now()), ending), bytes, type)
}

const ON_PAPER: Readonly<Record<string, string>> = {
  A4: 'to hand out, sharp at any size',
  A3: 'for a table, sharp at any size',
  A2: 'for a small group at a wall',
  A1: 'a poster, with room to add by hand',
  A0: 'a wall, with room to add by hand',
}

const onPaper = PAPER_SIZES.map((size): Export => ({ id: size.id, title: `${size.name} page`, words: `PDF, ${ON_PAPER[size.name] ?? ''}`, group: 'On paper', leaves: 'picture', write: (options) => writePdf(paperPdf(shownAs(commandContext(), options), size)) }))

const picture = (id: string, title: string, words: string): Export => ({ id, title, words, group: 'Pictures', leaves: 'picture', write: (options) => writePicture(sizeOf(id), options) })

/** Writes the open map in another program's format. */
async function writeFormat(format: Format, { attribution, names, words, includePrivate }: Leaving, signal?: AbortSignal): Promise<string> {
  const { maps, files, work, now } = ports()
  const whole = await maps.whole()
  const colours = new Map(SLOTS.map(({ value }) => [value, THEMES.light.colours[slotToken(value)]]))
  const bytes = await work.write({ format: format.id, whole, leaving: { attribution, names, words, includePrivate }, options: { app: version, savedAt: now().toISOString(), includePrivate, colours } }, signal ? { signal } : {})
  return files.save(fileNameOf(whole.map.meta, isoDate(now()), format.extensions[0] ?? ''), bytes, format.mime)
}

const written = FORMATS.flatMap((format): readonly Export[] => {
  const { id, title, writes, losses } = format
  return writes === undefined ? [] : [{ id, title, words: writes, group: 'For other programs', leaves: 'map', losses, write: (options, signal) => writeFormat(format, options, signal) }]
})

export const EXPORTS: readonly Export[] = [
  {
    id: 'both',
    title: 'Picture and map file',
    words: 'what the room takes home tonight',
    group: 'To take home',
    leaves: 'both',
    async write({ includePrivate }) {
      const name = await writePicture(sizeOf('slide'), AS_IT_IS)
      return `${name} and ${await writeMapFile({ ...AS_IT_IS, includePrivate })}`
    },
  },
  { id: 'map', title: 'Map file', words: 'JSON, opens again as the same map', group: 'To take home', leaves: 'map', losses: [], locks: true, write: ({ passphrase, ...options }, signal) => writeMapFile(options, passphrase, signal) },
  { id: 'pack', title: 'Table pack', words: 'one file that every table begins with', group: 'To take home', leaves: 'pack', write: ({ tables }) => writeTablePack(tables) },
  { id: 'report', title: 'Report', words: 'for a board: sections of your choice, prints on A4', group: 'To take home', leaves: 'report', write: () => Promise.reject(new Error('A report is put together first')) },
  {
    id: 'standalone', title: 'Standalone page', words: 'to look at in any browser: zoom, search, filter, each view, the story', group: 'To take home', leaves: 'map',
    losses: [LOSSES.versions, LOSSES.actions, LOSSES.reflections, LOSSES.loops, LOSSES.hiddenTies, LOSSES.lostAnswers, LOSSES.upkeep],
    write: async (options, signal) => (await import('./standalone.ts')).writeStandalone(options, signal),
  },
  picture('slide', 'Picture for a slide', 'PNG, 1920 × 1080'),
  picture('slide-4k', 'Large picture', 'PNG, 3840 × 2160'),
  picture('a4', 'Picture for a report', 'PNG, A4 at 300 dpi'),
  picture('a3', 'Picture for A3', 'PNG at 290 dpi: browsers draw at most 16.7 megapixels'),
  { id: 'svg', title: 'Drawing', words: 'SVG, sharp at any size', group: 'Pictures', leaves: 'picture', write: writeSvg },
  ...onPaper,
  { id: 'pdf-tiles', title: 'Wall on A3 sheets', words: 'PDF, 8 sheets with marks to cut and join', group: 'On paper', leaves: 'picture', write: (options) => writePdf(tilesPdf(shownAs(commandContext(), options))) },
  ...written,
]

/** Puts the picture on the clipboard: the browser asks that it begins while the key or the click is being handled. */
export async function copyPictureOf(options: Leaving): Promise<void> {
  const size = sizeOf('slide')
  const { copyPicture } = await import('../outputs/picture-png.ts')
  await copyPicture(pictureText(shownAs(commandContext(), options), size), size, size.scale)
}

/** Whether anything would stay behind unless it is ticked. */
export function staysBehind(map: SystemMap): { readonly perspectives: number; readonly reflections: number } | null {
  if (!hasPrivate(map)) return null
  const count = (records: Iterable<{ readonly private: boolean }>) => [...records].filter((one) => one.private).length
  return { perspectives: count(map.perspectives.values()), reflections: count(map.reflections.values()) }
}
