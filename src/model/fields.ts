import {
  ACTION_STATUSES, BEATS, BETTER, CHANGE_ROUTES, COVERAGES, ELEMENT_KINDS, OUTCOME_FOR, OVERLAY_NAMES, PERSPECTIVE_TYPES, POLARITIES, SLOTS, TIE_KINDS,
  type Choice,
} from './kinds.ts'
import type { Json } from './json.ts'
import type { Judgement, MapMeta, RecordOf, RecordTable } from './records.ts'
import { INFLUENCE, INTEREST, PROGRESS, QUALITY, STRENGTH, type Scale } from './scales.ts'

/** What a field may hold. Drives validation, the file, forms, table columns and generated test maps. */
export type FieldType =
  | { readonly is: 'text'; readonly long?: true; readonly advice?: number }
  | { readonly is: 'flag' }
  | { readonly is: 'choice'; readonly choices: readonly Choice[] }
  | { readonly is: 'scale'; readonly scale: Scale }
  | { readonly is: 'presence' }
  | { readonly is: 'number' }
  | { readonly is: 'date' }
  | { readonly is: 'moment' }
  | { readonly is: 'reference'; readonly to: RecordTable | 'subject' }
  | { readonly is: 'references'; readonly to: RecordTable | 'subject' | 'organisations' }
  | { readonly is: 'names'; readonly member: 'tag' | 'alias' }
  | { readonly is: 'facts' }
  | { readonly is: 'point' }
  | { readonly is: 'size' }
  | { readonly is: 'camera' }
  | { readonly is: 'reading' }
  | { readonly is: 'background' }
  | { readonly is: 'order' }
  | { readonly is: 'extra' }

export interface Field<Name extends string = string> {
  readonly name: Name
  readonly title: string
  readonly type: FieldType
  /** What a field reads as when nothing was written: JSON, names as a list, facts as pairs. */
  readonly default: Json
  /** Null is a value of its own here, and not only a way to clear. */
  readonly nullable?: true
  /** Shown under the field while it is edited. */
  readonly hint?: string
  /** Kept by the model, never shown in a form. */
  readonly hidden?: true
  /** Said of elements or ties of this kind alone: of others it is kept and not read. */
  readonly ofKind?: 'outcome' | 'influences'
}

type FieldsOf<R> = readonly Field<Exclude<keyof R, 'id'> & string>[]

const text = <N extends string>(name: N, title: string, advice?: number): Field<N> => ({ name, title, type: advice ? { is: 'text', advice } : { is: 'text' }, default: '' })
const long = <N extends string>(name: N, title: string, advice?: number): Field<N> => ({ name, title, type: advice ? { is: 'text', long: true, advice } : { is: 'text', long: true }, default: '' })
const flag = <N extends string>(name: N, title: string): Field<N> => ({ name, title, type: { is: 'flag' }, default: false })
const choice = <N extends string>(name: N, title: string, choices: readonly Choice[], start: string | number | null): Field<N> =>
  start === null ? { name, title, type: { is: 'choice', choices }, default: null, nullable: true } : { name, title, type: { is: 'choice', choices }, default: start }
const scale = <N extends string>(name: N, of: Scale): Field<N> => ({ name, title: of.title, type: { is: 'scale', scale: of }, default: null, nullable: true })
const moment = <N extends string>(name: N, title: string): Field<N> => ({ name, title, type: { is: 'moment' }, default: '', hidden: true })
const facts: Field<'facts'> = { name: 'facts', title: 'Facts', type: { is: 'facts' }, default: [] }
const order: Field<'order'> = { name: 'order', title: 'Order', type: { is: 'order' }, default: 0, hidden: true }
const extra: Field<'extra'> = { name: 'extra', title: 'Kept from the file', type: { is: 'extra' }, default: '', hidden: true }
const patientHint = 'Roles, not names. Never anything about an identifiable patient.'

