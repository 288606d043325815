import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { make, place } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { DetailsPanel } from '../../src/panels/details/DetailsPanel.tsx'
import { leavesWith } from '../../src/panels/export/leaves-with.ts'
import { find } from '../../src/panels/find/find.ts'
import { tabOf } from '../../src/panels/table/columns.ts'
import { TableView } from '../../src/panels/table/TableView.tsx'
import { session } from '../../src/session/session.ts'
import { openPage } from '../support/page-map.ts'
import '../support/clean-page.ts'

const map = apply(emptyMap('m'), {
  writes: [
    make('elements', 'ward', { name: 'Ward' }), place('ward', 100, 100),
    make('elements', 'far', { name: 'Far' }), place('far', 900, 100),
    make('notes', 'note', { text: 'Ask them\nby ten', position: [40, 200], width: 160 }),
    make('areas', 'area', { title: 'Winter', position: [0, 0], size: [400, 300] }),
    { at: 'meta', id: 'map', field: 'background', to: { type: 'image/png', data: 'iVBORw0KGgo=', position: [0, 0], size: [1000, 500] } },
  ],
})

function show(selection: readonly string[]) {
  const page = openPage(map)
  session.setState({ selection })
  render(<DetailsPanel />)
  const user = userEvent.setup()
  const write = async (label: string, text: string) => {
    await user.clear(screen.getByLabelText(label))
    await user.type(screen.getByLabelText(label), text)
    await user.tab()
  }
  return { page, user, write }
}

describe('The details', () => {
  test('of a note change its words, its place and its width', async () => {
    const { page, write } = show(['note'])
    await write('Note', 'Ask the ward')
    await write('Left', '60')
    await write('Width', '300')
    expect(page.now().notes.get('note')).toMatchObject({ text: 'Ask the ward', position: [60, 200], width: 300 })
    expect(page.titles).toEqual(['Change note', 'Move', 'Resize'])
  })

  test('of an area list what lies in it, move that with it, and resize it alone', async () => {
    const { page, user, write } = show(['area'])
    expect(screen.getByRole('heading', { name: /^1 element and 1 note in it/ })).toBeTruthy()
    await write('Title', 'Winter plan')
    await write('Top', '-80')
    expect(page.now().areas.get('area')).toMatchObject({ title: 'Winter plan', position: [0, -80] })
    expect(page.now().positions.get('ward')).toEqual([100, 20])
    expect(page.now().notes.get('note')?.position).toEqual([40, 120])
    await write('Height', '400')
    expect(page.now().areas.get('area')?.size).toEqual([400, 400])
    expect(page.now().positions.get('ward')).toEqual([100, 20])
    await user.click(screen.getByRole('button', { name: 'Choose all' }))
    expect(session.getState().selection).toEqual(['ward', 'note'])
  })

  test('of several say how many of each, and remove them together', async () => {
    const { page, user } = show(['ward', 'note', 'area'])
    expect(screen.getByRole('heading', { name: '1 element, 1 note and 1 area' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect([page.now().elements.size, page.now().notes.size, page.now().areas.size]).toEqual([1, 0, 0])
    expect(page.titles).toEqual(['Remove 3 things'])
  })

  test('of the map place its background by numbers and by presses, and take it away', async () => {
    const { page, user, write } = show([])
    const background = () => page.now().meta.background
    await write('Left', '40')
    await write('Height', '250')
    expect(background()).toMatchObject({ position: [40, 0], size: [500, 250] })
    await user.click(screen.getByRole('button', { name: 'Larger' }))
    expect(background()).toMatchObject({ position: [15, -12], size: [550, 275] })
    await user.click(screen.getByRole('button', { name: 'Smaller' }))
    expect(background()?.size).toEqual([500, 250])
    await user.click(screen.getByRole('button', { name: 'Cover the map' }))
    expect(background()?.size[0]).toBeGreaterThan(900)
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(background()).toBeNull()
    expect(screen.getByRole('button', { name: 'Choose a picture…' })).toBeTruthy()
  })

  test('beside an earlier version show none of them', () => {
    const version = make('versions', 'v', { name: 'March', content: 'key' })
    openPage(apply(map, { writes: [version] }))
    session.setState({ selection: ['note'], reading: { version: 'v', perspective: 'shared' } })
    render(<DetailsPanel />)
    expect(screen.queryByRole('heading', { name: 'Note' })).toBeNull()
    expect(screen.queryByText('Background picture')).toBeNull()
  })
})

describe('The table', () => {
  test('has tabs for notes and areas where there are any', () => {
    openPage(map)
    session.setState({ view: 'table', tab: 'areas' })
    render(<TableView />)
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(expect.arrayContaining(['Notes 1', 'Areas 1']))
    expect(tabOf('areas').columns(map, map, { perspective: 'shared', voices: [], unattributed: false, compared: null }).map((column) => column.read('area'))).toEqual(['Winter', '1', '0', '0', '400', '300'])
    expect(tabOf('notes').rows(map, emptyMap('version'))).toEqual([])
  })

  test('has none where there are none', () => {
    openPage(emptyMap('e'))
    session.setState({ view: 'table', tab: 'elements' })
    render(<TableView />)
    expect(screen.getAllByRole('tab').some((tab) => /Notes|Areas/.test(tab.textContent ?? ''))).toBe(false)
  })

  test('writes every cell but the count', () => {
    const written = (tab: 'notes' | 'areas', column: string, row: string, text: string) => {
      const change = tabOf(tab).columns(map, map, { perspective: 'shared', voices: [], unattributed: false, compared: null }).find(({ id }) => id === column)?.edit?.write(map, row, text)
      if (!change || 'problem' in change) return change
      const after = apply(map, change)
      return tab === 'notes' ? after.notes.get(row) : after.areas.get(row)
    }
    expect(written('notes', 'text', 'note', 'Ask ↵ by noon')).toMatchObject({ text: 'Ask\nby noon' })
    expect(written('notes', 'text', 'note', ' ')).toEqual({ problem: 'It needs words. Delete removes a note.' })
    expect(written('notes', 'y', 'note', '8')).toMatchObject({ position: [40, 8] })
    expect(written('notes', 'width', 'note', 'wide')).toEqual({ problem: '“wide” is not a number.' })
    expect(written('areas', 'title', 'area', 'Beds')).toMatchObject({ title: 'Beds' })
    expect(written('areas', 'height', 'area', '')).toEqual({ problem: 'It needs a number.' })
    expect(written('areas', 'width', 'area', '512')).toMatchObject({ size: [512, 300] })
    expect(written('areas', 'held', 'area', '7')).toBeUndefined()
    const text = tabOf('notes').columns(map, map, { perspective: 'shared', voices: [], unattributed: false, compared: null })[0]
    expect(text?.read('note')).toBe('Ask them ↵ by ten')
  })
})

test('Find finds notes by their words and areas by their title', () => {
  expect(find(map, 'by ten').map(({ id, name, why }) => [id, name, why])).toEqual([['note', 'Note: Ask them by ten', 'note']])
  expect(find(map, 'winter').map(({ id }) => id)).toEqual(['area'])
})

test('what leaves with the map says its notes, its areas and the size of its picture', () => {
  const said = (leaves: 'map' | 'picture') => leavesWith({ leaves }, map, map, 'Now').map(([what, detail]) => `${what}: ${detail}`)
  for (const leaves of ['map', 'picture'] as const) expect(said(leaves)).toEqual(expect.arrayContaining(['1 note and 1 area: ', 'The background picture: 1 kB']))
})
