import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ports } from '../../src/commands/dispatch.ts'
import { DetailsPanel } from '../../src/panels/details/DetailsPanel.tsx'
import { live } from '../../src/session/live.ts'
import { select } from '../../src/session/session.ts'
import { openApp, openMap } from '../app/open-app.ts'
import '../support/clean-page.ts'

const description = () => openMap().elements.get(person())?.description
const person = () => [...openMap().elements.keys()][0] ?? ''
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const types = (label: string, text: string) => fireEvent.change(field(label), { target: { value: text } })
const rests = () => act(() => vi.advanceTimersByTime(1000))

beforeEach(async () => {
  await openApp()
  select([person()])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  render(<DetailsPanel />)
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
})
afterEach(() => {
  vi.useRealTimers()
})

test('what is typed is kept when the typing rests, and a visit with several rests is one step', () => {
  types('Description', 'Lives alone')
  expect(description()).toBe('')
  rests()
  expect(description()).toBe('Lives alone')
  types('Description', 'Lives alone, near the ')
  rests()
  expect(description()).toBe('Lives alone, near the')
  expect(field('Description').value).toBe('Lives alone, near the ')
  types('Description', 'Lives alone, near the hospital')
  fireEvent.blur(field('Description'))
  expect(description()).toBe('Lives alone, near the hospital')
  expect(live.getState().undo).toEqual(['Change description'])
  act(() => ports().maps.undo())
  expect(description()).toBe('')
  act(() => ports().maps.redo())
  expect(description()).toBe('Lives alone, near the hospital')
})

test('another visit is another step', () => {
  types('Description', 'One')
  rests()
  fireEvent.blur(field('Description'))
  types('Description', 'Two')
  rests()
  fireEvent.blur(field('Description'))
  expect(live.getState().undo).toHaveLength(2)
  act(() => ports().maps.undo())
  expect(description()).toBe('One')
})

test('what came between two rests stays a step of its own, in its order', () => {
  types('Description', 'One')
  rests()
  act(() => ports().maps.dispatch('Pin', { writes: [{ at: 'elements', id: person(), field: 'pinned', to: true }] }))
  types('Description', 'One, two')
  rests()
  expect(live.getState().undo).toEqual(['Change description', 'Pin', 'Change description'])
  act(() => ports().maps.undo())
  expect(description()).toBe('One')
})

test('an emptied field waits until it is left, and Escape gives back what stood there before the visit', () => {
  const name = openMap().elements.get(person())?.name
  types('Name', '')
  rests()
  expect(openMap().elements.get(person())?.name).toBe(name)
  types('Name', 'The resident')
  rests()
  expect(openMap().elements.get(person())?.name).toBe('The resident')
  fireEvent.keyDown(field('Name'), { key: 'Escape' })
  expect(openMap().elements.get(person())?.name).toBe(name)
  expect(field('Name').value).toBe(name)
})
