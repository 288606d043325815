import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { ComparePanel } from '../../src/panels/compare/ComparePanel.tsx'
import { askedThings, leavesWith } from '../../src/panels/export/leaves-with.ts'
import { session } from '../../src/session/session.ts'
import { openPage } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'

const { map } = sampleMap()
const community = [...map.perspectives.values()].find(({ name, type }) => type === 'organisation' && name.startsWith('Community'))?.id ?? ''
const rows = (list: string) => within(screen.getByRole('region', { name: list })).getAllByRole('listitem')

describe('What to talk about first, while nothing is compared', () => {
  beforeEach(() => {
    openPage(map)
    render(<ComparePanel />)
  })
  afterEach(cleanup)

  it('says who says what, tier by word, the largest difference first', () => {
    const [first] = rows('Talk about these first')
    expect(first?.textContent).toBe('Director of integrated commissioning – Adult social care service managerFar apart. Commissioning says as one, good; Community healthcare says no tie; Adult social care says coordinated, strained.')
    expect(screen.getByText('23 ties are far apart, 29 different, 31 close, 5 the same.')).toBeTruthy()
  })

  it('goes from tie to tie by arrow, from the list itself to its first, and Escape gives the map its keys', async () => {
    const user = userEvent.setup()
    act(() => screen.getByRole('region', { name: 'Talk about these first' }).focus())
    await user.keyboard('{ArrowDown}')
    expect(session.getState()).toMatchObject({ selection: ['r17'], show: { subjects: ['r17', map.relationships.get('r17')?.from, map.relationships.get('r17')?.to] } })
    expect(session.getState().said.words).toMatch(/^Director of integrated commissioning – .*Far apart\./)
    await user.keyboard('{ArrowDown}')
    expect(session.getState().selection).toEqual(['r14'])
    await user.keyboard('{ArrowUp}')
    expect(session.getState().selection).toEqual(['r17'])
    act(() => screen.getByRole('region', { name: 'Talk about these first' }).focus())
    await user.keyboard('{ArrowUp}')
    expect(document.activeElement).toBe(within(rows('Talk about these first').at(-1) as HTMLElement).getByRole('button'))
    await user.keyboard('{Escape}')
    expect(session.getState().focus.zone).toBe('map')
  })

  it('names nobody where it is unattributed', () => {
    act(() => session.setState({ unattributed: true }))
    expect(rows('Talk about these first')[0]?.textContent).toContain('From no tie to as one, good. 3 answered.')
    expect(rows('Talk about these first').map((row) => row.textContent).join()).not.toContain('says')
  })

  it('lists elements by themselves', async () => {
    await userEvent.setup().click(screen.getByRole('radio', { name: 'Elements' }))
    expect(rows('Talk about these first').length).toBeGreaterThan(4)
  })

  it('follows what the map asks: two ends, and whose blind spots', () => {
    act(() => session.setState({ overlay: 'ends' }))
    expect(rows('Two ends, two views')).toHaveLength(18)
    expect(rows('Two ends, two views')[0]?.textContent).toContain('Acute Care says joined, untested; Adult Social Care says aware, working against.')
    act(() => session.setState({ overlay: 'blind', reading: { version: null, perspective: community } }))
    expect(rows('Blind spots')[0]?.textContent).toContain('Own end. Commissioning and Acute care see it; Community healthcare')
  })
})

test.each([
  ['differences', false, false, 'Who says what, where answers differ'],
  ['differences', false, true, 'How far answers differ, not whose they are'],
  ['towards', true, false, 'What changed, in words and marks'],
  [null, false, false, null],
] as const)('a picture that answers %s says so among what leaves', (overlay, isComparing, unattributed, words) => {
  const asked = askedThings(overlay, isComparing, unattributed)
  expect(asked).toBe(words)
  expect(leavesWith({ leaves: 'picture' }, map, map, 'Now', asked).some(([what]) => what === words)).toBe(words !== null)
})
