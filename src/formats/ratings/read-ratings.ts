import { apply } from '../../model/apply.ts'
import { judgementId, make, type Write } from '../../model/change.ts'
import { checked, isMoment } from '../../model/check.ts'
import { emptyMap } from '../../model/empty-map.ts'
import { fieldIn, JUDGEMENT_FIELDS } from '../../model/fields.ts'
import { isId, type Id } from '../../model/ids.ts'
import { ELEMENT_KINDS, SLOTS, TIE_KINDS } from '../../model/kinds.ts'
import type { Json } from '../../model/json.ts'
import type { Refused, Repair } from '../repair.ts'
import type { NativeRead } from '../native/read-native.ts'
import { HEADER, LINE_KINDS, signsOf, unshielded, type LineKind } from './ratings-line.ts'

export interface RatingsRead extends NativeRead {
  readonly table: string
}

interface Line {
  readonly number: number
  readonly kind: LineKind
  readonly fields: readonly string[]
}

/**
 * A table's answers from the text of a message: quoted, broken at spaces or with words round it, it reads the same. A line that was changed on the
 * way is left out and named; so is one that is missing. Never throws.
 */
export function readRatings(text: string): RatingsRead | Refused {
  const all = text.split(/\r\n|\r|\n/).map((line) => line.replace(/^[>\s]+/, '').trimEnd())
  const start = all.findIndex((line) => /^Sightlines ratings \d/.test(line))
  if (start < 0) return refuse('The text', `it does not begin with “${HEADER}”`)
  if (all[start] !== HEADER) return refuse('The first line', `it is of another version (“${all[start] ?? ''}”), and this Sightlines reads “${HEADER}”`)
  const repairs: Repair[] = []
  const { lines, end } = gathered(all.slice(start + 1), repairs)
  const [table] = lines.filter(({ kind }) => kind === 'table')
  const [id = '', name = '', savedAt = '', coverage = '', coverageAt = ''] = table?.fields ?? []
  const [mapId = '', lineage = '', title = ''] = lines.find(({ kind }) => kind === 'map')?.fields ?? []
  if (!table || !isId(id)) return refuse('Line 1', 'which table this is cannot be read; copy the text again from its first line')
  if (!isId(mapId) || lineage === '') return refuse('Line 2', 'which map this is of cannot be read; copy the text again from its first line')
  missing(lines, end, repairs)
  const writes: Write[] = [make('perspectives', id, { name, type: 'table', coverage: coverage === 'complete' ? 'complete' : 'open', coverageAt: isMoment(coverageAt) ? coverageAt : null, order: 1 })]
  const known = new Set<Id>()
  for (const line of lines) {
    const made = writesOf(line, id, known)
    if (typeof made === 'string') repairs.push({ place: `Line ${line.number}`, words: `${made}; it was left out` })
    else writes.push(...made)
  }
  return { ok: true, table: name, savedAt: isMoment(savedAt) ? savedAt : '', repairs, whole: { map: apply(emptyMap(mapId, { lineage, title, table: id }), { writes }), contents: new Map() } }
}

function refuse(place: string, reason: string): Refused {
  return { ok: false, place, reason }
}

/** Lines as they were written: what a mail program broke is put together again. */
function gathered(all: readonly string[], repairs: Repair[]): { readonly lines: readonly Line[]; readonly end: number | null } {
  const begins = new RegExp(`^(\\d+) (${LINE_KINDS.join('|')})\\b`)
  const lines: Line[] = []
  let end: number | null = null
  let open: string | null = null
  const close = () => {
    if (open === null) return
    const line = parsed(open)
    if (typeof line === 'string') repairs.push({ place: `Line ${/^\d+/.exec(open)?.[0] ?? '?'}`, words: line })
    else if (!lines.some(({ number }) => number === line.number)) lines.push(line)
    open = null
  }
  for (const line of all) {
    const last = /^End (\d+)$/.exec(line)
    if (last) {
      end = Number(last[1])
      break
    }
    if (begins.test(line)) {
      close()
      open = line
    } else if (line !== '' && open !== null) open += ` ${line}`
  }
  close()
  return { lines, end }
}

