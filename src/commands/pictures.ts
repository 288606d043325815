import type { PictureSize } from '../outputs/picture-sizes.ts'
import type { PaperSize } from '../outputs/paper-sizes.ts'
import type { SheetOfPaper } from '../outputs/pdf/sheets.ts'
import type { Id } from '../model/ids.ts'
import { listed, type MapContent, type SystemMap } from '../model/system-map.ts'
import { ON_WHITE, THEMES } from '../scene/palette.ts'
import { actionsOn } from '../reading/actions-on.ts'
import { pool } from '../reading/pool.ts'
import type { Question } from '../reading/question.ts'
import { onScreen } from '../session/on-screen.ts'
import { shownOf } from '../session/shown.ts'
import { askedWords } from '../words/asked-words.ts'
import { besideInOrder, nameOnMap } from '../words/beside.ts'
import { comparedName } from '../words/compared-words.ts'
import { isoDate, spokenDate } from '../words/dates.ts'
import { filterWords } from '../words/filter-words.ts'
import { nameOfMap } from '../words/map-name.ts'
import { readingName } from '../words/reading-name.ts'
import { nameOf } from '../words/tie-sentence.ts'
import { spokenTieAsked } from '../words/spoken-asked.ts'
import type { CommandContext } from './command.ts'

/** Something to write, without the name it will have. */
export interface Bytes {
  readonly bytes: Uint8Array
  readonly type: string
  /** Of the file's name, with its dot. */
  readonly ending: string
}

export interface Shown extends Pick<CommandContext, 'map' | 'moment' | 'session' | 'live' | 'now'> {
  /** What the filter leaves, where it could not be asked of this map again: what is hidden, and how much is shown, in words. */
  readonly filtered?: { readonly hidden: ReadonlySet<Id>; readonly words: string } | null
}

/** How a picture on paper differs from one on a screen. */
interface Printed {
  readonly isOnPaper?: boolean
  readonly addYours?: string
}

/** What is on screen as the text of an SVG that explains and carries itself. The parts that draw it load when used. */
export async function pictureText({ map, moment: chosen, session, live, now, filtered }: Shown, size: Pick<PictureSize, 'width' | 'height'>, { isOnPaper = false, addYours = '' }: Printed = {}): Promise<string> {
  if (!map || !chosen) throw new Error('No map is open')
  const [{ buildScene }, { pictureSvg }, { embeddedFontCss }] = await Promise.all([import('../scene/build-scene.ts'), import('../outputs/picture.ts'), import('../outputs/embedded-fonts.ts')])
  const { moment, reading, question } = onScreen(map, live.contents, session)
  const version = session.reading.version === null ? listed(map.versions).at(-1) : map.versions.get(session.reading.version)
  const isNow = session.reading.version === null
  const shown = filtered === undefined ? asked(map, moment, session) : filtered
  const scene = buildScene(null, {
    moment, reading, question, selection: [], cardScale: 1, qualityTint: session.qualityTint, actions: actionsOn(map.actions),
    ...(shown ? { hidden: shown.hidden } : {}),
    // What a version does not freeze is not shown beside it.
    ...(isNow ? { notes: map.notes, areas: map.areas, background: map.meta.background } : {}),
  })
  return pictureSvg({
    scene,
    theme: isOnPaper ? ON_WHITE : THEMES.light,
    width: size.width,
    height: size.height,
    title: nameOfMap(moment.meta),
    question: nameOfMap(moment.meta) === moment.meta.question ? '' : moment.meta.question,
    date: spokenDate(isNow || !version ? isoDate(now()) : version.date),
    reading: [readingName(map, session.reading), askedTitle(map, session, question)].filter(Boolean).join(' · '),
    ...(version?.room ? { room: version.room } : {}),
    ...(version?.absent ? { absent: version.absent } : {}),
    ...(shown ? { filtered: shown.words } : {}),
    ...(moment.meta.illustrative ? { note: 'Illustrative' } : {}),
    ...(addYours ? { addYours } : {}),
    nameOf: (id) => nameOf(moment, id),
    sentences: [
      ...[askedWords(moment, question)].filter(Boolean),
      ...[...pool(moment).ties.keys()].filter((id) => !shown?.hidden.has(id)).map((id) => spokenTieAsked({ moment, question }, id, session.reading.perspective)),
      ...(isNow ? besideInOrder(map).map((id) => nameOnMap(map, id)) : []),
    ],
    fontCss: await embeddedFontCss(),
  })
}

function asked(map: SystemMap, moment: MapContent, session: Shown['session']): Shown['filtered'] {
  const shown = shownOf(map, moment, session.reading.perspective, session.filter)
  return shown && { hidden: shown.hidden, words: filterWords(moment, session.filter, shown) }
}

/** What the picture asks besides what the reading says. */
function askedTitle(map: NonNullable<Shown['map']>, { reading, compared }: Shown['session'], { is }: Question): string {
  switch (is) {
    case 'differences': return 'Differences'
    case 'blind': return 'Blind spots'
    case 'ends': return 'Two ends'
    case 'comparison': return compared ? `compared with ${comparedName(map, reading, compared)}` : ''
    case 'reading': return ''
  }
}

interface Png extends Bytes {
  /** Said where the picture had to be smaller than was asked. */
  readonly capped: string | null
}

export async function picturePng(shown: Shown, size: PictureSize): Promise<Png> {
  const [svg, { drawnPng }] = await Promise.all([pictureText(shown, size), import('../outputs/picture-png.ts')])
  const { blob, capped } = await drawnPng(svg, size, size.scale)
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: 'image/png', ending: '.png', capped }
}

/** What people are asked to write on a poster. */
const ADD_YOURS = 'Add yours here'
/** From this width on, in millimetres, a sheet hangs on a wall. */
const POSTER = 800

/** A4 lying down, without the 8 mm that the print style sheet leaves at its edges, in CSS px. A larger sheet enlarges it. */
export const printSize = { width: 1062, height: 731 } as const

/** What is on screen as a PDF of one page. */
export async function paperPdf(shown: Shown, paper: PaperSize): Promise<Bytes> {
  const { MM } = await import('../outputs/pdf/sheets.ts')
  const [width, height] = [paper.width * MM, paper.height * MM]
  return pdfBytes(shown, { width, height }, paper.width > POSTER ? ADD_YOURS : '', [{ width, height, at: [0, 0] }])
}

/** What is on screen as a poster on eight sheets of A3. */
export async function tilesPdf(shown: Shown): Promise<Bytes> {
  const { TILED, tiles } = await import('../outputs/pdf/sheets.ts')
  return pdfBytes(shown, TILED, ADD_YOURS, tiles(ON_WHITE))
}

async function pdfBytes(shown: Shown, size: Pick<PictureSize, 'width' | 'height'>, addYours: string, sheets: readonly SheetOfPaper[]): Promise<Bytes> {
  const [svg, { pdfOf }, { bundledFaces }, { browserRaster }, { FONT_FAMILY }] = await Promise.all([
    pictureText(shown, size, { isOnPaper: true, addYours }), import('../outputs/pdf/pdf.ts'), import('../outputs/pdf/faces.ts'), import('../outputs/pdf/pixels.ts'), import('../painters/fonts.ts'),
  ])
  const bytes = await pdfOf({ svg, sheets, title: shown.moment ? nameOfMap(shown.moment.meta) : '', faces: await bundledFaces(), raster: browserRaster(FONT_FAMILY) })
  return { bytes, type: 'application/pdf', ending: '.pdf' }
}
