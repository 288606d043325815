import { POLARITIES, TIE_KINDS, type Polarity, type TieKind } from '../../src/model/kinds.ts'
import type { Point, Size } from '../../src/model/records.ts'
import { QUALITY, STRENGTH } from '../../src/model/scales.ts'
import type { Answer } from '../../src/reading/answer.ts'
import { widthOf } from '../../src/scene/asked.ts'
import { bowed } from '../../src/scene/curves.ts'
import type { Scene } from '../../src/scene/scene.ts'
import { tieLook, type TieLook, type TieView } from '../../src/scene/tie-look.ts'
import { tieMarks, tieReach, type TieShape } from '../../src/scene/tie-marks.ts'
import { WEDGE_PATTERNS, wedge, type Wedge } from '../../src/scene/wedge.ts'
import { gridSheet } from './sheet.ts'

const CELL: Size = [136, 44]
/** Long enough for a halo, and never quite level: a line along the pixels would hide what the others show. */
const HALF: Point = [56, 3]
const BOW = 6

const VIEW: TieView = { isTogether: false, qualityTint: false, standing: 'plain', isSelected: false, scale: 1 }
const PLAIN: TieShape = { kind: 'works', isMutual: true, polarity: null, isDelayed: false }
const HANDED: TieShape = { ...PLAIN, kind: 'refers', isMutual: false }

interface Drawn {
  readonly look: TieLook
  readonly shape: TieShape
}

function tie({ look, shape }: Drawn, [x, y]: Point, i: number): Partial<Scene> {
  const curve = bowed([x - HALF[0], y + HALF[1]], [x + HALF[0], y - HALF[1]], BOW)
  return { ties: [{ id: `tie-${i}`, from: '', to: '', strength: 3, standing: 'plain', isMarked: true, within: null, curve, marks: tieMarks(curve, look, shape), over: [], reach: tieReach(look) }] }
}

const line = (name: string, answer: Answer, view: Partial<TieView> = {}, shape = PLAIN) => [name, { look: tieLook(answer, { ...VIEW, ...view }), shape }] as const

const steps = STRENGTH.steps.filter(({ value }) => value > 0)
const qualities = QUALITY.steps

export const STRENGTHS = gridSheet('Strength by quality', CELL, qualities.length, [
  ...steps.flatMap(({ value: strength, short }) => qualities.map((quality) => line(`${short}, ${quality.short.toLowerCase()}`, { state: 'yes', strength, quality: quality.value }, {}, HANDED))),
  ...steps.flatMap(({ value: strength, short }) => qualities.map((quality) => line(`${short}, ${quality.short.toLowerCase()}, tinted`, { state: 'yes', strength, quality: quality.value }, { qualityTint: true }))),
  ...(['called out', 'stepped back'] as const).flatMap((standing) => qualities.map((quality) => line(`${standing}, ${quality.short.toLowerCase()}`, { state: 'yes', strength: 3, quality: quality.value }, { standing }, HANDED))),
  ...qualities.map((quality) => line(`selected, ${quality.short.toLowerCase()}`, { state: 'yes', strength: 3, quality: quality.value }, { standing: 'called out', isSelected: true }, HANDED)),
], tie)

const kinds: readonly (readonly [title: string, kind: TieKind, polarity: Polarity | null])[] = [
  ...TIE_KINDS.map(({ value, title }) => [title, value, null] as const),
  ...POLARITIES.map(({ value, title }) => [title, 'influences', value] as const),
]

export const KINDS = gridSheet('What passes along it', CELL, 5, [
  ...kinds.flatMap(([title, kind, polarity]) => [
    ...[1, 3, 5].map((strength) => line(`${title}, ${strength}`, { state: 'yes', strength }, {}, { ...PLAIN, kind, polarity, isMutual: kind === 'works' })),
    line(`${title}, both ways`, { state: 'yes', strength: 3 }, {}, { ...PLAIN, kind, polarity }),
    line(`${title}, after a while`, { state: 'yes', strength: 3 }, {}, { ...PLAIN, kind, polarity, isMutual: false, isDelayed: true }),
  ]),
  ...(['plain', 'called out', 'stepped back'] as const).flatMap((standing) => [
    line(`not rated, ${standing}`, { state: 'yes' }, { standing }, HANDED), line(`says no, ${standing}`, { state: 'no' }, { standing }), line(`not said, ${standing}`, { state: 'silent' }, { standing }),
  ]),
], tie)

const wedged = (shape: Wedge): Drawn => ({ look: { body: 'solid', bead: null, room: 7, isSelected: false, width: Math.max(1, ...shape.widths), colour: shape.colour, hasKind: false, hasHalo: true, wedge: shape }, shape: PLAIN })

export const WEDGES = gridSheet('Two ends: a wedge for every pair', CELL, STRENGTH.steps.length, [
  ...STRENGTH.steps.flatMap((from) => STRENGTH.steps.map((to) => [`${from.value} and ${to.value}`, wedged(wedge([widthOf(from.value, 1.25), widthOf(to.value, 1.25)], ['solid', 'solid'], 'ink', 'ink'))] as const)),
  ...WEDGE_PATTERNS.flatMap((from) => WEDGE_PATTERNS.map((to) => [`${from} and ${to}`, wedged(wedge([widthOf(4, 1.25), widthOf(1, 1.25)], [from, to], 'ink', 'ink'))] as const)),
], tie)
