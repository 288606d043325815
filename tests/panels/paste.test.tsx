import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { PasteDialog } from '../../src/panels/paste/PasteDialog.tsx'
import { session } from '../../src/session/session.ts'
import { sampleMap } from '../support/page-sample.ts'
import { openPage } from '../support/page-map.ts'
import '../support/clean-page.ts'

function paste(text: string, isOpen = true) {
  const page = openPage(isOpen ? sampleMap().map : null)
  session.setState({ dialog: { name: 'Paste', text } })
  render(<PasteDialog />)
  return { page, user: userEvent.setup(), dialog: within(screen.getByRole('dialog', { name: 'Paste' })) }
}

test('A list of names with organisations is elements: what is new and what is here is counted before anything is added', async () => {
  const { page, user, dialog } = paste('Name\tOrganisation\nNight nurses\tAC\nCare brokerage\tSC\nPorters\tAC\n')
  expect((dialog.getByRole('radio', { name: 'Elements' }) as HTMLInputElement).checked).toBe(true)
  expect(dialog.getByRole('status').textContent).toMatch(/2 (elements )?new.*1 already here.*0 not understood/)
  await user.click(dialog.getByRole('button', { name: /^Add 2/ }))
  expect(page.titles).toHaveLength(1)
  expect([...page.now().elements.values()].map((element) => element.name)).toContain('Night nurses')
  expect(session.getState().dialog).toBeNull()
})

test('Two columns of names that are here are ties, and a column of numbers is kept as a fact', () => {
  const { dialog } = paste('From\tTo\tTransfers\nCare brokerage\tHospital discharge team\t12\nMedical wards\tCare brokerage\t3\n')
  expect((dialog.getByRole('radio', { name: 'Ties' }) as HTMLInputElement).checked).toBe(true)
  expect(dialog.getAllByRole('combobox').map((box) => (box as HTMLSelectElement).value)).toEqual(['from', 'to', 'fact'])
})

test('A column can be put to another use, and what it would make is counted anew', async () => {
  const { user, dialog } = paste('Name\tSite\nNight nurses\tEast\nPorters\tWest\n')
  const [, site] = dialog.getAllByRole('combobox')
  if (!site) throw new Error('No second column')
  await user.selectOptions(site, 'ignore')
  expect(dialog.queryByRole('region', { name: 'Organisations in the list' })).toBeNull()
  await user.selectOptions(site, 'organisation')
  expect(within(dialog.getByRole('region', { name: 'Organisations in the list' })).getAllByRole('combobox')).toHaveLength(2)
})

test('With no map open, a pasted list becomes a map', async () => {
  const { page, user, dialog } = paste('', false)
  await user.click(dialog.getByRole('textbox', { name: 'Paste here' }))
  await user.paste('Ward sister\nBed manager\nPorter')
  await user.click(await dialog.findByRole('button', { name: /^Add 3/ }))
  expect([...(page.created[0]?.map.elements.values() ?? [])].map((element) => element.name)).toEqual(['Ward sister', 'Bed manager', 'Porter'])
})
