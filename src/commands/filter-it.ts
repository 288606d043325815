import type { Id } from '../model/ids.ts'
import { ELEMENT_KINDS } from '../model/kinds.ts'
import { inTime } from '../reading/axis.ts'
import { clauseOf, NO_FILTER, withClause, withoutClause, type Clause, type Filter } from '../reading/filter.ts'
import type { Way } from '../reading/reach.ts'
import { bringIntoSight } from '../session/session.ts'
import { shownOf } from '../session/shown.ts'
import { plural } from '../words/counts.ts'
import { spokenDate } from '../words/dates.ts'
import { filterWords } from '../words/filter-words.ts'
import { organisationName } from '../words/spoken.ts'
import { isMapOpen, opens } from './anywhere.ts'
import { chosenElements } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

const MOST_STEPS = 3

/** Shows what the filter leaves, all of it in sight, and says what that is. */
function show(c: CommandContext, filter: Filter): Outcome | void {
  const { map, moment } = c
  if (!map || !moment) return undefined
  c.setSession({ filter })
  bringIntoSight()
  const shown = shownOf(map, moment, c.session.reading.perspective, filter)
  return { announce: shown ? filterWords(moment, filter, shown) : 'Everything is shown.' }
}

const chosen = (c: CommandContext): readonly Id[] => chosenElements(c)
const isSame = (a: readonly Id[], b: readonly Id[]) => a.length === b.length && a.every((id) => b.includes(id))

function nearNow(c: CommandContext, way: Way) {
  const clause = clauseOf(c.session.filter, 'near')
  return clause?.way === way && (chosen(c).length === 0 || isSame(clause.of, chosen(c))) ? clause : undefined
}

/** A switch that shows only what is near the selection, one way or any. */
function nearCommand(id: string, title: string, keywords: string, way: Way, steps: number, key?: string): Command {
  return {
    id, title, group: 'See it', keywords: `filter only focus ${keywords}`,
    ...(key === undefined ? {} : { keys: [key] }),
    when: (c) => isMapOpen(c) && (chosen(c).length > 0 || nearNow(c, way) !== undefined),
    isOn: (c) => nearNow(c, way) !== undefined,
    run(c) {
      const now = nearNow(c, way)
      return show(c, now ? withoutClause(c.session.filter, now) : withClause(c.session.filter, { is: 'near', of: chosen(c), steps, way }))
    },
  }
}

/** The perspective on screen, if its blind spots can be asked for. */
function askedOf(c: CommandContext) {
  const whose = c.moment?.perspectives.get(c.session.reading.perspective)
  return whose && whose.type !== 'shared' && whose.type !== 'vision' ? whose : null
}

function onlyCommand(clause: Clause & { readonly is: 'star' | 'unrated' | 'no action' | 'far apart' }, title: string, keywords: string): Command {
  return {
    id: `only-${clause.is.replace(' ', '-')}`, title, group: 'See it', keywords: `filter ${keywords}`,
    when: isMapOpen,
    isOn: (c) => clauseOf(c.session.filter, clause.is) !== undefined,
    run: (c) => show(c, clauseOf(c.session.filter, clause.is) ? withoutClause(c.session.filter, clause) : withClause(c.session.filter, clause)),
  }
}

/** A switch that shows only what is like the one element chosen. */
function likeCommand(id: string, title: string, nameOf: (c: CommandContext, element: Id) => string, clauseFor: (c: CommandContext, element: Id) => Clause | undefined): Command {
  const one = (c: CommandContext) => (chosen(c).length === 1 ? chosen(c)[0] : undefined)
  return {
    id, title, group: 'See it', keywords: 'filter only like this',
    titleNow: (c) => `Only ${nameOf(c, one(c) ?? '')}`,
    when: (c) => isMapOpen(c) && one(c) !== undefined,
    run(c) {
      const clause = clauseFor(c, one(c) ?? '')
      return clause && show(c, withClause(c.session.filter, clause))
    },
  }
}

