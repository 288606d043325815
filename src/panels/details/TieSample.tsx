import { MarksSvg } from '../../controls/MarksSvg.tsx'
import type { Answer } from '../../reading/answer.ts'
import type { Curve } from '../../scene/curves.ts'
import { tieLook } from '../../scene/tie-look.ts'
import { tieMarks } from '../../scene/tie-marks.ts'

const LENGTH = 36
const CURVE: Curve = [[0, 0], [LENGTH / 2, 0], [LENGTH, 0]]
const SHAPE = { kind: 'works', isMutual: true, polarity: null, isDelayed: false } as const

/** The line that an answer makes on the map. Decorative: the words stand beside it. */
export function TieSample({ answer, width = LENGTH }: { readonly answer: Answer; readonly width?: number }) {
  const look = tieLook(answer, { isTogether: false, qualityTint: false, standing: 'called out', isSelected: false, scale: 1 })
  return (
    <svg className="tie-sample" width={width} height="18" viewBox={`-2 -9 ${LENGTH + 4} 18`} aria-hidden="true">
      <MarksSvg marks={tieMarks(CURVE, look, SHAPE).filter((mark) => mark.part !== 'halo')} />
    </svg>
  )
}
