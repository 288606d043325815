import { legendFace, legendLine, legendStrokes } from './asked.ts'
import type { Mark } from './marks.ts'
import { LEGEND_SAMPLE, type LegendEntry } from './scene.ts'
import { bare, sign, step } from './signs.ts'
import { dotted, doubled, grown, outlined, runged, shrunk } from './strokes.ts'
import { wedge, wedgeMarks } from './wedge.ts'

export type TalkSample = 'Far apart' | 'Different' | 'Close' | 'Own end' | 'Others see it' | 'Not named' | 'Only one sees it' | 'Two views'

const across = LEGEND_SAMPLE[0]
const taper = wedgeMarks([[0, 0], [across / 2, 0], [across, 0]], wedge([9, 1.6], ['solid', 'solid'], 'ink', 'ink'), false)

const SAMPLES: Readonly<Record<TalkSample, readonly Mark[]>> = {
  'Far apart': legendStrokes('', runged(1.6, 9)).marks,
  Different: legendStrokes('', outlined(2, 7)).marks,
  Close: legendLine('', 3.25, 'grown').marks,
  'Own end': legendFace('', sign('own end')).marks,
  'Others see it': legendFace('', sign('blind')).marks,
  'Not named': legendFace('', sign('unnamed')).marks,
  'Only one sees it': legendFace('', sign('only we')).marks,
  'Two views': taper,
}

/** The mark of the map that a word in a list stands for, in a box of `LEGEND_SAMPLE`. */
export const talkSample = (of: TalkSample): readonly Mark[] => SAMPLES[of]

const pip = (says: 'yes' | 'no' | 'unnamed' | 'silent') => bare({ slot: 2, text: '', says })

/** How difference looks, for a page that explains every mark. */
export const DIFFERENCE_MARKS: readonly LegendEntry[] = [
  legendStrokes('far apart, lowest to highest', runged(1.6, 9)),
  legendStrokes('different', outlined(2, 7)),
  legendLine('close or the same', 3.25, 'grown'),
  { group: 'overlay', words: 'each end says its own', marks: taper },
  legendFace('sees it', pip('yes')),
  legendFace('says no', pip('no')),
  legendFace('did not name it', pip('unnamed')),
  legendFace('not said', pip('silent')),
  legendFace('others see it, we say no', sign('blind')),
  legendFace('and it ends at home', sign('own end')),
  legendFace('only one sees it', sign('only we')),
]

/** How what changed looks. */
export const CHANGE_MARKS: readonly LegendEntry[] = [
  legendStrokes('new', doubled(4)),
  legendStrokes('lost', dotted()),
  legendStrokes('stronger: ink then, grey now', grown(2, 7)),
  legendStrokes('weaker: dots then, ink now', shrunk(7, 2)),
  legendFace('two steps stronger', step('▲', '2')),
  legendFace('towards the vision', sign('towards')),
  legendFace('away from it', sign('away')),
]
