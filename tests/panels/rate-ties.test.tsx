import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { SystemMap } from '../../src/model/system-map.ts'
import { judgementOf, sharedOf } from '../../src/model/system-map.ts'
import { QUALITY, STRENGTH } from '../../src/model/scales.ts'
import { FingersSheet } from '../../src/panels/fingers/FingersSheet.tsx'
import { TakeMiddleDialog } from '../../src/panels/middle/TakeMiddleDialog.tsx'
import { MoveRatingsDialog } from '../../src/panels/perspectives/MoveRatingsDialog.tsx'
import { RateSheet } from '../../src/panels/rate/RateSheet.tsx'
import { session } from '../../src/session/session.ts'
import { sampleMap } from '../support/page-sample.ts'
import { openPage, type PageMap } from '../support/page-map.ts'
import '../support/clean-page.ts'

let page: PageMap
let user: ReturnType<typeof userEvent.setup>
beforeEach(() => {
  page = openPage(sampleMap().map)
  user = userEvent.setup()
})

const heading = () => screen.getByRole('heading', { level: 2 }).textContent
const said = (tie: string, whose: string, map: SystemMap = page.now()) => judgementOf(map, whose, tie)
const current = () => session.getState().selection.at(-1) ?? ''

describe('The walk from tie to tie', () => {
  async function walk(keys: string) {
    session.setState({ reading: { version: null, perspective: 'AC' } })
    render(<RateSheet />)
    await user.click(screen.getByRole('button', { name: /^Rate \d+ ties/ }))
    const first = current()
    if (keys !== '') await user.keyboard(keys)
    return first
  }

  test('takes two digits a tie, says whose view it writes, and each rating is a step', async () => {
    const first = await walk('41')
    expect(said(first, 'AC')).toMatchObject({ presence: 4, quality: -2 })
    expect(page.titles).toEqual(['Rate', 'Rate'])
    expect(screen.getByText(/^Tie 2 of \d+/)).toBeDefined()
    expect(current()).not.toBe(first)
    expect((screen.getByRole('combobox', { name: 'Rating as' }) as HTMLSelectElement).value).toBe('AC')
  })

  test('has the whole wording of the scale on screen, of strength and then of quality', async () => {
    await walk('')
    for (const { short, full } of STRENGTH.steps) expect(screen.getByRole('button', { name: new RegExp(`${short}.*${full.slice(0, 20)}`) })).toBeDefined()
    await user.click(screen.getByRole('button', { name: /Joined/ }))
    for (const { short, full } of QUALITY.steps) expect(screen.getByRole('button', { name: new RegExp(`${short}.*${full.slice(0, 20)}`) })).toBeDefined()
  })

  test('passes on from no tie at once, skips by Space, goes back by Backspace, and by Undo to what was undone', async () => {
    const first = await walk('0')
    expect(said(first, 'AC')?.presence).toBe(0)
    const second = current()
    expect(second).not.toBe(first)
    await user.keyboard(' ')
    expect(current()).not.toBe(second)
    await user.keyboard('{Backspace}{Backspace}')
    expect(current()).toBe(first)
    const before = page.now()
    await user.keyboard('3')
    await user.keyboard('{Control>}z{/Control}')
    expect(page.now()).toBe(before)
    expect(heading()).toBeTruthy()
    expect(screen.getByRole('group', { name: STRENGTH.question })).toBeDefined()
  })

  test('hides last time until it is asked for, on the map too, and shows it beside now at the end', async () => {
    const first = await walk('')
    expect(screen.queryByRole('button', { pressed: true })).toBeNull()
    expect(session.getState().veiled).toContain(first)
    await user.click(screen.getByRole('checkbox', { name: 'Show last time' }))
    expect(screen.getByText(/^Last time:/)).toBeDefined()
    expect(session.getState().veiled).toEqual([])
    await user.keyboard('5 ')
    await user.keyboard('{Escape}')
    expect(screen.getByRole('heading', { name: /^Rated 1 of \d+ ties as Acute care$/ })).toBeDefined()
    expect(within(screen.getByRole('table')).getByText(/As one|as one/)).toBeDefined()
    await user.keyboard('{Escape}')
    expect([session.getState().dialog, session.getState().veiled]).toEqual([null, []])
  })
})

