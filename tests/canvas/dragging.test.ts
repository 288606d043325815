import { beforeEach, expect, it } from 'vitest'
import { canvas, clearCanvas } from '../../src/canvas/canvas-store.ts'
import { dragTo } from '../../src/canvas/dragging.ts'
import { apply } from '../../src/model/apply.ts'
import { make, place, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { live } from '../../src/session/live.ts'
import { session, START } from '../../src/session/session.ts'

const ids = Array.from({ length: 400 }, (_, i) => `e${i}`)

beforeEach(() => {
  const writes: Write[] = ids.flatMap((id, i) => [make('elements', id, { name: id }), place(id, i * 200, 0)])
  writes.push(make('areas', 'area', { title: 'Here', position: [-50, -50], size: [100, 100] }))
  live.setState({ map: apply(emptyMap('m'), { writes }) })
  session.setState(START, true)
  clearCanvas()
})

const drag = (id: string, x: number, y: number) => dragTo([{ type: 'position', id, position: { x, y }, dragging: true }])
const dragged = () => canvas.getState().dragged

it('Of hundreds that are selected the one under the pointer takes the others with it, step by step', () => {
  session.setState({ selection: ids.slice(0, 350) })
  drag('e7', 1400 + 30, 10)
  drag('e7', 1400 + 90, 45)
  expect(dragged()?.size).toBe(350)
  for (const [i, id] of ids.slice(0, 350).entries()) expect(dragged()?.get(id)).toEqual([i * 200 + 90, 45])
})

it('What is not selected goes alone, and an area that is selected takes what lies in it', () => {
  session.setState({ selection: ['e5', 'area'] })
  drag('e7', 0, 300)
  expect([...(dragged()?.keys() ?? [])]).toEqual(['e7'])
  canvas.setState({ dragged: null })
  drag('e5', 1010, 20)
  expect([dragged()?.get('area'), dragged()?.get('e0')]).toEqual([[10, 20], [10, 20]])
})
