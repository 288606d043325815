import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { Menu } from '../../src/controls/Menu.tsx'
import '../support/clean-page.ts'

function setUp() {
  const chosen = vi.fn()
  const items = ['Now', 'January', 'May'].map((title) => ({ id: title, title, isOn: title === 'Now', onChoose: () => chosen(title) }))
  render(<Menu name="Moment: now" face="Now" items={[...items, { id: 'x', title: 'Far', reason: 'not yet', onChoose: () => chosen('Far') }]} />)
  return { chosen, button: screen.getByRole('button', { name: 'Moment: now' }), user: userEvent.setup() }
}
const row = (name: RegExp) => screen.getByRole(/Far/.test(name.source) ? 'menuitem' : 'menuitemradio', { name, hidden: true })

it('A menu opens on what is chosen and its arrows go round', async () => {
  const { button, user } = setUp()
  button.focus()
  await user.keyboard('{ArrowDown}')
  expect(button.getAttribute('aria-expanded')).toBe('true')
  expect(document.activeElement).toBe(row(/Now/))
  await user.keyboard('{ArrowUp}')
  expect(document.activeElement).toBe(row(/Far/))
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(document.activeElement).toBe(row(/January/))
})

it('A letter goes to what begins with it, Enter chooses, and the button has the focus again', async () => {
  const { button, chosen, user } = setUp()
  await user.click(button)
  await user.keyboard('m{Enter}')
  expect(chosen).toHaveBeenCalledWith('May')
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-expanded')).toBe('false')
})

it('Escape closes without choosing, and what says why not cannot be chosen', async () => {
  const { button, chosen, user } = setUp()
  await user.click(button)
  await user.click(row(/Far/))
  expect(chosen).not.toHaveBeenCalled()
  expect(row(/Far/).textContent).toContain('not yet')
  await user.keyboard('{Escape}')
  expect(button.getAttribute('aria-expanded')).toBe('false')
  expect(document.activeElement).toBe(button)
})
