import { ELEMENT_KINDS, tieKind, type Slot } from '../../model/kinds.ts'
import type { MapElement, Relationship } from '../../model/records.ts'
import { namesOf, type MapContent, type SystemMap } from '../../model/system-map.ts'
import { spokenNote } from '../../words/beside.ts'

export interface Found {
  readonly id: string
  readonly name: string
  /** What it is, or where the words were found. */
  readonly why: string
  readonly slot: Slot | null
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Elements, ties, notes and areas that hold every word sought, the better match first: the start of the name, then a word of it, then anywhere. */
export function find(moment: MapContent | SystemMap, sought: string): readonly Found[] {
  const words = folded(sought).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const hits: { readonly rank: number; readonly hit: Found }[] = []
  for (const element of moment.elements.values()) {
    const rank = rankOf(words, element.name, elementText(moment, element))
    if (rank !== null) hits.push({ rank, hit: { id: element.id, name: element.name, why: describeElement(moment, element), slot: slotOf(moment, element) } })
  }
  for (const tie of moment.relationships.values()) {
    const name = tieName(moment, tie)
    if (name === null) continue
    const rank = rankOf(words, tie.label, [tie.label, tie.description, ...factText(tie.facts)])
    if (rank !== null) hits.push({ rank: rank + 1, hit: { id: tie.id, name, why: tie.label || tieKind(tie.kind).title, slot: null } })
  }
  for (const note of 'notes' in moment ? moment.notes.values() : []) {
    const rank = rankOf(words, note.text, [note.text])
    if (rank !== null) hits.push({ rank: rank + 1, hit: { id: note.id, name: spokenNote(note), why: 'note', slot: null } })
  }
  for (const area of 'areas' in moment ? moment.areas.values() : []) {
    const rank = rankOf(words, area.title, [area.title])
    if (rank !== null) hits.push({ rank: rank + 1, hit: { id: area.id, name: area.title, why: 'area', slot: null } })
  }
  return hits.sort((a, b) => a.rank - b.rank || (a.hit.name < b.hit.name ? -1 : 1)).map(({ hit }) => hit)
}

function rankOf(words: readonly string[], name: string, texts: readonly string[]): number | null {
  const all = texts.map(folded)
  if (!words.every((word) => all.some((text) => text.includes(word)))) return null
  const start = folded(name)
  const first = words[0] ?? ''
  return start.startsWith(first) ? 0 : start.includes(` ${first}`) ? 2 : start.includes(first) ? 4 : 6
}

const factText = (facts: ReadonlyMap<string, string | number>) => [...facts].flatMap(([name, value]) => [name, String(value)])

function elementText(moment: MapContent, element: MapElement): readonly string[] {
  const organisation = element.organisation === null ? undefined : moment.organisations.get(element.organisation)
  return [element.name, element.description, element.kind, organisation?.name ?? '', organisation?.code ?? '', ...namesOf(element.aliases), ...namesOf(element.tags), ...factText(element.facts)]
}

function slotOf(moment: MapContent, element: MapElement): Slot | null {
  return (element.organisation !== null && moment.organisations.get(element.organisation)?.slot) || null
}

function describeElement(moment: MapContent, element: MapElement): string {
  const kind = ELEMENT_KINDS.find((choice) => choice.value === element.kind)?.title ?? element.kind
  const organisation = element.organisation === null ? undefined : moment.organisations.get(element.organisation)
  return organisation ? `${organisation.name} · ${kind}` : kind
}

function tieName(moment: MapContent, tie: Relationship): string | null {
  const from = moment.elements.get(tie.from)
  const to = moment.elements.get(tie.to)
  return from && to ? `${from.name} ${tie.mutual ? '–' : '→'} ${to.name}` : null
}
