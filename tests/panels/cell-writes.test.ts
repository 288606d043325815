import { describe, expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { make } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { isNotUnderstood } from '../../src/panels/table/cell-text.ts'
import { copiedCells, pastedCells, writeCells, type CellWrite } from '../../src/panels/table/cell-writes.ts'
import { tabOf } from '../../src/panels/table/columns.ts'

const map = apply(emptyMap('m'), {
  writes: [
    make('organisations', 'AC', { name: 'Acute care', code: 'AC', slot: 3 }),
    ...['a', 'b', 'c'].map((id) => make('elements', id, { name: id.toUpperCase() })),
  ],
})
const rows = ['a', 'b', 'c']
const all = tabOf('elements').columns(map, map, { perspective: 'shared', voices: [], unattributed: false, compared: null })
const columns = ['name', 'organisation', 'kind', 'pinned'].map((id) => all.find((column) => column.id === id) ?? (() => { throw new Error(id) })())

function paste(block: readonly (readonly string[])[], at: readonly [number, number], selected: readonly string[] = []): SystemMap | string {
  const cells = pastedCells(block, rows, columns, at, selected)
  if (isNotUnderstood(cells)) return cells.problem
  const change = writeCells(map, cells)
  return isNotUnderstood(change) ? change.problem : apply(map, change)
}
const seen = (after: SystemMap | string) => (typeof after === 'string' ? after : [...after.elements.values()].map(({ name, organisation, kind, pinned }) => [name, organisation, kind, pinned]))

describe('A block of cells', () => {
  test('is written from where the focus is, choices by what they are called', () => {
    expect(seen(paste([['Ward', 'acute care', 'ROLE'], ['GP', '', 'organisation'], ['']], [0, 0]))).toEqual([['Ward', 'AC', 'role', false], ['GP', null, 'organisation', false], ['C', null, 'team', false]])
  })

  test('of one value fills every selected row', () => {
    expect(seen(paste([['group']], [1, 2], ['a', 'c']))).toEqual([['A', null, 'group', false], ['B', null, 'team', false], ['C', null, 'group', false]])
  })

  test('that does not fit, or has one value that cannot stand, writes nothing and says why', () => {
    expect(paste([['x'], ['y'], ['z']], [1, 0])).toBe('There is room for 2 rows from here on, and 3 were pasted.')
    expect(paste([['yes', 'x']], [0, 3])).toBe('There is room for 1 column from here on, and 2 were pasted.')
    expect(paste([['Ward', 'Nobody']], [0, 0])).toBe('Organisation: “Nobody” is not one of the choices.')
    expect(paste([['Ward'], [' ']], [0, 0])).toBe('It needs a name to be found by.')
  })

  test('names the row and the column of the one that cannot stand', () => {
    const cells: CellWrite[] = rows.map((row, i) => ({ row, column: columns[0] as CellWrite['column'], text: i === 1 ? '' : 'Ward' }))
    expect(writeCells(map, cells)).toMatchObject({ row: 'b', column: { id: 'name' } })
  })
})

test('Cells that are copied are what can be pasted again: choices by what they are called, one row a line', () => {
  const [name, organisation, kind] = columns
  const given = writeCells(map, [{ row: 'a', column: name as (typeof columns)[0], text: 'Ward\n7' }, { row: 'b', column: organisation as (typeof columns)[0], text: 'AC' }])
  const after = isNotUnderstood(given) ? map : apply(map, given)
  const now = tabOf('elements').columns(after, after, { perspective: 'shared', voices: [], unattributed: false, compared: null })
  const copied = (column: (typeof columns)[0] | undefined) => copiedCells(rows, now.find(({ id }) => id === column?.id) as (typeof columns)[0])
  expect([name, organisation, kind].map(copied)).toEqual(['Ward 7\nB\nC', '–\nAcute care\n–', 'team\nteam\nteam'])
})
