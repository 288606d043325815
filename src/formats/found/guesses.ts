import { ELEMENT_KINDS, TIE_KINDS, type ElementKind, type Polarity } from '../../model/kinds.ts'
import type { Column, ElementUse, TieMeaning, TieUse } from './uses.ts'

/** Names of columns that mean a use, as they are compared; the first column that matches has it. */
const ELEMENT_COLUMNS: readonly (readonly [ElementUse, RegExp])[] = [
  ['kind', /^(?:kind|element type|type|actor type|node type|category|class|group|element kind)$/],
  ['organisation', /^(?:organi[sz]ation|org|employer|agency|trust|site|company|institution|owner|cluster)$/],
  ['tags', /^tags?$/],
  ['description', /^(?:description|notes?|comments?|desc|tooltip)$/],
]
const TIE_COLUMNS: readonly (readonly [TieUse, RegExp])[] = [
  ['kind', /^(?:kind|connection type|type|relationship|relationship type|edge type|interaction|class|group)$/],
  ['sign', /^(?:sign|polarity)$/],
  ['strength', /^strength$/],
  ['quality', /^quality$/],
  ['description', /^(?:description|notes?|comments?)$/],
]

const plain = (text: string) => text.toLowerCase().replace(/[_\-.\s]+/gu, ' ').trim()

/** Columns by what they are called. A column of kinds with too many different values is none: nobody would answer for each. */
export function columnGuess(of: 'element' | 'tie', columns: readonly Column[]): ReadonlyMap<string, ElementUse | TieUse> {
  const uses = new Map<string, ElementUse | TieUse>(columns.map(({ name }) => [name, 'fact']))
  for (const [use, names] of of === 'element' ? ELEMENT_COLUMNS : TIE_COLUMNS) {
    const found = columns.filter((column) => uses.get(column.name) === 'fact' && names.test(plain(column.name)) && ((use !== 'kind' && use !== 'organisation') || column.different <= 40) && isOnScale(use, column))
    const [first] = found.toSorted((a, b) => order(names, a) - order(names, b))
    if (first) uses.set(first.name, use)
  }
  return uses
}

/** What stands earlier in the list of names is the better guess. */
function order(names: RegExp, column: Column): number {
  return names.source.indexOf(plain(column.name))
}

/** A column called strength may be a weight of another scale: most of its examples tell. */
function isOnScale(use: ElementUse | TieUse, { examples }: Column): boolean {
  const scale = use === 'strength' ? /^[0-5]$/ : use === 'quality' ? /^[+-]?[0-2]$/ : null
  return scale === null || examples.filter((one) => scale.test(one)).length * 2 > examples.length
}

/** Words, or beginnings of words, that a kind of element is called by in English and a few neighbours' languages. */
const KIND_WORDS: readonly (readonly [ElementKind, RegExp])[] = [
  ['outcome', /\b(?:outcomes?|goals?|objectives?|results?|benefits?|impacts?|aims?|targets?|ziele?|objectifs?)\b/],
  ['factor', /\b(?:factors?|variables?|causes?|drivers?|barriers?|enablers?|issues?|concepts?|stocks?|flows?|trends?)\b|faktor|facteur/],
  ['group', /\b(?:groups?|boards?|committees?|panels?|meetings?|forums?|partnerships?|networks?|alliances?|coalitions?|councils?)\b|gruppe|groupe/],
  ['people', /\b(?:people|residents?|patients?|publics?|citizens?|communit(?:y|ies)|families|users?|customers?|clients?|carers?|children|population)\b|bürger/],
  ['organisation', /\b(?:organi[sz]ations?|orgs?|compan(?:y|ies)|agenc(?:y|ies)|trusts?|charit(?:y|ies)|cent(?:er|re)s?|universit(?:y|ies)|hospitals?|schools?|museums?|institut\w*|ngos?|authorit(?:y|ies)|business(?:es)?|firms?|ministr(?:y|ies)|govern\w*|associations?|foundations?|media)\b/],
  ['role', /\b(?:roles?|persons?|jobs?|individuals?|actors?|stakeholders?|managers?|directors?|nurses?|doctors?|staff|leaders?|characters?)\b/],
  ['team', /\b(?:teams?|departments?|wards?|services?|units?|divisions?|offices?|practices?)\b|abteilung/],
  ['asset', /\b(?:assets?|records?|systems?|buildings?|budgets?|data|documents?|resources?|tools?|projects?|places?|locations?|money|websites?)\b/],
]

