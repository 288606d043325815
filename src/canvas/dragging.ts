import type { NodeChange } from '@xyflow/react'
import { lyingIn } from '../edits/areas.ts'
import { standingMiddle } from '../edits/standing-box.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { live } from '../session/live.ts'
import { session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'

/** Where everything is while the pointer drags some of it: with an area goes what lies in it, with what is selected all else that is. The map itself changes only on the drop. */
export function dragTo(changes: readonly NodeChange[]): void {
  let held: Map<Id, Point> | null = null
  const led = new Set<Id>()
  for (const change of changes) {
    if (change.type !== 'position' || !change.position || !change.dragging) continue
    held ??= new Map(canvas.getState().dragged)
    held.set(change.id, [change.position.x, change.position.y])
    led.add(change.id)
  }
  const { map } = live.getState()
  if (!held || !map) return
  const carried = new Map<Id, Point>()
  const { selection } = session.getState()
  const lead = selection.find((id) => led.has(id))
  const began = lead === undefined ? null : standingMiddle(map, lead)
  if (lead !== undefined && began) {
    const [x, y] = held.get(lead) as Point
    for (const other of selection) {
      const middle = led.has(other) ? null : standingMiddle(map, other)
      if (middle) carried.set(other, [middle[0] + x - began[0], middle[1] + y - began[1]])
    }
  }
  for (const [id, at] of [...held, ...carried]) {
    const area = map.areas.get(id)
    const from = area && standingMiddle(map, id)
    if (!area || !from) continue
    for (const inner of lyingIn(map, area)) {
      const middle = standingMiddle(map, inner)
      if (middle) carried.set(inner, [middle[0] + at[0] - from[0], middle[1] + at[1] - from[1]])
    }
  }
  canvas.setState({ dragged: new Map([...held, ...carried]) })
}
