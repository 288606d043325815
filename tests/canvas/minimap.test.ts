import { expect, test } from 'vitest'
import { shownIn } from '../../src/canvas/camera.ts'
import { centredOn, needsMinimap, viewInMinimap, worldAt } from '../../src/canvas/minimap-view.ts'

const whole = { x: -1000, y: 200, width: 40_000, height: 9_000 }

test('a minimap shows all of the map in its middle, however far out, and knows what each point of it stands for', () => {
  const mini = viewInMinimap(whole, 200, 132)
  const shown = shownIn(mini, 200, 132)
  expect(shown.x <= whole.x && shown.y <= whole.y && shown.x + shown.width >= whole.x + whole.width && shown.y + shown.height >= whole.y + whole.height).toBe(true)
  const [x, y] = worldAt(mini, [100, 66])
  expect([x, y]).toEqual([expect.closeTo(19_000), expect.closeTo(4_700)])
})

test('a press on it brings that point to the middle of the window and keeps the zoom', () => {
  const view = centredOn([300, -80], 0.5, 1000, 600)
  const { x, y, width, height } = shownIn(view, 1000, 600)
  expect([view.zoom, x + width / 2, y + height / 2]).toEqual([0.5, 300, -80])
})

test('it is there for many elements, and for fewer where little of the map is in sight; never for a handful', () => {
  const third = { ...whole, width: whole.width / 3.1, height: whole.height / 3.1 }
  expect([needsMinimap(150, whole, whole), needsMinimap(149, whole, whole), needsMinimap(46, whole, third), needsMinimap(12, whole, third)]).toEqual([true, false, true, false])
})
