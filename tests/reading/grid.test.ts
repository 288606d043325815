import { expect, it } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { make, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { standingsOf } from '../../src/reading/grid.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { voicesOf } from '../../src/reading/voices.ts'

it('The grid places what is not said no to, and says from where to where two or more voices put it', () => {
  const said = (who: string, subject: string, field: string, to: number): Write => ({ at: 'judgements', id: `${who}:${subject}`, field, to })
  const map = apply(emptyMap('m'), {
    writes: [
      ...['T1', 'T2'].map((id) => make('perspectives', id, { name: id, type: 'table' })), ...['a', 'b', 'gone'].map((id) => make('elements', id, { name: id })),
      said('T1', 'a', 'influence', 2), said('T2', 'a', 'influence', 5), said('T1', 'a', 'interest', 4), said('shared', 'gone', 'presence', 0), said('shared', 'b', 'interest', 3),
    ],
  })
  expect(standingsOf(map, resolve(map, 'shared'), voicesOf(map))).toEqual([
    { id: 'a', influence: 3.5, interest: undefined, influenceFrom: [2, 5], interestFrom: null },
    { id: 'b', influence: undefined, interest: 3, influenceFrom: null, interestFrom: null },
  ])
})
