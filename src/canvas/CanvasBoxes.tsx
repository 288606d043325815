import { useStore } from '@xyflow/react'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { pointAt } from '../scene/curves.ts'
import type { Bounds, Curve } from '../scene/scene.ts'
import { useLive, useSession } from '../session/hooks.ts'
import { session } from '../session/session.ts'
import { canvas, useCanvas } from './canvas-store.ts'
import { AimBox } from './AimBox.tsx'
import { focusMap } from './focus-map.ts'
import { makeHere, renameTo } from './gestures.ts'
import { KindPicker } from './KindPicker.tsx'
import { NameBox } from './NameBox.tsx'
import { AddingBox, NoteWords } from './NoteWords.tsx'
import { useOnScreen } from './use-on-screen.ts'

/** What opens on the map for a moment: a name box, the words for a tie's kind, the box to connect by typing. */
export function CanvasBoxes() {
  const renaming = useSession((state) => state.renaming)
  const aiming = useSession((state) => state.aiming)
  const newName = useCanvas((state) => state.newName)
  const picking = useSession((state) => state.picking)
  const canEdit = useCanvas((state) => state.canEdit)
  const isNote = useLive((state) => renaming !== null && (state.map?.notes.has(renaming) ?? false))
  if (!canEdit) return null
  return (
    <>
      {renaming !== null && (isNote ? <NoteWords key={renaming} id={renaming} /> : <RenameBox key={renaming} id={renaming} />)}
      <AddingBox />
      {newName !== null && <NewNameBox at={newName.at} from={newName.from} />}
      {picking !== null && <Picker tie={picking} />}
      {aiming !== null && <AimBox aim={aiming} />}
    </>
  )
}

/** The middle of what is drawn: of an element's box, of a tie's curve; of an area, where its title begins. */
function useMiddle(id: Id): Point | undefined {
  return useCanvas((state) => {
    const tie = state.scene?.tieById.get(id)
    return state.scene?.elementById.get(id)?.centre ?? (tie && middleOf(tie.curve)) ?? cornerOf(state.scene?.areaById.get(id)?.bounds)
  })
}

const middles = new WeakMap<object, Point>()
function middleOf(curve: Curve): Point {
  let middle = middles.get(curve)
  if (!middle) middles.set(curve, (middle = pointAt(curve, 0.5)))
  return middle
}

const corners = new WeakMap<Bounds, Point>()
function cornerOf(bounds: Bounds | undefined): Point | undefined {
  if (!bounds) return undefined
  let corner = corners.get(bounds)
  if (!corner) corners.set(bounds, (corner = [bounds.x, bounds.y]))
  return corner
}

/** A title is written where it will stand, its box beginning at the area's corner. */
const TITLE = [250, 26] as const

function RenameBox({ id }: { readonly id: Id }) {
  const middle = useMiddle(id)
  const { x, y, zoom } = useOnScreen(middle)
  const name = useLive((state) => state.map?.elements.get(id)?.name ?? state.map?.relationships.get(id)?.label ?? state.map?.areas.get(id)?.title ?? '')
  const isArea = useLive((state) => state.map?.areas.has(id) ?? false)
  const isTie = useLive((state) => state.map?.relationships.has(id) ?? false)
  const width = useCanvas((state) => state.scene?.elementById.get(id)?.size[0] ?? 0)
  const close = () => {
    if (session.getState().renaming === id) session.setState({ renaming: null })
    focusMap()
  }
  if (!middle) return null
  if (isArea) return <NameBox label="Title" start={name} x={x + TITLE[0] / 2} y={y + TITLE[1]} width={TITLE[0]} onDrop={close} onKeep={(to) => (renameTo(id, to), close())} />
  return <NameBox label={isTie ? 'Label' : 'Name'} start={name} x={x} y={y} width={width * zoom + 24} onDrop={close} onKeep={(to) => (renameTo(id, to), close())} />
}

function NewNameBox({ at, from }: { readonly at: Point; readonly from: Id | null }) {
  const { x, y } = useOnScreen(at)
  const close = () => {
    canvas.setState({ newName: null })
    focusMap()
  }
  return <NameBox label="Name of the new element" start="" x={x} y={y} width={200} onDrop={close} onKeep={(name) => (makeHere(name, at, from), close())} />
}

/** Room that the words for a tie's kind take, screen pixels. */
const PICKER = [150, 230] as const

function Picker({ tie }: { readonly tie: Id }) {
  const middle = useMiddle(tie)
  const { x, y } = useOnScreen(middle)
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  if (!middle) return null
  const inside = Math.max(PICKER[0] / 2 + 8, Math.min(width - PICKER[0] / 2 - 8, x))
  return <KindPicker tie={tie} x={inside} y={y} isAbove={y + PICKER[1] > height} />
}
