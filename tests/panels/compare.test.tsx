import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ComparePanel } from '../../src/panels/compare/ComparePanel.tsx'
import { sharedOf } from '../../src/model/system-map.ts'
import { live } from '../../src/session/live.ts'
import { session } from '../../src/session/session.ts'
import { openPage } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'

const { map, contents } = sampleMap()
const [v1 = '', v2 = ''] = [...map.versions.values()].sort((a, b) => (a.date < b.date ? -1 : 1)).map(({ id }) => id)
const perspective = sharedOf(map).id

describe('The Compare panel', () => {
  beforeEach(() => {
    openPage(map)
    live.setState({ contents })
    session.setState({ reading: { version: v2, perspective }, compared: { version: v1, perspective } })
    render(<ComparePanel />)
  })
  afterEach(cleanup)

  it('groups what changed, counts what did not, and brings more when asked', async () => {
    const user = userEvent.setup()
    const gained = screen.getByRole('region', { name: 'New 11' })
    expect(within(gained).getAllByRole('listitem')).toHaveLength(3)
    await user.click(within(gained).getByRole('button', { name: '8 more of New' }))
    expect(within(gained).getAllByRole('listitem')).toHaveLength(11)
    expect(within(screen.getByRole('region', { name: 'Unchanged 41' })).queryAllByRole('listitem')).toHaveLength(0)
    await user.click(screen.getByRole('radio', { name: 'Elements' }))
    expect(screen.queryByRole('region', { name: 'Unchanged 41' })).toBeNull()
  })

  it('goes from row to row by arrow, selects, flies and says what each side said', async () => {
    const user = userEvent.setup()
    const lost = screen.getByRole('region', { name: 'Lost 1' })
    const row = within(lost).getByRole('button', { name: /Housing and adaptations/ })
    await user.click(row)
    const [tie = ''] = session.getState().selection
    expect(session.getState().show.subjects).toContain(tie)
    expect(session.getState().said.words).toMatch(/^Housing and adaptations – Hospital social workers: /)
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toMatch(/Locality manager – Locality social work teams/)
    expect(session.getState().selection).not.toEqual([tie])
  })

  it('tells by what the vision wants when it is asked', async () => {
    session.setState({ overlay: 'towards' })
    expect(await screen.findByRole('region', { name: 'Towards the vision 47' })).toBeDefined()
    expect(screen.getByRole('region', { name: 'Away from it 2' })).toBeDefined()
    expect(screen.getByRole('region', { name: 'No nearer and no further 17' })).toBeDefined()
  })
})
