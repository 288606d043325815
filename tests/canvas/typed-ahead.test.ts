import { expect, test } from 'vitest'
import { typedAhead } from '../../src/canvas/typed-ahead.ts'

const names = ['Ward 1', 'Care desk', 'Ward 2', 'Discharge ward']
const find = (letters: string, at = 0) => typedAhead(names, at, letters, (id) => id)

test('letters find from where one stands, and round to the beginning', () => {
  expect([find('w'), find('ward 2'), find('w', 1), find('w', 3), find('CARE', 2)]).toEqual([0, 2, 2, 0, 1])
})

test('a name that begins with them comes before one that has them, and nothing is found where none has', () => {
  expect([find('ward', 3), find('desk'), find('charge', 1), find('x')]).toEqual([0, 1, 3, null])
})
