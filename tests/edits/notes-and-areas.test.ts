import { describe, expect, it } from 'vitest'
import { addArea, areaAround, carried, LEAST_AREA, lyingIn, resizeArea } from '../../src/edits/areas.ts'
import { coverWithBackground, placeBackground, scaleBackground, setBackground } from '../../src/edits/background.ts'
import { move, nudge } from '../../src/edits/move.ts'
import { addNote, writeNote } from '../../src/edits/notes.ts'
import { placer } from '../../src/edits/placement.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { rename } from '../../src/edits/set-field.ts'
import { boxAround, standingBox, standingMiddle } from '../../src/edits/standing-box.ts'
import { apply } from '../../src/model/apply.ts'
import { make, place } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'

/** Two elements in an area at the left, with a note and a smaller area; one element outside. */
const map = apply(emptyMap('m'), {
  writes: [
    make('elements', 'ward', { name: 'Ward' }), place('ward', 100, 100),
    make('elements', 'desk', { name: 'Desk' }), place('desk', 200, 180),
    make('elements', 'far', { name: 'Far' }), place('far', 900, 100),
    make('elements', 'nowhere', { name: 'Nowhere' }),
    make('relationships', 'tie', { from: 'ward', to: 'far' }),
    make('notes', 'note', { text: 'Ask them', position: [40, 200], width: 160 }),
    make('areas', 'big', { title: 'Winter', position: [0, 0], size: [400, 300] }),
    make('areas', 'small', { title: 'Beds', position: [20, 60], size: [160, 100] }),
    make('areas', 'across', { title: 'Half in', position: [300, 200], size: [300, 300] }),
  ],
})
const after = (change: Parameters<typeof apply>[1]) => apply(map, change)

describe('what lies in an area', () => {
  it('is elements and notes with their middles in it, and areas that are in it whole', () => {
    const of = (id: string) => lyingIn(map, map.areas.get(id) as never)
    expect(of('big')).toEqual(['ward', 'desk', 'note', 'small'])
    expect(of('small')).toEqual(['ward'])
    expect(of('across')).toEqual([])
  })

  it('moves with it, once, however it was chosen, and its elements are pinned', () => {
    const moved = after(nudge(map, ['big', 'small', 'ward'], 8, -16))
    expect(moved.areas.get('big')?.position).toEqual([8, -16])
    expect(moved.areas.get('small')?.position).toEqual([28, 44])
    expect(moved.areas.get('across')).toBe(map.areas.get('across'))
    expect(moved.notes.get('note')?.position).toEqual([48, 184])
    expect(moved.positions.get('ward')).toEqual([108, 84])
    expect(moved.positions.get('desk')).toEqual([208, 164])
    expect(moved.positions.get('far')).toEqual([900, 100])
    expect([...moved.elements.values()].filter((element) => element.pinned).map((element) => element.id)).toEqual(['ward', 'desk'])
  })

  it('stays where it is when the area is resized or removed', () => {
    const resized = after(resizeArea(map, 'big', { x: -50, width: 450 }))
    expect(resized.areas.get('big')).toMatchObject({ position: [-50, 0], size: [450, 300] })
    expect(resized.positions).toBe(map.positions)
    expect(resized.notes).toBe(map.notes)
    const removed = after(removeSubjects(map, ['big', 'note', 'tie']))
    expect([...removed.areas.keys()]).toEqual(['small', 'across'])
    expect(removed.notes.size + removed.relationships.size).toBe(0)
    expect(removed.elements).toBe(map.elements)
  })

  it('does not hold another that covers it exactly: two such areas each move alone', () => {
    const twins = apply(map, { writes: [make('areas', 'twin', { position: [0, 0], size: [400, 300] })] })
    expect(carried(twins, ['twin']).has('big')).toBe(false)
    expect(carried(twins, ['twin']).has('small')).toBe(true)
  })

  it('moves back to where it was by the opposite step, in every generated map', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const before = generateMap(seeded(seed), 2)
      const ids = [...before.areas.keys(), ...before.notes.keys()]
      const there = apply(before, nudge(before, ids, 40, -24))
      const back = apply(there, nudge(there, carried(before, ids), -40, 24))
      expect(back.notes, `seed ${seed}`).toEqual(before.notes)
      expect(back.areas, `seed ${seed}`).toEqual(before.areas)
      expect(back.positions, `seed ${seed}`).toEqual(before.positions)
    }
  })
})

describe('an area round what is chosen', () => {
  const made = areaAround(map, ['ward', 'desk', 'note', 'tie', 'nowhere', 'gone'], seeded(3))
  const next = after(made.change)
  const area = next.areas.get(made.id)

  it('holds all of it, with room for its title, and pins its elements', () => {
    expect(area && lyingIn(next, area)).toEqual(expect.arrayContaining(['ward', 'desk', 'note']))
    const inner = boxAround(map, ['ward', 'desk', 'note'])
    expect(area && inner && inner.y - area.position[1]).toBeGreaterThan(40)
    expect(next.elements.get('ward')?.pinned && next.elements.get('desk')?.pinned).toBe(true)
    expect(next.elements.get('nowhere')?.pinned).toBe(false)
  })

  it('is none where nothing chosen stands anywhere', () => {
    expect(areaAround(map, ['nowhere', 'tie'], seeded(3)).change.writes).toEqual([])
  })
})

