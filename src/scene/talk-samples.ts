import type { Mark } from './marks.ts'
import { legendFace, legendLine, legendStrokes } from './asked.ts'
import { LEGEND_SAMPLE } from './scene.ts'
import { sign } from './signs.ts'
import { outlined, runged } from './strokes.ts'
import { wedge, wedgeMarks } from './wedge.ts'

export type TalkSample = 'Far apart' | 'Different' | 'Close' | 'Own end' | 'Others see it' | 'Not named' | 'Only one sees it' | 'Two views'

const across = LEGEND_SAMPLE[0]
const SAMPLES: Readonly<Record<TalkSample, readonly Mark[]>> = {
  'Far apart': legendStrokes('', runged(1.6, 9)).marks,
  Different: legendStrokes('', outlined(2, 7)).marks,
  Close: legendLine('', 3.25, 0.5).marks,
  'Own end': legendFace('', sign('own end')).marks,
  'Others see it': legendFace('', sign('blind')).marks,
  'Not named': legendFace('', sign('unnamed')).marks,
  'Only one sees it': legendFace('', sign('only we')).marks,
  'Two views': wedgeMarks([[0, 0], [across / 2, 0], [across, 0]], wedge([9, 1.6], ['solid', 'solid'], 'ink', 'ink'), false),
}

/** The mark of the map that a word in a list stands for, in a box of `LEGEND_SAMPLE`. */
export const talkSample = (of: TalkSample): readonly Mark[] => SAMPLES[of]
