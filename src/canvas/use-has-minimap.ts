import { useStore } from '@xyflow/react'
import { useSession } from '../session/hooks.ts'
import { shownIn } from './camera.ts'
import { useCanvas } from './canvas-store.ts'
import { needsMinimap } from './minimap-view.ts'

/** A window smaller than this has no room for a second map in it. CSS px. */
const ROOM = [480, 320] as const

/** Whether the minimap is on screen: as was asked for, else where the map needs one. Null where the window has no room for it. */
export function useHasMinimap(): boolean | null {
  const asked = useSession((state) => state.minimap)
  const whole = useCanvas((state) => state.scene?.bounds)
  const elements = useCanvas((state) => state.scene?.elements.length ?? 0)
  const hasRoom = useStore(({ width, height }) => width >= ROOM[0] && height >= ROOM[1])
  const isNeeded = useStore(({ transform: [x, y, zoom], width, height }) => whole !== undefined && needsMinimap(elements, whole, shownIn({ x, y, zoom }, width, height)))
  return hasRoom && whole ? (asked ?? isNeeded) : null
}
