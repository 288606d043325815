import type { Id, Random } from '../model/ids.ts'
import type { ElementKind, Polarity, Slot, TieKind } from '../model/kinds.ts'
import type { SystemMap } from '../model/system-map.ts'

/** What a line is understood against. */
export interface CaptureContext {
  readonly map: SystemMap
  /** The organisation that the next element joins. */
  readonly organisation: Id | null
  /** Whose view is written. */
  readonly perspective: Id
  readonly selection: readonly Id[]
  readonly now: Date
  readonly random: Random
}

/** An element that the line names: one that is here, or one to be made. */
export interface Named {
  readonly name: string
  readonly organisation: Id | null
  readonly kind: ElementKind
  /** Null: it is new. */
  readonly existing: Id | null
}

/** A tie between two of the line's elements, by their places in the list. */
export interface NamedTie {
  readonly from: number
  readonly to: number
  readonly kind: TieKind
  readonly polarity: Polarity | null
  readonly mutual: boolean
  readonly label: string
  /** A tie that is here already: it is chosen, and not drawn again. */
  readonly existing: Id | null
  readonly strength?: number
  readonly quality?: number
}

export type Intent =
  | { readonly is: 'nothing' }
  | { readonly is: 'organisation'; readonly organisation: Id | null }
  | { readonly is: 'elements'; readonly elements: readonly Named[] }
  | { readonly is: 'ties'; readonly elements: readonly Named[]; readonly ties: readonly NamedTie[] }
  | { readonly is: 'action'; readonly title: string; readonly organisations: readonly Id[]; readonly due: string | null; readonly touches: readonly Id[] }
  | { readonly is: 'reflection'; readonly words: string; readonly private: boolean; readonly about: readonly Id[] }
  /** Words for the palette. */
  | { readonly is: 'command'; readonly words: string }

/** A piece of the preview. `strong` is set in bold; `glyph` stands before its text, the mark of that slot. */
export interface Segment {
  readonly text: string
  readonly strong?: true
  readonly glyph?: Slot
}

/** A row of the list above the bar. Accepting it puts `line` in the bar, with the caret at `caret`. */
export interface Completion {
  readonly is: 'existing' | 'new' | 'organisation' | 'kind'
  /** The row's words, with the letters typed so far in bold. */
  readonly words: readonly Segment[]
  /** At the row's right: organisation and kind, or where a new one would go. */
  readonly detail: string
  readonly glyph: Slot | null
  readonly line: string
  readonly caret: number
}

export interface Understanding {
  readonly line: string
  readonly intent: Intent
  readonly preview: readonly Segment[]
  /** What was not understood, in words. While there is any, Enter changes nothing. */
  readonly problems: readonly string[]
  /** A quiet suggestion that holds nothing up. */
  readonly hint: string | null
  readonly completions: readonly Completion[]
  /** What Tab would add behind the caret, drawn in line; empty where the first completion does not go on from what is typed. */
  readonly ghost: string
}
