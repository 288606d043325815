import type { ReactFlowState } from '@xyflow/react'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { hitIndexOf } from '../scene/hit.ts'
import type { Bounds } from '../scene/scene.ts'
import { canvas } from './canvas-store.ts'

/** How far the pointer may stray and a press still be a press, screen pixels. */
export const STILL = 4
/** Half of the 24 px zone in which a tie takes a press, screen pixels. */
export const TIE_ZONE = 12

/** Where on the map the pointer is. */
export function worldAt({ domNode, transform: [x, y, zoom] }: Pick<ReactFlowState, 'domNode' | 'transform'>, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
  const box = domNode?.getBoundingClientRect()
  return [(clientX - (box?.left ?? 0) - x) / zoom, (clientY - (box?.top ?? 0) - y) / zoom]
}

/** What is under a point of the scene on screen: an element, a note, a title, else the nearest tie or edge within `tolerance` world units. */
export function at(point: Point, tolerance: number): Id | null {
  const { scene } = canvas.getState()
  return (scene && hitIndexOf(scene).at(point, tolerance)?.id) ?? null
}

/** The element that takes a press or a drop there: far out, one that is smaller than the zone about the point. */
export function elementAt(point: Point, tolerance: number): Id | null {
  const { scene } = canvas.getState()
  const hit = scene && hitIndexOf(scene).at(point, tolerance)
  return hit?.is === 'element' ? hit.id : null
}

/** What a marquee chooses: elements and notes that it touches, ties and areas that lie in it whole. */
export function inside(bounds: Bounds): readonly Id[] {
  const { scene } = canvas.getState()
  return scene ? hitIndexOf(scene).within(bounds).map((hit) => hit.id) : []
}

/** What a line drawn by hand goes round. */
export function enclosed(line: readonly Point[]): readonly Id[] {
  const { scene } = canvas.getState()
  return scene ? hitIndexOf(scene).enclosed(line).map((hit) => hit.id) : []
}
