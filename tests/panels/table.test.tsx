import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { FIELDS, type Field } from '../../src/model/fields.ts'
import { TableView } from '../../src/panels/table/TableView.tsx'
import { session, type TableTab } from '../../src/session/session.ts'
import { sampleMap } from '../support/page-sample.ts'
import { openPage } from '../support/page-map.ts'
import '../support/clean-page.ts'

function open(tab: TableTab) {
  openPage(sampleMap().map)
  session.setState({ view: 'table', tab })
  render(<TableView />)
  return { user: userEvent.setup(), grid: screen.getByRole('grid') }
}

const columnOf = (grid: HTMLElement, title: RegExp) => within(grid).getAllByRole('columnheader').findIndex((head) => title.test(head.textContent?.trim() ?? ''))

describe('Every field is a column', () => {
  for (const [tab, table] of [['elements', 'elements'], ['ties', 'relationships'], ['actions', 'actions'], ['reflections', 'reflections']] as const) {
    test(`of ${tab}`, () => {
      const { grid } = open(tab)
      const heads = within(grid).getAllByRole('columnheader').map((head) => head.textContent?.trim())
      for (const field of FIELDS[table] as readonly Field[]) if (!field.hidden) expect(heads).toContain(field.title)
    })
  }

  test('and of ties, one for the shared picture and one for each organisation that rates', () => {
    const { grid } = open('ties')
    for (const title of [/^Shared$/, /^CO$/, /^CH$/, /^AC$/, /^SC$/]) expect(columnOf(grid, title)).toBeGreaterThanOrEqual(0)
  })
})

test('A head sorts its column, and says which way', async () => {
  const { grid, user } = open('elements')
  const [head] = within(grid).getAllByRole('columnheader')
  if (!head) throw new Error('No columns')
  await user.click(within(head).getByRole('button'))
  expect(head.getAttribute('aria-sort')).toBe('ascending')
  await user.click(within(head).getByRole('button'))
  expect(head.getAttribute('aria-sort')).toBe('descending')
})
