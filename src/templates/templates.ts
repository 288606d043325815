import { apply } from '../model/apply.ts'
import { make, type Write } from '../model/change.ts'
import { emptyMap } from '../model/empty-map.ts'
import { newId, type Id } from '../model/ids.ts'
import type { WholeMap } from '../model/system-map.ts'
import { BENEFITS } from './benefits.ts'
import { element, inShared, organised, USUAL_ORGANISATIONS, type Organised } from './organisations.ts'
import type { Template, TemplateArguments } from './template.ts'

/** World units between the places of what a template sets out in rows: wider and higher than any card of its names. */
const STEP_APART = 220
const COLUMN = 280
const ROW = 76
/** How far the benefits stand below the person, with room between for the first things the room names. */
const BENEFITS_BELOW = 460

/** A map of these elements, with this one in the middle. It has no title: until the room gives it one, its question is what it is called. */
function started(given: TemplateArguments, centre: Id, organisations: Organised, writes: readonly Write[]): WholeMap {
  const question = given.question.trim()
  const map = emptyMap(newId(given.random), { question, centre })
  return { map: apply(map, { writes: [...organisations.writes, ...writes] }), contents: new Map() }
}

const base = ({ organisations = USUAL_ORGANISATIONS }: TemplateArguments): Organised => organised(organisations)

function person(id: Id, { idOf }: Organised, { now }: TemplateArguments, x = 0, y = 0): Write[] {
  return element(id, { name: 'The person in the middle', organisation: idOf('people'), kind: 'people', added: now.toISOString() }, x, y)
}

/** The benefits in rows of five: ten for residents, five for staff, seven for providers, each group beginning a row. */
function benefits({ idOf }: Organised, { now, random }: TemplateArguments): Write[] {
  let row = 0
  let column = 0
  return BENEFITS.flatMap(({ code, name, outcomeFor }, i) => {
    if (i > 0 && (column === 5 || outcomeFor !== BENEFITS[i - 1]?.outcomeFor)) [row, column] = [row + 1, 0]
    const x = (column++ - 2) * COLUMN
    return element(newId(random), { name, organisation: idOf('shared'), kind: 'outcome', outcomeFor, tags: ['benefit', code], added: now.toISOString() }, x, BENEFITS_BELOW + row * ROW)
  })
}

/** Whom a person meets between the first call and home, as questions to put a name in place of. */
const STEPS = ['Who hears first', 'Who decides', 'Who treats', 'Who plans what comes next', 'Who arranges it', 'Who comes to the door']

function journey(first: Id, { now, random }: TemplateArguments): Write[] {
  const added = now.toISOString()
  const ids = STEPS.map(() => newId(random))
  const steps = STEPS.flatMap((name, i) => element(ids[i] ?? '', { name, kind: 'team', added }, (i - (STEPS.length - 1) / 2) * STEP_APART, 0))
  const last = ids.at(-1) ?? first
  const ties = [
    ...ids.slice(1).map((to, i) => ({ from: ids[i] ?? '', to, kind: 'refers' as const })),
    { from: first, to: ids[0] ?? first, kind: 'informs' as const },
    { from: last, to: first, kind: 'supports' as const },
  ]
  return [
    ...steps,
    ...ties.flatMap((tie) => {
      const id = newId(random)
      return [make('relationships', id, { ...tie, added }), inShared(id)]
    }),
  ]
}

export const TEMPLATES: readonly Template[] = [
  {
    id: 'four-organisations',
    title: 'Four organisations',
    words: 'The person in the middle, and a colour for each organisation. 22 benefits to choose from.',
    offersBenefits: true,
    make(given) {
      const organisations = base(given)
      const middle = newId(given.random)
      return started(given, middle, organisations, [...person(middle, organisations, given), ...(given.benefits ? benefits(organisations, given) : [])])
    },
  },
  {
    id: 'one-journey',
    title: 'One person’s journey',
    words: 'A row of hand-overs, from the first call to home.',
    offersBenefits: false,
    make(given) {
      const organisations = base(given)
      const middle = newId(given.random)
      return started(given, middle, organisations, [...person(middle, organisations, given, 0, -200), ...journey(middle, given)])
    },
  },
  {
    id: 'one-team',
    title: 'One team’s neighbours',
    words: 'You in the middle, and everyone you depend on.',
    offersBenefits: false,
    make(given) {
      const team = newId(given.random)
      return started(given, team, base(given), element(team, { name: 'Our team', kind: 'team', added: given.now.toISOString() }, 0, 0))
    },
  },
]
