import { useStoreApi } from '@xyflow/react'
import { useState, type CSSProperties, type MouseEvent } from 'react'
import { moreItems, waterItems } from '../commands/more.ts'
import { besideBox, MenuList, type MenuItem } from '../controls/MenuList.tsx'
import type { Point } from '../model/records.ts'
import { select, session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'
import { focusMap } from './focus-map.ts'
import { nameHere } from './gestures.ts'
import { at as hitAt, TIE_ZONE, worldAt } from './hit.ts'
import { STANDING } from './standing-there.ts'

interface Asked {
  readonly at: CSSProperties
  /** Where on open water it was asked for; null where it is about what is chosen. */
  readonly water: Point | null
}

/** Whether a pointer or a finger asked, and not a key. */
const isPointed = ({ button, nativeEvent }: MouseEvent) => button === 2 || ('pointerType' in nativeEvent && nativeEvent.pointerType === 'touch')

/** The second button, a long press or the menu key: what can be done with what lies there; on open water, with the map. */
export function useMapMenu() {
  const flow = useStoreApi()
  const [asked, setAsked] = useState<Asked | null>(null)

  function onContextMenu(event: MouseEvent) {
    const { target, clientX, clientY } = event
    if (!(target instanceof Element) || session.getState().aiming !== null) return
    const body = target.closest<HTMLElement>(STANDING)
    const ring = target.closest<HTMLElement>('[data-ring]')
    if (!body && !ring && !target.matches('.react-flow__pane, .map-keys, .map-region')) return
    event.preventDefault()
    const point = worldAt(flow.getState(), event)
    const { selection } = session.getState()
    const byPointer = isPointed(event)
    const near = byPointer ? hitAt(point, TIE_ZONE / flow.getState().transform[2]) : (selection.at(-1) ?? null)
    // The inside of an area is open water; its edge is not, unless a tie crosses it there.
    const id = (body?.matches('.area') ? null : body?.dataset['id']) ?? ring?.dataset['ring'] ?? near ?? body?.dataset['id'] ?? null
    if (id !== null && !selection.includes(id)) select([id])
    const box = byPointer ? { left: clientX, top: clientY, bottom: clientY } : (body ?? target).getBoundingClientRect()
    setAsked({ at: besideBox(box), water: id === null ? point : null })
  }

  return { asked, onContextMenu, close: () => setAsked(null) }
}

export function MapMenu({ asked: { at, water }, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  return (
    <MenuList
      name={water ? 'More to do with the map' : 'More to do with this'}
      items={water ? [...(canvas.getState().canEdit ? newItems(water) : []), ...waterItems()] : moreItems(session.getState().selection)}
      at={at}
      onClose={(returnsFocus) => {
        onClose()
        if (returnsFocus) focusMap()
      }}
    />
  )
}

/** What is made just there: a press of two does the same. */
function newItems(at: Point): readonly MenuItem[] {
  return [
    { id: 'element-here', title: 'New element here', onChoose: () => nameHere(at, null) },
    {
      id: 'note-here',
      title: 'New note here',
      onChoose() {
        canvas.setState({ addingAt: at })
        session.setState({ adding: 'note' })
      },
    },
  ]
}
