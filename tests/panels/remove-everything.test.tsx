import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ports, provide } from '../../src/commands/dispatch.ts'
import { RemoveEverythingDialog } from '../../src/panels/remove-everything/RemoveEverythingDialog.tsx'
import { openPage } from '../support/page-map.ts'

test('where only a part could be removed the page begins anew when it is left: nothing can be kept before', async () => {
  const user = userEvent.setup()
  const page = openPage(null)
  const refused = () => Promise.reject(new Error('the browser holds on to it'))
  provide({ ...ports(), maps: { ...ports().maps, removeEverything: refused } })
  render(<RemoveEverythingDialog />)
  await user.click(screen.getByRole('button', { name: 'Remove everything' }))
  expect(screen.getByRole('alert').textContent).toContain('Not everything could be removed: the browser holds on to it.')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(page.asked).toEqual(['start again'])
})
