import { ELEMENT_KINDS, TIE_KINDS } from '../model/kinds.ts'
import type { MapElement, Organisation } from '../model/records.ts'
import { organisationName } from '../words/spoken.ts'
import type { CaptureContext, Completion, Segment } from './intent.ts'
import { lex, type Lexed, type Part, type Word } from './lex.ts'
import { findElement, organisationsBegunWith, search } from './names.ts'
import { slotOf } from './preview.ts'
import { elementForLine } from './print.ts'

/** The list is at most this long, the row for a new one with it. */
const ROWS = 5
/** One letter would match half the map. */
const LETTERS = 2

export interface Completed {
  readonly completions: readonly Completion[]
  readonly ghost: string
}
const NONE: Completed = { completions: [], ghost: '' }

/** What the word at the caret may go on to be. Costs one look at each name. */
export function completionsAt(line: string, caret: number, lexed: Lexed | null, context: CaptureContext): Completed {
  if (!lexed) return afterSign(line, caret, context)
  const part = lexed.groups.flat().findLast((one) => one.start <= caret && caret <= one.end)
  if (!part) return NONE
  const before = part.words.filter((word) => word.start < caret)
  const sign = before.findLastIndex((word) => !word.isQuoted && /^[@#]/u.test(word.text))
  const marked = before[sign]
  if (marked) return afterMark(line, caret, marked, lexed.arrows.length > 0, context)
  return nameAt(line, caret, part, context)
}

/** In an action only organisations are completed; in a reflection and a command nothing is. */
function afterSign(line: string, caret: number, context: CaptureContext): Completed {
  if (!/^\s*[!！](?!>)/u.test(line)) return NONE
  const mark = /@\S*$/u.exec(line.slice(0, caret))
  return mark ? organisationsAt(line, caret, mark.index, context) : NONE
}

function afterMark(line: string, caret: number, mark: Word, isTie: boolean, context: CaptureContext): Completed {
  return mark.text.startsWith('@') ? organisationsAt(line, caret, mark.start, context) : kindsAt(line, caret, mark.start, isTie)
}

function organisationsAt(line: string, caret: number, start: number, context: CaptureContext): Completed {
  const typed = line.slice(start + 1, caret)
  if (typed.includes('"') || /\s$/u.test(typed)) return NONE
  const found = organisationsBegunWith(context.map.organisations, typed).slice(0, ROWS)
  return { ghost: '', completions: found.map((organisation) => {
    const to = `@${isCode(organisation) ? organisation.code : `"${organisation.name.replaceAll('"', '""')}"`}`
    return { is: 'organisation', words: marked(organisation.name, typed), detail: organisation.code, glyph: organisation.slot, ...accepted(line, start, caret, to) }
  }) }
}

function isCode(organisation: Organisation): boolean {
  return /^[\p{L}\p{N}]+$/u.test(organisation.code)
}

function kindsAt(line: string, caret: number, start: number, isTie: boolean): Completed {
  const typed = line.slice(start + 1, caret).toLowerCase()
  if (/\s/u.test(typed)) return NONE
  const kinds = [...ELEMENT_KINDS, ...(isTie ? TIE_KINDS : [])].filter((kind) => kind.value.startsWith(typed))
  const [first] = kinds
  const ghost = first && typed !== '' && caret === line.length ? first.value.slice(typed.length) : ''
  return { ghost, completions: kinds.slice(0, ROWS).map((kind) => ({
    is: 'kind', words: marked(kind.title, typed), detail: TIE_KINDS.some((tie) => tie.value === kind.value) ? 'tie' : 'element', glyph: null, ...accepted(line, start, caret, `#${kind.value}`),
  })) }
}

function nameAt(line: string, caret: number, part: Part, context: CaptureContext): Completed {
  const words = nameWords(part)
  const first = words[0]
  const last = words.at(-1)
  if (!first || !last || caret <= first.start || caret > part.end) return NONE
  const isQuoted = first.isQuoted
  if (isQuoted && (words.length > 1 || caret < first.end || first.text.length + 1 < first.end - first.start)) return NONE
  const typed = isQuoted ? first.text : line.slice(first.start, caret)
  if ([...typed.trim()].length < LETTERS || caret > last.end + 1) return NONE
  const { map, organisation } = context
  const exact = findElement(map, typed, undefined, organisation)
  const found = search(map, typed, exact ? ROWS : ROWS - 1)
  if (found.length === 0 || (found.length === 1 && found[0] === exact)) return NONE
  const end = Math.max(caret, last.end)
  const completions = found.map((element): Completion => ({
    is: 'existing', words: marked(element.name, typed.trim()), detail: `${organisationName(map, element.organisation)} · ${element.kind}`, glyph: slotOf(map, element.organisation) ?? null,
    ...accepted(line, first.start, end, elementForLine(map, element, organisation)),
  }))
  const fresh: Completion = {
    is: 'new', words: [{ text: `New: “${typed.trim()}”` }], detail: organisation === null ? '' : `in ${organisationName(map, organisation)}`, glyph: slotOf(map, organisation) ?? null, line, caret,
  }
  return { completions: exact ? completions : [...completions, fresh], ghost: caret === line.length && !isQuoted ? goesOn(found[0], typed) : '' }
}

/** The words of a part's name: those before what is said of it. */
function nameWords(part: Part): readonly Word[] {
  const end = part.words.findIndex((word) => !word.isQuoted && /^(?:[@#]|=\d)/u.test(word.text))
  return end < 0 ? part.words : part.words.slice(0, end)
}

function goesOn(element: MapElement | undefined, typed: string): string {
  return element && element.name.toLowerCase().startsWith(typed.toLowerCase()) ? element.name.slice(typed.length) : ''
}

function accepted(line: string, start: number, end: number, text: string): Pick<Completion, 'line' | 'caret'> {
  return { line: line.slice(0, start) + text + line.slice(end), caret: start + text.length }
}

/** The letters typed so far in bold, where the name has them as they are. */
function marked(name: string, typed: string): readonly Segment[] {
  const at = typed === '' ? -1 : ` ${name.toLowerCase()}`.indexOf(` ${typed.toLowerCase()}`)
  if (at < 0 || name.toLowerCase().length !== name.length) return [{ text: name }]
  const pieces: Segment[] = [{ text: name.slice(0, at) }, { text: name.slice(at, at + typed.length), strong: true }, { text: name.slice(at + typed.length) }]
  return pieces.filter((piece) => piece.text !== '')
}

/** The line with its first completion taken, as Tab does; the same line where there is none. */
export function taken(line: string, context: CaptureContext, caret = line.length): Pick<Completion, 'line' | 'caret'> {
  const first = completionsAt(line, caret, /^\s*[/!?！？]/u.test(line) ? null : lex(line), context).completions[0]
  return first && first.is !== 'new' ? { line: first.line, caret: first.caret } : { line, caret }
}
