import type { Id } from '../model/ids.ts'
import { ELEMENT_KINDS, tieKind, type ElementKind, type TieKind } from '../model/kinds.ts'
import type { MapElement, Relationship } from '../model/records.ts'
import { namesOf, type MapContent } from '../model/system-map.ts'
import { pool, tiesOf, type Pool } from '../reading/pool.ts'
import { shownOf } from '../session/shown.ts'
import { selectedWords } from '../words/announcements.ts'
import { plural, together } from '../words/counts.ts'
import { organisationName } from '../words/spoken.ts'
import { isMapOpen } from './anywhere.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

const unique = <T>(list: Iterable<T>): readonly T[] => [...new Set(list)]

const NOTHING: Pool = { elements: new Map(), ties: new Map() }

/** The elements and ties of the selection that are in the moment on screen. */
function chosenNow({ moment, session }: CommandContext) {
  const here = moment ? pool(moment) : NOTHING
  return { elements: session.selection.flatMap((id) => here.elements.get(id) ?? []), ties: session.selection.flatMap((id) => here.ties.get(id) ?? []) }
}

/** What the filter shows of the moment on screen: what it hides is not chosen by the handful. */
function shownNow({ map, moment, session }: CommandContext): { readonly elements: readonly MapElement[]; readonly ties: readonly Relationship[] } {
  const here = moment ? pool(moment) : NOTHING
  const shown = map && moment && shownOf(map, moment, session.reading.perspective, session.filter)
  const isShown = ({ id }: { readonly id: Id }) => !shown?.hidden.has(id)
  return { elements: [...here.elements.values()].filter(isShown), ties: [...here.ties.values()].filter(isShown) }
}

const ids = (records: readonly { readonly id: Id }[]): readonly Id[] => records.map(({ id }) => id)

function chose(moment: MapContent | null, ids: readonly Id[]): Outcome | void {
  return moment ? { select: ids, announce: selectedWords(moment, ids) } : undefined
}

const kindsWords = (kinds: readonly ElementKind[]) => together(kinds.map((kind) => plural(ELEMENT_KINDS.find(({ value }) => value === kind)?.title ?? kind)))
const homesOf = (c: CommandContext) => unique(chosenNow(c).elements.map(({ organisation }) => organisation))
const kindsOf = (c: CommandContext) => unique(chosenNow(c).elements.map(({ kind }) => kind))
const tieKindsOf = (c: CommandContext): readonly TieKind[] => unique(chosenNow(c).ties.map(({ kind }) => kind))
const tagsOf = (c: CommandContext) => unique(chosenNow(c).elements.flatMap(({ tags }) => namesOf(tags)))

function tiesOfChosen(c: CommandContext): readonly Relationship[] {
  const own = new Set(chosenNow(c).elements.map(({ id }) => id))
  return own.size === 0 ? [] : shownNow(c).ties.filter(({ from, to }) => own.has(from) || own.has(to))
}

/** A way of choosing several by hand; chosen again, it ends. */
function way(id: string, title: string, to: 'rectangle' | 'lasso', keywords: string, key?: string): Command {
  return {
    id, title, group: 'Choose', keywords: `select multi add ${keywords}`,
    ...(key === undefined ? {} : { keys: [key] }),
    when: (c) => isMapOpen(c) && c.session.view === 'map',
    isOn: (c) => c.session.choosing === to,
    run(c) {
      const isOn = c.session.choosing === to
      c.setSession({ choosing: isOn ? null : to, ...(isOn ? {} : { toast: { words: 'Choosing several: press each or go to it and press Space. Esc ends.' } }) })
      return { announce: isOn ? 'One at a time again.' : 'Choosing several. Arrows go, Space takes or leaves, Escape ends.' }
    },
  }
}

export const CHOOSE_COMMANDS: readonly Command[] = [
  way('choose-several', 'Choose several', 'rectangle', 'marquee rectangle drag tick', 'j'),
  way('choose-by-lasso', 'Choose by drawing round', 'lasso', 'lasso freehand drag hand'),
  {
    id: 'select-all', title: 'Select all', group: 'Choose', more: 'water', keys: ['$mod+a'], onMapOnly: true,
    when: isMapOpen,
    run: (c) => chose(c.moment, [...ids(shownNow(c).elements), ...(c.map && c.moment === c.map ? [...c.map.notes.keys(), ...c.map.areas.keys()] : [])]),
  },
  {
    id: 'select-all-ties', title: 'Select all ties', group: 'Choose', keywords: 'everything lines',
    when: isMapOpen,
    run: (c) => chose(c.moment, ids(shownNow(c).ties)),
  },
  {
    id: 'select-kind', title: 'Select all of this kind', group: 'Choose', more: 'elements', keywords: 'same kind like these',
    titleNow: (c) => `Select all ${kindsWords(kindsOf(c))}`,
    when: (c) => kindsOf(c).length > 0,
    run: (c) => chose(c.moment, ids(shownNow(c).elements.filter(({ kind }) => kindsOf(c).includes(kind)))),
  },
  {
    id: 'select-organisation', title: 'Select all of this organisation', group: 'Choose', more: 'elements', keywords: 'same organisation territory everything',
    titleNow: (c) => `Select everything in ${together(homesOf(c).map((home) => (c.moment ? organisationName(c.moment, home) : '')))}`,
    when: (c) => homesOf(c).length > 0,
    run: (c) => chose(c.moment, ids(shownNow(c).elements.filter(({ organisation }) => homesOf(c).includes(organisation)))),
  },
  {
    id: 'select-tag', title: 'Select all with this tag', group: 'Choose', more: 'elements', keywords: 'same tag tagged label',
    titleNow: (c) => `Select everything tagged ${together(tagsOf(c))}`,
    when: (c) => tagsOf(c).length > 0,
    run: (c) => chose(c.moment, ids(shownNow(c).elements.filter(({ tags }) => tagsOf(c).some((tag) => tags.has(tag))))),
  },
  {
    id: 'select-ties', title: 'Select their ties', group: 'Choose', more: 'elements', keywords: 'lines relationships of these',
    titleNow: (c) => (chosenNow(c).elements.length === 1 ? 'Select its ties' : 'Select their ties'),
    when: (c) => chosenNow(c).elements.some(({ id }) => c.moment && tiesOf(c.moment, id).length > 0),
    run: (c) => chose(c.moment, ids(tiesOfChosen(c))),
  },
  {
    id: 'select-ends', title: 'Select both ends', group: 'Choose', more: 'ties', keywords: 'elements of this tie',
    when: (c) => chosenNow(c).ties.length > 0,
    run: (c) => chose(c.moment, unique(chosenNow(c).ties.flatMap(({ from, to }) => [from, to]))),
  },
  {
    id: 'select-tie-kind', title: 'Select all ties of this kind', group: 'Choose', more: 'ties', keywords: 'same kind like these lines',
    titleNow: (c) => `Select all ties of kind ${together(tieKindsOf(c).map((kind) => tieKind(kind).short))}`,
    when: (c) => tieKindsOf(c).length > 0,
    run: (c) => chose(c.moment, ids(shownNow(c).ties.filter(({ kind }) => tieKindsOf(c).includes(kind)))),
  },
]
