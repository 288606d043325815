import { onlyLinks } from '../../analysis/between-organisations.ts'
import { loops, roundTrips } from '../../analysis/loops.ts'
import { changeRoutes, farApart, withoutAction } from '../../analysis/no-one-has-this.ts'
import { residentReach } from '../../analysis/resident-reach.ts'
import { parallelTies } from '../../analysis/same-ties.ts'
import type { Id } from '../../model/ids.ts'
import { CHANGE_ROUTES } from '../../model/kinds.ts'
import type { Perspective } from '../../model/records.ts'
import type { MapContent, SystemMap } from '../../model/system-map.ts'
import { blindSpots } from '../../reading/blind-spots.ts'
import { pool } from '../../reading/pool.ts'
import type { Reading } from '../../reading/resolve.ts'
import { spreadOf, talkFirst } from '../../reading/spread.ts'
import { twoEndsOf, twoViews } from '../../reading/two-ends.ts'
import { nobodyHasWords } from '../../words/asked-words.ts'
import { counted, together } from '../../words/counts.ts'
import { nameOf } from '../../words/tie-sentence.ts'

export interface NoticeInput {
  readonly map: SystemMap
  readonly moment: MapContent
  readonly reading: Reading
  readonly voices: readonly Perspective[]
}

/** Something worth saying aloud, what it was counted from, and what it is about: each line is one element or tie, or a group shown together. */
export interface Notice {
  readonly id: string
  readonly words: string
  readonly arithmetic: string
  readonly rows: readonly { readonly subjects: readonly Id[]; readonly words: string }[]
}

/** What is found on a map without being asked for; one that has nothing to say gives none. */
type Finder = (input: NoticeInput) => readonly Notice[]

/** Ways round are searched step by step: on a map with more ties than this they would hold up the page. */
const MOST_TIES = 400

const single = (moment: MapContent, subjects: readonly Id[]) => subjects.map((id) => ({ subjects: [id], words: nameOf(moment, id) }))
const names = (voices: readonly Perspective[]) => together(voices.map(({ name }) => name))

const differences: Finder = ({ moment, voices }) => {
  const apart = new Set(farApart(moment, voices))
  if (apart.size === 0) return []
  const first = talkFirst(spreadOf(moment, voices), pool(moment).ties.keys()).filter((id) => apart.has(id))
  const rated = [...pool(moment).ties.keys()].filter((id) => (spreadOf(moment, voices).of(id)?.n ?? 0) >= 2).length
  return [{
    id: 'far-apart',
    words: `${counted(apart.size, 'tie')} ${apart.size === 1 ? 'is' : 'are'} seen far apart.`,
    arithmetic: `Of ${counted(rated, 'tie')} that two or more of ${names(voices)} spoke of, those whose answers lie more than half of a scale apart. No tie counts as 0. What matters more comes first.`,
    rows: single(moment, first),
  }]
}

const blind: Finder = ({ moment, voices }) =>
  voices.flatMap((voice) => {
    const spots = blindSpots(moment, voice.id, voices)
    const ties = spots.blind.filter((id) => pool(moment).ties.has(id))
    if (ties.length === 0) return []
    return [{
      id: `blind ${voice.id}`,
      words: `${voice.name} says no to ${counted(ties.length, 'tie')} that others see${spots.ownEnd.size > 0 ? `; ${spots.ownEnd.size} of them ${spots.ownEnd.size === 1 ? 'ends' : 'end'} in its own organisation` : ''}.`,
      arithmetic: `It says no, and at least one and at least half of the others who answered say yes.`,
      rows: single(moment, ties),
    }]
  })

const ends: Finder = ({ moment }) => {
  const ties = twoViews(moment)
  if (ties.length === 0) return []
  const both = [...pool(moment).ties.values()].filter((tie) => twoEndsOf(moment, tie)).length
  return [{
    id: 'two-ends',
    words: `The two ends see ${counted(ties.length, 'tie')} differently.`,
    arithmetic: `Of ${counted(both, 'tie')} whose two organisations both answered, those where strength or quality lies two or more steps apart. The largest gap comes first.`,
    rows: single(moment, ties),
  }]
}