describe('a note', () => {
  it('is made of words, and not of spaces; left without words it goes', () => {
    const { id, change } = addNote(map, ' Bring the bed manager.\n', [10.4, -3.6], seeded(1))
    expect(after(change).notes.get(id)).toMatchObject({ text: 'Bring the bed manager.', position: [10, -4], width: 240 })
    expect(addNote(map, ' \n', [0, 0], seeded(1)).change.writes).toEqual([])
    expect(after(writeNote(map, 'note', 'Ask')).notes.get('note')?.text).toBe('Ask')
    expect(after(writeNote(map, 'note', '  ')).notes.has('note')).toBe(false)
    expect(writeNote(map, 'note', ' Ask them ').writes).toEqual([])
  })

  it('is dragged by its middle and lands to the unit', () => {
    const middle = standingMiddle(map, 'note')
    if (!middle) throw new Error('no note')
    expect(move(map, new Map([['note', middle]])).writes).toEqual([])
    expect(after(move(map, new Map([['note', [middle[0] + 7, middle[1] - 7]]]))).notes.get('note')?.position).toEqual([47, 193])
  })

  it('keeps its place from what is added later', () => {
    const at = placer(map).place({ name: 'New', kind: 'team', organisation: null }, standingMiddle(map, 'note') ?? undefined)
    const note = standingBox(map, 'note')
    expect(note && (at[0] + 42 <= note.x || at[0] - 42 >= note.x + note.width || at[1] + 15 <= note.y || at[1] - 15 >= note.y + note.height)).toBe(true)
  })
})

it('an area is titled in place, and can lose its title', () => {
  expect(after(rename(map, 'big', ' Winter  plan ')).areas.get('big')?.title).toBe('Winter plan')
  expect(after(rename(map, 'big', '')).areas.get('big')?.title).toBe('')
  const { id, change } = addArea(map, [0, 0], '', seeded(2))
  expect(after(change).areas.get(id)).toMatchObject({ position: [-240, -160], size: [480, 320] })
  expect(after(resizeArea(map, 'big', { width: 2, height: 2 })).areas.get('big')?.size).toEqual([LEAST_AREA, LEAST_AREA])
})

describe('a background picture', () => {
  const picture = { type: 'image/webp', data: 'AAAA', pixels: [1000, 500] } as const
  const placed = (of: SystemMap) => of.meta.background
  const shown = after(setBackground(map, picture))

  it('covers the map at first, in its own proportions and about the same middle', () => {
    const all = boxAround(map, [...map.elements.keys(), ...map.notes.keys(), ...map.areas.keys()])
    const { position, size } = placed(shown) as never as { position: [number, number]; size: [number, number] }
    if (!all) throw new Error('nothing on the map')
    expect(size[0] / size[1]).toBeCloseTo(2, 1)
    expect(position[0]).toBeLessThanOrEqual(all.x)
    expect(position[1]).toBeLessThanOrEqual(all.y)
    expect(position[0] + size[0]).toBeGreaterThanOrEqual(all.x + all.width)
    expect(position[1] + size[1]).toBeGreaterThanOrEqual(all.y + all.height)
    expect(position[0] + size[0] / 2).toBeCloseTo(all.x + all.width / 2, -0.5)
    expect(placed(apply(emptyMap('e'), setBackground(emptyMap('e'), picture)))).toMatchObject({ position: [-900, -450], size: [1800, 900] })
  })

  it('is moved, and grows with its proportions', () => {
    const here = apply(shown, { writes: [{ at: 'meta', id: 'map', field: 'background', to: { type: 'image/png', data: 'AAAA', position: [0, 0], size: [1000, 500] } }] })
    expect(placed(apply(here, placeBackground(here, { x: 30 })))).toMatchObject({ position: [30, 0], size: [1000, 500] })
    expect(placed(apply(here, placeBackground(here, { height: 250 })))).toMatchObject({ position: [0, 0], size: [500, 250] })
    expect(placed(apply(here, scaleBackground(here, 1.2)))).toMatchObject({ position: [-100, -50], size: [1200, 600] })
    expect(placed(apply(here, coverWithBackground(here)))).toEqual({ ...placed(shown), type: 'image/png' })
  })

  it('that a file gave no size can still be put right', () => {
    const flat = apply(map, { writes: [{ at: 'meta', id: 'map', field: 'background', to: { type: 'image/png', data: 'AAAA', position: [0, 0], size: [0, -4] } }] })
    const { size } = placed(apply(flat, placeBackground(flat, { width: 400 }))) as never as { size: [number, number] }
    expect(size.every((n) => n >= 40)).toBe(true)
  })
})
