import type { Perspective } from '../../model/records.ts'
import { QUALITY, STRENGTH, type Scale } from '../../model/scales.ts'
import { listed, sharedOf } from '../../model/system-map.ts'
import { inTime } from '../../reading/axis.ts'
import { pool } from '../../reading/pool.ts'
import { resolve } from '../../reading/resolve.ts'
import { counted, together } from '../../words/counts.ts'
import { spokenDate } from '../../words/dates.ts'
import { typeTitle } from '../../words/perspective-words.ts'
import { inSentence } from '../../words/ratings.ts'
import { NOTHING, table, words, type Block, type ReportInput } from './report.ts'

/** What was asked, of whom, and who was not there. */
export function questionAndRoom({ map, voices, attribution, date }: ReportInput): readonly Block[] {
  const { elements, ties } = pool(map)
  const heard = voices.length === 0 ? 'It shows the shared picture alone.' : attribution === 'named' ? `Heard: ${together(voices.map(({ name }) => name))}.` : `${counted(voices.length, 'voice')} heard; this report does not say whose is whose.`
  const rows = inTime(map).flatMap((id) => {
    const version = map.versions.get(id)
    return version ? [[version.name || spokenDate(version.date), spokenDate(version.date), version.room || NOTHING, version.absent || NOTHING]] : []
  })
  return [
    words(`${map.meta.place ? `${map.meta.place}. ` : ''}Read on ${spokenDate(date)}: ${counted(elements.size, 'element')} and ${counted(ties.size, 'tie')}. ${heard}`),
    ...table('Who was in the room', ['Moment', 'Date', 'In the room', 'Not in the room'], rows, 40),
  ]
}

export function theMap({ picture }: ReportInput): readonly Block[] {
  return [{ is: 'figure', picture, caption: picture.alt }]
}

/** How the numbers come about, who answered how much, and what nobody was asked. */
export function method({ map, voices, attribution }: ReportInput): readonly Block[] {
  const { ties } = pool(map)
  const shared = resolve(map, sharedOf(map).id)
  const silent = [...ties.keys()].filter((id) => shared.of(id).state === 'silent').length
  const unrated = [...ties.keys()].filter((id) => shared.of(id).state === 'yes' && shared.of(id).strength === undefined).length
  const perspectives = listed(map.perspectives)
  return [
    words(`The map holds ${counted(perspectives.length, 'perspective')}${attribution === 'none' ? '; only the shared picture is in this report' : ''}. Silence is never counted as no: of ${counted(ties.size, 'tie')}, the shared picture has not said anything of ${silent}, and says of ${unrated} that they are there without rating them.`),
    ...(attribution === 'named' ? table('Who answered how much', ['Perspective', 'Kind', 'Ties', 'Elements', 'Looked at everything'], perspectives.map((one) => [one.name, typeTitle(one), ...answered(map, one), one.coverage === 'complete' ? 'yes' : 'no']), 40) : []),
    ...(voices.length > 1 ? [words(`Difference is measured between ${counted(voices.length, 'voice')}: the widest gap between any two answers, as a share of its scale. No gap is the same; up to a quarter is close; up to a half is different; more is far apart. A no counts as strength 0. The middle is the median.`)] : []),
    ...(attribution === 'counted' ? [words('Answers are counted. Nothing is told that fewer than three gave.')] : []),
    words(`Strength: ${steps(STRENGTH)}. Quality: ${steps(QUALITY)}. A stronger tie is not a better one.`),
    words('What was not asked is not here: whoever was not in the room, and whatever was not put on the map.'),
  ]
}

const steps = (scale: Scale): string => scale.steps.map(({ value, short }) => `${value < 0 ? `−${-value}` : value} ${inSentence(short)}`).join(', ')

function answered(map: ReportInput['map'], { id }: Perspective): readonly string[] {
  const { ties } = pool(map)
  const reading = resolve(map, id)
  const own = map.judgements.get(id)
  const count = (ids: Iterable<string>) => [...ids].filter((subject) => own?.has(subject) && reading.of(subject).state !== 'silent').length
  return [`${count(ties.keys())} of ${ties.size}`, `${count(map.elements.keys())} of ${map.elements.size}`]
}
