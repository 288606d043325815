import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { CommandsDialog } from '../../src/app/CommandsDialog.tsx'
import { dispatch } from '../../src/commands/dispatch.ts'
import { make } from '../../src/model/change.ts'
import { preferences } from '../../src/session/preferences.ts'
import { session } from '../../src/session/session.ts'
import '../support/clean-page.ts'
import { openApp, openMap } from './open-app.ts'

const chosen = () => screen.getByRole('option', { selected: true })

describe('The palette', () => {
  beforeEach(async () => {
    await openApp()
    session.setState({ dialog: { name: 'Commands' } })
  })

  it('begins in its field, under the names that it is known by', () => {
    render(<CommandsDialog />)
    const dialog = screen.getByRole('dialog', { name: 'Commands' })
    expect(document.activeElement).toBe(within(dialog).getByRole('combobox', { name: 'Command' }))
  })

  it('finds a command by its first letters and runs it', async () => {
    const user = userEvent.setup()
    render(<CommandsDialog />)
    await user.type(screen.getByRole('combobox'), 'save ver')
    expect(chosen().textContent).toContain('Save version')
    await user.keyboard('{Enter}')
    expect(session.getState().dialog?.name).toBe('Save version')
    expect(preferences.getState().recentCommands[0]).toBe('save-version')
  })

  it('puts a command that is typed by its name before one used lately that only answers to the word', async () => {
    preferences.setState({ recentCommands: ['differences', 'blind-spots'] })
    const user = userEvent.setup()
    render(<CommandsDialog />)
    await user.type(screen.getByRole('combobox'), 'voices')
    expect(chosen().textContent).toContain('Voices…')
    await user.clear(screen.getByRole('combobox'))
    await user.type(screen.getByRole('combobox'), 'disagree')
    expect(chosen().textContent).toContain('Differences')
  })

  it('finds a look at two readings by the word on its button, and going back to a version by what that is called there', async () => {
    session.setState({ compared: { version: null, perspective: '*' } })
    const user = userEvent.setup()
    render(<CommandsDialog />)
    for (const [typed, title] of [['ghosts', 'Show changes as ghosts'], ['side by side', 'Show the two side by side'], ['wipe', 'Show one over the other'], ['restore', 'Versions']] as const) {
      await user.clear(screen.getByRole('combobox'))
      await user.type(screen.getByRole('combobox'), typed)
      expect(chosen().textContent, typed).toContain(title)
    }
  })

  it('goes to a thing on the map by any of its words', async () => {
    const user = userEvent.setup()
    const [person] = openMap().elements.values()
    render(<CommandsDialog />)
    await user.type(screen.getByRole('combobox'), 'middle')
    expect(chosen().textContent).toContain(`Go to ${person?.name}`)
    await user.keyboard('{Enter}')
    expect(session.getState().selection).toEqual([person?.id])
    expect(session.getState().show.subjects).toEqual([person?.id])
  })

  it('offers what can be asked of its ties: to see them, to rate them, to compare their ends', async () => {
    const [person] = openMap().elements.values()
    const tied = person?.id ?? ''
    dispatch('Tie', () => ({ writes: [make('elements', 'desk', { name: 'Duty desk' }), make('relationships', 'calls', { from: tied, to: 'desk' })] }))
    const user = userEvent.setup()
    render(<CommandsDialog />)
    await user.type(screen.getByRole('combobox'), 'duty')
    expect(screen.getAllByRole('option').slice(0, 4).map((row) => row.textContent)).toEqual(['Go to Duty deskEnter', 'Show its tie', 'Rate its ties', 'Compare its two ends'])
    await user.click(screen.getByRole('option', { name: 'Compare its two ends' }))
    expect([session.getState().selection, session.getState().overlay]).toEqual([['calls', 'desk'], 'ends'])
  })

  it('shows what was used lately first', async () => {
    preferences.setState({ recentCommands: ['keys'] })
    render(<CommandsDialog />)
    expect(screen.getAllByRole('group')[0]?.textContent).toMatch(/lately.*Keys/)
  })

  it('offers nothing that cannot be done now', async () => {
    const user = userEvent.setup()
    render(<CommandsDialog />)
    await user.type(screen.getByRole('combobox'), 'undo')
    expect(screen.queryByRole('option')).toBeNull()
    expect(screen.getByText('Nothing here goes by that name.')).toBeDefined()
  })

  it('goes round with the arrows, and the field names the row that is chosen', async () => {
    const user = userEvent.setup()
    render(<CommandsDialog />)
    const field = screen.getByRole('combobox')
    await user.type(field, 'project')
    const first = chosen().id
    expect(field.getAttribute('aria-activedescendant')).toBe(first)
    await user.keyboard('{ArrowUp}')
    expect(chosen().id).not.toBe(first)
    await user.keyboard('{ArrowDown}')
    expect(chosen().id).toBe(first)
  })

  it('chooses by the handful, says how many, and takes one more into what is chosen', async () => {
    const user = userEvent.setup()
    render(<CommandsDialog />)
    await user.type(screen.getByRole('combobox'), 'everything in residents')
    expect(chosen().textContent).toContain('Select everything in Residents and carers1')
    await user.keyboard('{Enter}')
    expect(session.getState().selection).toEqual([...openMap().elements.keys()])
  })
})
