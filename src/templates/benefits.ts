import type { OutcomeFor } from '../model/kinds.ts'

/** One of the 22 benefits of 2015: an outcome that a team keeps where it means it. */
export interface Benefit {
  readonly code: string
  readonly name: string
  readonly outcomeFor: OutcomeFor
}

const of = (outcomeFor: OutcomeFor, letter: string, names: readonly string[]): Benefit[] => names.map((name, i) => ({ code: `${letter}${i + 1}`, name, outcomeFor }))

/** Ten for residents, five for staff, seven for providers. */
export const BENEFITS: readonly Benefit[] = [
  ...of('residents', 'R', [
    'Accountable to users, designed with them',
    'Strong relationships between community, acute and primary care',
    'Widespread engagement in design',
    'More care delivered in the community',
    'Better condition information, self-management, prevention',
    'Only telling their story once',
    'Sharing information to make own choices',
    'A well-informed professional at the right time',
    'Lead in ongoing shaping of services',
    'Person-centred, community-based care',
  ]),
  ...of('staff', 'S', ['Flexible careers, skills transfer', 'Integrated workforce plan', 'Fewer barriers to decisions', 'Focus on supporting citizens', 'Culture change, ownership']),
  ...of('providers', 'P', [
    'Critical mass, flexible resources',
    'Financial certainty to invest',
    'Productivity through redesign with all stakeholders',
    'Less duplication',
    'Better use of community assets',
    'Integrated back office',
    'Simpler contracts',
  ]),
]
