import { expect, test } from 'vitest'
import { ELEMENT_KINDS, TIE_KINDS } from '../../src/model/kinds.ts'
import { SCALES, stepOf, STRENGTH, QUALITY } from '../../src/model/scales.ts'

test('the scales run as the product says: strength and how much 0 to 5, quality -2 to 2, the others 1 to 5', () => {
  expect(Object.fromEntries(SCALES.map(({ id, steps }) => [id, steps.map(({ value }) => value)]))).toEqual({
    strength: [0, 1, 2, 3, 4, 5], 'how-much': [0, 1, 2, 3, 4, 5], quality: [-2, -1, 0, 1, 2], influence: [1, 2, 3, 4, 5], interest: [1, 2, 3, 4, 5], progress: [1, 2, 3, 4, 5],
  })
})

test('every step has a word of its own', () => {
  for (const { id, steps } of SCALES) {
    expect(new Set(steps.map(({ short }) => short)).size, id).toBe(steps.length)
    for (const { short } of steps) expect(short, id).not.toBe('')
  }
})

test('the words in the room are those of the product', () => {
  expect(STRENGTH.steps.map(({ short }) => short)).toEqual(['No tie', 'Aware', 'In touch', 'Coordinated', 'Joined', 'As one'])
  expect(QUALITY.steps.map(({ short }) => short)).toEqual(['Working against', 'Strained', 'Untested', 'Good', 'Trusting'])
  expect(stepOf(STRENGTH, 3)?.full).toBe('We plan around each other, with known names and routes.')
  expect(stepOf(STRENGTH, 6)).toBeUndefined()
})

test('there are eight kinds of element and seven kinds of tie, of which only working together goes both ways', () => {
  expect(ELEMENT_KINDS.map(({ value }) => value)).toEqual(['role', 'team', 'organisation', 'people', 'group', 'asset', 'factor', 'outcome'])
  expect(TIE_KINDS.map(({ value, mutual }) => `${value}${mutual ? ' both ways' : ''}`)).toEqual(['works both ways', 'refers', 'informs', 'funds', 'governs', 'supports', 'influences'])
  const words = TIE_KINDS.flatMap((kind) => kind.words)
  expect(new Set(words).size).toBe(words.length)
})
