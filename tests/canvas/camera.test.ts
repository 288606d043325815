import { describe, expect, test } from 'vitest'
import { boundsOf, fitted, fittedScene, flight, isOfAll, isWithin, resized, shownIn } from '../../src/canvas/camera.ts'
import { mountedOf } from '../../src/canvas/mounted.ts'
import { placer } from '../../src/edits/placement.ts'
import { apply } from '../../src/model/apply.ts'
import { make, place } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { sharedOf } from '../../src/model/system-map.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { buildScene } from '../../src/scene/build-scene.ts'

function row(count: number) {
  const ids = Array.from({ length: count }, (_, i) => `e${i}`)
  const map = apply(emptyMap('m'), { writes: ids.flatMap((id, i) => [make('elements', id, { name: `Team ${i}` }), place(id, i * 200, 0)]) })
  return buildScene(null, { moment: map, reading: resolve(map, sharedOf(map).id), selection: [], cardScale: 1, qualityTint: false })
}

/** A grid of cards, some way apart. */
function columns(across: number, down: number) {
  const ids = Array.from({ length: across * down }, (_, i) => `e${i}`)
  const map = apply(emptyMap('m'), { writes: ids.flatMap((id, i) => [make('elements', id, { name: `Team ${i}` }), place(id, (i % across) * 200, Math.floor(i / across) * 160)]) })
  return buildScene(null, { moment: map, reading: resolve(map, sharedOf(map).id), selection: [], cardScale: 1, qualityTint: false })
}

describe('The view', () => {
  test('that fits shows all of it, in the middle of the window', () => {
    const bounds = { x: -500, y: 100, width: 3000, height: 400 }
    const view = fitted(bounds, 974, 592)
    expect(isWithin(bounds, shownIn(view, 974, 592))).toBe(true)
    expect(-500 * view.zoom + view.x).toBeCloseTo(974 - ((2500) * view.zoom + view.x))
  })

  test('of everything is known from any other', () => {
    const scene = row(20)
    expect(isOfAll(fittedScene(scene, 1366, 600), scene, [1366, 600])).toBe(true)
    expect(isOfAll(fittedScene(scene, 1366, 600), scene, [800, 1000])).toBe(false)
    expect(isOfAll({ ...fittedScene(scene, 1366, 600), x: 0 }, scene, [1366, 600])).toBe(false)
  })

  test('of a map that has hardly begun keeps room for what is to come; of a part of one it goes near', () => {
    const few = row(2)
    expect(fittedScene(few, 1366, 600).zoom).toBeLessThan(1.3)
    expect(fittedScene({ bounds: few.bounds, elements: few.elements, isPart: true }, 1366, 600).zoom).toBe(1.6)
  })

  test('of everything has nothing under the buttons in the corner: it moves up or aside where there is room, else it is smaller', () => {
    const corner = (scene: ReturnType<typeof row>, width: number, height: number) => {
      const view = fittedScene(scene, width, height)
      return scene.elements.filter(({ centre, size }) => (centre[0] + size[0] / 2) * view.zoom + view.x > width - 200 && (centre[1] + size[1] / 2) * view.zoom + view.y > height - 56 + 0.001)
    }
    const tall = columns(13, 8)
    expect(corner(tall, 1366, 600)).toEqual([])
    expect(isOfAll(fittedScene(tall, 1366, 600), tall, [1366, 600])).toBe(true)
    // Room above: the same size, only higher.
    const wide = columns(13, 7)
    const zoom = fitted({ ...wide.bounds, x: wide.bounds.x + 18, y: wide.bounds.y + 18, width: wide.bounds.width - 36, height: wide.bounds.height - 36 }, 1366, 610).zoom
    expect(corner(wide, 1366, 610)).toEqual([])
    expect(fittedScene(wide, 1366, 610).zoom).toBe(zoom)
    // Room at either side: as large, only further to the left.
    const high = columns(12, 8)
    const own = { ...high.bounds, x: high.bounds.x + 18, y: high.bounds.y + 18, width: high.bounds.width - 36, height: high.bounds.height - 36 }
    expect(corner(high, 1450, 600)).toEqual([])
    expect(fittedScene(high, 1450, 600)).toMatchObject({ zoom: fitted(own, 1450, 600).zoom, y: fitted(own, 1450, 600).y })
    expect(fittedScene(high, 1450, 600).x).toBeLessThan(fitted(own, 1450, 600).x)
    expect(fittedScene(tall, 600, 600).zoom).toBe(fitted({ ...tall.bounds, x: tall.bounds.x + 18, y: tall.bounds.y + 18, width: tall.bounds.width - 36, height: tall.bounds.height - 36 }, 600, 600).zoom)
  })

  test('of a part keeps its middle and its zoom when the window is another size', () => {
    const before = { x: -300, y: 120, zoom: 1.1 }
    const after = resized(before, [1366, 600], [800, 1000])
    const middle = (view: typeof before, width: number, height: number) => [(width / 2 - view.x) / view.zoom, (height / 2 - view.y) / view.zoom]
    expect(after.zoom).toBe(1.1)
    expect(middle(after, 800, 1000)).toEqual(middle(before, 1366, 600).map((at) => expect.closeTo(at, 6)))
  })

  test('of a map that has hardly begun shows the room it will take', () => {
    const scene = row(1)
    const shown = shownIn(fittedScene(scene, 974, 592), 974, 592)
    const organised = apply(emptyMap('m'), { writes: [1, 2, 3, 4].map((slot) => make('organisations', `o${slot}`, { name: `Organisation ${slot}`, slot: slot as 1 })) })
    const places = placer(organised)
    for (const organisation of organised.organisations.keys()) {
      const [x, y] = places.place({ name: 'Hospital discharge team', kind: 'team', organisation })
      expect(isWithin({ x: x - 90, y: y - 26, width: 180, height: 52 }, shown)).toBe(true)
    }
  })

  test('does not fly where what is asked for can be seen already', () => {
    const scene = row(5)
    const bounds = boundsOf(scene, ['e2'])
    expect(bounds && flight(bounds, { x: 0, y: 300, zoom: 1 }, 974, 592)).toBeNull()
  })

  test('flies so that what is asked for is in sight and large enough to read', () => {
    const scene = row(40)
    const bounds = boundsOf(scene, ['e39'])
    if (!bounds) throw new Error('no bounds')
    const to = flight(bounds, { x: 0, y: 300, zoom: 0.2 }, 974, 592)
    expect(to && isWithin(bounds, shownIn(to, 974, 592))).toBe(true)
    expect(to?.zoom).toBeGreaterThanOrEqual(0.9)
  })

  test('goes no further than it must for what lies just outside, and keeps the rest in sight', () => {
    const scene = row(6)
    const [near, before] = [boundsOf(scene, ['e5']), boundsOf(scene, ['e2'])]
    if (!near || !before) throw new Error('no bounds')
    const to = flight(near, { x: 0, y: 300, zoom: 1 }, 974, 592)
    expect(to && isWithin(near, shownIn(to, 974, 592)) && isWithin(before, shownIn(to, 974, 592))).toBe(true)
    expect(to).toMatchObject({ y: 300, zoom: 1 })
  })

  test('leaves nothing that is gone to under the buttons in the corner', () => {
    const scene = row(6)
    const bounds = boundsOf(scene, ['e5'])
    if (!bounds) throw new Error('no bounds')
    for (const y of [570, 700]) {
      const to = flight(bounds, { x: -100, y, zoom: 1 }, 974, 592)
      expect(to?.y).toBeLessThanOrEqual(592 - 56 - (bounds.y + bounds.height))
    }
  })

  test('asks of a bent tie only where its line runs, not where the points that bend it lie', () => {
    const ids = ['a', 'b', 'c']
    const writes = [...ids.flatMap((id, i) => [make('elements', id, { name: `Team ${id}` }), place(id, 0, i * 120)]), make('relationships', 't', { from: 'a', to: 'c' })]
    const map = apply(emptyMap('m'), { writes })
    const scene = buildScene(null, { moment: map, reading: resolve(map, sharedOf(map).id), selection: [], cardScale: 1, qualityTint: false })
    const bend = Math.max(...(scene.tieById.get('t')?.curve ?? []).map(([x]) => Math.abs(x)))
    const bounds = boundsOf(scene, ['t'])
    expect(bend).toBeGreaterThan(60)
    expect(bounds && ['a', 'c'].every((id) => isWithin(boundsOf(scene, [id]) ?? bounds, bounds))).toBe(true)
    expect(Math.max(-(bounds?.x ?? 0), (bounds?.x ?? 0) + (bounds?.width ?? 0))).toBeLessThan(bend * 0.8)
  })
})

