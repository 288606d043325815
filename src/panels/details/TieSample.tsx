import { MarksSvg } from '../../controls/MarksSvg.tsx'
import type { Answer } from '../../reading/answer.ts'
import { tieSample } from '../../scene/tie-sample.ts'

const LENGTH = 36

/** The line that an answer makes on the map. Decorative: the words stand beside it. */
export function TieSample({ answer, width = LENGTH }: { readonly answer: Answer; readonly width?: number }) {
  return (
    <svg className="tie-sample" width={width} height="18" viewBox={`-2 -9 ${LENGTH + 4} 18`} aria-hidden="true">
      <MarksSvg marks={tieSample(answer, LENGTH)} />
    </svg>
  )
}
