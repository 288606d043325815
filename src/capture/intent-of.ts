import type { Id } from '../model/ids.ts'
import { TIE_KINDS, tieKind, type Polarity, type TieKind } from '../model/kinds.ts'
import { usualElementKind } from '../edits/add-element.ts'
import { findTie, usualKind } from '../edits/add-tie.ts'
import { tidy } from '../edits/making.ts'
import { actionOf, reflectionOf } from './after-sign.ts'
import type { Arrow } from './arrows.ts'
import type { CaptureContext, Intent, Named, NamedTie } from './intent.ts'
import { lex, type Lexed } from './lex.ts'
import { findElement, keyOf } from './names.ts'
import { readLabel, readPart, type Said } from './part.ts'

/** What a line asks for, and what in it was not understood. */
export interface Read {
  readonly intent: Intent
  readonly problems: readonly string[]
  readonly lexed: Lexed | null
}

const NOTHING: Intent = { is: 'nothing' }

export function intentOf(line: string, context: CaptureContext): Read {
  const text = line.trimStart()
  if (text.trim() === '') return { intent: NOTHING, problems: [], lexed: null }
  if (text.startsWith('/')) return { intent: { is: 'command', words: text.slice(1).trim() }, problems: [], lexed: null }
  if (/^[!！](?!>)/u.test(text)) return { ...actionOf(text.slice(1), context), lexed: null }
  if (/^[?？](?!>)/u.test(text)) return { ...reflectionOf(text.slice(1), context), lexed: null }
  const lexed = lex(line)
  const read = lexed.arrows.length > 0 ? readTies(lexed, context) : readElements(lexed, context)
  return lexed.isQuoteOpen ? { ...read, problems: [...read.problems, 'A closing quotation mark is missing.'] } : read
}

function readElements(lexed: Lexed, context: CaptureContext): Read {
  const parts = (lexed.groups[0] ?? []).map((part) => readPart(part, context.map.organisations, false))
  const problems = parts.flatMap((part) => part.problems)
  const named = parts.filter((part) => part.name !== '')
  const [only] = parts
  if (named.length === 0) {
    if (parts.length === 1 && only?.organisation !== undefined && only.kind === undefined) return { intent: { is: 'organisation', organisation: only.organisation }, problems, lexed }
    return { intent: NOTHING, problems: problems.length ? problems : ['Type a name.'], lexed }
  }
  for (const part of named) if (part.tieKind) problems.push(`“#${part.tieKind}” is a kind of tie. ${capital(part.name)} is one element.`)
  const elements = new Cast(context)
  for (const part of named) elements.add(part)
  return { intent: { is: 'elements', elements: elements.list }, problems, lexed }
}

function readTies(lexed: Lexed, context: CaptureContext): Read {
  const problems: string[] = []
  const cast = new Cast(context)
  const label = lexed.label ? readLabel(lexed.label) : undefined
  const groups = lexed.groups.map((parts) => parts.map((part) => readPart(part, context.map.organisations, true)).filter((said) => said.name !== '' || said.problems.length > 0 || said.organisation !== undefined))
  for (const said of [...groups.flat(), ...(label ? [label] : [])]) problems.push(...said.problems)
  const members = groups.map((group) => group.filter((said) => said.name !== '').map((said) => ({ said, at: cast.add(said) })))
  const [start] = members
  if (start?.length === 0) {
    const from = context.selection.filter((id) => context.map.elements.has(id))
    if (from.length === 0) problems.push('Select the element that this tie starts from, or type its name first.')
    for (const id of from) start.push({ said: { name: '', isQuoted: false, problems: [] }, at: cast.addExisting(id) })
  }
  if (members.slice(1).some((group) => group.length === 0)) problems.push('Type who is at the other end.')
  const saids = [...groups.flat(), ...(label ? [label] : [])]
  const last = saids.at(-1)
  const lastTarget = members.at(-1)?.at(-1)?.said
  const everyKind = saids.find((said) => said.tieKind)?.tieKind
  const ties: NamedTie[] = []
  lexed.arrows.forEach((arrow, i) => {
    const said = saidKind(arrow, label, everyKind)
    for (const from of members[i] ?? []) {
      for (const to of members[i + 1] ?? []) {
        const rating = { ...ratingOf(lastTarget), ...ratingOf(last), ...ratingOf(to.said) }
        const [tail, head] = arrow.isReversed ? [to.at, from.at] : [from.at, to.at]
        // Typed from one name to the same one it is meant; between lists of names it is a slip.
        if (tail === head && (members[i]?.length !== 1 || members[i + 1]?.length !== 1)) problems.push('A tie needs two different ends.')
        else cast.tie(said, ties, { from: tail, to: head, ...kindOf(arrow, label, said, cast.list[tail], cast.list[head]), label: label?.name ?? '', ...rating })
      }
    }
  })
  if (ties.some((tie) => tie.kind === 'influences' && tie.quality !== undefined)) problems.push('A quality belongs to the other kinds of tie; this one only has a strength.')
  return { intent: ties.length || problems.length ? { is: 'ties', elements: cast.list, ties } : NOTHING, problems: [...new Set(problems)], lexed }
}

