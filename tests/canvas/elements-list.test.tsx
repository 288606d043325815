import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { handleKey } from '../../src/app/wiring/key-handler.ts'
import { canvas, clearCanvas } from '../../src/canvas/canvas-store.ts'
import { ElementsList } from '../../src/canvas/ElementsList.tsx'
import { keepScene } from '../../src/canvas/keep-scene.ts'
import { readingOrder } from '../../src/canvas/reading-order.ts'
import { preferences } from '../../src/session/preferences.ts'
import { select, session } from '../../src/session/session.ts'
import { largeMap } from '../../src/templates/large-map.ts'
import { openPage, type PageMap } from '../support/page-map.ts'
import { seeded } from '../support/seeded.ts'
import '../support/clean-page.ts'

let page: PageMap
let order: readonly string[] = []

function opened(): void {
  const steps = largeMap({ id: 'large', random: seeded(2), now: new Date('2026-11-22T10:00:00Z'), elements: 320 })
  let step = steps.next()
  while (!step.done) step = steps.next()
  page = openPage(step.value.map)
  order = readingOrder(page.now())
  const stop = keepScene()
  render(<section className="map-region" aria-label="Map"><ElementsList /></section>)
  document.addEventListener('keydown', handleKey)
  stops = [stop, clearCanvas, () => document.removeEventListener('keydown', handleKey)]
}
let stops: (() => void)[] = []
const stopRow = () => screen.getAllByRole('option').find((row) => row.tabIndex === 0) as HTMLElement
const press = async (key: string) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key })
  await act(() => new Promise((done) => requestAnimationFrame(() => done(undefined))))
}
const name = (id: string | undefined) => page.now().elements.get(id ?? '')?.name ?? ''

beforeEach(() => {
  preferences.setState({ singleKeys: true })
  opened()
  return () => stops.forEach((stop) => stop())
})

test('every element has a place in it by reading order though few rows are drawn, and one of them is the stop for Tab', () => {
  const rows = screen.getAllByRole('option')
  expect(rows.length).toBeLessThan(100)
  expect(rows[0]?.getAttribute('aria-setsize')).toBe('320')
  expect(rows.map((row) => row.dataset['id'])).toEqual(order.slice(0, rows.length))
  expect(rows.filter((row) => row.tabIndex === 0)).toHaveLength(1)
  expect(rows[0]?.textContent).toContain(`${name(order[0])}, `)
})

test('arrows go along it and choose on the map, the ends are a key away, and what is chosen on the map is the stop here', async () => {
  act(() => stopRow().focus())
  await press('ArrowDown')
  expect(session.getState().selection).toEqual([order[0]])
  await press('ArrowDown')
  expect(session.getState().selection).toEqual([order[1]])
  expect((document.activeElement as HTMLElement).dataset['id']).toBe(order[1])
  await press('End')
  expect(session.getState().selection).toEqual([order[319]])
  expect((document.activeElement as HTMLElement).dataset['id']).toBe(order[319])
  expect(document.activeElement?.getAttribute('aria-posinset')).toBe('320')
  act(() => select([order[200] ?? '']))
  await waitFor(() => expect(stopRow().dataset['id']).toBe(order[200]))
  expect(stopRow().getAttribute('aria-selected')).toBe('true')
})

test('slash and letters find by name; without single keys letters do at once', async () => {
  act(() => stopRow().focus())
  const [first] = [...page.now().elements.values()].filter((one) => one.name.endsWith(' 303'))
  await press('/')
  for (const letter of first?.name ?? '') await press(letter)
  expect(session.getState().selection).toEqual([first?.id])
  await press('Enter')
  expect(session.getState().renaming).toBeNull()
  act(() => preferences.setState({ singleKeys: false }))
  await press('Home')
  for (const letter of first?.name ?? '') await press(letter)
  expect(session.getState().selection).toEqual([first?.id])
})

test('Enter asks for the name, C for the other end, and what is removed leaves the stop on what took its place', async () => {
  act(() => stopRow().focus())
  await press('Home')
  await press('ArrowDown')
  await press('Enter')
  expect(session.getState().renaming).toBe(order[1])
  act(() => session.setState({ renaming: null }))
  await press('c')
  expect(session.getState().aiming).toEqual({ is: 'connect', from: order[1] })
  act(() => session.setState({ aiming: null }))
  await press('Delete')
  await waitFor(() => expect(page.now().elements.has(order[1] ?? '')).toBe(false))
  await waitFor(() => expect((document.activeElement as HTMLElement).dataset['id']).toBe(order[2]))
  expect(canvas.getState().isListed).toBe(true)
})
