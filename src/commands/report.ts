import { FEWEST_COUNTED } from '../formats/leaving/attribution.ts'
import { leaving } from '../formats/leaving/leaving.ts'
import type { Leaving } from '../formats/leaving/what-leaves.ts'
import { listed, sharedOf } from '../model/system-map.ts'
import type { ReportInput } from '../outputs/report/report.ts'
import style from '../outputs/report/report.css?raw'
import type { Told } from '../outputs/report/report-html.ts'
import { PLAIN } from '../reading/question.ts'
import { pool } from '../reading/pool.ts'
import { resolve } from '../reading/resolve.ts'
import { voicesIn, voicesOf } from '../reading/voices.ts'
import { THEMES, type Theme } from '../scene/palette.ts'
import { session } from '../session/session.ts'
import { counted } from '../words/counts.ts'
import { isoDate, spokenDate } from '../words/dates.ts'
import { nameOfMap } from '../words/map-name.ts'
import { readingName } from '../words/reading-name.ts'
import { nameOf } from '../words/tie-sentence.ts'
import { fileNameOf } from './map-file.ts'
import { ports } from './provided.ts'
import { sha256 } from './sha256.ts'

export interface ReportParts {
  readonly input: ReportInput
  /** The map with its face in it, as an image's address: what a page shows cannot borrow from the report's own style sheet. */
  readonly pictureUrl: string
}

/** The colours of the day on white: a tint over the whole picture would be printed. */
const ON_PAPER: Theme = { ...THEMES.light, colours: { ...THEMES.light.colours, paper: THEMES.print.colours.paper } }

/** What a report of the open map is made of. Nothing private is in it. */
export async function reportParts(options: Leaving): Promise<ReportParts> {
  const { maps, now } = ports()
  const whole = await maps.whole()
  // Counted answers are counted from what each voice said, and told without its name.
  const { map, contents } = leaving(whole, { ...options, includePrivate: false, attribution: options.attribution === 'none' ? 'none' : 'named' })
  const date = isoDate(now())
  const [{ buildScene }, { pictureSvg }, { embeddedFontCss }] = await Promise.all([import('../scene/build-scene.ts'), import('../outputs/picture.ts'), import('../outputs/embedded-fonts.ts')])
  const shared = sharedOf(map).id
  const reading = readingName(map, { version: null, perspective: shared })
  const version = listed(map.versions).at(-1)
  const scene = buildScene(null, { moment: map, reading: resolve(map, shared), question: PLAIN, selection: [], cardScale: 1, qualityTint: false, actions: new Map(), notes: map.notes, areas: map.areas, background: map.meta.background })
  const draw = (fontCss?: string) => pictureSvg({
    scene, theme: ON_PAPER, width: 1920, height: 1080, title: '', question: '', date: spokenDate(date), reading,
    ...(version?.room ? { room: version.room } : {}), ...(version?.absent ? { absent: version.absent } : {}), ...(map.meta.illustrative ? { note: 'Illustrative' } : {}),
    nameOf: (id) => nameOf(map, id), ...(fontCss === undefined ? {} : { fontCss }),
  })
  const alt = `${counted(map.elements.size, 'element')} and ${counted(pool(map).ties.size, 'tie')}. ${reading}.`
  const picked = voicesIn(map, options.names === 'written' ? session.getState().voices : null)
  // Two that were picked could be told apart by any count.
  const heard = options.attribution === 'counted' && picked.length < FEWEST_COUNTED ? voicesOf(map) : picked
  const voices = options.attribution === 'none' ? [] : heard
  return {
    input: { map, contents, voices, attribution: options.attribution, date, picture: { svg: draw(), alt } },
    pictureUrl: `data:image/svg+xml,${encodeURIComponent(draw(await embeddedFontCss()))}`,
  }
}

/** Writes the report; resolves with the file's name. */
export async function saveReport({ map, date }: ReportInput, sections: readonly Told[]): Promise<string> {
  const [{ reportHtml }, { embeddedFontCss }] = await Promise.all([import('../outputs/report/report-html.ts'), import('../outputs/embedded-fonts.ts')])
  const { title, question } = map.meta
  const text = await reportHtml({ title: nameOfMap(map.meta), lead: title ? question : '', sections, style: `${await embeddedFontCss()}${style}` }, sha256)
  return ports().files.save(fileNameOf(map.meta, date, ' report.html'), new TextEncoder().encode(text), 'text/html')
}
