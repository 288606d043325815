import { useStore, type Node } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import type { Id } from '../model/ids.ts'
import type { Size } from '../model/records.ts'
import { isReadable } from '../scene/detail.ts'
import { useSession } from '../session/hooks.ts'
import { shownIn } from './camera.ts'
import { canvas, useCanvas } from './canvas-store.ts'
import { isMountedInPart, MOST_KEPT, mountedBeside, mountedOf } from './mounted.ts'

/** What React Flow is given of a thing on the map: where its middle is, how large it is, and whether it is drawn there. The rest is the scene's. */
export type MapNode = Node<{ isDrawn: boolean }, 'element' | 'note' | 'area'>

/** Cards lie over notes, and both over areas. Ties and words are painted apart. */
const HEIGHTS: Readonly<Record<NonNullable<MapNode['type']>, number>> = { element: 0, note: -1, area: -2 }

const DRAWN = { isDrawn: true }
/** A place to press and to hear: what is seen of it is painted. */
const PAINTED = { isDrawn: false }

/** One React Flow node for each element, note and area that is mounted, in the order they are read. A node that did not change is the same object. */
export function useNodes(): MapNode[] {
  const scene = useCanvas((state) => state.scene)
  const selection = useSession((state) => state.selection)
  const hovered = useCanvas((state) => (isMountedInPart(state.scene) ? state.hovered : null))
  const stop = useCanvas((state) => state.stop)
  // Only a large map mounts by what is in sight; a small one need not look at the viewport at all.
  const view = useStore((state) => (isMountedInPart(canvas.getState().scene) ? `${state.transform.join(' ')} ${state.width} ${state.height}` : ''))
  const canRead = useStore((state) => isReadable(state.transform[2], canvas.getState().scene?.cardScale ?? 1))
  const known = useRef(new Map<Id, MapNode>())

  return useMemo(() => {
    if (!scene) return []
    const [x = 0, y = 0, zoom = 1, width = 0, height = 0] = view.split(' ').map(Number)
    const dragged = canvas.getState().dragged
    // Of a crowd in hand the one under the pointer is enough: it takes the others with it.
    const kept = new Set<Id>([...(selection.length <= MOST_KEPT ? selection : []), ...(dragged && dragged.size <= MOST_KEPT ? dragged.keys() : [])])
    if (hovered !== null) kept.add(hovered)
    if (stop !== null) kept.add(stop)
    const next = new Map<Id, MapNode>()
    const put = (type: NonNullable<MapNode['type']>, id: Id, [cx, cy]: readonly [number, number], [w, h]: Size, selected: boolean, data = PAINTED) => {
      const before = known.current.get(id)
      const isSame = before?.type === type && before.position.x === cx && before.position.y === cy && before.selected === selected && before.width === w && before.height === h && before.data === data
      next.set(id, isSame ? before : {
        id, type, position: { x: cx, y: cy }, data, selected, width: w, height: h, zIndex: HEIGHTS[type],
        // The inside of an area is open water: only its edge and its title take the pointer.
        ...(type === 'area' ? { style: { pointerEvents: 'none' } } : {}),
        domAttributes: { 'aria-roledescription': undefined } as Record<string, undefined>,
      })
    }
    // A drag is in the scene before this draws: it need not be looked at twice a frame.
    const mounted = mountedOf(scene, shownIn({ x, y, zoom: zoom || 1 }, width, height), canRead, kept)
    for (const { id, centre, size, isSelected } of mounted.elements) put('element', id, centre, size, isSelected, mounted.areDrawn ? DRAWN : PAINTED)
    for (const { id, centre, size, isSelected } of mountedBeside(scene.notes, kept)) put('note', id, centre, size, isSelected)
    for (const { id, bounds, isSelected } of mountedBeside(scene.areas, kept)) put('area', id, [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2], [bounds.width, bounds.height], isSelected)
    known.current = next
    return [...next.values()]
  }, [scene, selection, hovered, stop, view, canRead])
}
