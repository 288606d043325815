import type { Answer } from '../reading/answer.ts'
import type { Curve } from './scene.ts'
import type { Mark } from './marks.ts'
import { tieLook } from './tie-look.ts'
import { tieMarks, type TieShape } from './tie-marks.ts'

const PLAIN: TieShape = { kind: 'works', isMutual: true, polarity: null, isDelayed: false }

/** The line that an answer makes on the map, from the origin to the right, `length` long. */
export function tieSample(answer: Answer, length: number, shape = PLAIN): readonly Mark[] {
  const curve: Curve = [[0, 0], [length / 2, 0], [length, 0]]
  const look = tieLook(answer, { isTogether: false, qualityTint: false, standing: 'called out', isSelected: false, scale: 1 })
  return tieMarks(curve, look, shape).filter((mark) => mark.part !== 'halo')
}
