import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { commandContext, invoke } from '../../src/commands/dispatch.ts'
import { openFiles } from '../../src/commands/open-files.ts'
import type { FileIn } from '../../src/commands/ports.ts'
import { GatherDialog } from '../../src/panels/gather/GatherDialog.tsx'
import { ImportDialog } from '../../src/panels/import/ImportDialog.tsx'
import { OpenDialog } from '../../src/panels/open/OpenDialog.tsx'
import { useSession } from '../../src/session/hooks.ts'
import { live } from '../../src/session/live.ts'
import { session } from '../../src/session/session.ts'
import { namesOnMap, openApp, openMap } from './open-app.ts'

beforeEach(async () => void (await openApp()))
afterEach(cleanup)

const file = (name: string, text: string): FileIn => ({ name, size: text.length, bytes: async () => new TextEncoder().encode(text) })
const TIES = file('Ties.csv', 'From;To;Type;Strength;Sent by\nWard;GP;refers;4;fax\nGP;Home care;funds;3;post\nGP;Nobody knows;;;\n')
const CAUSES = file('Causes.json', JSON.stringify({ elements: [{ label: 'Delays', type: 'Variable' }, { label: 'Trust', type: 'Variable' }], connections: [{ from: 'Delays', to: 'Trust', type: '-' }] }))
const BROKEN = file('Broken.graphml', '<?xml version="1.0"?>\n<graphml><graph>')

/** Whatever dialog is open, as the app shows it. */
function Any() {
  const name = useSession((s) => s.dialog?.name)
  return name === 'Import' ? <ImportDialog /> : name === 'Gather' ? <GatherDialog /> : <OpenDialog />
}

async function opened(...files: readonly FileIn[]) {
  render(<Any />)
  await openFiles(files)
  return userEvent.setup()
}
const dialog = () => screen.getByRole('dialog', { name: 'Import' })
const row = (region: string, name: string) => within(within(dialog()).getByRole('region', { name: region })).getByRole('row', { name: new RegExp(`^(?:ties |elements )?${name}`) })

it('What was found is said with its counts, each word has its guess and each column its use, and the map is what was confirmed', async () => {
  const user = await opened(TIES)
  expect(dialog().textContent).toContain('A table (CSV): 4 elements, 3 ties')
  expect(dialog().textContent).toContain('The file does not say where things stand.')
  expect((within(row('Ties', 'funds')).getByRole('combobox') as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('pays for')
  const uses = (name: string) => within(row('Columns', name)).getByRole('combobox') as HTMLSelectElement
  expect([uses('Type').value, uses('Strength').value, uses('Sent by').value]).toEqual(['kind', 'strength', 'fact'])
  expect(within(screen.getByRole('region', { name: 'Put right or guessed' })).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/^Row 2.* a tie names an element that has no row of its own; it was added$/)])
  // The kinds of ties go with the column that says them.
  await user.selectOptions(uses('Sent by'), 'kind')
  expect(uses('Type').value).toBe('fact')
  expect(within(row('Ties', 'fax')).getByRole('combobox')).toBeTruthy()
  await user.selectOptions(uses('Type'), 'kind')
  await user.selectOptions(uses('Sent by'), 'ignore')
  await user.selectOptions(within(row('Kinds', 'No type')).getByRole('combobox'), 'role')
  await user.click(screen.getByRole('button', { name: /^Open as a new map/ }))
  await waitFor(() => expect(namesOnMap()).toEqual(['GP', 'Home care', 'Nobody knows', 'Ward']))
  const map = openMap()
  expect([...map.elements.values()].map(({ kind }) => kind)).toEqual(['role', 'role', 'role', 'role'])
  expect([...map.relationships.values()].map(({ kind, facts }) => [kind, ...facts])).toEqual([['refers'], ['funds'], [expect.any(String)]])
  expect(map.positions.size).toBe(4)
  expect(live.getState().undo).toEqual(['Import'])
})

it('Many columns are left out at once, and kept again', async () => {
  const names = Array.from({ length: 8 }, (_, i) => `tag_${i}`)
  const user = await opened(file('Wide.csv', `Name,Type,${names.join(',')}\nWard,Team,${names.map(() => '1').join(',')}\n`))
  const uses = () => names.map((name) => (within(row('Columns', name)).getByRole('combobox') as HTMLSelectElement).value)
  await user.click(screen.getByRole('button', { name: 'Leave out all 8 facts' }))
  expect(new Set(uses())).toEqual(new Set(['ignore']))
  expect((within(row('Columns', 'Type')).getByRole('combobox') as HTMLSelectElement).value).toBe('kind')
  await user.click(screen.getByRole('button', { name: 'Keep all 8 as facts' }))
  expect(new Set(uses())).toEqual(new Set(['fact']))
})