describe('A show of fingers', () => {
  const voices = ['CO', 'CH', 'AC', 'SC']

  test('is four digits a tie and one step, hidden until the last; the next digit is the next tie’s', async () => {
    render(<FingersSheet />)
    const tie = current()
    const before = voices.map((whose) => said(tie, whose))
    await user.keyboard('3-4')
    expect(voices.map((whose) => said(tie, whose))).toEqual(before)
    expect(screen.getByRole('button', { name: 'Acute care: in, hidden until all' })).toBeDefined()
    expect(session.getState().veiled).toEqual([tie])
    await user.keyboard('1')
    expect(voices.map((whose) => said(tie, whose)?.presence)).toEqual([3, undefined, 4, 1])
    expect(page.titles).toEqual(['Show of fingers'])
    expect(screen.getByText('Far apart. Acute care says joined; Adult social care says aware.')).toBeDefined()
    expect(within(screen.getByRole('group', { name: STRENGTH.question })).getAllByLabelText('1 voice')).toHaveLength(3)
    expect(session.getState().veiled).toEqual([])
    await user.keyboard('2222')
    expect(current()).not.toBe(tie)
    expect(voices.map((whose) => said(current(), whose)?.presence)).toEqual([2, 2, 2, 2])
  })

  test('keeps the hand whose turn it is in sight, and begins again at the first when all are in', async () => {
    const seen: number[] = []
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      if (this.parentElement?.matches('.fingers-boxes')) seen.push([...this.parentElement.children].indexOf(this))
    })
    render(<FingersSheet />)
    await user.keyboard('3-41')
    vi.restoreAllMocks()
    expect(seen).toEqual([0, 1, 2, 3, 0])
  })

  test('marks a split by a star, takes thumbs by Q, and writes the middle by Enter', async () => {
    render(<FingersSheet />)
    const tie = current()
    await user.keyboard('33*44')
    expect(said(tie, 'CH')).toMatchObject({ presence: 3, split: true })
    expect(screen.getByText(/The middle lies between/)).toBeDefined()
    await user.keyboard('{ArrowRight}')
    expect(said(tie, sharedOf(page.now()).id)?.presence).toBe(4)
    await user.keyboard('q1355')
    expect(voices.map((whose) => said(tie, whose)?.quality)).toEqual([-2, 0, 2, 2])
    expect(screen.getByText(/The middle is|lies between/)).toBeDefined()
  })

  test('keeps half a show when the room goes on or ends, and a hand can be given again', async () => {
    render(<FingersSheet />)
    const tie = current()
    await user.keyboard('5{Backspace}2{Escape}')
    expect(said(tie, 'CO')?.presence).toBe(2)
    expect(page.titles).toHaveLength(1)
    expect(session.getState().dialog).toBeNull()
  })
})

describe('The middle of one tie', () => {
  test('that lies between two values asks for one by an arrow', async () => {
    render(<FingersSheet />)
    const tie = current()
    await user.keyboard('3344{Escape}')
    session.setState({ selection: [tie], dialog: { name: 'Take the middle' } })
    render(<TakeMiddleDialog />)
    for (let n = 0; n < 2 && session.getState().dialog !== null; n++) await user.keyboard('{ArrowLeft}')
    expect(said(tie, sharedOf(page.now()).id)?.presence).toBe(3)
  })
})

test('Ratings are moved to another view in one step, and what it says already is told', async () => {
  session.setState({ reading: { version: null, perspective: 'RE' }, dialog: { name: 'Move ratings' } })
  const moved = [...(page.now().judgements.get('RE')?.keys() ?? [])]
  render(<MoveRatingsDialog />)
  await user.selectOptions(screen.getByRole('combobox', { name: 'To' }), 'SC')
  expect(screen.getByText(/says something else of \d+ things? already/)).toBeDefined()
  await user.click(screen.getByRole('radio', { name: 'Replace what it says' }))
  await user.click(screen.getByRole('button', { name: `Move ${moved.length}` }))
  expect(page.now().judgements.get('RE')).toBeUndefined()
  expect(page.titles).toEqual(['Move ratings'])
})
