import { measured } from '../../src/boxes/boxes.ts'
import { ELEMENT_KINDS, SLOTS, type ElementKind, type Slot } from '../../src/model/kinds.ts'
import type { Point } from '../../src/model/records.ts'
import { cardMarks } from '../../src/scene/cards.ts'
import { landingMarks } from '../../src/scene/landing-marks.ts'
import type { Mark } from '../../src/scene/marks.ts'
import { ELEMENT_STATES, type Scene } from '../../src/scene/scene.ts'
import { gridSheet } from './sheet.ts'

const NAME = 'Discharge team'
const SLOTTED: readonly (readonly [title: string, slot: Slot | null])[] = [...SLOTS.map(({ value, title }) => [title, value] as const), ['Of no organisation', null]]

type Look = Partial<Parameters<typeof cardMarks>[0]> & { readonly kind: ElementKind }

const marksOf = ({ kind, scale = 1, ...more }: Look): readonly Mark[] =>
  cardMarks({ slot: 2, state: 'plain', isSelected: false, isPinned: false, box: measured(NAME, kind), kind, scale, ...more })

function card(marks: readonly Mark[], { kind, slot = 2, state = 'plain', isSelected = false }: Look, centre: Point, id: string): Partial<Scene> {
  const { width, height } = measured(NAME, kind)
  return { elements: [{ id, centre, size: [width, height], state, isSelected, kind, slot, matters: true, marks }] }
}

const ofEveryKind = (name: string, look: (kind: ElementKind) => readonly Mark[], of: Partial<Look> = {}) =>
  ELEMENT_KINDS.map(({ value: kind, title }) => [`${title}, ${name}`, { marks: look(kind), of: { ...of, kind } }] as const)

export const CARDS = gridSheet(
  'Kind is shape, organisation is band', [142, 74], ELEMENT_KINDS.length,
  SLOTTED.flatMap(([title, slot]) => ofEveryKind(title.toLowerCase(), (kind) => marksOf({ kind, slot }), { slot })),
  ({ marks, of }, at, i) => card(marks, of, at, `card-${i}`),
)

export const STATES = gridSheet(
  'Cards by state', [172, 88], ELEMENT_KINDS.length,
  [
    ...ELEMENT_STATES.flatMap((state) => ofEveryKind(state, (kind) => marksOf({ kind, state }), { state })),
    ...ofEveryKind('selected', (kind) => marksOf({ kind, isSelected: true }), { isSelected: true }),
    ...ofEveryKind('pinned', (kind) => marksOf({ kind, isPinned: true })),
    ...ofEveryKind('where it will land', (kind) => landingMarks(NAME, kind, 2, 1)),
    ...([1.15, 1.3] as const).flatMap((scale) => ofEveryKind(`larger by ${scale}`, (kind) => marksOf({ kind, scale }))),
  ],
  ({ marks, of }, at, i) => card(marks, of, at, `state-${i}`),
)
