import type { NodeProps } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { useLive, useSession } from '../session/hooks.ts'
import { spokenArea } from '../words/beside.ts'
import { useCanvas } from './canvas-store.ts'
import { ResizeHandle } from './ResizeHandle.tsx'
import { StandingBody } from './StandingBody.tsx'
import type { MapNode } from './use-nodes.ts'

const EDGES = ['top', 'right', 'bottom', 'left'] as const
const CORNERS = ['top left', 'top right', 'bottom right', 'bottom left'] as const

/** An area as it is mounted: its edge and its title can be pressed and dragged, and what lies in it goes along. It is painted. */
export const AreaNode = memo(function AreaNode({ id }: NodeProps<MapNode>) {
  const area = useCanvas((state) => state.scene?.areaById.get(id))
  const canEdit = useCanvas((state) => state.canEdit)
  const isAlone = useSession((state) => state.selection.length === 1 && state.selection[0] === id)
  const map = useLive((state) => state.map)
  const name = useMemo(() => {
    const record = map?.areas.get(id)
    return map && record ? spokenArea(map, record) : ''
  }, [map, id])
  if (!area) return null
  const { bounds, handle } = area
  return (
    <>
      <StandingBody id={id} className="area" name={name} isSelected={area.isSelected} width={bounds.width} height={bounds.height}>
        {EDGES.map((edge) => (
          <span key={edge} className={`area-edge at-${edge}`} />
        ))}
        {handle && <span className="area-title" style={{ left: handle.x - bounds.x, top: handle.y - bounds.y, width: handle.width, height: handle.height }} />}
      </StandingBody>
      {isAlone && canEdit && CORNERS.map((corner) => <ResizeHandle key={corner} id={id} corner={corner} />)}
    </>
  )
})
