import type { Export } from '../../commands/exports.ts'
import type { OverlayName } from '../../model/kinds.ts'
import type { MapContent, SystemMap } from '../../model/system-map.ts'
import { listed } from '../../model/system-map.ts'
import { pool } from '../../reading/pool.ts'
import { counted, grouped } from '../../words/counts.ts'

type Row = readonly [what: string, detail: string]

/** What a picture says besides its reading, where the map is asked something. */
export function askedThings(overlay: OverlayName | null, isComparing: boolean, unattributed: boolean): string | null {
  if (isComparing) return 'What changed, in words and marks'
  if (overlay === null || overlay === 'towards') return null
  return unattributed ? 'How far answers differ, not whose they are' : 'Who says what, where answers differ'
}

/** Exactly what an export carries of the map that leaves: each thing, and what is said about it. `asked` is from `askedThings`. */
export function leavesWith({ leaves, losses = [] }: Pick<Export, 'leaves' | 'losses'>, map: SystemMap, moment: MapContent, reading: string, asked: string | null = null): readonly Row[] {
  const things = `${counted(moment.elements.size, 'element')} and ${counted(pool(moment).ties.size, 'tie')}`
  const question: readonly Row[] = asked === null ? [] : [[asked, 'in the picture, as on screen']]
  const picture: readonly Row[] = [
    ['The title, the question and today’s date', ''],
    [things, reading],
    ...(moment === map ? [...besideWords(map), ...background(map)] : []),
    ...question,
    ['The key to the marks it uses', ''],
    ...([...map.versions.values()].some(({ room, absent }) => room || absent) ? ([['Who was in the room, and who was not', 'from the last version']] as const) : []),
  ]
  if (leaves === 'picture') return picture
  if (leaves === 'report') return [['The sections that you tick next', 'seen before they are saved'], [things, ''], ['Nothing private', '']]
  if (leaves === 'pack') return pack(map)
  const isKept = (loss: string) => !losses.some(({ id }) => id === loss)
  const counting = (loss: string, records: ReadonlyMap<string, unknown>, noun: string, detail: string): readonly Row[] => (records.size && isKept(loss) ? [[counted(records.size, noun), detail]] : [])
  const ties = isKept('hidden-ties') ? map.relationships.size : pool(map).ties.size
  const answers = listed(map.perspectives).filter(({ type }) => isKept('perspectives') || type === 'shared')
  const file: readonly Row[] = [
    [`${counted(map.elements.size, 'element')} and ${counted(ties, 'tie')}`, leaves === 'both' ? 'in both' : ''],
    ...answers.map((perspective): Row => [`What ${perspective.type === 'shared' ? 'the shared picture' : perspective.name} says`, `${counted(map.judgements.get(perspective.id)?.size ?? 0, 'answer')}${perspective.private ? ', private, ticked' : ''}`]),
    ...counting('versions', map.versions, 'version', versionDetail(map)),
    ...counting('actions', map.actions, 'action', 'owners as roles'),
    ...(isKept('reflections') ? reflections(map) : []),
    ...counting('stories', map.stories, 'story', ''),
    ...counting('loops', map.loops, 'named loop', ''),
    ...counting('outcome-readings', map.outcomeReadings, 'reading', 'of outcomes'),
    ...(isKept('beside') ? besideWords(map) : []),
    ...(isKept('background') ? background(map) : []),
  ]
  return leaves === 'both' ? [[`A picture, PNG 1920 × 1080`, reading], ...question, ...file] : file
}

function pack(map: SystemMap): readonly Row[] {
  return [
    ['The title, the question and the organisations', ''],
    [`${counted(map.elements.size, 'element')} and ${counted(map.relationships.size, 'tie')}`, 'to begin with'],
    ['What the shared picture says', 'to look at'],
    ...besideWords(map),
    ...background(map),
    ['No other view, version, story, action or reflection', 'they stay here'],
  ]
}

function versionDetail({ versions }: SystemMap): string {
  return [...versions.values()].some(({ name, room }) => name || room) ? 'with who was in the room' : 'with their dates'
}

/** What stands beside elements and ties. */
function besideWords({ notes, areas }: SystemMap): readonly Row[] {
  const words = [notes.size && counted(notes.size, 'note'), areas.size && counted(areas.size, 'area')].filter(Boolean).join(' and ')
  return words ? [[words, '']] : []
}

/** The picture beneath, and how large it is. */
function background({ meta }: SystemMap): readonly Row[] {
  return meta.background ? [['The background picture', `${Math.max(1, Math.round((meta.background.data.length * 3) / 4 / 1000))} kB`]] : []
}

function reflections(map: SystemMap): readonly Row[] {
  const isPrivate = [...map.reflections.values()].filter((reflection) => reflection.private).length
  const open = map.reflections.size - isPrivate
  return [...(open ? ([[counted(open, 'reflection'), 'the room’s']] as const) : []), ...(isPrivate ? ([[counted(isPrivate, 'private reflection'), 'ticked']] as const) : [])]
}

/** What a format cannot carry of the map that leaves, and how much of it there is. */
export function staysWith({ losses = [] }: Pick<Export, 'losses'>, map: SystemMap): readonly Row[] {
  const whole = { map, contents: new Map() }
  return losses.flatMap((loss): readonly Row[] => {
    const count = loss.count(whole)
    return count === 0 ? [] : [[loss.words, grouped(count)]]
  })
}
