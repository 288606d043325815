import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useLive, useSession } from '../session/hooks.ts'
import { spokenNote } from '../words/beside.ts'
import { useCanvas } from './canvas-store.ts'
import { ResizeHandle } from './ResizeHandle.tsx'
import { StandingBody } from './StandingBody.tsx'
import type { MapNode } from './use-nodes.ts'

/** A note as it is mounted: a place to press, drag and hear it at. Its words are painted. */
export const NoteNode = memo(function NoteNode({ id }: NodeProps<MapNode>) {
  const note = useCanvas((state) => state.scene?.noteById.get(id))
  const canEdit = useCanvas((state) => state.canEdit)
  const isAlone = useSession((state) => state.selection.length === 1 && state.selection[0] === id)
  const name = useLive((state) => {
    const record = state.map?.notes.get(id)
    return record ? spokenNote(record) : ''
  })
  if (!note) return null
  const [width, height] = note.size
  return (
    <>
      <StandingBody id={id} className="note" name={name} isSelected={note.isSelected} width={width} height={height} />
      {isAlone && canEdit && <ResizeHandle id={id} corner="right" />}
    </>
  )
})
