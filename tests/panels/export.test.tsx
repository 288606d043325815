import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ports } from '../../src/commands/dispatch.ts'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { ExportDialog } from '../../src/panels/export/ExportDialog.tsx'
import { openPage } from '../support/page-map.ts'
import '../support/clean-page.ts'

const map = apply(emptyMap('m', { title: 'Discharge' }), {
  writes: [
    make('elements', 'ward', { name: 'Ward', description: 'Day three' }), make('elements', 'brokerage', { name: 'Brokerage' }),
    make('relationships', 'r', { from: 'ward', to: 'brokerage' }), make('relationships', 'lost', { from: 'ward', to: 'gone' }),
    make('notes', 'n', { text: 'Ask them' }), make('actions', 'a', { title: 'A call' }),
    ...['One', 'Two', 'Three'].map((name, i) => make('perspectives', `t${i}`, { name: `Table ${name}`, type: 'table', order: i + 1 })),
    ...['t0', 't1', 't2'].map((id) => ({ at: 'judgements' as const, id: judgementId(id, 'r'), field: 'presence', to: 3 })),
    make('perspectives', 'mine', { name: 'Only mine', type: 'person', private: true, order: 9 }),
    { at: 'judgements', id: judgementId('mine', 'r'), field: 'presence', to: 1 },
  ],
})

function open() {
  openPage(map)
  render(<ExportDialog />)
  const leaves = screen.getByRole('region', { name: 'What leaves' })
  const rows = () => within(leaves).getAllByRole('listitem').map((row) => [...row.children].map((cell) => cell.textContent).join(': '))
  return { user: userEvent.setup(), rows }
}

test('What does not fit is said of the map at hand, with how much of it there is, before anything is saved', async () => {
  const { user, rows } = open()
  await user.click(screen.getByRole('radio', { name: /^GraphML/ }))
  expect(rows()).toEqual(expect.arrayContaining(['2 elements and 1 tie: ', 'What Table Two says: 1 answer', 'Actions: 1', 'Notes and areas: 1', 'Ties with an end that is no longer on the map: 1']))
  expect(rows().join()).not.toMatch(/Stories|1 action|Only mine/)
  await user.click(screen.getByRole('radio', { name: /^Map file/ }))
  expect(rows()).toEqual(expect.arrayContaining(['2 elements and 2 ties: ', '1 action: owners as roles', '1 note: ']))
  expect(screen.getByText('All of this map fits.')).toBeTruthy()
})

test('Who said what, names and private things decide what leaves, and the list follows each of them', async () => {
  const { user, rows } = open()
  await user.click(screen.getByRole('radio', { name: /^Tables/ }))
  const mine = () => screen.queryByRole('checkbox', { name: /1 private view, which otherwise/ })
  expect(rows().join()).not.toContain('Only mine')
  await user.click(mine() as HTMLElement)
  expect(rows()).toContain('What Only mine says: 1 answer, private, ticked')
  await user.click(screen.getByRole('radio', { name: 'Counted' }))
  expect(rows().filter((row) => / says:/.test(row))).toEqual(['What the shared picture says: 0 answers'])
  expect(mine()).toBeNull()
  await user.click(screen.getByRole('radio', { name: 'Named' }))
  await user.click(screen.getByRole('radio', { name: 'As codes' }))
  expect((screen.getByRole('checkbox', { name: /own words, which may hold names/ }) as HTMLInputElement).checked).toBe(false)
  expect(rows()).toContain('What Perspective 1 says: 1 answer')
  expect(rows().join()).not.toMatch(/action|note/)
})

test('While a file is made it can be stopped, and nothing is written; what goes wrong is said', async () => {
  const { user } = open()
  const asked: { readonly format: string; readonly signal: AbortSignal | undefined }[] = []
  ports().work.write = ({ format }, watched) =>
    new Promise((_, reject) => {
      asked.push({ format, signal: watched?.signal })
      watched?.signal?.addEventListener('abort', () => reject(new Error('stopped')))
    })
  await user.click(screen.getByRole('radio', { name: /^Workbook/ }))
  await user.click(screen.getByRole('button', { name: /^Save/ }))
  expect(screen.getByRole('progressbar', { name: 'Making it' })).toBeTruthy()
  expect((screen.getByRole('button', { name: /^Save/ }) as HTMLButtonElement).disabled).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  await screen.findByText('Stopped. Nothing was written.')
  expect(asked.map(({ format, signal }) => [format, signal?.aborted])).toEqual([['xlsx', true]])
  ports().work.write = () => Promise.reject(new Error('the disk is full'))
  await user.click(screen.getByRole('button', { name: /^Save/ }))
  await screen.findByText('Nothing was written: the disk is full.')
})

test('A passphrase is asked for with the map file alone, and says what it means', async () => {
  const { user } = open()
  const field = () => screen.queryByLabelText('Passphrase, if it should be locked')
  await user.click(screen.getByRole('radio', { name: /^Tables/ }))
  expect(field()).toBeNull()
  await user.click(screen.getByRole('radio', { name: /^Map file/ }))
  await user.type(field() as HTMLElement, 'short')
  expect(screen.getByText(/^Short ones can be guessed\. Nobody can find it out/)).toBeTruthy()
  expect((field() as HTMLInputElement).type).toBe('password')
  await user.click(screen.getByRole('checkbox', { name: 'Show it' }))
  expect((field() as HTMLInputElement).type).toBe('text')
})
