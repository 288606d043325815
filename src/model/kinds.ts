/** One word of a closed list: the word in the data, and how people say it. */
export interface Choice<T extends string | number = string | number> {
  readonly value: T
  readonly title: string
}

export type ElementKind = 'role' | 'team' | 'organisation' | 'people' | 'group' | 'asset' | 'factor' | 'outcome'

export const ELEMENT_KINDS: readonly Choice<ElementKind>[] = [
  { value: 'role', title: 'role' },
  { value: 'team', title: 'team' },
  { value: 'organisation', title: 'organisation' },
  { value: 'people', title: 'people' },
  { value: 'group', title: 'group' },
  { value: 'asset', title: 'asset' },
  { value: 'factor', title: 'factor' },
  { value: 'outcome', title: 'outcome' },
]

export type TieKind = 'works' | 'refers' | 'informs' | 'funds' | 'governs' | 'supports' | 'influences'

/**
 * A kind of tie. `title` says it between two names ("A hands people over to B"), `short` in a narrow column;
 * `arrow` types it; a label that begins with one of `words` sets it.
 */
export interface TieKindRecord extends Choice<TieKind> {
  readonly short: string
  readonly arrow: string
  readonly words: readonly string[]
  readonly mutual: boolean
}

export const TIE_KINDS: readonly TieKindRecord[] = [
  { value: 'works', title: 'works with', short: 'works with', arrow: '<->', words: ['works', 'meets', 'plans', 'joint'], mutual: true },
  { value: 'refers', title: 'hands people over to', short: 'hands over', arrow: '->', words: ['refers', 'hands', 'sends'], mutual: false },
  { value: 'informs', title: 'tells', short: 'tells', arrow: '=>', words: ['tells', 'informs', 'shares', 'updates'], mutual: false },
  { value: 'funds', title: 'pays for', short: 'pays for', arrow: '£>', words: ['funds', 'pays', 'commissions', 'buys'], mutual: false },
  { value: 'governs', title: 'holds to account', short: 'holds to account', arrow: '^>', words: ['governs', 'holds', 'approves'], mutual: false },
  { value: 'supports', title: 'helps', short: 'helps', arrow: '~>', words: ['supports', 'helps', 'advises', 'cares'], mutual: false },
  { value: 'influences', title: 'changes', short: 'more, less', arrow: '+>', words: ['increases', 'reduces'], mutual: false },
]

const tieKinds = new Map(TIE_KINDS.map((kind) => [kind.value, kind]))

export function tieKind(kind: TieKind): TieKindRecord {
  const found = tieKinds.get(kind)
  if (!found) throw new Error(`No tie kind ${kind}`)
  return found
}

export type Polarity = '+' | '-' | '?'
export const POLARITIES: readonly Choice<Polarity>[] = [
  { value: '+', title: 'more makes more' },
  { value: '-', title: 'more makes less' },
  { value: '?', title: 'not sure which way' },
]

/** Decides colour, glyph and band pattern together; they are never chosen apart. */
export type Slot = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 'partner' | 'people' | 'shared'
export const SLOTS: readonly Choice<Slot>[] = [
  ...([1, 2, 3, 4, 5, 6, 7, 8] as const).map((value) => ({ value, title: `Colour ${value}` })),
  { value: 'partner', title: 'Partners' },
  { value: 'people', title: 'Residents' },
  { value: 'shared', title: 'Shared by all' },
]

export type PerspectiveType = 'shared' | 'organisation' | 'table' | 'person' | 'vision' | 'outside'
export const PERSPECTIVE_TYPES: readonly Choice<PerspectiveType>[] = [
  { value: 'shared', title: 'shared picture' },
  { value: 'organisation', title: 'organisation' },
  { value: 'table', title: 'table' },
  { value: 'person', title: 'person' },
  { value: 'vision', title: 'vision' },
  { value: 'outside', title: 'from outside' },
]

export type Coverage = 'open' | 'complete'
export const COVERAGES: readonly Choice<Coverage>[] = [
  { value: 'open', title: 'open' },
  { value: 'complete', title: 'we looked at everything' },
]

export type OutcomeFor = 'residents' | 'staff' | 'providers'
export const OUTCOME_FOR: readonly Choice<OutcomeFor>[] = [
  { value: 'residents', title: 'residents' },
  { value: 'staff', title: 'staff' },
  { value: 'providers', title: 'providers' },
]

export type Better = 'up' | 'down'
export const BETTER: readonly Choice<Better>[] = [
  { value: 'up', title: 'higher is better' },
  { value: 'down', title: 'lower is better' },
]

export type Beat = 'self' | 'us' | 'now'
export const BEATS: readonly Choice<Beat>[] = [
  { value: 'self', title: 'Self' },
  { value: 'us', title: 'Us' },
  { value: 'now', title: 'Now' },
]

export type OverlayName = 'differences' | 'blind' | 'ends' | 'towards'
export const OVERLAY_NAMES: readonly Choice<OverlayName>[] = [
  { value: 'differences', title: 'Differences' },
  { value: 'blind', title: 'Blind spots' },
  { value: 'ends', title: 'Two ends' },
  { value: 'towards', title: 'Towards or away' },
]

export type ChangeRoute = 'technical' | 'psychological' | 'social'
export const CHANGE_ROUTES: readonly Choice<ChangeRoute>[] = [
  { value: 'technical', title: 'technical' },
  { value: 'psychological', title: 'psychological' },
  { value: 'social', title: 'social or political' },
]

export type ActionStatus = 'proposed' | 'agreed' | 'underway' | 'done' | 'stopped'
export const ACTION_STATUSES: readonly Choice<ActionStatus>[] = [
  { value: 'proposed', title: 'proposed' },
  { value: 'agreed', title: 'agreed' },
  { value: 'underway', title: 'under way' },
  { value: 'done', title: 'done' },
  { value: 'stopped', title: 'stopped' },
]
