import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { ports, provide } from '../../src/commands/dispatch.ts'
import { unzipMaps } from '../../src/formats/zip.ts'
import { StartPage } from '../../src/panels/start/StartPage.tsx'
import type { MapCard } from '../../src/session/live.ts'
import { session } from '../../src/session/session.ts'
import { TEMPLATES } from '../../src/templates/templates.ts'
import { openPage } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'
import '../support/clean-page.ts'

const card = (id: string, title: string, changedAt: number): MapCard => ({
  id, title, question: '', elements: 3, ties: 1, changedAt, filedAt: null, illustrative: false,
  picture: { elements: [[0, 0, '1'], [200, 50, 'partner']], ties: [[0, 1]] },
})

describe('Beginning', () => {
  test('takes a question and Enter, and nothing else', async () => {
    const page = openPage(null)
    render(<StartPage />)
    await userEvent.setup().keyboard('What helps people home?{Enter}')
    expect(page.created).toHaveLength(1)
    expect(page.created[0]?.map.meta.question).toBe('What helps people home?')
    expect([...(page.created[0]?.map.organisations.values() ?? [])].map((organisation) => organisation.code)).toEqual(['CO', 'CH', 'AC', 'SC', 'PA', 'RE', 'AL'])
  })

  test('offers every template of the list, and begins from the one chosen', async () => {
    const page = openPage(null)
    const user = userEvent.setup()
    render(<StartPage />)
    expect(screen.getAllByRole('radio')).toHaveLength(TEMPLATES.length)
    await user.click(screen.getByRole('radio', { name: /journey/ }))
    await user.type(screen.getByRole('textbox', { name: 'What are we trying to understand?' }), 'Who is met on the way?{Enter}')
    expect(page.created[0]?.map.relationships.size).toBeGreaterThan(4)
  })

  test('calls the organisations what they are called here, and brings the benefits where they are wanted', async () => {
    const page = openPage(null)
    const user = userEvent.setup()
    render(<StartPage />)
    await user.click(screen.getByRole('button', { name: /what they are called here/ }))
    const name = screen.getByRole('textbox', { name: 'Name of organisation 3' })
    await user.clear(name)
    await user.type(name, 'City Hospitals')
    await user.click(screen.getByRole('checkbox', { name: /22 benefits/ }))
    await user.click(screen.getByRole('button', { name: /Start the map/ }))
    const map = page.created[0]?.map
    expect([...(map?.organisations.values() ?? [])].map((organisation) => organisation.name)).toContain('City Hospitals')
    expect([...(map?.elements.values() ?? [])].filter((element) => element.kind === 'outcome')).toHaveLength(22)
  })
})

describe('The maps on this laptop', () => {
  test('stand with the last one changed first; a press opens one', async () => {
    const page = openPage(null, [card('old', 'Winter plan', 1), card('new', 'Frailty', 2)])
    render(<StartPage />)
    const side = within(screen.getByRole('complementary', { name: 'Maps on this laptop' }))
    const [first] = side.getAllByRole('listitem')
    expect(first?.textContent).toContain('Frailty')
    await userEvent.setup().click(side.getByRole('button', { name: /^Winter plan/ }))
    expect(page.asked).toEqual(['open old'])
  })

  test('one that is removed can be put back', async () => {
    const page = openPage(null, [card('a', 'Winter plan', 1)])
    const user = userEvent.setup()
    render(<StartPage />)
    await user.click(screen.getByRole('button', { name: 'More for Winter plan' }))
    await user.click(screen.getByRole('menuitem', { name: 'Remove from this laptop', hidden: true }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(page.asked).toEqual(['remove a', 'put back a'])
    expect(session.getState().said.words).toBe('Winter plan is back.')
  })

  test('one that was removed too long ago is not called back', async () => {
    openPage(null, [card('a', 'Winter plan', 1)])
    provide({ ...ports(), maps: { ...ports().maps, putBack: async () => false } })
    const user = userEvent.setup()
    render(<StartPage />)
    await user.click(screen.getByRole('button', { name: 'More for Winter plan' }))
    await user.click(screen.getByRole('menuitem', { name: 'Remove from this laptop', hidden: true }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(session.getState().toast?.words).toBe('Winter plan was removed too long ago to bring back.')
  })

  test('one is renamed in place', async () => {
    const page = openPage(null, [card('a', 'Winter plan', 1)])
    const user = userEvent.setup()
    render(<StartPage />)
    await user.click(screen.getByRole('button', { name: 'More for Winter plan' }))
    await user.click(screen.getByRole('menuitem', { name: 'Rename', hidden: true }))
    const field = screen.getByRole('textbox', { name: 'Name of Winter plan' })
    await user.clear(field)
    await user.type(field, 'Spring plan{Enter}')
    expect(page.asked).toEqual(['rename a Spring plan'])
  })

  test('all go into one zip, from which each comes out whole', async () => {
    const page = openPage(sampleMap().map, [card('a', 'Harbour', 1)])
    render(<StartPage />)
    await userEvent.setup().click(screen.getByRole('button', { name: /Save all my maps/ }))
    await expect.poll(() => page.saved.length).toBe(1)
    const unzipped = unzipMaps(page.saved[0]?.bytes ?? new Uint8Array())
    expect(unzipped.ok && unzipped.files.map((file) => (JSON.parse(file.text) as { elements: unknown[] }).elements.length)).toEqual([46])
  })
})
