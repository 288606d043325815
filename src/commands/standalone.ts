import { leaving } from '../formats/leaving/leaving.ts'
import type { Leaving } from '../formats/leaving/what-leaves.ts'
import { listed, sharedOf } from '../model/system-map.ts'
import script from '../outputs/standalone/page-script.js?raw'
import style from '../outputs/standalone/standalone.css?raw'
import type { StandaloneReading } from '../outputs/standalone/standalone-html.ts'
import { scenesInOrder, type StandaloneScene } from '../outputs/standalone/story-html.ts'
import { pool } from '../reading/pool.ts'
import { PLAIN } from '../reading/question.ts'
import { resolve } from '../reading/resolve.ts'
import type { SceneInput } from '../scene/build-scene.ts'
import { THEMES } from '../scene/palette.ts'
import { onScreen } from '../session/on-screen.ts'
import { comparedName } from '../words/compared-words.ts'
import { isoDate, spokenDate } from '../words/dates.ts'
import { nameOfMap } from '../words/map-name.ts'
import { readingName } from '../words/reading-name.ts'
import { nameOf } from '../words/tie-sentence.ts'
import { fileNameOf } from './map-file.ts'
import { ports } from './provided.ts'
import { sha256 } from './sha256.ts'

/** Drawings of a larger map for everybody would make a file that no mail takes: there the shared picture is drawn alone. */
const MOST_DRAWN = 4000

/** Writes the map as a page to look at; resolves with the file's name. */
export async function writeStandalone(options: Leaving, signal?: AbortSignal): Promise<string> {
  const { maps, files, now } = ports()
  const { map, contents } = leaving(await maps.whole(), options)
  const [{ buildScene }, { pictureSvg }, { embeddedFontCss }, { standaloneHtml }] = await Promise.all([import('../scene/build-scene.ts'), import('../outputs/picture.ts'), import('../outputs/embedded-fonts.ts'), import('../outputs/standalone/standalone-html.ts')])
  const shared = sharedOf(map)
  const others = listed(map.perspectives).filter(({ id }) => id !== shared.id && map.judgements.has(id))
  const isSmall = (pool(map).elements.size + pool(map).ties.size) * (others.length + 1) <= MOST_DRAWN
  const date = isoDate(now())
  const draw = (input: SceneInput, reading: string, when = date) => pictureSvg({ scene: buildScene(null, input), theme: THEMES.light, width: 1920, height: 1080, title: '', question: '', date: spokenDate(when), reading, nameOf: (subject) => nameOf(map, subject) })
  const readings: StandaloneReading[] = []
  for (const { id } of [shared, ...(isSmall ? others : [])]) {
    // Between two drawings the page draws itself and hears whether it is to stop.
    await new Promise((resolve) => setTimeout(resolve))
    signal?.throwIfAborted()
    readings.push({ perspective: id, svg: draw({ moment: map, reading: resolve(map, id), question: PLAIN, selection: [], cardScale: 1, qualityTint: false, actions: new Map(), notes: map.notes, areas: map.areas, background: map.meta.background }, readingName(map, { version: null, perspective: id })) })
  }
  const scenes: StandaloneScene[] = []
  for (const scene of scenesInOrder(map)) {
    await new Promise((resolve) => setTimeout(resolve))
    signal?.throwIfAborted()
    // Whose answer is whose is not told by a mark either.
    const overlay = options.attribution === 'named' ? scene.overlay : null
    const named = [readingName(map, scene.reading), scene.compare ? `compared with ${comparedName(map, scene.reading, scene.compare)}` : ''].filter(Boolean).join(', ')
    const { moment, reading, question } = onScreen(map, contents, { reading: scene.reading, compared: scene.compare, compareLook: 'ghosts', overlay, vision: null, voices: null, unattributed: false })
    const drawn = isSmall ? { svg: draw({ moment, reading, question, selection: [], cardScale: 1, qualityTint: false, actions: new Map() }, named, map.versions.get(scene.reading.version ?? '')?.date || date) } : {}
    scenes.push({ scene, reading: named, ...drawn })
  }
  const title = nameOfMap(map.meta)
  const text = await standaloneHtml({ map, readings, scenes, title, question: title === map.meta.question ? '' : map.meta.question, date: spokenDate(date), style: `${await embeddedFontCss()}${style}`, script }, sha256)
  return files.save(fileNameOf(map.meta, date, ' map.html'), new TextEncoder().encode(text), 'text/html')
}