it('Of a file with several maps one is brought in, and what was noted can be copied', async () => {
  const project = { attributes: {}, elements: ['a', 'b', 'c'].map((id) => ({ _id: id, attributes: { label: id.toUpperCase() } })), connections: [{ _id: 'x', from: 'a', to: 'gone', attributes: {} }], maps: [{ name: 'One', elements: [{ element: 'a' }], connections: [{ connection: 'x' }] }, { name: 'Two', elements: [{ element: 'b' }, { element: 'c' }], connections: [] }] }
  let copied = ''
  commandContext().files.copyText = async (text) => void (copied = text)
  const user = await opened(file('Project.json', JSON.stringify(project)))
  await user.selectOptions(screen.getByRole('combobox', { name: /^There are several maps/ }), 'Two (2 elements, 0 ties)')
  expect(dialog().textContent).toContain('2 elements, 0 ties')
  await user.selectOptions(screen.getByRole('combobox', { name: /^There are several maps/ }), 'One (1 element, 1 tie)')
  await user.click(screen.getByRole('button', { name: 'Copy what was noted' }))
  expect(copied).toContain('an end of this tie is not in the file')
  await user.selectOptions(screen.getByRole('combobox', { name: /^There are several maps/ }), 'Two (2 elements, 0 ties)')
  await user.click(screen.getByRole('button', { name: /^Open as a new map/ }))
  await waitFor(() => expect(namesOnMap()).toEqual(['B', 'C']))
})

it('Several of other tools, dropped while a map is open, are each given their meaning and then gathered into it in one step', async () => {
  const before = openMap()
  const user = await opened(TIES, CAUSES, BROKEN)
  expect(dialog().textContent).toContain('Import Ties.csv')
  expect(dialog().textContent).toContain('1 file after it')
  expect(screen.queryByRole('button', { name: /^Open as a new map/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Next file/ }))
  await waitFor(() => expect(dialog().textContent).toContain('Import Causes.json'))
  await user.click(screen.getByRole('button', { name: /^Gather into/ }))
  const gather = await screen.findByRole('dialog', { name: 'Gather' })
  await waitFor(() => expect(within(gather).getByRole('button', { name: /^Gather/ }).hasAttribute('disabled')).toBe(false))
  expect(within(gather).getByRole('row', { name: /Broken\.graphml.*Left out\. Line 2/ })).toBeTruthy()
  for (const name of ['Ties', 'Causes']) expect((within(gather).getByRole('checkbox', { name: `Gather ${name} anyway` }) as HTMLInputElement).checked).toBe(true)
  await user.click(within(gather).getByRole('button', { name: /^Gather/ }))
  await waitFor(() => expect(session.getState().dialog).toBeNull())
  expect(namesOnMap()).toEqual(expect.arrayContaining(['Delays', 'GP', 'Home care', 'Trust', 'Ward']))
  expect([...openMap().perspectives.values()].filter(({ type }) => type === 'table').map(({ name }) => name).sort()).toEqual(['Causes', 'Ties'])
  await invoke('undo')
  expect(openMap().elements).toEqual(before.elements)
  expect(openMap().perspectives).toEqual(before.perspectives)
})

it('One of several can be left out; with none left nothing happens', async () => {
  const before = openMap()
  const user = await opened(TIES, CAUSES)
  await user.click(screen.getByRole('button', { name: 'Leave it out' }))
  expect(dialog().textContent).toContain('Import Causes.json')
  await user.click(screen.getByRole('button', { name: 'Leave it out' }))
  expect(session.getState().dialog).toBeNull()
  expect(openMap()).toBe(before)
})

it('While no map is open, what was refused is said first, and the others are looked at after it', async () => {
  await commandContext().maps.close()
  const user = await opened(BROKEN, TIES)
  expect(screen.getByRole('listitem').textContent).toContain('Line 2')
  await user.click(screen.getByRole('button', { name: /^Go on to Ties\.csv/ }))
  expect(dialog().textContent).toContain('Import Ties.csv')
})

it('Tables of ours say who comes with them, and bring them', async () => {
  const { csv } = await import('../../src/formats/csv/csv.ts')
  const { readNative } = await import('../../src/formats/native/read-native.ts')
  const { readFileSync } = await import('node:fs')
  const sample = readNative(readFileSync('src/templates/harbour-city.sightlines.json'))
  if (!sample.ok) throw new Error(sample.reason)
  const bytes = (await (await csv.load()).write?.(sample.whole, { app: '1', savedAt: '2026-11-25T12:00:00Z', includePrivate: false })) ?? new Uint8Array()
  const user = await opened({ name: 'Board.zip', size: bytes.length, bytes: async () => bytes })
  expect(dialog().textContent).toMatch(/Sightlines wrote these tables\. 7 views and \d+ answers come with them\./)
  await user.click(screen.getByRole('button', { name: /^Open as a new map/ }))
  await waitFor(() => expect(openMap().elements.size).toBe(46))
  expect([...openMap().perspectives.values()].map(({ name }) => name)).toEqual(expect.arrayContaining(['Shared picture', 'Acute care', 'Vision for April 2018']))
  expect(openMap().judgements.get('AC')).toEqual(sample.whole.map.judgements.get('AC'))
  expect([...openMap().organisations.values()].map(({ code, slot }) => [code, slot])).toEqual([...sample.whole.map.organisations.values()].map(({ code, slot }) => [code, slot]))
})
