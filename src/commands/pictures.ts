import type { PictureSize } from '../outputs/picture-sizes.ts'
import { listed } from '../model/system-map.ts'
import { THEMES } from '../scene/palette.ts'
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
interface Bytes {
  readonly bytes: Uint8Array
  readonly type: string
  /** Of the file's name, with its dot. */
  readonly ending: string
}

type Shown = Pick<CommandContext, 'map' | 'moment' | 'session' | 'live' | 'now'>

/** What is on screen as the text of an SVG that explains and carries itself. The parts that draw it load when used. */
export async function pictureText({ map, moment: chosen, session, live, now }: Shown, size: Pick<PictureSize, 'width' | 'height'>): Promise<string> {
  if (!map || !chosen) throw new Error('No map is open')
  const [{ buildScene }, { pictureSvg }, { embeddedFontCss }] = await Promise.all([import('../scene/build-scene.ts'), import('../outputs/picture.ts'), import('../outputs/embedded-fonts.ts')])
  const { moment, reading, question } = onScreen(map, live.contents, session)
  const version = session.reading.version === null ? listed(map.versions).at(-1) : map.versions.get(session.reading.version)
  const isNow = session.reading.version === null
  const shown = shownOf(map, moment, session.reading.perspective, session.filter)
  const scene = buildScene(null, {
    moment, reading, question, selection: [], cardScale: 1, qualityTint: session.qualityTint, actions: actionsOn(map),
    ...(shown ? { hidden: shown.hidden } : {}),
    // What a version does not freeze is not shown beside it.
    ...(isNow ? { notes: map.notes, areas: map.areas, background: map.meta.background } : {}),
  })
  return pictureSvg({
    scene,
    theme: THEMES.light,
    width: size.width,
    height: size.height,
    title: nameOfMap(moment.meta),
    question: nameOfMap(moment.meta) === moment.meta.question ? '' : moment.meta.question,
    date: spokenDate(isNow || !version ? isoDate(now()) : version.date),
    reading: [readingName(map, session.reading), askedTitle(map, session, question)].filter(Boolean).join(' · '),
    ...(version?.room ? { room: version.room } : {}),
    ...(version?.absent ? { absent: version.absent } : {}),
    ...(shown ? { filtered: filterWords(moment, session.filter, shown) } : {}),
    ...(moment.meta.illustrative ? { note: 'Illustrative' } : {}),
    nameOf: (id) => nameOf(moment, id),
    sentences: [
      ...[askedWords(moment, question)].filter(Boolean),
      ...[...pool(moment).ties.keys()].filter((id) => !shown?.hidden.has(id)).map((id) => spokenTieAsked({ moment, question }, id, session.reading.perspective)),
      ...(isNow ? besideInOrder(map).map((id) => nameOnMap(map, id)) : []),
    ],
    fontCss: await embeddedFontCss(),
  })
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

/** How many actions that are not stopped touch each tie. */
function actionsOn(map: NonNullable<Shown['map']>): ReadonlyMap<string, number> {
  const touched = new Map<string, number>()
  for (const action of map.actions.values()) {
    if (action.status !== 'stopped') for (const tie of action.touches) touched.set(tie, (touched.get(tie) ?? 0) + 1)
  }
  return touched
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
