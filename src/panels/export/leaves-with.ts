import type { Export } from '../../commands/exports.ts'
import type { MapContent, SystemMap } from '../../model/system-map.ts'
import { listed } from '../../model/system-map.ts'
import { pool } from '../../reading/pool.ts'
import { counted } from '../../words/counts.ts'

/** Exactly what an export carries: each thing, and what is said about it. Private things are spoken of apart. */
export function leavesWith(leaves: Export['leaves'], map: SystemMap, moment: MapContent, reading: string): readonly (readonly [what: string, detail: string])[] {
  const things = `${counted(moment.elements.size, 'element')} and ${counted(pool(moment).ties.size, 'tie')}`
  const picture: readonly (readonly [string, string])[] = [
    ['The title, the question and today’s date', ''],
    [things, reading],
    ...(moment === map ? beside(map) : []),
    ['The key to the marks it uses', ''],
    ...(map.versions.size ? ([['Who was in the room, and who was not', 'from the last version']] as const) : []),
  ]
  if (leaves === 'picture') return picture
  if (leaves === 'pack') return pack(map)
  const open = listed(map.perspectives).filter((perspective) => !perspective.private)
  const file: readonly (readonly [string, string])[] = [
    [`${counted(map.elements.size, 'element')} and ${counted(map.relationships.size, 'tie')}`, leaves === 'both' ? 'in both' : ''],
    ...open.map((perspective) => [`What ${perspective.type === 'shared' ? 'the shared picture' : perspective.name} says`, counted(map.judgements.get(perspective.id)?.size ?? 0, 'answer')] as const),
    ...(map.versions.size ? ([[counted(map.versions.size, 'version'), 'with who was in the room']] as const) : []),
    ...(map.actions.size ? ([[counted(map.actions.size, 'action'), 'owners as roles']] as const) : []),
    ...shared(map),
    ...(map.stories.size ? ([[counted(map.stories.size, 'story'), '']] as const) : []),
    ...beside(map),
  ]
  return leaves === 'both' ? [[`A picture, PNG 1920 × 1080`, reading], ...file] : file
}

function pack(map: SystemMap): readonly (readonly [string, string])[] {
  return [
    ['The title, the question and the organisations', ''],
    [`${counted(map.elements.size, 'element')} and ${counted(map.relationships.size, 'tie')}`, 'to begin with'],
    ['What the shared picture says', 'to look at'],
    ...beside(map),
    ['No other view, version, story, action or reflection', 'they stay here'],
  ]
}

/** What stands beside elements and ties, and how large the picture is. */
function beside({ notes, areas, meta: { background } }: SystemMap): readonly (readonly [string, string])[] {
  const words = [notes.size && counted(notes.size, 'note'), areas.size && counted(areas.size, 'area')].filter(Boolean).join(' and ')
  return [
    ...(words ? ([[words, '']] as const) : []),
    ...(background ? ([['The background picture', `${Math.max(1, Math.round((background.data.length * 3) / 4 / 1000))} kB`]] as const) : []),
  ]
}

function shared(map: SystemMap): readonly (readonly [string, string])[] {
  const open = [...map.reflections.values()].filter((reflection) => !reflection.private).length
  return open ? [[counted(open, 'reflection'), 'the room’s']] : []
}
