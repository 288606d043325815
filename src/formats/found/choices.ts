import type { ElementKind } from '../../model/kinds.ts'
import type { Found, FoundTie, Values } from './found.ts'
import { columnGuess, elementKindGuess, signOf, tieMeaningGuess } from './guesses.ts'
import type { Column, ElementUse, TieMeaning, TieUse } from './uses.ts'

/** What a person says that the words of a file mean here. */
export interface Choices {
  readonly elementUses: ReadonlyMap<string, ElementUse>
  readonly tieUses: ReadonlyMap<string, TieUse>
  /** By the key of the value in the kind column; '' stands for those without one. */
  readonly kinds: ReadonlyMap<string, ElementKind>
  /** Keys of values of the organisation column that become no organisation. */
  readonly noOrganisations: ReadonlySet<string>
  /** By the key of `tieGroup`. */
  readonly meanings: ReadonlyMap<string, TieMeaning>
}

const EXAMPLES = 3
const MOST_COUNTED = 100

export function columnsOf(things: readonly { readonly values: Values }[]): readonly Column[] {
  const columns = new Map<string, { filled: number; readonly seen: Set<string> }>()
  for (const { values } of things) {
    for (const [name, value] of values) {
      let column = columns.get(name)
      if (!column) columns.set(name, (column = { filled: 0, seen: new Set() }))
      column.filled++
      if (column.seen.size < MOST_COUNTED) column.seen.add(String(value))
    }
  }
  return [...columns].map(([name, { filled, seen }]) => ({ name, filled, examples: [...seen].slice(0, EXAMPLES), different: seen.size }))
}

/** A group of things that one answer is for, and how many they are. */
export interface Group {
  /** What the answer is kept under. */
  readonly key: string
  /** As the file says it first. */
  readonly said: string
  readonly count: number
}

/** A word of a file as one thing whatever its capitals and spaces. */
export function wordKey(said: string): string {
  return said.trim().toLowerCase().replace(/\s+/gu, ' ')
}

/** The values in a column, the most frequent first; '' for those that say nothing. */
export function groupsOf(things: readonly { readonly values: Values }[], column: string | null): readonly Group[] {
  return counted(things.map(({ values }) => String((column === null ? undefined : values.get(column)) ?? '')))
}

/** Ties that say no kind are told apart by their direction and sign. */
export function tieGroup(tie: FoundTie, kindColumn: string | null): string {
  const said = kindColumn === null ? undefined : tie.values.get(kindColumn)
  return said === undefined ? `${tie.mutual ? 'both ways' : 'one way'}${tie.sign ?? ''}` : `: ${said}`
}

export function tieGroupsOf(ties: readonly FoundTie[], kindColumn: string | null): readonly Group[] {
  return counted(ties.map((tie) => tieGroup(tie, kindColumn)))
}

function counted(values: readonly string[]): readonly Group[] {
  const groups = new Map<string, { readonly key: string; readonly said: string; count: number }>()
  for (const said of values) {
    const key = wordKey(said)
    const group = groups.get(key)
    if (group) group.count++
    else groups.set(key, { key, said: said.trim(), count: 1 })
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

/** The column that has this use; null where none has. */
export function columnFor<U>(uses: ReadonlyMap<string, U>, use: U): string | null {
  for (const [column, its] of uses) if (its === use) return column
  return null
}

/** Good guesses, to be confirmed. */
export function guessChoices(found: Found): Choices {
  const elementUses = columnGuess('element', columnsOf(found.elements)) as ReadonlyMap<string, ElementUse>
  const tieUses = columnGuess('tie', columnsOf(found.ties)) as ReadonlyMap<string, TieUse>
  return withGuesses(found, { elementUses, tieUses, kinds: new Map(), noOrganisations: new Set(), meanings: new Map() })
}

/** One column put to another use. A use that only one column can have is taken from the one that had it, and what follows from it is guessed anew. */
export function withUse(found: Found, choices: Choices, of: 'element' | 'tie', column: string, use: ElementUse | TieUse): Choices {
  const key = of === 'element' ? 'elementUses' : 'tieUses'
  const isShared = use === 'fact' || use === 'ignore' || use === 'tags'
  const uses = new Map([...choices[key]].map(([name, before]) => [name, name === column ? use : before === use && !isShared ? 'fact' : before]))
  const next = { ...choices, [key]: uses }
  return columnFor(choices.elementUses, 'kind') === columnFor(next.elementUses, 'kind') && columnFor(choices.tieUses, 'kind') === columnFor(next.tieUses, 'kind') && columnFor(choices.tieUses, 'sign') === columnFor(next.tieUses, 'sign')
    ? next
    : withGuesses(found, next)
}

function withGuesses(found: Found, choices: Choices): Choices {
  const kindColumn = columnFor(choices.elementUses, 'kind')
  const tieColumn = columnFor(choices.tieUses, 'kind')
  const isCausal = columnFor(choices.tieUses, 'sign') !== null || found.ties.some(({ sign, values }) => sign !== null || (tieColumn !== null && signOf(String(values.get(tieColumn) ?? '')) !== null))
  const kinds = new Map(groupsOf(found.elements, kindColumn).map(({ key, said }) => [key, elementKindGuess(said, isCausal)]))
  const causes = [...kinds.values()].filter((kind) => kind === 'factor' || kind === 'outcome').length
  const isMostlyCauses = kinds.size > 0 && causes * 2 > kinds.size
  return { ...choices, kinds, meanings: new Map(tieGroupsOf(found.ties, tieColumn).map(({ key, said }) => [key, tieMeaningGuess(said, isMostlyCauses)])) }
}
