import type { Polarity, TieKind } from '../../model/kinds.ts'

/** What becomes of a column of an element or of a tie. */
export type ElementUse = 'kind' | 'organisation' | 'tags' | 'description' | 'fact' | 'ignore'
export type TieUse = 'kind' | 'sign' | 'strength' | 'quality' | 'description' | 'fact' | 'ignore'

/** A kind of tie with its sign, chosen together. */
export interface TieMeaning {
  readonly kind: TieKind
  readonly sign: Polarity | null
}

export interface Column {
  readonly name: string
  /** How many things say something in it. */
  readonly filled: number
  /** The first different values, a few of them. */
  readonly examples: readonly string[]
  /** Different values, counted up to a hundred. */
  readonly different: number
}
