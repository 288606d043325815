import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { invoke, ports, provide } from '../../src/commands/dispatch.ts'
import { rate } from '../../src/edits/judge.ts'
import { apply } from '../../src/model/apply.ts'
import { MatrixView } from '../../src/panels/matrix/MatrixView.tsx'
import { DetailsPanel } from '../../src/panels/details/DetailsPanel.tsx'
import { freeze } from '../../src/model/freeze.ts'
import { live } from '../../src/session/live.ts'
import { session } from '../../src/session/session.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { openPage } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'
import '../support/clean-page.ts'

/** product.md 3.9: strength, and how many ties it is of. */
const KNOWN = [
  ['4.01 tie', '4.02 ties', '4.02 ties', '4.03 ties', '4.05 ties', '4.01 tie'],
  ['3.02 ties', '4.02 ties', '2.17 ties', '3.48 ties', '3.06 ties', '4.01 tie'],
  ['3.52 ties', '2.47 ties', '4.03 ties', '3.84 ties', '3.84 ties', '4.02 ties'],
  ['2.03 ties', '2.68 ties', '1.84 ties', '4.04 ties', '2.37 ties', '2.52 ties'],
]

function open(map = sampleMap().map) {
  openPage(map)
  session.setState({ view: 'matrix' })
  render(<MatrixView />)
  return userEvent.setup()
}

const rows = () => screen.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell'))
const cellAt = (row: number, column: number) => rows()[row]?.[column] as HTMLElement
/** A cell's figure and count, without the sign of its quality. */
const face = (cell: HTMLElement) => [cell.querySelector('b')?.textContent, cell.querySelector('small')?.textContent].join('')

describe('The matrix', () => {
  test('gives what each organisation says of its own ties', () => {
    open()
    expect(rows().map((row) => row.map(face))).toEqual(KNOWN)
  })

  test('flags only the two pairs whose ends are more than one step apart', () => {
    open()
    expect(rows().map((row) => row.flatMap((cell, i) => (cell.querySelector('.matrix-flag') ? [i] : [])))).toEqual([[3], [], [3], [0, 2]])
  })

  test('prints the count in bold where there are fewer than three ties', () => {
    open()
    expect(cellAt(0, 0).querySelector('small')?.className).toBe('is-few')
    expect(cellAt(0, 3).querySelector('small')?.className).toBe('')
  })

  test('says aloud who says what of whom', () => {
    open()
    expect(cellAt(0, 3).getAttribute('aria-label')).toBe('Health and Social Care Commissioning says 4.0 of its 3 ties with Adult Social Care; they lean good. The two ends are more than one step apart.')
  })

  test('chooses the ties of the cell that the arrows go to, and Enter shows them on the map', async () => {
    const user = open()
    await user.tab()
    cellAt(0, 0).focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(document.activeElement).toBe(cellAt(0, 3))
    expect(session.getState().selection).toHaveLength(3)
    expect(screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0)).toEqual([cellAt(0, 3)])
    await user.keyboard('{Enter}')
    expect(session.getState()).toMatchObject({ view: 'map', show: { subjects: session.getState().selection } })
  })

  test('goes to the ends of rows and of the whole with Home, End and Control', async () => {
    const user = open()
    cellAt(1, 1).focus()
    await user.click(cellAt(1, 1))
    await user.keyboard('{End}')
    expect(session.getState().pair).toEqual(['CH', 'RE'])
    await user.keyboard('{Control>}{Home}{/Control}')
    expect(session.getState().pair).toEqual(['CO', 'CO'])
  })

  test('puts both ends of the chosen pair side by side in the details', async () => {
    const user = open()
    render(<DetailsPanel />)
    await user.click(cellAt(0, 3))
    expect(screen.getByText('Health and Social Care Commissioning says 4.0 of its 3 ties with Adult Social Care; they lean good. Adult Social Care says 2.0 of the same.')).toBeDefined()
    expect(screen.getByRole('button', { name: /^Director of integrated commissioning.*says 5.*says 3/ })).toBeDefined()
  })

  test('follows the filter', () => {
    openPage(sampleMap().map)
    session.setState({ view: 'matrix', filter: [{ is: 'tie kind', of: ['funds'] }] })
    render(<MatrixView />)
    expect(screen.getAllByRole('gridcell').map(face).filter((text) => text !== '–no ties').length).toBeLessThan(24)
  })

  test('shows quality and counts in the same places', async () => {
    const user = open()
    await user.click(screen.getByRole('radio', { name: 'Quality' }))
    expect(face(cellAt(3, 2))).toBe('−1.74 ties')
    await user.click(screen.getByRole('radio', { name: 'Count' }))
    expect(face(cellAt(1, 3))).toBe('8ties')
  })

  test('asks since when, and then shows how far each answer moved', async () => {
    const then = sampleMap().map
    // One of four ties from 2 to 4: the mean rises by a half.
    const user = open(apply(then, rate(then, 'SC', 'r35', 4)))
    await user.click(screen.getByRole('radio', { name: 'Change' }))
    expect(screen.getByRole('heading', { name: 'Change since when?' })).toBeDefined()
    const { maps, ...rest } = ports()
    provide({ ...rest, maps: { ...maps, async contentOf({ content }) {
      live.setState({ contents: new Map([[content, freeze(then)]]) })
      return freeze(then)
    } } })
    await user.click(screen.getByRole('button', { name: /^Starting point/ }))
    const figures = screen.getAllByRole('gridcell').map((cell) => cell.querySelector('b')?.textContent ?? '')
    expect(figures.filter((figure) => figure !== '0.0')).toEqual(['▲ 0.5'])
    expect(screen.getByRole('heading', { name: 'What each organisation now says of its own ties, Starting point to now' })).toBeDefined()
  })

  test('says how to begin where nobody rates yet', () => {
    open(emptyMap('m'))
    expect(screen.getByRole('heading', { name: 'No organisation has a view of its own yet' })).toBeDefined()
  })

  test('is copied as a table whose cells a sheet takes, and as sentences', async () => {
    open()
    const copied: string[] = []
    const { files, ...rest } = ports()
    provide({ ...rest, files: { ...files, copyText: async (text) => void copied.push(text) } })
    await invoke('copy-matrix')
    await invoke('copy-matrix-text')
    expect(copied[0]?.split('\n')[1]).toBe('Health and Social Care Commissioning says\t4.0 (1)\t4.0 (2)\t4.0 (2)\t4.0 (3)\t4.0 (5)\t4.0 (1)')
    expect(copied[1]).toContain('Adult Social Care says 1.8 of its 4 ties with Acute Care; they lean strained.')
  })
})
