import { useStore } from '@xyflow/react'
import { MarksSvg } from '../controls/MarksSvg.tsx'
import { frameMarks } from '../scene/frame.ts'

/** How far the graduated edge stands from the edge of the window, screen pixels. */
const GUTTER = 8

/** The edge of the chart: it stays where it is while the map moves under it. */
export function Neatline() {
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  if (width < 80 || height < 80) return null
  return (
    <svg className="neatline" width={width} height={height} aria-hidden="true">
      <MarksSvg marks={frameMarks({ x: GUTTER, y: GUTTER / 2, width: width - 2 * GUTTER, height: height - GUTTER * 1.5 })} />
    </svg>
  )
}