export const META_FIELDS: FieldsOf<MapMeta> = [
  { name: 'mapId', title: 'Map', type: { is: 'text' }, default: '', hidden: true },
  text('title', 'Title'),
  long('question', 'Question'),
  text('place', 'Place'),
  { name: 'centre', title: 'In the middle', type: { is: 'reference', to: 'elements' }, default: null, nullable: true },
  { ...flag('illustrative', 'Illustrative'), hidden: true },
  { ...text('lineage', 'Lineage'), hidden: true },
  { name: 'background', title: 'Background picture', type: { is: 'background' }, default: null, nullable: true, hidden: true },
  { ...text('settled', 'Settled'), hidden: true },
  { name: 'table', title: 'Table', type: { is: 'text' }, default: null, nullable: true, hidden: true },
  extra,
  { name: 'fileExtra', title: 'Kept from the file', type: { is: 'extra' }, default: '', hidden: true },
]

export const FIELDS: { readonly [T in RecordTable]: FieldsOf<RecordOf[T]> } = {
  organisations: [text('name', 'Name'), text('code', 'Code'), choice('slot', 'Colour, glyph and pattern', SLOTS, 'partner'), order, extra],
  elements: [
    text('name', 'Name', 60),
    { name: 'organisation', title: 'Organisation', type: { is: 'reference', to: 'organisations' }, default: null, nullable: true },
    choice('kind', 'Kind', ELEMENT_KINDS, 'team'),
    flag('pinned', 'Pinned'),
    { name: 'aliases', title: 'Also called', type: { is: 'names', member: 'alias' }, default: [] },
    { name: 'tags', title: 'Tags', type: { is: 'names', member: 'tag' }, default: [] },
    facts,
    { ...long('description', 'Description'), hint: patientHint },
    moment('added', 'Added'),
    { ...choice('outcomeFor', 'For', OUTCOME_FOR, 'residents'), ofKind: 'outcome' },
    { ...text('measure', 'Measure'), ofKind: 'outcome' },
    { ...text('unit', 'Unit'), ofKind: 'outcome' },
    { ...choice('better', 'Better', BETTER, 'up'), ofKind: 'outcome' },
    { name: 'target', title: 'Target', type: { is: 'number' }, default: null, nullable: true, ofKind: 'outcome' },
    extra,
  ],
  outcomeReadings: [
    { name: 'element', title: 'Outcome', type: { is: 'reference', to: 'elements' }, default: '', hidden: true },
    { name: 'date', title: 'Date', type: { is: 'date' }, default: '' },
    { name: 'value', title: 'Value', type: { is: 'number' }, default: null, nullable: true },
    text('source', 'Source'),
    order,
    extra,
  ],
  relationships: [
    { name: 'from', title: 'From', type: { is: 'reference', to: 'elements' }, default: '' },
    { name: 'to', title: 'To', type: { is: 'reference', to: 'elements' }, default: '' },
    choice('kind', 'Kind', TIE_KINDS, 'works'),
    text('label', 'Label', 40),
    flag('mutual', 'Both ways'),
    { ...choice('polarity', 'Sign', POLARITIES, null), ofKind: 'influences' },
    { ...flag('delay', 'After a while'), ofKind: 'influences' },
    flag('star', 'Matters most'),
    facts,
    { ...long('description', 'Description'), hint: patientHint },
    moment('added', 'Added'),
    extra,
  ],
  perspectives: [
    text('name', 'Name'),
    choice('type', 'Type', PERSPECTIVE_TYPES, 'outside'),
    { name: 'organisation', title: 'Organisation', type: { is: 'reference', to: 'organisations' }, default: null, nullable: true },
    choice('coverage', 'Coverage', COVERAGES, 'open'),
    { name: 'coverageAt', title: 'Looked at everything on', type: { is: 'moment' }, default: null, nullable: true, hidden: true },
    flag('private', 'Private'),
    moment('handedIn', 'Handed in'),
    order,
    extra,
  ],
  versions: [
    text('name', 'Name'),
    { name: 'date', title: 'Date', type: { is: 'date' }, default: '' },
    long('room', 'Who was in the room'),
    long('absent', 'Who was not'),
    { ...text('content', 'Content'), hidden: true },
    order,
    extra,
  ],
  stories: [text('title', 'Title'), order, extra],
  scenes: [
    { name: 'story', title: 'Story', type: { is: 'reference', to: 'stories' }, default: '', hidden: true },
    choice('beat', 'Beat', BEATS, null),
    text('title', 'Title'),
    long('words', 'Words', 280),
    { name: 'camera', title: 'Camera', type: { is: 'camera' }, default: null, nullable: true, hidden: true },
    { name: 'focus', title: 'In focus', type: { is: 'references', to: 'subject' }, default: [] },
    { name: 'path', title: 'Journey', type: { is: 'references', to: 'elements' }, default: [] },
    { name: 'reading', title: 'Reading', type: { is: 'reading' }, default: { version: null, perspective: 'shared' } },
    { name: 'compare', title: 'Compared with', type: { is: 'reading' }, default: null, nullable: true },
    choice('overlay', 'Overlay', OVERLAY_NAMES, null),
    order,
    extra,
  ],
  actions: [
    text('title', 'Action'),
    { ...text('owner', 'Owner'), hint: 'A role, not a name.' },
    { name: 'organisations', title: 'Organisations', type: { is: 'references', to: 'organisations' }, default: [] },
    { name: 'touches', title: 'Touches', type: { is: 'references', to: 'subject' }, default: [] },
    { name: 'aims', title: 'Aims at', type: { is: 'references', to: 'elements' }, default: [] },
    choice('change', 'Kind of change', CHANGE_ROUTES, null),
    text('firstStep', 'First step'),
    { name: 'due', title: 'By', type: { is: 'date' }, default: null, nullable: true },
    choice('status', 'Status', ACTION_STATUSES, 'proposed'),
    extra,
  ],
  reflections: [
    { name: 'date', title: 'Date', type: { is: 'date' }, default: '' },
    text('prompt', 'Prompt'),
    { ...long('words', 'Words'), hint: patientHint },
    { name: 'about', title: 'About', type: { is: 'references', to: 'subject' }, default: [] },
    flag('private', 'Private'),
    flag('coaching', 'Take to coaching'),
    extra,
  ],
  loops: [text('name', 'Name'), { name: 'ties', title: 'Ties', type: { is: 'references', to: 'relationships' }, default: [] }, long('words', 'In words'), extra],
  notes: [
    { ...long('text', 'Note'), hint: patientHint },
    { name: 'position', title: 'Position', type: { is: 'point' }, default: [0, 0], hidden: true },
    { name: 'width', title: 'Width', type: { is: 'number' }, default: 240, hidden: true },
    extra,
  ],
  areas: [
    text('title', 'Title'),
    { name: 'position', title: 'Position', type: { is: 'point' }, default: [0, 0], hidden: true },
    { name: 'size', title: 'Size', type: { is: 'size' }, default: [480, 320], hidden: true },
    extra,
  ],
}

