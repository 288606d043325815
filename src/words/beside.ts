import { byId, type Id } from '../model/ids.ts'
import type { Area, Note } from '../model/records.ts'
import type { MapContent, Records, SystemMap } from '../model/system-map.ts'
import { elementsIn } from '../reading/elements-in.ts'
import { counted, together } from './counts.ts'
import { nameOf } from './tie-sentence.ts'

/** As much of a note as is said of it in passing, in letters. */
const SAID = 120

const oneLine = (text: string): string => text.trim().replace(/\s+/gu, ' ')

/** A note for those who hear the map: "Note: bring the bed manager". */
export function spokenNote({ text }: Pick<Note, 'text'>): string {
  const words = oneLine(text)
  if (words === '') return 'Note without words'
  const letters = [...words]
  return `Note: ${letters.length > SAID ? `${letters.slice(0, SAID).join('').trimEnd()}…` : words}`
}

/** An area for those who hear the map, and how many elements lie in it: "Area: Winter plan, 4 elements". */
export function spokenArea(map: SystemMap, area: Area): string {
  const elements = elementsIn(map, area).length
  return `${titled(area)}, ${elements === 0 ? 'no elements' : counted(elements, 'element')}`
}

function titled({ title }: Area): string {
  const name = oneLine(title)
  return name === '' ? 'Area without a title' : `Area: ${name}`
}

/** Notes and then areas, each from the top of the map to its bottom and from left to right. Wherever things are read they come after the elements. */
export function besideInOrder({ notes, areas }: Pick<SystemMap, 'notes' | 'areas'>): readonly Id[] {
  const down = (records: Records<Note | Area>) =>
    [...records.values()].sort((a, b) => a.position[1] - b.position[1] || a.position[0] - b.position[0] || byId(a.id, b.id)).map(({ id }) => id)
  return [...down(notes), ...down(areas)]
}

/** What is on the map at a moment: notes and areas are of now alone. */
export type OnMap = MapContent & Partial<Pick<SystemMap, 'notes' | 'areas'>>

/** The name of anything that can be selected: an element's own, a tie's sentence, a note's words, an area's title. */
export function nameOnMap(map: OnMap, id: Id): string {
  const note = map.notes?.get(id)
  if (note) return spokenNote(note)
  const area = map.areas?.get(id)
  if (area) return titled(area)
  return nameOf(map, id)
}

/** "2 elements, 1 tie and 3 notes": how many of each are chosen. Empty where nothing is. */
export function countedOnMap(map: OnMap, ids: readonly Id[]): string {
  const sorts = [[map.elements, 'element'], [map.relationships, 'tie'], [map.notes, 'note'], [map.areas, 'area']] as const
  return together(sorts.flatMap(([records, noun]) => {
    const count = ids.filter((id) => records?.has(id)).length
    return count === 0 ? [] : [counted(count, noun)]
  }))
}
