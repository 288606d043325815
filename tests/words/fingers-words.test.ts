import { expect, it } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { make, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { handsWords } from '../../src/words/fingers-words.ts'

it('A show of many hands names three at either end, and how many more there are', () => {
  const tables = ['1', '2', '3', '4', '5', '6', '7']
  const map = apply(emptyMap('m'), {
    writes: [
      make('elements', 'a', { name: 'A' }), make('elements', 'b', { name: 'B' }), make('relationships', 't', { from: 'a', to: 'b' }),
      ...tables.flatMap((id, i): Write[] => [make('perspectives', `T${id}`, { name: `Table ${id}`, type: 'table', order: i }), { at: 'judgements', id: `T${id}:t`, field: 'presence', to: i < 5 ? 1 : 4 }]),
    ],
  })
  expect(handsWords(map, 't', voicesOf(map), 'strength', false)).toBe('Far apart. Table 6 and Table 7 say joined; Table 1, Table 2, Table 3 and 2 more say aware.')
})
