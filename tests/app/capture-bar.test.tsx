import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CaptureBar } from '../../src/app/CaptureBar.tsx'
import { live } from '../../src/session/live.ts'
import { select, session } from '../../src/session/session.ts'
import '../support/clean-page.ts'
import { namesOnMap, openApp, openMap } from './open-app.ts'

const bar = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Capture' })
const preview = () => document.getElementById(bar().getAttribute('aria-describedby') ?? '')?.textContent ?? ''
const elementCalled = (name: string) => [...openMap().elements.values()].find((element) => element.name === name)

async function setUp() {
  const user = userEvent.setup()
  render(<CaptureBar />)
  await user.click(bar())
  return user
}

describe('The capture bar', () => {
  beforeEach(async () => {
    await openApp()
  })

  it('adds what is typed to the organisation that is next, and is empty for the next one', async () => {
    const user = await setUp()
    await user.type(bar(), 'Ward sister')
    expect(preview()).toContain('Ward sister')
    await user.keyboard('{Enter}')
    expect(elementCalled('Ward sister')?.organisation).toBe(session.getState().organisation)
    expect(bar().value).toBe('')
    expect(session.getState().said.words).toContain('Ward sister')
  })

  it('keeps letters in the order in which they are typed, however late a frame comes', async () => {
    const frames: FrameRequestCallback[] = []
    const late = vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame))
    const user = await setUp()
    fireEvent.select(bar())
    const before = frames.splice(0)
    await user.keyboard('W')
    for (const frame of before) frame(0)
    await user.keyboard('ard')
    late.mockRestore()
    expect(bar().value).toBe('Ward')
  })

  it('is one undo step for each line', async () => {
    const user = await setUp()
    await user.type(bar(), 'Ward -> Brokerage: daily call{Enter}')
    expect(openMap().relationships.size).toBe(1)
    expect(live.getState().undo).toHaveLength(1)
  })

  it('completes a name with Tab and leaves the rest to be typed', async () => {
    const user = await setUp()
    await user.type(bar(), 'Care brokerage{Enter}')
    await user.type(bar(), 'Ward -> care br')
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Care brokerage')
    await user.keyboard('{Tab}')
    expect(bar().value).toBe('Ward -> Care brokerage')
    expect(document.activeElement).toBe(bar())
    await user.keyboard('{Enter}')
    expect(namesOnMap().filter((name) => name === 'Care brokerage')).toHaveLength(1)
  })

  it('lets Tab go on where there is nothing to complete', async () => {
    const user = await setUp()
    await user.keyboard('{Tab}')
    expect(document.activeElement).not.toBe(bar())
  })

  it('selects what is here already by its exact name, and adds nothing', async () => {
    const user = await setUp()
    await user.type(bar(), 'Ward{Enter}')
    const before = openMap()
    act(() => select([]))
    await user.type(bar(), 'ward{Enter}')
    expect(openMap().elements).toBe(before.elements)
    expect(session.getState().selection).toEqual([elementCalled('Ward')?.id])
  })

  it('ties to the selection with Control and Enter, and keeps the selection', async () => {
    const user = await setUp()
    await user.type(bar(), 'Ward{Enter}')
    const ward = elementCalled('Ward')
    await user.type(bar(), 'Brokerage')
    await user.keyboard('{Control>}{Enter}{/Control}')
    const [tie] = openMap().relationships.values()
    expect(tie && [tie.from, tie.to]).toEqual([ward?.id, elementCalled('Brokerage')?.id])
    expect(session.getState().selection).toEqual([ward?.id])
  })

  it('recalls earlier lines with the up arrow, the latest first', async () => {
    const user = await setUp()
    await user.type(bar(), 'Ward{Enter}')
    await user.type(bar(), 'Brokerage{Enter}')
    await user.keyboard('{ArrowUp}')
    expect(bar().value).toBe('Brokerage')
    await user.keyboard('{ArrowUp}')
    expect(bar().value).toBe('Ward')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(bar().value).toBe('')
  })

  it('says what it did not understand, changes nothing, and keeps the line', async () => {
    const user = await setUp()
    const before = openMap()
    await user.type(bar(), 'Ward -> {Enter}')
    expect(openMap()).toBe(before)
    expect(bar().value).toBe('Ward -> ')
    expect(session.getState().said.words).not.toBe('')
  })

  it('goes to the map with Escape and keeps the line', async () => {
    const user = await setUp()
    const { count } = session.getState().focus
    await user.type(bar(), 'Ward{Escape}')
    expect(session.getState().focus).toEqual({ zone: 'map', count: count + 1 })
    expect(bar().value).toBe('Ward')
  })

  it('runs a command after a slash, and a timer of any length', async () => {
    const user = await setUp()
    await user.type(bar(), '/timer 7')
    expect(preview()).toContain('7 minutes')
    await user.keyboard('{Enter}')
    expect(session.getState().timerEnds).toBe(new Date('2026-05-19T10:07:00Z').getTime())
    await user.type(bar(), '/zzz')
    expect(preview()).toContain('No command goes by “zzz”.')
    await user.clear(bar())
    await user.type(bar(), '/organis{Enter}')
    expect(session.getState().dialog?.name).toBe('Organisations')
    expect(bar().value).toBe('')
  })

  it('says whose view is rated when it is not the shared picture', async () => {
    await setUp()
    const acute = [...openMap().perspectives.values()].find((perspective) => perspective.type === 'organisation')
    act(() => session.setState(({ reading }) => ({ reading: { ...reading, perspective: acute?.id ?? '' } })))
    expect(screen.getByText(acute?.name ?? 'none', { selector: '.rating-as b' })).toBeDefined()
  })

  it('is closed while an earlier version is on screen, and leads back', async () => {
    const user = await setUp()
    await act(async () => {
      session.setState(({ reading }) => ({ view: 'table', reading: { ...reading, version: 'v1' } }))
    })
    expect(screen.queryByRole('textbox', { name: 'Capture' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Back to now' }))
    expect(bar()).toBeDefined()
  })
})
