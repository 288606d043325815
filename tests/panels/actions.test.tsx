import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { invoke } from '../../src/commands/dispatch.ts'
import { rate } from '../../src/edits/judge.ts'
import { apply } from '../../src/model/apply.ts'
import { freeze } from '../../src/model/freeze.ts'
import { ActionsPanel } from '../../src/panels/actions/ActionsPanel.tsx'
import { ReflectionsPanel } from '../../src/panels/actions/ReflectionsPanel.tsx'
import { DetailsPanel } from '../../src/panels/details/DetailsPanel.tsx'
import { fieldDrafts } from '../../src/session/field-drafts.ts'
import { live } from '../../src/session/live.ts'
import { select, session } from '../../src/session/session.ts'
import { openPage, type PageMap } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'
import '../support/clean-page.ts'

function open(Panel: () => React.ReactNode): { readonly page: PageMap; readonly user: ReturnType<typeof userEvent.setup> } {
  const page = openPage(sampleMap().map)
  fieldDrafts.setState(new Map(), true)
  render(<Panel />)
  return { page, user: userEvent.setup() }
}

const DAILY_CALL = /^One daily call/

describe('Actions', () => {
  test('say how many of the ties that are far apart nobody has, and show them', async () => {
    const { user } = open(ActionsPanel)
    expect(screen.getByText(/No one has 17 of the 23 ties that are far apart/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Show them' }))
    expect(session.getState().filter).toEqual([{ is: 'far apart' }, { is: 'no action' }])
  })

  test('are added about what is chosen: ties it touches, outcomes it aims at', async () => {
    const { page, user } = open(ActionsPanel)
    act(() => select(['r17', 'oc-onc']))
    await user.type(screen.getByRole('textbox', { name: 'A new action' }), 'Meet every Friday{Enter}')
    const made = [...page.now().actions.values()].find(({ title }) => title === 'Meet every Friday')
    expect(made).toMatchObject({ touches: ['r17'], aims: ['oc-onc'], status: 'proposed' })
    expect(session.getState().opened).toBe(made?.id)
    expect(page.titles).toEqual(['Add an action'])
  })

  test('change their status on the card, in one step', async () => {
    const { page, user } = open(ActionsPanel)
    await user.selectOptions(screen.getByRole('combobox', { name: /^Status of One daily call/ }), 'done')
    expect(page.now().actions.get('a2')?.status).toBe('done')
    expect(page.titles).toEqual(['Change status'])
  })

  test('ask quietly for a role where the owner looks like a person, and keep what is typed', async () => {
    const { page, user } = open(ActionsPanel)
    await user.click(screen.getByRole('button', { name: DAILY_CALL }))
    const owner = screen.getByLabelText('Owner')
    expect(screen.getByText('A role, not a name.')).toBeDefined()
    await user.clear(owner)
    await user.type(owner, 'Jane Smith')
    expect(screen.getByText('Use a role instead?')).toBeDefined()
    await user.clear(owner)
    await user.type(owner, 'Ward manager')
    expect(screen.queryByText('Use a role instead?')).toBeNull()
    await user.tab()
    expect(page.now().actions.get('a2')?.owner).toBe('Ward manager')
    expect(page.titles).toEqual(['Change owner'])
  })

  test('lead to the ties they touch, take what is chosen in, and let go of it', async () => {
    const { page, user } = open(ActionsPanel)
    await user.click(screen.getAllByRole('button', { name: 'People tell their story once' })[0] as HTMLElement)
    expect(session.getState().selection).toEqual(['oc-onc'])
    await user.click(screen.getByRole('button', { name: DAILY_CALL }))
    act(() => select(['r17']))
    await user.click(screen.getByRole('button', { name: /^Add Director of integrated commissioning/ }))
    expect(page.now().actions.get('a2')?.touches).toEqual(['r41', 'r37', 'r52', 'r17'])
    await user.click(screen.getByRole('button', { name: 'Take off Hospital discharge team works with Care brokerage' }))
    expect(page.now().actions.get('a2')?.touches).toEqual(['r37', 'r52', 'r17'])
  })

  test('say how their ties were and how they are, while two moments are compared', () => {
    const whole = sampleMap()
    const then = freeze(apply(whole.map, rate(whole.map, 'shared', 'r41', 1)))
    openPage(apply(whole.map, rate(whole.map, 'shared', 'r41', 3)))
    const [card] = whole.map.versions.values()
    live.setState({ contents: new Map([[card?.content ?? '', then]]) })
    session.setState({ compared: { version: card?.id ?? '', perspective: 'shared' } })
    render(<ActionsPanel />)
    expect(screen.getByText('was 1, now 3')).toBeDefined()
  })

  test('are reached from the tie that they touch, and taken up from there', async () => {
    const { page, user } = open(DetailsPanel)
    act(() => select(['r41']))
    await user.click(screen.getByRole('button', { name: DAILY_CALL }))
    expect(session.getState()).toMatchObject({ panel: 'Actions', opened: 'a2' })
    await user.selectOptions(screen.getByRole('combobox', { name: 'An action that touches this' }), 'a3')
    expect(page.now().actions.get('a3')?.touches).toContain('r41')
    act(() => select(['oc-con']))
    await user.selectOptions(screen.getByRole('combobox', { name: 'An action that aims at this' }), 'a1')
    expect(page.now().actions.get('a1')?.aims).toContain('oc-con')
  })

  test('that are chosen as rows are removed by the command, and come back', async () => {
    const { page } = open(ActionsPanel)
    act(() => select(['a1', 'f1']))
    await act(async () => void (await invoke('delete')))
    expect([page.now().actions.has('a1'), page.now().reflections.has('f1')]).toEqual([false, false])
    expect(page.titles).toEqual(['Remove 2 things'])
  })
})

describe('Reflections', () => {
  test('are added with their prompt, about what is chosen, for the room or for oneself', async () => {
    const { page, user } = open(ReflectionsPanel)
    act(() => select(['r41']))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Prompt' }), 'Whose view is missing?')
    await user.type(screen.getByRole('textbox', { name: 'A new reflection' }), 'The ambulance crews.{Control>}{Enter}{/Control}')
    const made = [...page.now().reflections.values()].find(({ words }) => words === 'The ambulance crews.')
    expect(made).toMatchObject({ prompt: 'Whose view is missing?', about: ['r41'], private: false, date: '2026-11-23' })
    await user.click(screen.getAllByRole('checkbox', { name: 'Keep it to yourself' })[0] as HTMLElement)
    await user.type(screen.getByRole('textbox', { name: 'A new reflection' }), 'I could have called.')
    await user.click(screen.getByRole('button', { name: 'Add' }))
    expect([...page.now().reflections.values()].find(({ words }) => words === 'I could have called.')?.private).toBe(true)
  })

  test('stay where they are being typed when the panel goes away', async () => {
    const { user } = open(ReflectionsPanel)
    await user.type(screen.getByRole('textbox', { name: 'A new reflection' }), 'Half a')
    expect([...fieldDrafts.getState().values()]).toEqual(['Half a'])
  })

  test('are given to the room, or kept, by one tick, and say which', async () => {
    const { page, user } = open(ReflectionsPanel)
    const card = screen.getByRole('button', { name: /It was the phone call we saw differently/ })
    expect(card.textContent).toContain('the room’s')
    await user.click(card)
    const form = within(card.closest('li') as HTMLElement)
    await user.click(form.getByRole('checkbox', { name: 'Keep it to yourself' }))
    expect(page.now().reflections.get('f1')?.private).toBe(true)
    expect(page.titles).toEqual(['Keep it to yourself'])
    await user.click(form.getByRole('button', { name: 'Remove this reflection' }))
    expect(page.now().reflections.has('f1')).toBe(false)
  })

  test('only about what is chosen, when asked', async () => {
    const { user } = open(ReflectionsPanel)
    act(() => select(['r41']))
    await user.click(screen.getByRole('checkbox', { name: 'Only about what is chosen (1)' }))
    expect(screen.getAllByRole('button', { expanded: false })).toHaveLength(1)
  })
})