const nobody: Finder = ({ map, moment, voices }) => {
  const apart = farApart(moment, voices)
  const left = withoutAction(apart, map.actions)
  if (apart.length === 0 || left.length === 0) return []
  return [{ id: 'no-one', words: nobodyHasWords(left.length, apart.length), arithmetic: 'Far apart, and no action that is not stopped touches it.', rows: single(moment, left) }]
}

const routes: Finder = ({ map }) => {
  const { counts, oneSided } = changeRoutes(map.actions)
  const title = CHANGE_ROUTES.find(({ value }) => value === oneSided)?.title
  if (!title) return []
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [{
    id: 'routes', words: `Your actions are nearly all ${title.toLowerCase()}.`,
    arithmetic: `${CHANGE_ROUTES.map(({ value, title: of }) => `${of} ${counts.get(value) ?? 0}`).join(', ')}, of ${all} with a route.`, rows: [],
  }]
}

const spanners: Finder = ({ moment, reading }) => {
  const links = [...onlyLinks(moment, reading)]
  if (links.length === 0) return []
  const organisation = (id: Id) => moment.organisations.get(id)?.name ?? ''
  return [{
    id: 'only-links',
    words: `${counted(links.length, 'element')} ${links.length === 1 ? 'holds' : 'hold'} together organisations that nothing else ties.`,
    arithmetic: 'An end of every tie between two organisations; influences and what is shared by all are left out.',
    rows: links.map(([id, pairs]) => ({ subjects: [id], words: `${nameOf(moment, id)}: ${pairs.map(([a, b]) => `${organisation(a)} and ${organisation(b)}`).join('; ')}` })),
  }]
}

const reach: Finder = ({ moment, reading }) => {
  const { groups, reached } = residentReach(moment, reading)
  if (groups.length === 0) return []
  const far = groups.filter((id) => !reached.includes(id))
  return [{
    id: 'reach', words: `${reached.length} of ${counted(groups.length, 'group')} ${reached.length === 1 ? 'is' : 'are'} within one tie of residents.`,
    arithmetic: 'A tie of strength 2, in touch, or more with people. Those that are not:', rows: single(moment, far),
  }]
}

const circles: Finder = ({ moment, reading }) => {
  if (moment.relationships.size > MOST_TIES) return []
  const way = (elements: readonly Id[]) => [...elements, ...elements.slice(0, 1)].map((id) => nameOf(moment, id)).join(' → ')
  const spiral = { R: 'Spiral: ', B: 'Thermostat: ' }
  const found = loops(moment, reading)
  const trips = roundTrips(moment, reading)
  return [
    ...(found.list.length === 0 ? [] : [{
      id: 'loops', words: `What changes what comes back on itself in ${counted(found.list.length, 'loop')}${found.hasMore ? ' or more' : ''}.`,
      arithmetic: 'Ways round along influences, of eight steps at most. An even number of minus signs is a spiral, an odd one a thermostat.',
      rows: found.list.map(({ elements, ties, type }) => ({ subjects: [...ties, ...elements], words: `${type === null ? '' : spiral[type]}${way(elements)}` })),
    }]),
    ...(trips.list.length === 0 ? [] : [{
      id: 'round-trips', words: `People are handed round in ${counted(trips.list.length, 'circle')}${trips.hasMore ? ' or more' : ''}.`,
      arithmetic: 'Ways round along ties that hand people over, of eight steps at most, the shortest first.',
      rows: trips.list.map(({ elements, ties }) => ({ subjects: [...ties, ...elements], words: way(elements) })),
    }]),
  ]
}

const parallel: Finder = ({ moment }) => {
  const groups = parallelTies([...pool(moment).ties.values()])
  if (groups.length === 0) return []
  return [{
    id: 'parallel', words: `${counted(groups.length, 'pair')} ${groups.length === 1 ? 'is' : 'are'} tied more than once in the same way.`,
    arithmetic: 'Ties of one kind between the same two, the same way.', rows: groups.map((ids) => ({ subjects: ids, words: nameOf(moment, ids[0] ?? '') })),
  }]
}

/** In the order in which a room had best hear them. */
const FINDERS: readonly Finder[] = [differences, nobody, blind, ends, circles, spanners, reach, routes, parallel]

export function notices(input: NoticeInput): readonly Notice[] {
  return FINDERS.flatMap((find) => find(input))
}
