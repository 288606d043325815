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

/** What file systems hold of a name, 255 bytes, but for a date and an ending. */
const LONGEST = 200

/** A map's title, or its question, as a file's name: what no file system takes becomes a space; never empty, never past 80 characters or 200 bytes. */
export function fileNameOf({ title, question }: Pick<MapMeta, 'title' | 'question'>, date: string, ending: string): string {
  const signs = [...(title || question).replace(/[\\/:*?"<>|\p{Cc}\p{Cs}]+/gu, ' ').replace(/\s+/g, ' ').replace(/^[. ]+/, '')].slice(0, 80)
  while (new TextEncoder().encode(signs.join('')).length > LONGEST) signs.pop()
  const safe = signs.join('').replace(/[. ]+$/, '')
  return `${safe || 'Map'} ${date}${ending}`
}

/** Elements and ties from which on a map is written off the page: below, handing it over takes as long as writing it. */
const LARGE = 20_000

/** The open map as its file. Private views go along only where the person ticked them. The writer loads when used: it is no part of what typing needs. */
async function mapFileText({ attribution, names, words, includePrivate }: Leaving, signal?: AbortSignal): Promise<Uint8Array> {
  const { maps, work, now } = ports()
  const leaving = { attribution, names, words, includePrivate }
  const [whole, history] = await Promise.all([maps.whole(), maps.history?.()])
  // The history knows what was left out.
  const options = { app: version, savedAt: now().toISOString(), includePrivate, ...(history && !isAltered(leaving) ? { document: history } : {}) }
  if (whole.map.elements.size + whole.map.relationships.size > LARGE) return work.write({ format: 'native', whole, leaving, options }, signal ? { signal } : {})
  const [{ writeNative }, { leaving: left }] = await Promise.all([import('../formats/native/write-native.ts'), import('../formats/leaving/leaving.ts')])
  return new TextEncoder().encode(writeNative(left(whole, leaving), options))
}

/**
 * Writes the open map to a file, locked where there is a passphrase, and notes that it went there. Resolves with the name of the file. A map
 * with something left out is no copy of this one: it is not noted. Neither that nor a locked one has a name that a file kept by the browser has.
 */
export async function writeMapFile(options: Leaving = AS_IT_IS, passphrase = '', signal?: AbortSignal): Promise<string> {
  const { maps, files, now } = ports()
  const open = await mapFileText(options, signal)
  const bytes = passphrase === '' ? open : await locked(open, passphrase)
  signal?.throwIfAborted()
  const { meta } = (await maps.whole()).map
  const isWhole = !isAltered(options)
  const name = await files.save(fileNameOf(meta, isoDate(now()), passphrase === '' ? (isWhole ? '.sightlines.json' : '.json') : '.locked.json'), bytes, FILE_TYPE)
  if (isWhole) maps.filed()
  return name
}

async function locked(open: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const { lockText } = await import('../formats/native/lock.ts')
  const text = await lockText(new TextDecoder().decode(open), passphrase, { salt: crypto.getRandomValues(new Uint8Array(16)), iv: crypto.getRandomValues(new Uint8Array(12)) })
  return new TextEncoder().encode(text)
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