function parsed(text: string): Line | string {
  const parts = /^(.*?)\s*#\s*([0-9a-z]{2})\s*$/s.exec(text)
  if (!parts) return 'its end is missing, so that nobody can tell whether it is whole; it was left out'
  const [, body = '', signs] = parts
  if (signsOf(body) !== signs) return 'it was changed on the way; it was left out'
  const [, number = '', kind = '', rest = ''] = /^(\d+) (\w+) ?(.*)$/s.exec(body) ?? []
  return { number: Number(number), kind: kind as LineKind, fields: rest.split('|').map((field) => unshielded(field.trim())) }
}

function missing(lines: readonly Line[], end: number | null, repairs: Repair[]): void {
  const there = new Set(lines.map(({ number }) => number))
  const last = end ?? Math.max(...there)
  const named = new Set(repairs.map(({ place }) => place))
  for (let number = 1; number <= last; number++) if (!there.has(number) && !named.has(`Line ${number}`)) repairs.push({ place: `Line ${number}`, words: 'it is missing' })
  if (end === null) repairs.push({ place: 'The end', words: `the text stops after line ${last} without its last line: more may be missing` })
}

/** What a line makes; in words, why it makes nothing. */
function writesOf({ kind, fields }: Line, table: Id, known: Set<Id>): readonly Write[] | string {
  const [id = ''] = fields
  if (kind === 'table' || kind === 'map') return []
  if (!isId(id)) return `“${id}” is no id`
  if (kind === 'organisation') {
    const [, code = '', slot = '', name = ''] = fields
    const choice = SLOTS.find(({ value }) => String(value) === slot)
    return choice ? [make('organisations', id, { name, code, slot: choice.value, order: known.size + 1 })] : `“${slot}” is no colour`
  }
  if (kind === 'element') {
    const [, as = '', organisation = '', added = '', name = ''] = fields
    const choice = ELEMENT_KINDS.find(({ value }) => value === as)
    if (!choice) return `“${as}” is no kind of element`
    known.add(id)
    return [make('elements', id, { name, kind: choice.value, organisation: isId(organisation) ? organisation : null, added: isMoment(added) ? added : '' })]
  }
  if (kind === 'tie') return tie(fields, known)
  if (!known.has(id)) return `it speaks of “${id}”, which no line before it names`
  return said(id, fields.slice(1), table)
}

function tie([id = '', as = '', from = '', to = '', ways = '', sign = '', added = '', label = '']: readonly string[], known: Set<Id>): readonly Write[] | string {
  const choice = TIE_KINDS.find(({ value }) => value === as)
  if (!choice) return `“${as}” is no kind of tie`
  const stranger = [from, to].find((end) => !known.has(end))
  if (stranger !== undefined) return `its end “${stranger}” is named by no line before it`
  known.add(id)
  const polarity = sign === '+' || sign === '-' || sign === '?' ? sign : null
  return [make('relationships', id, { from, to, kind: choice.value, mutual: ways === 'both ways', polarity, added: isMoment(added) ? added : '', label })]
}

function said(subject: Id, answers: readonly string[], table: Id): readonly Write[] | string {
  const writes: Write[] = []
  for (const answer of answers) {
    const at = answer.indexOf('=')
    const [name, text] = [answer.slice(0, at), answer.slice(at + 1)]
    const field = name === 'extra' ? undefined : fieldIn(JUDGEMENT_FIELDS, name)
    const value = field && valueOf(field.type.is, text)
    if (!field || value === undefined || checked(field, value) === undefined) return `“${answer}” is no answer`
    writes.push({ at: 'judgements', id: judgementId(table, subject), field: name, to: value })
  }
  return writes
}

function valueOf(type: string, text: string): Json | undefined {
  if (type === 'text') return text
  if (type === 'flag') return text === 'true' ? true : text === 'false' ? false : undefined
  return text === 'yes' ? 'yes' : /^-?\d$/.test(text) ? Number(text) : undefined
}
