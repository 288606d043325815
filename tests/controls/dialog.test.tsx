import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { Button } from '../../src/controls/Button.tsx'
import { Dialog } from '../../src/controls/Dialog.tsx'
import '../support/clean-page.ts'

function Page({ onSubmit }: { readonly onSubmit?: () => void }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Export</Button>
      {isOpen && (
        <Dialog title="Take it away" name="Export" onClose={() => setOpen(false)} {...(onSubmit ? { onSubmit } : {})}>
          <input aria-label="Size" />
          <Button data-first look="primary" submits>
            Save
          </Button>
        </Dialog>
      )}
    </>
  )
}

it('A dialog is found by the name that stays put, begins where it should, and gives the focus back', async () => {
  const user = userEvent.setup()
  render(<Page />)
  const opener = screen.getByRole('button', { name: 'Export' })
  await user.click(opener)
  const dialog = screen.getByRole('dialog', { name: 'Export' })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }))
  fireEvent(dialog, new Event('cancel', { cancelable: true }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(opener)
})

it('Enter on its primary button does what the dialog is for, once', async () => {
  const done = vi.fn()
  const user = userEvent.setup()
  render(<Page onSubmit={done} />)
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(done).toHaveBeenCalledOnce()
})

it('The cross closes it', async () => {
  const user = userEvent.setup()
  render(<Page />)
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})
