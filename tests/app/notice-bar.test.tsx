import { render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { NoticeBar } from '../../src/app/NoticeBar.tsx'
import { live } from '../../src/session/live.ts'

afterEach(() => live.setState({ notice: null, offer: null }))

test('what keeps work from being saved and what could be brought back are both said, each with what can be done', () => {
  const bringBack = vi.fn()
  live.setState({
    notice: { words: 'These maps were kept by a newer version. Reload to get it.', actions: [{ title: 'Reload', run: vi.fn() }] },
    offer: { words: 'Some of your work is missing. A second copy has it.', actions: [{ title: 'Bring it back', run: bringBack }, { title: 'Leave it', run: vi.fn() }] },
  })
  render(<NoticeBar />)
  expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
    'These maps were kept by a newer version. Reload to get it.Reload',
    'Some of your work is missing. A second copy has it.Bring it backLeave it',
  ])
  screen.getByRole('button', { name: 'Bring it back' }).click()
  expect(bringBack).toHaveBeenCalledOnce()
})
