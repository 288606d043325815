import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { emptyMap } from '../../src/model/empty-map.ts'
import { NoticePanel } from '../../src/panels/notice/NoticePanel.tsx'
import { session } from '../../src/session/session.ts'
import { openPage } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'

describe('The Notice panel', () => {
  afterEach(cleanup)

  it('says what the sample is known to hold, the most telling first, with what each was counted from', async () => {
    const user = userEvent.setup()
    const { map } = sampleMap()
    openPage(map)
    render(<NoticePanel />)
    const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent)
    expect(headings.slice(0, 2)).toEqual(['23 ties are seen far apart.', 'No one has 17 of the 23 ties that are far apart.'])
    const apart = screen.getByRole('region', { name: '23 ties are seen far apart.' })
    await user.click(within(apart).getByRole('button', { name: /^How this is counted/ }))
    expect(within(apart).getByText(/more than half of a scale apart/)).toBeDefined()
    await user.click(within(apart).getByRole('button', { name: /^20 more/ }))
    expect(within(apart).getAllByRole('listitem')).toHaveLength(23)
    await user.click(within(apart).getAllByRole('listitem')[0]?.querySelector('button') as HTMLButtonElement)
    expect(session.getState().selection).toHaveLength(1)
    expect(session.getState().show.subjects).toEqual(session.getState().selection)
  })

  it('does not say whose blind spot it is while nobody is to be named', () => {
    const { map } = sampleMap()
    openPage(map)
    session.setState({ unattributed: true })
    render(<NoticePanel />)
    expect(screen.queryByText(/says no to/)).toBeNull()
  })

  it('says when there is nothing to notice', () => {
    openPage(emptyMap('m'))
    render(<NoticePanel />)
    expect(screen.getByRole('heading', { name: 'Nothing to notice yet' })).toBeDefined()
  })
})