/** Which subject a field of a judgement belongs to: `reading` reads it there only; the cell is kept either way. */
export interface JudgementField extends Field<keyof Judgement & string> {
  readonly on: 'both' | 'element' | 'tie' | 'outcome'
}

const said = { default: null, nullable: true } as const
export const JUDGEMENT_FIELDS: readonly JudgementField[] = [
  { name: 'presence', title: STRENGTH.title, type: { is: 'presence' }, on: 'both', ...said },
  { ...scale('quality', QUALITY), on: 'tie' },
  { ...scale('influence', INFLUENCE), on: 'element' },
  { ...scale('interest', INTEREST), on: 'element' },
  { ...scale('progress', PROGRESS), on: 'outcome' },
  { ...long('matters', 'What matters to them', 140), ...said, on: 'element' },
  { ...long('brings', 'What they bring', 140), ...said, on: 'element' },
  { ...long('value', 'What flows that someone needs', 140), ...said, on: 'tie' },
  { ...flag('split', 'We differ among ourselves'), ...said, on: 'both' },
  { ...long('note', 'Note', 280), ...said, on: 'both', hint: patientHint },
  { name: 'extra', title: 'Kept from the file', type: { is: 'extra' }, hidden: true, on: 'both', ...said },
]

const byName = new Map<readonly Field[], ReadonlyMap<string, Field>>()

/** The field of that name in a list of fields; undefined where there is none. */
export function fieldIn(fields: readonly Field[], name: string): Field | undefined {
  let names = byName.get(fields)
  if (!names) byName.set(fields, (names = new Map(fields.map((field) => [field.name, field]))))
  return names.get(name)
}
