import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { removePerspective } from '../../src/edits/perspectives.ts'
import { apply } from '../../src/model/apply.ts'
import { listed, type SystemMap } from '../../src/model/system-map.ts'
import { PerspectivesDialog } from '../../src/panels/perspectives/PerspectivesDialog.tsx'
import { VoicesDialog } from '../../src/panels/perspectives/VoicesDialog.tsx'
import { session } from '../../src/session/session.ts'
import { sampleMap } from '../support/page-sample.ts'
import { openPage } from '../support/page-map.ts'
import '../support/clean-page.ts'

function open(map: SystemMap = sampleMap().map) {
  const page = openPage(map)
  render(<PerspectivesDialog />)
  return { page, user: userEvent.setup() }
}

const names = (map: SystemMap) => listed(map.perspectives).filter((p) => p.type !== 'shared').map(({ name }) => name)
const alone = (map: SystemMap) => [...map.perspectives.keys()].reduce((now, id) => apply(now, removePerspective(now, id)), map)

describe('Perspectives', () => {
  test('are made by a name and Enter, the twentieth as the first, and a person’s is private', async () => {
    const { page, user } = open(alone(sampleMap().map))
    expect(screen.getByText(/No other view yet/)).toBeDefined()
    const field = screen.getByRole('textbox', { name: 'New perspective' })
    for (let n = 1; n <= 20; n++) await user.type(field, `Table ${n}{Enter}`)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Type of the new one' }), 'person')
    await user.type(field, 'Me{Enter}')
    expect(names(page.now())).toHaveLength(21)
    expect([...page.now().perspectives.values()].find(({ name }) => name === 'Me')?.private).toBe(true)
    expect(screen.getByText('Private')).toBeDefined()
  })

  test('change their name, type and organisation, one step each', async () => {
    const { page, user } = open()
    const name = screen.getByRole('textbox', { name: 'Name of perspective 3' })
    const before = (name as HTMLInputElement).value
    await user.clear(name)
    await user.type(name, 'City Hospitals{Enter}')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Type of City Hospitals' }), 'table')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Organisation of City Hospitals' }), '')
    expect([...page.now().perspectives.values()].find((p) => p.name === 'City Hospitals')).toMatchObject({ type: 'table', organisation: null })
    expect(page.titles).toEqual([`Rename ${before}`, 'Type of City Hospitals', 'Organisation of City Hospitals'])
  })

  test('move by a button or by Alt and an arrow, and keep the focus', async () => {
    const { page, user } = open()
    const [first = '', second = '', third = ''] = names(page.now())
    await user.click(screen.getByRole('button', { name: `Move ${second} up` }))
    expect(names(page.now()).slice(0, 3)).toEqual([second, first, third])
    await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}')
    expect(names(page.now()).slice(0, 3)).toEqual([first, third, second])
    expect(document.activeElement?.getAttribute('aria-label')).toBe(`Move ${second} up`)
  })

  test('say what goes with them before they go, and come back by Undo', async () => {
    const { page, user } = open()
    const before = page.now()
    await user.click(screen.getByRole('button', { name: 'Remove Acute care' }))
    const asked = screen.getByRole('group', { name: /^Acute care has spoken about \d+ ties and \d+ elements?\. All of that goes with it\./ })
    expect(document.activeElement).toBe(within(asked).getByRole('button', { name: 'Leave it' }))
    await user.keyboard('{Escape}')
    expect(page.now()).toBe(before)
    await user.click(screen.getByRole('button', { name: 'Remove Acute care' }))
    await user.click(within(screen.getByRole('group', { name: /goes with it/ })).getByRole('button', { name: 'Remove Acute care' }))
    expect(names(page.now())).not.toContain('Acute care')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(page.now()).toBe(before)
  })
})

describe('Voices', () => {
  test('are the usual ones until some are picked, and can be the usual ones again', async () => {
    openPage(sampleMap().map)
    render(<VoicesDialog />)
    const user = userEvent.setup()
    expect(screen.getByText(/^These are the usual ones:/)).toBeDefined()
    const ticked = () => screen.getAllByRole('checkbox', { checked: true }).length
    expect(ticked()).toBe(4)
    await user.click(screen.getByRole('checkbox', { name: /Residents/ }))
    expect(ticked()).toBe(5)
    for (const box of screen.getAllByRole('checkbox', { checked: true }).slice(1)) await user.click(box)
    expect(screen.getByText(/It takes two to differ/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Back to the usual' }))
    expect([session.getState().voices, ticked()]).toEqual([null, 4])
  })

  test('are explained while there is only the shared picture', () => {
    openPage(alone(sampleMap().map))
    render(<VoicesDialog />)
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.getByRole('button', { name: 'Perspectives…' })).toBeDefined()
  })
})
