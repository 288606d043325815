import { version } from '../../package.json'
import { isoDate } from '../words/dates.ts'
import type { MapMeta } from '../model/records.ts'
import { live } from '../session/live.ts'
import { session } from '../session/session.ts'
import { counted } from '../words/counts.ts'
import type { Outcome } from './command.ts'
import { ports } from './provided.ts'

const FILE_TYPE = 'application/json'

/** A map's title, or its question, as a file's name: what no file system takes becomes a space; never empty, never past 80 characters. */
export function fileNameOf({ title, question }: Pick<MapMeta, 'title' | 'question'>, date: string, ending: string): string {
  const safe = (title || question).replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 80).trim().replace(/^\.+|\.+$/g, '')
  return `${safe || 'Map'} ${date}${ending}`
}

/**
 * The open map as the text of its file. Private views go along only where the person ticked them.
 * The writer loads when used: it is no part of what typing needs.
 */
async function mapFileText(includePrivate = false): Promise<string> {
  const { maps, now } = ports()
  const [{ writeNative }, whole, history] = await Promise.all([import('../formats/native/write-native.ts'), maps.whole(), maps.history?.()])
  return writeNative(whole, { app: version, savedAt: now().toISOString(), includePrivate, ...(history ? { document: history } : {}) })
}

/** Writes the open map to a file and notes that it went there. Resolves with the name of the file. */
export async function writeMapFile(includePrivate = false): Promise<string> {
  const { maps, files, now } = ports()
  const text = await mapFileText(includePrivate)
  const { meta } = (await maps.whole()).map
  const name = await files.save(fileNameOf(meta, isoDate(now()), '.sightlines.json'), new TextEncoder().encode(text), FILE_TYPE)
  maps.filed()
  return name
}

/** Every map on this laptop as one zip, which *Open file* takes back. Private views stay here. */
export async function saveAllMaps(): Promise<Outcome> {
  const { maps, files, now } = ports()
  const cards = live.getState().maps
  const [{ writeNative }, { zipTexts }] = await Promise.all([import('../formats/native/write-native.ts'), import('../formats/zip.ts')])
  const date = isoDate(now())
  const written: { name: string; text: string }[] = []
  for (const card of cards) {
    written.push({ name: fileNameOf(card, date, '.sightlines.json'), text: writeNative(await maps.whole(card.id), { app: version, savedAt: now().toISOString(), includePrivate: false }) })
  }
  const name = await files.save(`Sightlines maps ${date}.zip`, zipTexts(written, now()), 'application/zip')
  const words = `Saved ${counted(cards.length, 'map')} in ${name}.`
  session.setState({ toast: { words } })
  return { announce: words }
}
