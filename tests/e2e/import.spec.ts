import { expect, test, type Page } from './fixture.ts'
import { butForSavedAt, drop, element, exported, mapFile, openSample, pick, question, region, saved } from './on-map.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import' })

/** The text of a file up to its merge history. */
const withoutHistory = (file: string) => file.replace(/"state": "[^"]*"/, '')

const WARDS = `<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="l" for="all" attr.name="label" attr.type="string"/><key id="t" for="node" attr.name="type" attr.type="string"/><key id="o" for="node" attr.name="organisation" attr.type="string"/>
<key id="s" for="edge" attr.name="strength" attr.type="int"/><key id="x" for="node" attr.name="x" attr.type="float"/><key id="y" for="node" attr.name="y" attr.type="float"/>
<graph edgedefault="directed">
<node id="a"><data key="l">Stroke ward</data><data key="t">Ward</data><data key="o">Acute care</data><data key="x">0</data><data key="y">0</data></node>
<node id="b"><data key="l">قسم الطوارئ</data><data key="t">Place</data><data key="o">Acute care</data><data key="x">500</data><data key="y">-300</data></node>
<edge id="e" source="a" target="b"><data key="l">sends</data><data key="s">4</data></edge>
<edge source="b" target="nobody"/>
</graph></graphml>`

test('Another tool’s file is looked at, its words are given their meaning, and it opens as a map of its own', async ({ page, expectNoAxeViolation }) => {
  await page.goto('/')
  await expect(question(page)).toBeFocused()
  await pick(page, [{ name: 'Wards.graphml', text: WARDS }])
  await expect(dialog(page)).toContainText('GraphML: 2 elements, 2 ties')
  await expect(dialog(page).getByRole('region', { name: 'Put right or guessed' }).getByRole('listitem')).toContainText('Line 9')
  await expectNoAxeViolation()
  await expect(dialog(page).getByRole('combobox', { name: '“Ward” is' })).toHaveValue('team')
  await dialog(page).getByRole('combobox', { name: '“Place” is' }).selectOption('asset')
  await page.keyboard.press('Escape')
  await expect(question(page)).toBeVisible()

  await drop(page, [{ name: 'Wards.graphml', text: WARDS }])
  await dialog(page).getByRole('combobox', { name: '“Place” is' }).selectOption('asset')
  await dialog(page).getByRole('button', { name: 'Open as a new map' }).click()
  await expect(region(page).getByRole('button', { name: 'قسم الطوارئ, asset, Acute care, 1 tie' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Seen by: Wards' })).toBeVisible()
  const file = await mapFile(page)
  expect(file.map.title).toBe('Wards')
  expect(file.elements.map(({ id, kind, position }) => [id, kind, position])).toEqual([['a', 'team', [0, 0]], ['b', 'asset', [500, 300]]])
  expect(file.perspectives.find(({ name }) => name === 'Wards')?.judgements).toMatchObject({ a: { seen: 'yes' }, b: { seen: 'yes' }, e: { seen: 'yes', strength: 4 } })
  await page.keyboard.press('Control+z')
  await expect(element(page, 'Stroke ward')).toBeHidden()
  await page.keyboard.press('Control+Shift+z')
  await expect(element(page, 'Stroke ward')).toBeVisible()
})

test('Several at once are looked at one after another', async ({ page }) => {
  await page.goto('/')
  await expect(question(page)).toBeFocused()
  await drop(page, [{ name: 'Ties.csv', text: 'From;To;Type\nWard;GP;refers\nGP;Home care;funds\n' }, { name: 'Causes.json', text: JSON.stringify({ elements: [{ label: 'Delays', type: 'Variable' }, { label: 'Trust', type: 'Variable' }], connections: [{ from: 'Delays', to: 'Trust', type: '-' }] }) }])
  await expect(dialog(page).getByRole('heading', { name: 'Import Ties.csv' })).toBeVisible()
  await expect(dialog(page).getByRole('combobox', { name: '“funds” means' })).toHaveValue('3')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('heading', { name: 'Import Causes.json' })).toBeVisible()
  await expect(dialog(page).getByRole('combobox', { name: '“-” means' })).toHaveValue('7')
  await page.keyboard.press('Enter')
  await expect(region(page).getByRole('button', { name: 'Trust, factor, no organisation, 1 tie' })).toBeVisible()
  expect((await mapFile(page)).relationships).toMatchObject([{ kind: 'influences', polarity: '-' }])
})

test('It can be gathered into the map that is open; one that is refused, or let go, leaves it as it was', async ({ page }) => {
  await openSample(page)
  await saved(page)
  const before = butForSavedAt(await exported(page, 'Map file'))
  await drop(page, [{ name: 'bomb.graphml', text: '<?xml version="1.0"?>\n<!DOCTYPE g [<!ENTITY a "aa">]>\n<graphml/>' }])
  const refused = page.getByRole('dialog', { name: 'Open' })
  await expect(refused.getByRole('listitem')).toContainText('Line 2: the file begins with a document type')
  await page.keyboard.press('Enter')
  await drop(page, [{ name: 'Wards.graphml', text: WARDS }])
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  expect(butForSavedAt(await exported(page, 'Map file'))).toBe(before)

  await drop(page, [{ name: 'Wards.graphml', text: WARDS }])
  await dialog(page).getByRole('button', { name: /^Gather into/ }).click()
  const gather = page.getByRole('dialog', { name: 'Gather' })
  await gather.getByRole('checkbox', { name: 'Gather Wards anyway' }).check()
  await gather.getByRole('button', { name: /^Gather/ }).click()
  await expect(gather).toBeHidden()
  await expect(element(page, 'Stroke ward')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(element(page, 'Stroke ward')).toBeHidden()
  // The history in the file knows of the step and of its undoing; what can be read of the map does not.
  const after = butForSavedAt(await exported(page, 'Map file'))
  expect(withoutHistory(after)).toBe(withoutHistory(before))
})