export const FILTER_COMMANDS: readonly Command[] = [
  opens('Filter', { id: 'filter', title: 'Filter…', group: 'See it', menu: 3, keys: ['o'], keywords: 'only show hide by kind organisation tag fact strength quality', when: isMapOpen }),
  nearCommand('focus', 'Only these and their neighbours', 'neighbours around', 'any', 1, 'h'),
  {
    id: 'focus-wider',
    title: 'One step wider',
    group: 'See it',
    keys: ['Shift+h'],
    keywords: 'filter neighbours degrees steps further',
    when: (c) => isMapOpen(c) && (nearNow(c, 'any') !== undefined || chosen(c).length > 0),
    run(c) {
      const now = nearNow(c, 'any')
      return show(c, withClause(c.session.filter, { is: 'near', of: now?.of ?? chosen(c), steps: now ? (now.steps % MOST_STEPS) + 1 : 2, way: 'any' }))
    },
  },
  nearCommand('downstream', 'Only what these lead to', 'downstream after reach', 'out', Infinity),
  nearCommand('upstream', 'Only what leads to these', 'upstream before reach', 'in', Infinity),
  {
    id: 'paths',
    title: 'Only the shortest ways between these two',
    group: 'See it',
    keywords: 'filter paths connect between route',
    when: (c) => isMapOpen(c) && chosen(c).length === 2,
    run(c) {
      const [from, to] = chosen(c)
      return from === undefined || to === undefined ? undefined : show(c, withClause(c.session.filter, { is: 'paths', from, to }))
    },
  },
  likeCommand('only-organisation', 'Only this organisation', (c, id) => (c.moment ? organisationName(c.moment, c.moment.elements.get(id)?.organisation ?? null) : 'this organisation'), (c, id) => {
    const element = c.moment?.elements.get(id)
    return element && { is: 'organisation', of: [element.organisation] }
  }),
  likeCommand('only-kind', 'Only this kind', (c, id) => plural(ELEMENT_KINDS.find(({ value }) => value === c.moment?.elements.get(id)?.kind)?.title ?? 'kind'), (c, id) => {
    const element = c.moment?.elements.get(id)
    return element && { is: 'kind', of: [element.kind] }
  }),
  onlyCommand({ is: 'star' }, 'Only ties that matter most', 'starred star'),
  onlyCommand({ is: 'unrated' }, 'Only ties not rated', 'unrated strength nobody'),
  onlyCommand({ is: 'no action' }, 'Only ties no action touches', 'action without no one has this'),
  onlyCommand({ is: 'far apart' }, 'Only where answers are far apart', 'differences disagree talk'),
  {
    id: 'only-blind',
    title: 'Only what this view does not see',
    titleNow: (c) => `Only what ${askedOf(c)?.name ?? 'one view'} does not see`,
    group: 'See it',
    keywords: 'filter blind spots',
    when: isMapOpen,
    run(c) {
      const asked = askedOf(c)
      if (asked) return show(c, withClause(c.session.filter, { is: 'blind', to: asked.id }))
      c.setSession({ dialog: { name: 'Filter' } })
      return { announce: 'Choose whose view it is.' }
    },
  },
  {
    id: 'only-new',
    title: 'Only what is new since the last version',
    group: 'See it',
    keywords: 'filter added since version',
    when: isMapOpen,
    async run(c) {
      const since = c.map && inTime(c.map).filter((id) => id !== c.session.reading.version).at(-1)
      const card = since && c.map?.versions.get(since)
      if (!card) return { announce: 'No version is kept yet.' }
      await c.maps.contentOf(card)
      return show(c, withClause(c.session.filter, { is: 'new', since: card.id, named: card.name || spokenDate(card.date) }))
    },
  },
  {
    id: 'show-all',
    title: 'Show all',
    group: 'See it',
    keys: ['a'],
    keywords: 'filter clear everything reset focus',
    when: (c) => isMapOpen(c) && c.session.filter.length > 0,
    run: (c) => show(c, NO_FILTER),
  },
]
