import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writingPerspective } from '../../src/commands/chosen.ts'
import { gatherText } from '../../src/commands/gather-files.ts'
import { commandContext, commandOf, dispatch, invoke, ports } from '../../src/commands/dispatch.ts'
import { openHere } from '../../src/commands/open-files.ts'
import { chooseTable } from '../../src/commands/tables.ts'
import { addElement } from '../../src/edits/add-element.ts'
import { becomeTable, tableOf, tablePack, tablesIn } from '../../src/edits/tables.ts'
import { writeRatings } from '../../src/formats/ratings/write-ratings.ts'
import { apply } from '../../src/model/apply.ts'
import { live } from '../../src/session/live.ts'
import { session } from '../../src/session/session.ts'
import { GatherDialog } from '../../src/panels/gather/GatherDialog.tsx'
import { seeded } from '../support/seeded.ts'
import { openApp, openMap } from './open-app.ts'

const SAVED = '2026-05-19T09:38:00.000Z'

beforeEach(async () => {
  await openApp()
  for (const [name, code] of [['Ward sister', 'AC'], ['Care brokerage', 'SC']] as const) {
    dispatch(`Add ${name}`, addElement(openMap(), { name, organisation: organisation(code) }, { now: new Date(SAVED), random: seeded(name.length), perspective: 'shared' }).change)
  }
})
afterEach(cleanup)

function organisation(code: string): string | null {
  return [...openMap().organisations.values()].find((one) => one.code === code)?.id ?? null
}

/** What a table copies that began with the open map and named these. */
function tableText(n: number, ...names: readonly string[]): string {
  let map = tablePack(openMap(), ['Table 1', 'Table 2'], `pack-${n}`)
  map = apply(map, becomeTable(map, tablesIn(map)[n - 1]?.id ?? ''))
  for (const name of names) map = apply(map, addElement(map, { name, organisation: organisation('SC') }, { now: new Date(SAVED), random: seeded(n * 31 + name.length), perspective: tableOf(map)?.id ?? null }).change)
  return writeRatings(map, SAVED)
}

it('A text that was pasted is looked at, asked about by one key for each name, and gathered in one step', async () => {
  const before = openMap()
  await gatherText(`Dear all,\n${tableText(1, 'Care brokerag', 'Night desk')}`)
  await gatherText(tableText(2, 'Care brokerag', 'The night desks', 'Ward sister'))
  render(<GatherDialog />)
  const same = await screen.findByRole('button', { name: /^Same/ })
  expect(screen.getByRole('region', { name: /1 of 2/ }).textContent).toContain('Care brokerag')
  await waitFor(() => expect(document.activeElement).toBe(same))
  // The second table's is the same as the first's, and is not asked about apart.
  expect(screen.getAllByRole('row', { name: /to check/ })).toHaveLength(2)
  fireEvent.keyDown(document.body, { key: 's' })
  fireEvent.keyDown(document.body, { key: 'ArrowLeft' })
  expect(screen.getByRole('region', { name: /1 of 2/ })).toBeTruthy()
  fireEvent.keyDown(document.body, { key: 's' })
  fireEvent.keyDown(document.body, { key: 'n' })
  const gather = await screen.findByRole('button', { name: /^Gather/ })
  await waitFor(() => expect(document.activeElement).toBe(gather))
  fireEvent.click(gather)
  await waitFor(() => expect(session.getState().dialog).toBeNull())
  expect([...openMap().elements.values()].filter(({ id }) => !before.elements.has(id)).map(({ name }) => name).sort()).toEqual(['Night desk', 'Ward sister'])
  expect([...openMap().perspectives.values()].filter(({ type }) => type === 'table').map(({ name }) => name)).toEqual(['Table 1', 'Table 2'])
  expect(live.getState().undo.at(-1)).toBe('Gather')
  await invoke('undo')
  expect(openMap().elements).toEqual(before.elements)
  expect(openMap().perspectives).toEqual(before.perspectives)
})

it('A text with a line that was changed says which, and a text that is no table’s why it is left out', async () => {
  const lines = tableText(1, 'Night desk', 'Weekend desk').split('\n')
  const broken = lines.map((line) => line.replace('Weekend desk #', 'Weekend dusk #')).join('\n')
  await gatherText(broken)
  await gatherText('Hello')
  render(<GatherDialog />)
  const row = await screen.findByRole('row', { name: /^Table 1/ })
  expect(within(row).getByRole('list').textContent).toMatch(/Line \d+: it was changed on the way; it was left out\./)
  expect(screen.getByRole('row', { name: /The pasted text.*Left out\. The text: it does not begin with/ })).toBeTruthy()
})

it('A table’s copy opens as that table sees it, and the question which table it is comes with a pack alone', async () => {
  const pack = tablePack(openMap(), ['Table 1', 'Table 2'], 'pack')
  await openHere({ file: 'pack', whole: { map: pack, contents: new Map() }, repairs: [], savedAt: '' })
  expect(session.getState().dialog).toEqual({ name: 'You are' })
  const [, two] = tablesIn(openMap())
  chooseTable(two?.id ?? '')
  expect(session.getState().reading.perspective).toBe(two?.id)
  const { mapId } = openMap().meta
  await ports().maps.close()
  await ports().maps.open(mapId)
  expect([session.getState().reading.perspective, session.getState().dialog]).toEqual([two?.id, null])
  // What is typed while the shared picture is looked at is the table's all the same.
  expect(writingPerspective(openMap(), 'shared').id).toBe(two?.id)
  expect(commandOf('hand-in')?.when?.(commandContext())).toBe(true)
})

it('Asked for to paste a text, it begins in the field for it, and counts nothing before there is a file', async () => {
  session.setState({ dialog: { name: 'Gather', files: [], refused: [], pastes: true } })
  render(<GatherDialog />)
  const field = await screen.findByRole('textbox', { name: 'What the table copied' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(screen.queryByText(/matched by name/)).toBeNull()
  expect(screen.queryByRole('table')).toBeNull()
})
