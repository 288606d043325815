import type { Random } from '../model/ids.ts'
import type { Slot } from '../model/kinds.ts'
import type { WholeMap } from '../model/system-map.ts'

export interface StartingOrganisation {
  readonly name: string
  readonly code: string
  readonly slot: Slot
}

export interface TemplateArguments {
  readonly question: string
  readonly random: Random
  readonly now: Date
  /** Those of the room, in their order; the seven usual ones where none are given. */
  readonly organisations?: readonly StartingOrganisation[]
  /** Whether the 22 benefits stand on the map to choose from. Only where the template `offersBenefits`. */
  readonly benefits?: boolean
}

/** A map to begin from. The start page reads the one list of these. */
export interface Template {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly offersBenefits: boolean
  make(given: TemplateArguments): WholeMap
}