function ratingOf(said: Said | undefined): Pick<NamedTie, 'strength' | 'quality'> {
  return { ...(said?.strength === undefined ? {} : { strength: said.strength }), ...(said?.quality === undefined ? {} : { quality: said.quality }) }
}

const firstWord = (label: Said | undefined) => (label && !label.isQuoted ? /^\p{L}+/u.exec(label.name)?.[0].toLowerCase() : undefined)

/** A kind said outright stands first, then the arrow's; a plain arrow takes its label's first word. */
function saidKind(arrow: Arrow, label: Said | undefined, outright: TieKind | undefined): TieKind | undefined {
  const word = firstWord(label)
  return outright ?? arrow.kind ?? (word === undefined ? undefined : TIE_KINDS.find((kind) => kind.words.includes(word))?.value)
}

/** Where nothing says the kind, what the ends are does. */
function kindOf(arrow: Arrow, label: Said | undefined, said: TieKind | undefined, from: Named | undefined, to: Named | undefined): Pick<NamedTie, 'kind' | 'polarity' | 'mutual'> {
  const kind = said ?? usualKind(from ?? { kind: 'team' }, to ?? { kind: 'team' })
  const sign: Polarity = arrow.polarity ?? (arrow.kind === null && kind === 'influences' && firstWord(label) === 'reduces' ? '-' : '+')
  return { kind, polarity: kind === 'influences' ? sign : null, mutual: arrow.isMutual || tieKind(kind).mutual }
}

/** The line's elements, each name once, and whether it is here already. */
class Cast {
  readonly list: Named[] = []
  /** New ones whose kind nobody has said: whose they are, and whose as a factor. */
  private readonly unsaid = new Map<number, { readonly home: Id | null; readonly asFactor: Id | null }>()
  private readonly context: CaptureContext

  constructor(context: CaptureContext) {
    this.context = context
  }

  add(said: Said): number {
    const { map, organisation } = this.context
    const existing = findElement(map, said.name, said.organisation, organisation)
    if (existing) return this.addExisting(existing.id)
    const home = said.organisation !== undefined ? said.organisation : organisation !== null && map.organisations.has(organisation) ? organisation : null
    const again = this.list.findIndex((one) => one.existing === null && keyOf(one.name) === keyOf(said.name) && (said.organisation === undefined || one.organisation === home))
    if (again >= 0) return again
    const at = this.list.push({ name: tidy(said.name), organisation: home, kind: said.kind ?? usualElementKind(map, home), existing: null }) - 1
    if (said.kind === undefined) this.unsaid.set(at, { home, asFactor: said.organisation === undefined ? (this.everyones() ?? home) : home })
    return at
  }

  addExisting(id: Id): number {
    const again = this.list.findIndex((one) => one.existing === id)
    const element = this.context.map.elements.get(id)
    if (again >= 0 || !element) return again
    return this.list.push({ name: element.name, organisation: element.organisation, kind: element.kind, existing: id }) - 1
  }

  /** What is nobody's own: delays and trust stand in no organisation's land. */
  private everyones(): Id | undefined {
    return [...this.context.map.organisations.values()].find(({ slot }) => slot === 'shared')?.id
  }

  /** `said` is the kind as the line has it. What is new and has more or less of something is a factor shared by all, where nobody says otherwise. */
  tie(said: TieKind | undefined, ties: NamedTie[], tie: Omit<NamedTie, 'existing'>): void {
    for (const end of [tie.from, tie.to]) {
      const named = this.list[end]
      const whose = this.unsaid.get(end)
      if (!named || !whose) continue
      this.list[end] = said === 'influences' ? { ...named, organisation: whose.asFactor, kind: 'factor' } : { ...named, organisation: whose.home, kind: usualElementKind(this.context.map, whose.home) }
      if (said !== 'influences') this.unsaid.delete(end)
    }
    if (ties.some((one) => one.from === tie.from && one.to === tie.to && one.kind === tie.kind)) return
    const from = this.list[tie.from]?.existing ?? null
    const to = this.list[tie.to]?.existing ?? null
    ties.push({ ...tie, existing: from === null || to === null ? null : (findTie(this.context.map, { ...tie, from, to })?.id ?? null) })
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