describe('Mounted', () => {
  test('are all elements of a map of 300', () => {
    const scene = row(300)
    expect(mountedOf(scene, { x: 0, y: 0, width: 10, height: 10 }, true, new Set()).elements).toHaveLength(300)
  })

  test('are of a larger one those in sight, and always those that are kept', () => {
    const scene = row(400)
    const { elements, areDrawn } = mountedOf(scene, { x: 0, y: -100, width: 1000, height: 200 }, true, new Set(['e399']))
    const ids = elements.map((element) => element.id)
    expect(areDrawn).toBe(true)
    expect(ids).toContain('e2')
    expect(ids).toContain('e399')
    expect(ids.length).toBeLessThan(12)
  })

  test('are only those that are kept where names are too small to read', () => {
    const scene = row(400)
    expect(mountedOf(scene, { x: 0, y: -100, width: 90000, height: 200 }, false, new Set(['e7'])).elements.map((element) => element.id)).toEqual(['e7'])
  })

  test('are drawn there only where all in sight are, and can be read: no card looks different beside the painted ones', () => {
    const all = { x: 0, y: -100, width: 90000, height: 200 }
    expect(mountedOf(row(300), all, true, new Set()).areDrawn).toBe(true)
    expect(mountedOf(row(300), all, false, new Set()).areDrawn).toBe(false)
    expect(mountedOf(row(400), all, true, new Set(['e7']))).toMatchObject({ elements: [{ id: 'e7' }], areDrawn: false })
    expect(mountedOf(row(400), all, false, new Set(['e7'])).areDrawn).toBe(false)
  })
})
