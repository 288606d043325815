import type { Id } from '../model/ids.ts'
import type { ReadingName } from '../model/records.ts'
import type { MapContent, SystemMap } from '../model/system-map.ts'
import { resolve } from '../reading/resolve.ts'
import { buildScene } from '../scene/build-scene.ts'
import { THEMES } from '../scene/palette.ts'
import { counted } from '../words/counts.ts'
import { isoDate, spokenDate } from '../words/dates.ts'
import { readingName } from '../words/reading-name.ts'
import { spokenElement, spokenTie } from '../words/spoken.ts'
import { pictureSvg } from './picture.ts'

export interface MapPictureInput {
  readonly map: SystemMap
  /** What `reading.version` names: the map itself for now, or that version's content. */
  readonly moment: MapContent
  readonly reading: ReadingName
  readonly theme: 'light' | 'dark' | 'print'
  /** CSS px. */
  readonly width: number
  readonly height: number
  readonly today: Date
  readonly qualityTint?: boolean
  /** Leaves these out, and says how many. */
  readonly hidden?: ReadonlySet<Id>
  readonly fontCss?: string
}

function leftOut(moment: MapContent, hidden: ReadonlySet<Id>): string {
  let [elements, ties] = [0, 0]
  for (const id of hidden) {
    if (moment.elements.has(id)) elements++
    else if (moment.relationships.has(id)) ties++
  }
  return [elements ? counted(elements, 'element') : '', ties ? counted(ties, 'tie') : ''].filter(Boolean).join(' and ')
}

/** A map as a picture for a slide or a page: the whole map, fitted, with what explains it. */
export function mapPicture(input: MapPictureInput): string {
  const { map, moment, reading, hidden } = input
  const scene = buildScene(null, {
    moment,
    reading: resolve(moment, reading.perspective),
    selection: [],
    cardScale: 1,
    qualityTint: input.qualityTint ?? false,
    ...(hidden ? { hidden } : {}),
  })
  const version = reading.version === null ? undefined : map.versions.get(reading.version)
  const filtered = hidden ? leftOut(moment, hidden) : ''
  return pictureSvg({
    scene,
    theme: THEMES[input.theme],
    width: input.width,
    height: input.height,
    title: map.meta.title,
    question: moment.meta.question,
    date: spokenDate(version?.date || isoDate(input.today)),
    reading: readingName(map, reading),
    nameOf: (id) => (moment.elements.has(id) ? spokenElement(moment, id) : spokenTie(moment, id, reading.perspective)),
    sentences: scene.ties.map((tie) => spokenTie(moment, tie.id, reading.perspective)),
    ...(version?.room ? { room: version.room } : {}),
    ...(version?.absent ? { absent: version.absent } : {}),
    ...(filtered ? { filtered } : {}),
    ...(moment.meta.illustrative ? { note: 'illustrative' } : {}),
    ...(input.fontCss === undefined ? {} : { fontCss: input.fontCss }),
  })
}
