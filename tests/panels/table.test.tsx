import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { FIELDS, type Field } from '../../src/model/fields.ts'
import { TableView } from '../../src/panels/table/TableView.tsx'
import { tabOf } from '../../src/panels/table/columns.ts'
import type { ColumnsAsked } from '../../src/panels/table/column.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { comparedOf } from '../../src/session/compared.ts'
import { live } from '../../src/session/live.ts'
import { select, session, type TableTab } from '../../src/session/session.ts'
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

test('What a room asks of an element stands first, and what is said of outcomes is empty for anything else', () => {
  const { map } = sampleMap()
  const columns = tabOf('elements').columns(map, map, { perspective: 'shared', voices: voicesOf(map), unattributed: false, compared: null })
  expect(columns.slice(0, 6).map(({ title }) => title)).toEqual(['Name', 'Organisation', 'Kind', 'Influence', 'Interest', 'Apart'])
  const outcome = [...map.elements.values()].find(({ kind, better }) => kind === 'outcome' && better === 'up')?.id ?? ''
  const better = columns.find(({ title }) => title === 'Better')
  expect([better?.read('ac-war'), better?.read(outcome)]).toEqual(['', 'higher is better'])
  // Nobody agreed on it: what is in the middle of the answers, as on the map. A digit rates it and moves down.
  expect([columns[3]?.read('sc-bro'), columns[3]?.digit !== undefined]).toEqual(['~3 Shapes', true])
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

describe('What a tie’s row says of those who rate it', () => {
  const { map } = sampleMap()
  const asked = { perspective: 'AC', voices: voicesOf(map), unattributed: false, compared: null }
  const says = (title: string, more: Partial<ColumnsAsked> = {}) => tabOf('ties').columns(map, map, { ...asked, ...more }).find((column) => column.title === title)?.read('r41')

  test('is how far apart the two ends are, and how far apart everybody is', () => {
    expect([says('AC'), says('SC'), says('Gap'), says('Apart')]).toEqual(['4 0', '1 −2', '3', 'Far apart 0.6'])
  })

  test('is what became of it, while two views are compared', () => {
    expect(says('Difference')).toBeUndefined()
    const compared = comparedOf(map, new Map(), { reading: { version: null, perspective: 'AC' }, compared: { version: null, perspective: 'SC' }, voices: null })
    expect(says('Difference', { compared })).toBe('They rate it lower −3')
  })

  test('is only from where to where, while names are off', () => {
    expect(says('From, to', { unattributed: true })).toBe('1 to 4, 3 of 4')
  })

  test('names nobody while names are off', () => {
    const { grid } = open('ties')
    act(() => session.setState({ unattributed: true }))
    expect(columnOf(grid, /^AC$/)).toBe(-1)
    expect(columnOf(grid, /^Gap$/)).toBe(-1)
    expect(columnOf(grid, /^From, to$/)).toBeGreaterThan(0)
  })
})

describe('A chip above the table', () => {
  test('leaves the 23 ties that are far apart, here and in every view', async () => {
    const { grid, user } = open('ties')
    await user.click(screen.getByRole('button', { name: 'Far apart 23' }))
    expect(session.getState().filter).toEqual([{ is: 'far apart' }])
    expect(grid.getAttribute('aria-rowcount')).toBe('24')
    await user.click(screen.getByRole('button', { name: 'Far apart 23' }))
    expect(session.getState().filter).toEqual([])
  })

  test('leaves what one organisation does not see, and can be taken off', async () => {
    const { grid, user } = open('ties')
    await user.click(screen.getByRole('button', { name: 'Blind to' }))
    await user.click(screen.getByRole('menuitem', { name: /^Commissioning/ }))
    expect(grid.getAttribute('aria-rowcount')).toBe('3')
    await user.click(screen.getByRole('button', { name: /^Not only blind to Commissioning/ }))
    expect(session.getState().filter).toEqual([])
  })
})

test('What can be done with the chosen rows is listed by a button, which says first to choose one', async () => {
  const { user } = open('elements')
  const button = screen.getByRole('button', { name: 'More to do with the chosen elements' })
  const menu = () => screen.getByRole('menu', { name: 'More to do with the chosen elements' })
  await user.click(button)
  expect(menu().parentElement?.textContent).toBe('Choose a row first.')
  await user.click(button)
  act(() => select(['ac-war']))
  await user.click(button)
  const titles = within(menu()).getAllByRole('menuitem').map((item) => item.textContent)
  expect(titles).toEqual(expect.arrayContaining(['Connect', 'Same as…', 'Copy', 'Duplicate', 'Select its ties']))
  await user.click(within(menu()).getByRole('menuitem', { name: /^Remove from now/ }))
  expect(live.getState().map?.elements.has('ac-war')).toBe(false)
})
