import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { CommandsDialog } from '../../src/app/CommandsDialog.tsx'
import { MainMenu } from '../../src/app/MainMenu.tsx'
import { ToastPlace } from '../../src/app/ToastPlace.tsx'
import { dispatch, invoke } from '../../src/commands/dispatch.ts'
import { make } from '../../src/model/change.ts'
import { live } from '../../src/session/live.ts'
import { select, session } from '../../src/session/session.ts'
import '../support/clean-page.ts'
import { namesOnMap, openApp } from './open-app.ts'

const STEPS = 15
const titles = () => screen.getAllByRole('option').map((row) => row.querySelector('span')?.textContent)

/** Adds so many teams, each selected as it comes. */
async function addTeams(count: number): Promise<void> {
  for (let i = 1; i <= count; i++) {
    dispatch(`Add Team ${i}`, { writes: [make('elements', `t${i}`, { name: `Team ${i}` })] })
    select([`t${i}`])
    await Promise.resolve()
  }
}

async function typed(words: string) {
  const user = userEvent.setup()
  render(<CommandsDialog />)
  await user.type(screen.getByRole('combobox'), words)
  return user
}

describe('The list of steps', () => {
  beforeEach(async () => {
    await openApp()
    await addTeams(STEPS)
    session.setState({ dialog: { name: 'Commands' } })
  })

  it('names the last steps when undo is typed, the nearest first, and goes back all of them at once', async () => {
    const user = await typed('undo')
    expect(titles().slice(0, 3)).toEqual(['Undo: Add Team 15', 'Undo 2 steps, back to before “Add Team 14”', 'Undo 3 steps, back to before “Add Team 13”'])
    expect(titles()).toHaveLength(STEPS)
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(namesOnMap().filter((name) => name.startsWith('Team'))).toHaveLength(12)
    expect(session.getState().selection).toEqual(['t12'])
    expect(session.getState().toast?.words).toBe('Undone: 3 steps, back to before “Add Team 13”.')
  })

  it('is searched by the words of a step, behind undo', async () => {
    await typed('undo team 4')
    expect(titles()).toEqual(['Undo 4 steps, back to before “Add Team 12”', 'Undo 12 steps, back to before “Add Team 4”', 'Undo 2 steps, back to before “Add Team 14”', 'Undo 14 steps, back to before “Add Team 2”'])
  })

  it('is not in the list before it is asked for, nor among what was used lately', async () => {
    await invoke('undo-2')
    const ofSteps = () => titles().filter((title) => /^(Undo|Redo)/.test(title ?? ''))
    const user = await typed('team')
    expect(ofSteps().sort()).toEqual(['Redo: Add Team 14', 'Undo: Add Team 13'])
    await user.clear(screen.getByRole('combobox'))
    expect(ofSteps()).toEqual(['Undo: Add Team 13', 'Redo: Add Team 14'])
    await user.type(screen.getByRole('combobox'), 'undo')
    expect(titles()[0]).toBe('Undo: Add Team 13')
  })

  it('does steps again in the same way, and selects what was selected then', async () => {
    await invoke('undo-5')
    const user = await typed('redo')
    expect(titles()).toEqual(['Redo: Add Team 11', 'Redo 2 steps, up to “Add Team 12”', 'Redo 3 steps, up to “Add Team 13”', 'Redo 4 steps, up to “Add Team 14”', 'Redo 5 steps, up to “Add Team 15”'])
    await user.keyboard('{ArrowDown}{Enter}')
    expect(live.getState().redo).toHaveLength(3)
    expect(session.getState().selection).toEqual(['t12'])
    expect(session.getState().toast?.words).toBe('Done again: 2 steps, up to “Add Team 12”.')
  })

  it('offers the way back from several steps at once', async () => {
    await invoke('undo-4')
    render(<ToastPlace />)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Redo' }))
    expect(live.getState().redo).toEqual([])
    expect(live.getState().undo).toHaveLength(STEPS)
  })
})

describe('The main menu', () => {
  beforeEach(async () => {
    await openApp()
    session.setState({ dialog: null })
    await addTeams(2)
  })

  it('says what would be undone and done again, and leads to the list without a letter typed', async () => {
    const user = userEvent.setup()
    await invoke('undo')
    render(<MainMenu />)
    await user.click(screen.getByRole('button', { name: 'Menu' }))
    expect(screen.getByRole('menuitem', { name: /^Undo: Add Team 1/ })).toBeDefined()
    expect(screen.getByRole('menuitem', { name: /^Redo: Add Team 2/ })).toBeDefined()
    expect(screen.queryByRole('menuitem', { name: 'Go back several steps' })).toBeNull()
    await user.keyboard('{Escape}')
    await invoke('redo')
    await user.click(screen.getByRole('button', { name: 'Menu' }))
    await user.click(screen.getByRole('menuitem', { name: 'Go back several steps' }))
    render(<CommandsDialog />)
    const dialog = screen.getByRole('dialog', { name: 'Commands' })
    expect(within(dialog).getByRole<HTMLInputElement>('combobox').value).toBe('Undo ')
    expect(titles()[1]).toMatch(/^Undo 2 steps/)
  })
})
