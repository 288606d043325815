import { useStore } from '@xyflow/react'
import { MarksSvg } from '../controls/MarksSvg.tsx'
import { frameMarks } from '../scene/frame.ts'

/** How far the graduated edge stands from the edge of the window, screen pixels. */
const GUTTER = 8

const LINE = 8

/** The paper outside the edge: what goes on beyond it ends at the edge, as on a chart. */
function outside(width: number, height: number): string {
  const [left, top, right, bottom] = [GUTTER + LINE, GUTTER / 2 + LINE, width - GUTTER - LINE, height - GUTTER - LINE]
  return `M0 0H${width}V${height}H0ZM${left} ${top}V${bottom}H${right}V${top}Z`
}

/** The edge of the chart: it stays where it is while the map moves under it. */
export function Neatline() {
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  if (width < 80 || height < 80) return null
  return (
    <svg className="neatline" width={width} height={height} aria-hidden="true">
      <path className="neatline-outside" d={outside(width, height)} />
      <MarksSvg marks={frameMarks({ x: GUTTER, y: GUTTER / 2, width: width - 2 * GUTTER, height: height - GUTTER * 1.5 })} />
    </svg>
  )
}
