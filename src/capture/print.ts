import { usualKind } from '../edits/add-tie.ts'
import type { Id } from '../model/ids.ts'
import { TIE_KINDS, tieKind } from '../model/kinds.ts'
import type { Judgement, MapElement, Organisation, Relationship } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { findElement, findOrganisation } from './names.ts'

const SAFE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ()&'’./;-]*$/u
const ENDS_LIKE_RATING = /(?:^|\s)[+\-–−=]\d+$/u

/** A name as it is typed: in quotation marks where it would be read as something else. */
function quoted(name: string): string {
  return SAFE.test(name) && !ENDS_LIKE_RATING.test(name) ? name : `"${name.replaceAll('"', '""')}"`
}

function organisationForLine(organisation: Organisation, map: MapContent): string {
  const byCode = organisation.code !== '' && !/\s|"|^-$/u.test(organisation.code) ? findOrganisation(map.organisations, organisation.code) : { none: true as const }
  return 'found' in byCode && byCode.found === organisation ? `@${organisation.code}` : `@"${organisation.name.replaceAll('"', '""')}"`
}

/** An element as it is typed: its name, and its organisation where the name alone would mean another one. */
export function elementForLine(map: MapContent, element: MapElement, usual: Id | null): string {
  const name = quoted(element.name)
  if (findElement(map, element.name, undefined, usual) === element) return name
  const organisation = element.organisation === null ? undefined : map.organisations.get(element.organisation)
  return `${name} ${organisation ? organisationForLine(organisation, map) : '@-'}`
}

/** A tie as a line that gives the same tie when it is typed; with what a perspective said of it, where that is given. */
export function tieForLine(map: MapContent, tie: Relationship, usual: Id | null, judgement: Judgement = {}): string {
  const from = map.elements.get(tie.from)
  const to = map.elements.get(tie.to)
  if (!from || !to) return ''
  const isBoth = tie.mutual && !tieKind(tie.kind).mutual
  const arrow = isBoth ? '<->' : tie.kind === 'influences' ? `${tie.polarity === '-' ? '!' : (tie.polarity ?? '?')}>` : tieKind(tie.kind).arrow
  const kind = isBoth || (tie.kind === 'refers' && usualKind(from, to) !== 'refers') ? ` #${tie.kind}` : ''
  const strength = typeof judgement.presence === 'number' ? ` =${judgement.presence}` : ''
  const quality = judgement.quality === undefined || tie.kind === 'influences' ? '' : ` ${judgement.quality < 0 ? '' : '+'}${judgement.quality}`
  return `${elementForLine(map, from, usual)} ${arrow} ${elementForLine(map, to, usual)}${kind}${strength}${quality}${labelForLine(tie)}`
}

function labelForLine(tie: Relationship): string {
  if (tie.label.trim() === '') return ''
  const first = /^\p{L}+/u.exec(tie.label)?.[0].toLowerCase() ?? ''
  const setsKind = tie.kind === 'refers' && TIE_KINDS.some((kind) => kind.words.includes(first))
  return `: ${setsKind ? `"${tie.label.replaceAll('"', '""')}"` : quoted(tie.label)}`
}
