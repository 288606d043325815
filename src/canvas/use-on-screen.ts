import { useStore } from '@xyflow/react'
import type { Point } from '../model/records.ts'

/** Where a point of the world is on screen. */
export function useOnScreen(point: Point | undefined): { readonly x: number; readonly y: number; readonly zoom: number } {
  const [x, y, zoom] = useStore((state) => state.transform)
  const [px, py] = point ?? [0, 0]
  return { x: px * zoom + x, y: py * zoom + y, zoom }
}
