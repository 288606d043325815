import { version } from '../../package.json'
import { AS_IT_IS, isAltered, type Leaving } from '../formats/leaving/what-leaves.ts'
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
async function mapFileText(options: Leaving): Promise<string> {
  const { maps, now } = ports()
  const [{ writeNative }, { leaving }, whole, history] = await Promise.all([import('../formats/native/write-native.ts'), import('../formats/leaving/leaving.ts'), maps.whole(), maps.history?.()])
  // The history knows what was left out.
  const document = history && !isAltered(options) ? { document: history } : {}
  return writeNative(leaving(whole, options), { app: version, savedAt: now().toISOString(), includePrivate: options.includePrivate, ...document })
}

/**
 * Writes the open map to a file, locked where there is a passphrase, and notes that it went there. Resolves with the name of the file. A map
 * with something left out is no copy of this one: it is not noted. Neither that nor a locked one has a name that a file kept by the browser has.
 */
export async function writeMapFile(options: Leaving = AS_IT_IS, passphrase = ''): Promise<string> {
  const { maps, files, now } = ports()
  const open = await mapFileText(options)
  const text = passphrase === '' ? open : await locked(open, passphrase)
  const { meta } = (await maps.whole()).map
  const isWhole = !isAltered(options)
  const name = await files.save(fileNameOf(meta, isoDate(now()), passphrase === '' ? (isWhole ? '.sightlines.json' : '.json') : '.locked.json'), new TextEncoder().encode(text), FILE_TYPE)
  if (isWhole) maps.filed()
  return name
}

async function locked(text: string, passphrase: string): Promise<string> {
  const { lockText } = await import('../formats/native/lock.ts')
  return lockText(text, passphrase, { salt: crypto.getRandomValues(new Uint8Array(16)), iv: crypto.getRandomValues(new Uint8Array(12)) })
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