/** What a word for a type of element most likely means. Where nothing tells: a factor among signed ties, else a team. */
export function elementKindGuess(value: string, isCausal: boolean): ElementKind {
  const word = plain(value)
  const own = ELEMENT_KINDS.find((kind) => kind.value === word || kind.title === word || `${kind.value}s` === word)
  return own?.value ?? KIND_WORDS.find(([, words]) => words.test(word))?.[0] ?? (isCausal ? 'factor' : 'team')
}

const TIE_WORDS: readonly (readonly [TieMeaning['kind'], RegExp])[] = [
  ['funds', /\b(?:fund\w*|pay\w*|commission\w*|buys?|money|financ\w*|grants?|contracts?)\b/],
  ['governs', /\b(?:govern\w*|reports?|accountab\w*|approv\w*|manag\w*|supervis\w*|owns?|regulat\w*)\b/],
  ['informs', /\b(?:inform\w*|tells?|shares?|updates?|communicat\w*|data|advice|emails?|knowledge)\b/],
  ['refers', /\b(?:refer\w*|hands?|sends?|transfers?|discharg\w*)\b/],
  ['supports', /\b(?:support\w*|helps?|advis\w*|cares?|trains?|mentors?)\b/],
  ['influences', /\b(?:influenc\w*|caus\w*|increas\w*|reduc\w*|affect\w*|leads? to|drives?|impacts?|positive|negative|same|opposite)\b/],
  ['works', /\b(?:works?|meets?|plans?|joint|collaborat\w*|partner\w*|friends?|knows?|cooperat\w*)\b/],
]

/** `group` as `tieGroup` gives it. A type of signs only is an influence of that sign. */
export function tieMeaningGuess(group: string, isMostlyCauses: boolean): TieMeaning {
  if (!group.startsWith(': ')) {
    const sign = /[+\-?]$/.exec(group)?.[0] as Polarity | undefined
    if (sign !== undefined || isMostlyCauses) return { kind: 'influences', sign: sign ?? '?' }
    return { kind: group.startsWith('both ways') ? 'works' : 'refers', sign: null }
  }
  const said = group.slice(2)
  const sign = signOf(said)
  if (sign !== null) return { kind: 'influences', sign }
  const word = plain(said)
  const own = TIE_KINDS.find((kind) => kind.value === word || kind.title === word || kind.short === word)?.value
  const kind = own ?? TIE_WORDS.find(([, words]) => words.test(word))?.[0] ?? (isMostlyCauses ? 'influences' : 'works')
  return { kind, sign: kind === 'influences' ? (/\b(?:increas\w*|positive|same)\b/.test(word) ? '+' : /\b(?:reduc\w*|decreas\w*|negative|opposite)\b/.test(word) ? '-' : '?') : null }
}

/**
 * A sign as tools write it. Two signs name the two ends, as Kumu has them: the same at both is the same direction, so that `--` is as positive as `++`.
 * Null where it is no sign.
 */
export function signOf(said: string): Polarity | null {
  const word = said.trim().toLowerCase().replace(/[−–]/gu, '-')
  if (/^[+-]{2}$/.test(word)) return word[0] === word[1] ? '+' : '-'
  if (/^(?:\+|\+1|s|same|positive|pos)$/.test(word)) return '+'
  if (/^(?:-|-1|o|opposite|negative|neg)$/.test(word)) return '-'
  return word === '?' ? '?' : null
}
