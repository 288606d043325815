import type { Organisation } from '../model/records.ts'
import { QUALITY, STRENGTH, stepOf } from '../model/scales.ts'
import { TIE_KINDS, type Polarity, type TieKind } from '../model/kinds.ts'
import { glyphMark } from './glyphs.ts'
import { LEGEND_SAMPLE, type Curve, type LegendEntry } from './scene.ts'
import { tieMarks, type TieShape } from './tie-marks.ts'
import { tieLook, wholeQuality, type TieView } from './tie-look.ts'

/** What the ties of a picture make use of. */
export class Used {
  readonly strengths = new Set<number>()
  readonly qualities = new Set<number>()
  readonly kinds = new Map<TieKind, Polarity | null>()
  isNotRated = false
  isNotSaid = false
  isNo = false
  isDerived = false
}

const SAMPLE: Curve = [[0, 0], [LEGEND_SAMPLE[0] / 2, 0], [LEGEND_SAMPLE[0], 0]]
const BARE: TieShape = { kind: 'works', isMutual: true, polarity: null, isDelayed: false }

export function legendOf(used: Used, organisations: readonly Organisation[], view: TieView): readonly LegendEntry[] {
  const plain: TieView = { ...view, standing: 'plain', isSelected: false, scale: 1 }
  const sample = (answer: Parameters<typeof tieLook>[0], shape = BARE) => tieMarks(SAMPLE, tieLook(answer, { ...plain, isTogether: false }), shape).filter((mark) => mark.part !== 'halo')
  const entries: LegendEntry[] = []
  for (const organisation of organisations) {
    entries.push({ group: 'organisation', words: organisation.name, marks: [glyphMark(organisation.slot, LEGEND_SAMPLE[0] / 2, 0, 5)] })
  }
  for (const { value, short } of STRENGTH.steps) {
    if (value > 0 && used.strengths.has(value)) entries.push({ group: 'strength', words: short.toLowerCase(), marks: sample({ state: 'yes', strength: value }) })
  }
  if (used.isNotRated) entries.push({ group: 'strength', words: 'not rated', marks: tieMarks(SAMPLE, tieLook({ state: 'yes' }, plain), BARE) })
  const good = used.qualities.has(1)
  for (const quality of [-2, -1, 2]) {
    if (used.qualities.has(quality)) entries.push({ group: 'quality', words: stepOf(QUALITY, quality)?.short.toLowerCase() ?? '', marks: sample({ state: 'yes', strength: 3, quality }) })
  }
  if (used.qualities.size) {
    if (view.qualityTint && good) entries.push({ group: 'quality', words: 'good', marks: sample({ state: 'yes', strength: 3, quality: 1 }) })
    const words = view.qualityTint || !good ? 'untested' : used.qualities.has(0) ? 'untested or good' : 'good'
    if (used.qualities.has(0) || (good && !view.qualityTint)) entries.push({ group: 'quality', words, marks: sample({ state: 'yes', strength: 3, quality: 0 }) })
  }
  if (used.isNo) entries.push({ group: 'said', words: 'says no', marks: sample({ state: 'no' }) })
  if (used.isNotSaid) entries.push({ group: 'said', words: 'not said', marks: sample({ state: 'silent' }) })
  if (used.isDerived) {
    entries.push({ group: 'said', words: 'the middle of what others said', marks: [{ is: 'text', x: LEGEND_SAMPLE[0] / 2, y: 5, text: '~', size: 16, weight: 600, fill: 'ink-2', anchor: 'middle' }] })
  }
  for (const { value, title } of TIE_KINDS) {
    if (value === 'works' || !used.kinds.has(value)) continue
    entries.push({ group: 'kind', words: title, marks: sample({ state: 'yes', strength: 2 }, { kind: value, isMutual: false, polarity: used.kinds.get(value) ?? null, isDelayed: false }) })
  }
  return entries
}

/** Notes what a drawn tie uses. */
export function note(used: Used, answer: Parameters<typeof tieLook>[0], kind: TieKind, polarity: Polarity | null, isTogether: boolean): void {
  if (answer.state === 'no') {
    used.isNo = true
    return
  }
  if (answer.state === 'silent' && !isTogether) {
    used.isNotSaid = true
    return
  }
  used.kinds.set(kind, polarity)
  if (answer.derived?.size) used.isDerived = true
  if (answer.strength === undefined) used.isNotRated = true
  else {
    used.strengths.add(Math.round(answer.strength))
    if (kind !== 'influences') used.qualities.add(wholeQuality(answer.quality))
  }
}
