import { SLOTS, TIE_KINDS } from '../../src/model/kinds.ts'
import type { Organisation, Size } from '../../src/model/records.ts'
import { QUALITY, STRENGTH } from '../../src/model/scales.ts'
import { CHANGE_MARKS, DIFFERENCE_MARKS } from '../../src/scene/asked-samples.ts'
import { legendOf, Used } from '../../src/scene/legend.ts'
import { LEGEND_SAMPLE, type Face, type LegendEntry } from '../../src/scene/scene.ts'
import { badge, number, pips, PIP_SAYS, share, sign, SIGN_NAMES, step, STEPS, type Pip } from '../../src/scene/signs.ts'
import { gridSheet } from './sheet.ts'

const ofEverySlot = (says: Pip['says']): readonly Pip[] => SLOTS.slice(0, 8).map(({ value }) => ({ slot: value, text: '', says }))
const ofTables = (says: Pip['says']): readonly Pip[] => ['1', '12', 'A'].map((text) => ({ slot: null, text, says }))

const faces: readonly (readonly [name: string, face: Face])[] = [
  ...SIGN_NAMES.map((name) => [name, sign(name)] as const),
  ...STEPS.flatMap((way) => ['2', '1½'].map((by) => [`${way}${by}`, step(way, by)] as const)),
  ...['0–4', '−2 to +1', 'yes or no'].map((text) => [text, badge(text)] as const),
  ...['4', '2–3', '?'].map((text) => [text, number(text)] as const),
  ...PIP_SAYS.map((says) => [`pips: ${says}`, pips(ofEverySlot(says))] as const),
  ...PIP_SAYS.map((says) => [`tables: ${says}`, pips(ofTables(says))] as const),
  ...[0, 3, 25].map((yes) => [`${yes} of 25`, share(yes, 25)] as const),
]

export const SIGNS = gridSheet('Badges, chips and pips', [136, 50], 6, faces, (face, at) => ({ signs: [{ at, face }] }))

function everything(): Used {
  const used = new Used()
  for (const { value } of STRENGTH.steps) used.strengths.add(value)
  for (const { value } of QUALITY.steps) used.qualities.add(value)
  for (const { value } of TIE_KINDS) used.kinds.set(value, value === 'influences' ? '+' : null)
  used.isNotRated = used.isNotSaid = used.isNo = used.isDerived = true
  return used
}

const organisations = SLOTS.map(({ value, title }): Organisation => ({ id: `slot-${value}`, name: title, code: '', slot: value, order: 0, extra: '' }))
const view = { isTogether: false, qualityTint: true, standing: 'plain', isSelected: false, scale: 1 } as const
const entries: readonly LegendEntry[] = [...legendOf(everything(), organisations, view), ...DIFFERENCE_MARKS, ...CHANGE_MARKS]
const CELL: Size = [96, 40]

export const LEGEND = gridSheet('The legend', CELL, 8, entries.map((entry) => [entry.words, entry] as const), ({ marks, words }, [x, y]) => ({
  elements: [{ id: words, centre: [x - LEGEND_SAMPLE[0] / 2, y], size: LEGEND_SAMPLE, state: 'plain', isSelected: false, kind: 'team', slot: null, matters: false, marks }],
}))
