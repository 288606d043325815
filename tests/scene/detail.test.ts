import { expect, test } from 'vitest'
import { detailAt, isReadable, isTextured, type Sight } from '../../src/scene/detail.ts'

const sight = (more: Partial<Sight>) => detailAt({ zoom: 1, cardScale: 1, tiesInSight: 94, cardsInSight: 46, starredInSight: 4, isMoving: false, ...more })
const without = (more: Partial<Sight>) => [...sight(more).without].sort()

test('close up everything is drawn, with the labels of starred ties where they are few', () => {
  expect(without({ zoom: 1.25 })).toEqual([])
  expect(without({ zoom: 1.25, starredInSight: 25 })).toEqual(['starred label'])
})

test('at reading size labels wait for hover and selection', () => {
  expect(without({ zoom: 0.82 })).toEqual(['starred label'])
})

test('smaller, kind marks, beads and textures go; the saw and the dash stay', () => {
  const gone = without({ zoom: 0.7 })
  expect(gone).toEqual(['bead', 'block', 'kind', 'pattern', 'starred label'])
})

test('below 8 px cards are small and only strong ties are lines of their own', () => {
  expect(sight({ zoom: 0.5 })).toMatchObject({ cards: 'small', leastStrength: 3, titleFloor: 10 })
  expect(sight({ zoom: 0.4 })).toMatchObject({ cards: 'small', leastStrength: 3, titleFloor: 14 })
})

test('cards that are mounted show their names and textures at the same sizes as painted ones', () => {
  for (const cardScale of [1, 1.15, 1.3]) {
    for (let zoom = 0.3; zoom < 1.2; zoom += 0.01) {
      const { cards, without: left } = sight({ zoom, cardScale })
      expect(isReadable(zoom, cardScale)).toBe(cards === 'full')
      expect(isTextured(zoom, cardScale)).toBe(!left.has('pattern') && !left.has('block'))
    }
  }
})

test('many ties in sight thin out at rest; at small sizes those within one organisation go', () => {
  expect(sight({ tiesInSight: 121 }).leastStrength).toBe(3)
  expect(sight({ tiesInSight: 120 }).leastStrength).toBe(0)
  expect(sight({ tiesInSight: 251, zoom: 0.7 }).hidesWithin).toBe(true)
  expect(sight({ tiesInSight: 251 }).hidesWithin).toBe(false)
})

test('a projector reads further out', () => {
  expect(without({ zoom: 0.65, cardScale: 1.3 })).not.toContain('kind')
})

test('nothing more is drawn while moving than at rest', () => {
  for (const zoom of [0.2, 0.5, 0.8, 1.3]) {
    for (const tiesInSight of [50, 400, 2000]) {
      const [still, moving] = [sight({ zoom, tiesInSight }), sight({ zoom, tiesInSight, isMoving: true })]
      for (const part of still.without) expect(moving.without.has(part)).toBe(true)
    }
  }
})
