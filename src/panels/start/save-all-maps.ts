import { version } from '../../../package.json'
import { fileNameOf } from '../../commands/map-file.ts'
import { ports } from '../../commands/dispatch.ts'
import { live } from '../../session/live.ts'
import { session } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { isoDate } from '../../words/dates.ts'

/** Every map on this laptop in one zip, which Open takes back. Private views stay here. */
export async function saveAllMaps(): Promise<void> {
  const { maps, files, now } = ports()
  const [{ zipMaps }, { writeNative }] = await Promise.all([import('../../formats/zip.ts'), import('../../formats/native/write-native.ts')])
  const today = isoDate(now())
  const texts: { name: string; text: string }[] = []
  for (const { id, title } of live.getState().maps) {
    const whole = await maps.whole(id)
    texts.push({ name: fileNameOf(title, today, '.sightlines.json'), text: writeNative(whole, { app: version, savedAt: now().toISOString(), includePrivate: false }) })
  }
  const name = await files.save(`Sightlines maps ${today}.zip`, zipMaps(texts, now()), 'application/zip')
  session.setState({ toast: { words: `${counted(texts.length, 'map')} saved in ${name}.` } })
}
