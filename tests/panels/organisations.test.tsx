import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { listed } from '../../src/model/system-map.ts'
import { OrganisationsDialog } from '../../src/panels/organisations/OrganisationsDialog.tsx'
import { sampleMap } from '../support/page-sample.ts'
import { openPage, type PageMap } from '../support/page-map.ts'
import '../support/clean-page.ts'

function open(): { readonly page: PageMap; readonly user: ReturnType<typeof userEvent.setup> } {
  const page = openPage(sampleMap().map)
  render(<OrganisationsDialog />)
  return { page, user: userEvent.setup() }
}

const codes = (page: PageMap) => listed(page.now().organisations).map((organisation) => organisation.code)

test('A name and a code are changed, one step each', async () => {
  const { page, user } = open()
  const name = screen.getByRole('textbox', { name: 'Name of organisation 3' })
  const before = (name as HTMLInputElement).value
  await user.clear(name)
  await user.type(name, 'City Hospitals')
  await user.tab()
  expect(listed(page.now().organisations)[2]?.name).toBe('City Hospitals')
  const code = screen.getByRole('textbox', { name: 'Code of City Hospitals' })
  await user.clear(code)
  await user.type(code, 'hx{Enter}')
  expect(codes(page)[2]).toBe('HX')
  expect(page.titles).toHaveLength(2)
  expect(page.titles[0]).toContain(before)
})

test('The order is changed by a button, and follows on the keyboard', async () => {
  const { page, user } = open()
  const [first = '', second = ''] = codes(page)
  const name = listed(page.now().organisations)[1]?.name ?? ''
  await user.click(screen.getByRole('button', { name: `Move ${name} up` }))
  expect(codes(page).slice(0, 2)).toEqual([second, first])
})

test('A new one takes the first free colour; a removed one leaves its elements, and undo is offered', async () => {
  const { page, user } = open()
  await user.type(screen.getByRole('textbox', { name: 'New organisation' }), 'Mental health trust{Enter}')
  const added = [...page.now().organisations.values()].find((organisation) => organisation.name === 'Mental health trust')
  expect(added?.slot).toBe(5)
  const gone = listed(page.now().organisations)[0]
  const own = [...page.now().elements.values()].filter((element) => element.organisation === gone?.id).map((element) => element.id)
  await user.click(screen.getByRole('button', { name: `Remove ${gone?.name}` }))
  expect(own.length).toBeGreaterThan(0)
  for (const id of own) expect(page.now().elements.get(id)?.organisation).toBeNull()
})

test('A colour that another has is exchanged with it', async () => {
  const { page, user } = open()
  const [first, second] = listed(page.now().organisations)
  await user.selectOptions(screen.getByRole('combobox', { name: `Colour of ${first?.name}` }), String(second?.slot))
  expect(page.now().organisations.get(first?.id ?? '')?.slot).toBe(second?.slot)
  expect(page.now().organisations.get(second?.id ?? '')?.slot).toBe(first?.slot)
})
