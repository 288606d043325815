import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { Id } from '../model/ids.ts'
import { useSession } from '../session/hooks.ts'
import { spokenElementAsked } from '../words/spoken-asked.ts'
import { canvas, useCanvas } from './canvas-store.ts'
import { EdgeRing } from './EdgeRing.tsx'
import { MarksSvg } from '../controls/MarksSvg.tsx'
import type { MapNode } from './use-nodes.ts'
import './ElementNode.css'

/** An element as it is mounted: the scene's marks, and a name to find it by. It looks at its own record and nothing else. */
export const ElementNode = memo(function ElementNode({ id, data: { isDrawn } }: NodeProps<MapNode>) {
  const element = useCanvas((state) => state.scene?.elementById.get(id))
  const isStop = useCanvas((state) => state.stop === id)
  const isTarget = useCanvas((state) => state.line?.target === id)
  const isRinged = useSession((state) => state.selection.length === 1 && state.selection[0] === id)
  const canEdit = useCanvas((state) => state.canEdit)
  const name = useSpokenName(id)

  if (!element) return null
  const [width, height] = element.size
  return (
    <>
      {isRinged && canEdit && <EdgeRing id={id} width={width} height={height} />}
      <div
        className={`element${isTarget ? ' is-target' : ''}`}
        role="button"
        aria-label={name}
        aria-pressed={element.isSelected}
        tabIndex={isStop ? 0 : -1}
        data-id={id}
        style={{ width, height }}
        onFocus={() => canvas.getState().stop !== id && canvas.setState({ stop: id })}
      >
        <svg className={`element-marks${isDrawn ? '' : ' is-painted'}`} width="1" height="1" aria-hidden="true" style={{ left: width / 2, top: height / 2 }}>
          <MarksSvg marks={element.marks} />
        </svg>
      </div>
    </>
  )
})

/** The name begins with the element's own, then kind, organisation, number of ties, and what the question on screen marks it for. */
function useSpokenName(id: Id): string {
  return useCanvas(({ shown }) => (shown ? spokenElementAsked(shown, id) : ''))
}
