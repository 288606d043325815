import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { invoke, ports, provide } from '../../src/commands/dispatch.ts'
import { standingsOf } from '../../src/reading/grid.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { GridView } from '../../src/panels/grid/GridView.tsx'
import { live } from '../../src/session/live.ts'
import { session } from '../../src/session/session.ts'
import { openPage, type PageMap } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'
import '../support/clean-page.ts'

const WORKERS = 'sc-hos'

function open(perspective = 'shared'): { readonly page: PageMap; readonly user: ReturnType<typeof userEvent.setup> } {
  const page = openPage(sampleMap().map)
  session.setState({ view: 'grid', reading: { version: null, perspective } })
  render(<GridView />)
  return { page, user: userEvent.setup() }
}

const mark = (name: RegExp) => screen.getByRole('button', { name })
const said = (perspective: string, subject: string) => live.getState().map?.judgements.get(perspective)?.get(subject)

describe('Where an element stands', () => {
  test('is the middle of what the four said, between the lowest and the highest', () => {
    const { map } = sampleMap()
    const standing = standingsOf(map, resolve(map, 'shared'), voicesOf(map)).find(({ id }) => id === WORKERS)
    expect(standing).toMatchObject({ influence: 3, interest: 4, influenceFrom: [2, 4] })
  })

  test('is spoken with its words and how far apart the answers are', () => {
    open()
    expect(mark(/^Hospital social workers,/).getAttribute('aria-label')).toMatch(/^Hospital social workers, Adult Social Care\. Influence 3, shapes \(from 2 to 4\); interest 4, priority/)
  })
})

describe('A mark on the grid', () => {
  test('is re-rated by an arrow, in the view on screen, as one step', async () => {
    const { page, user } = open('AC')
    mark(/^Hospital discharge team,/).focus()
    const before = said('AC', 'ac-dis')
    await user.keyboard('{ArrowUp}')
    expect(page.titles).toEqual(['Place Hospital discharge team'])
    expect(said('AC', 'ac-dis')?.influence).toBe((before?.influence ?? 0) + 1)
    expect(said('shared', 'ac-dis')).toEqual(sampleMap().map.judgements.get('shared')?.get('ac-dis'))
    await user.keyboard('{ArrowLeft}')
    expect(page.titles).toHaveLength(2)
    ports().maps.undo()
    ports().maps.undo()
    expect(said('AC', 'ac-dis')).toEqual(before)
  })

  test('is re-rated by its number field and by its buttons', async () => {
    const { page, user } = open('AC')
    await user.click(mark(/^Hospital discharge team,/))
    screen.getByRole('spinbutton', { name: 'Interest' }).focus()
    await user.keyboard('2')
    expect(said('AC', 'ac-dis')?.interest).toBe(2)
    await user.click(screen.getByRole('button', { name: 'More interest' }))
    expect(said('AC', 'ac-dis')?.interest).toBe(3)
    expect(page.titles).toHaveLength(2)
  })

  test('is reached one by one with the page keys, through one stop for Tab', async () => {
    const { user } = open()
    const marks = [...document.querySelectorAll<HTMLElement>('.grid-mark')]
    expect(marks.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
    marks[0]?.focus()
    await user.keyboard('{PageDown}')
    expect(document.activeElement).toBe(document.querySelectorAll('.grid-mark')[1])
    await user.keyboard('{End}')
    expect(document.activeElement).toBe([...document.querySelectorAll('.grid-mark')].at(-1))
  })

  test('is not moved while several are seen together, or in an earlier version', async () => {
    const { page, user } = open('*')
    mark(/^Hospital social workers,/).focus()
    await user.keyboard('{ArrowUp}')
    expect(page.titles).toEqual([])
    expect(screen.getByText(/The middle of what several say/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Choose one view to move marks' }))
    expect(session.getState().reading.perspective).toBe('shared')
  })
})

test('What has no place yet can be placed by two numbers', async () => {
  const { user } = open('AC')
  await user.click(screen.getByRole('button', { name: /^Not placed yet/ }))
  const [first] = screen.getAllByRole('menuitemradio')
  const name = first?.textContent ?? ''
  const placed = document.querySelectorAll('.grid-mark').length
  if (first) await user.click(first)
  await user.click(screen.getByRole('button', { name: 'More influence' }))
  await user.click(screen.getByRole('button', { name: 'More interest' }))
  expect(document.querySelectorAll('.grid-mark')).toHaveLength(placed + 1)
  expect(screen.getByRole('group', { name: `Where ${name} stands` })).toBeDefined()
})

test('Two views are joined by a line where they differ', () => {
  openPage(sampleMap().map)
  session.setState({ view: 'grid', reading: { version: null, perspective: 'CO' }, compared: { version: null, perspective: 'SC' } })
  render(<GridView />)
  const { map } = sampleMap()
  const [us, them] = ['CO', 'SC'].map((id) => resolve(map, id)) as [ReturnType<typeof resolve>, ReturnType<typeof resolve>]
  const differs = [...map.elements.keys()].filter((id) => {
    const [a, b] = [us.of(id), them.of(id)]
    return [a.influence, a.interest, b.influence, b.interest].every((value) => value !== undefined) && (a.influence !== b.influence || a.interest !== b.interest)
  })
  expect(differs.length).toBeGreaterThan(0)
  expect(document.querySelectorAll('.grid-other')).toHaveLength(differs.length)
})

test('The grid is copied as a table and as text', async () => {
  open()
  const copied: string[] = []
  const { files, ...rest } = ports()
  provide({ ...rest, files: { ...files, copyText: async (text) => void copied.push(text) } })
  await invoke('copy-grid')
  await invoke('copy-grid-text')
  expect(copied[0]).toContain('Hospital social workers\tAdult Social Care\t3\t2 to 4\t4\t')
  expect(copied[1]).toContain('Hospital social workers, Adult Social Care. Influence 3, shapes (from 2 to 4)')
})
