import type { Id } from '../model/ids.ts'
import { ELEMENT_KINDS, TIE_KINDS, type ElementKind, type TieKind } from '../model/kinds.ts'
import type { Organisation } from '../model/records.ts'
import type { Records } from '../model/system-map.ts'
import { either, together } from '../words/counts.ts'
import type { Part, Word } from './lex.ts'
import { findOrganisation } from './names.ts'

/** A name and what is said of it. What is absent was not said. */
export interface Said {
  readonly name: string
  /** Quoted: its words are a name or a label and nothing else. */
  readonly isQuoted: boolean
  /** Null: said to be of no organisation. */
  readonly organisation?: Id | null
  readonly kind?: ElementKind
  readonly tieKind?: TieKind
  readonly strength?: number
  readonly quality?: number
  readonly problems: readonly string[]
}

const MOST_STRENGTH = 5
const MOST_QUALITY = 2

interface Draft {
  words: Word[]
  organisation?: Id | null
  kind?: ElementKind
  tieKind?: TieKind
  strength?: number
  quality?: number
  readonly problems: string[]
}

/** Reads `@organisation` and `#kind` anywhere among the words, and ratings (`=3 +1`) at their end where a tie is meant. */
export function readPart(part: Part, organisations: Records<Organisation>, isTie: boolean): Said {
  const draft: Draft = { words: [], problems: [] }
  for (let i = 0; i < part.words.length; ) i += readWord(part.words, i, draft, organisations)
  if (isTie) takeRatings(draft)
  return said(draft)
}

/** A label: its kind and ratings stand at its end, all else is words. */
export function readLabel(part: Part): Said {
  const draft: Draft = { words: [...part.words], problems: [] }
  takeRatings(draft)
  return said(draft)
}

function said({ words, problems, ...rest }: Draft): Said {
  return { ...rest, problems, name: words.map((word) => word.text).join(' ').replace(/\s+/gu, ' ').trim(), isQuoted: words.length === 1 && words[0]?.isQuoted === true }
}

function readWord(words: readonly Word[], i: number, draft: Draft, organisations: Records<Organisation>): number {
  const word = words[i]
  if (!word) return 1
  if (!word.isQuoted && word.text.startsWith('@')) {
    const said = organisationAt(words, i, organisations)
    if (said.organisation !== undefined) draft.organisation = said.organisation
    if (said.problem !== undefined) draft.problems.push(said.problem)
    return said.taken
  }
  if (!word.isQuoted && /^#\p{L}/u.test(word.text)) readKind(word.text.slice(1), draft)
  else if (word.isQuoted || word.text !== '#') draft.words.push(word)
  return 1
}

export interface OrganisationSaid {
  /** How many words it took. */
  readonly taken: number
  /** Null: said to be of none. Undefined: nothing was said, or it was not understood. */
  readonly organisation?: Id | null
  readonly problem?: string
}

/** Reads `@organisation` where these words begin with it: as many of the next ones as still begin its name (`@adult soc`). */
export function organisationAt(words: readonly Word[], i: number, organisations: Records<Organisation>): OrganisationSaid {
  const first = words[i]?.text.slice(1) ?? ''
  const next = words[i + 1]
  if (first === '' && next?.isQuoted && next.start === words[i]?.end) return { taken: 2, ...organisationCalled(next.text, organisations) }
  if (first === '') return { taken: 1 }
  if (first === '-') return { taken: 1, organisation: null }
  let taken = 1
  let text = first
  for (let n = i + 1; n < words.length; n++) {
    const word = words[n]
    if (!word || word.isQuoted || /^[@#]/u.test(word.text) || 'none' in findOrganisation(organisations, `${text} ${word.text}`)) break
    text += ` ${word.text}`
    taken++
  }
  return { taken, ...organisationCalled(text, organisations) }
}

function organisationCalled(text: string, organisations: Records<Organisation>): Omit<OrganisationSaid, 'taken'> {
  const result = findOrganisation(organisations, text)
  if ('found' in result) return { organisation: result.found.id }
  if ('several' in result) return { problem: `“@${text}” could be ${either(result.several.map((o) => o.name))}.` }
  return { problem: `No organisation is called “${text}”.` }
}

function readKind(text: string, draft: Draft): void {
  const key = text.toLowerCase()
  const element = ELEMENT_KINDS.find((kind) => kind.value === key)
  const tie = TIE_KINDS.find((kind) => kind.value === key)
  const elements = element ? [element] : tie ? [] : ELEMENT_KINDS.filter((kind) => kind.value.startsWith(key))
  const ties = tie ? [tie] : element ? [] : TIE_KINDS.filter((kind) => kind.value.startsWith(key))
  const [only] = elements
  const [onlyTie] = ties
  if (elements.length + ties.length > 1) draft.problems.push(`“#${text}” could be ${either([...elements, ...ties].map((kind) => kind.value))}.`)
  else if (only) draft.kind = only.value
  else if (onlyTie) draft.tieKind = onlyTie.value
  else draft.problems.push(`“#${text}” is not a kind. Kinds are ${together(ELEMENT_KINDS.map((kind) => kind.value))}.`)
}

/** Ratings that were typed as one (`=3+1`) or with a space (`= 3`) are read one by one. */
function takeRatings(draft: Draft): void {
  const [before, last] = draft.words.slice(-2)
  const both = last && !last.isQuoted ? /^(=\d+)([+\-–−]\d)$/u.exec(last.text) : null
  if (last && both) draft.words.splice(-1, 1, ...both.slice(1).map((text) => ({ ...last, text })))
  else if (last && before && !last.isQuoted && !before.isQuoted && before.text === '=' && /^\d+$/u.test(last.text)) draft.words.splice(-2, 2, { ...last, text: `=${last.text}` })
  for (let word = draft.words.at(-1); word && !word.isQuoted && takeRating(word.text, draft); word = draft.words.at(-1)) draft.words.pop()
}

function takeRating(text: string, draft: Draft): boolean {
  const strength = /^=(\d+)$/u.exec(text)
  const quality = /^([+\-–−])(\d)$/u.exec(text)
  const kind = /^#(\p{L}+)$/u.exec(text)
  if (kind) {
    const tie = TIE_KINDS.find((one) => one.value === kind[1]?.toLowerCase())
    if (!tie) return false
    draft.tieKind ??= tie.value
  } else if (strength) {
    const value = Number(strength[1])
    if (value > MOST_STRENGTH) draft.problems.push(`Strength goes from 0 to ${MOST_STRENGTH}.`)
    else draft.strength ??= value
  } else if (quality) {
    const size = Number(quality[2])
    if (size > MOST_QUALITY) draft.problems.push(`Quality goes from −${MOST_QUALITY} to +${MOST_QUALITY}.`)
    else draft.quality ??= quality[1] === '+' || size === 0 ? size : -size
  } else return false
  return true
}
