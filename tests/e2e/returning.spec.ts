import { CountingKeyboard } from './counting-keyboard.ts'
import { expect, test, type Page } from './fixture.ts'
import { element, mapFile, openSample, region } from './on-map.ts'

const said = (page: Page) => page.getByTestId('live-region')
const group = (page: Page, name: RegExp) => page.getByRole('complementary', { name: 'Compare' }).getByRole('region', { name })

test('An hour a year on: what was, what people think has changed, what is said now, and what moved, by keyboard', async ({ page }) => {
  test.setTimeout(90_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSample(page)
  const given = await mapFile(page)
  const keyboard = new CountingKeyboard(page)

  // The old map on the wall: two presses, as it was, and it cannot be altered.
  await page.getByRole('button', { name: 'Moment: now' }).click()
  await page.getByRole('menuitemradio', { name: /^Starting point/ }).click()
  await expect(page.getByText('Starting point, 12 November 2015. To look at only.')).toBeVisible()
  await page.getByRole('button', { name: 'Back to now' }).first().click()

  await element(page, 'Care brokerage').focus()
  await keyboard.key('n')
  for (const words of ['the daily call holds', 'trust has grown']) {
    await keyboard.signs('?')
    await keyboard.words(` ${words}`)
    await keyboard.key('Enter')
    await expect(said(page)).toContainText(/reflection/i)
  }
  keyboard.part('3–12 two predictions')

  // Rate again what matters: last time is hidden until the walk is over.
  await keyboard.key('Escape', 'r')
  const rate = page.getByRole('dialog', { name: 'Rate', exact: true })
  await expect(rate.getByRole('button', { name: /^Rate \d+ ties/ })).toBeFocused()
  await keyboard.key('Enter')
  for (let i = 1; i <= 12; i++) {
    await expect(rate.getByText(new RegExp(`^Tie ${i} of \\d+`))).toBeVisible()
    await expect(rate.getByText(/^Last time:/)).toHaveCount(0)
    if (i % 4 === 0) await keyboard.key(' ')
    else await keyboard.key(String(1 + (i % 5)), '=')
  }
  await keyboard.key('Escape')
  await expect(rate.getByRole('heading', { name: /^Rated 9 of \d+ ties as the shared picture$/i })).toBeVisible()
  await expect(rate.getByRole('columnheader', { name: 'Last time' })).toBeVisible()
  await keyboard.key('Escape')
  keyboard.part('12–32 twelve ties rated again')

  // Who is new, who has gone: gone is from now on, and older versions keep it.
  await keyboard.key('n')
  await keyboard.words('Night sitting service')
  await keyboard.key('Enter', 'Escape', 'Control+f')
  await keyboard.words('Coaching network')
  await keyboard.key('Enter', 'Delete')
  await expect(element(page, 'Coaching network')).toBeHidden()
  keyboard.part('32–35 one new, one gone')

  await keyboard.key('Control+s', 'Enter')
  await expect(page.getByRole('dialog', { name: 'Save version' })).toBeHidden()
  await expect(page.getByText(/^Kept|^Saved the version|is kept/).first()).toBeAttached()
  await region(page).getByRole('button', { name: 'Care brokerage,' }).focus()
  await keyboard.key('v')
  await expect(page.getByRole('button', { name: /^Compared with: / })).not.toHaveAccessibleName('Compared with: nothing')
  await expect(group(page, /^(Stronger|Weaker)/).first()).toBeVisible()
  await page.getByRole('radio', { name: 'Elements' }).check()
  await expect(group(page, /^New/)).toContainText('Night sitting service')
  await expect(group(page, /^(Lost|Gone)/)).toContainText('Coaching network')
  keyboard.part('35–45 a version, and what moved')

  await page.getByRole('checkbox', { name: /^Towards or away/ }).check()
  await page.getByRole('radio', { name: 'Ties' }).check()
  await expect(group(page, /^Towards the vision/)).toBeVisible()
  await page.getByRole('tab', { name: 'Actions' }).click()
  await expect(page.getByRole('complementary', { name: 'Actions' })).toContainText(/then|since/i)

  console.log(`Script 1c, keys besides words:\n${keyboard.table()}`)
  expect(keyboard.total).toBeLessThanOrEqual(60)

  const now = await mapFile(page)
  expect(now.versions).toHaveLength(given.versions.length + 1)
  expect(now.versions[0]?.content).toEqual(given.versions[0]?.content)
  expect(now.reflections).toHaveLength(given.reflections.length + 2)
  const last = now.versions.find(({ name }) => given.versions.every((old) => old.name !== name))
  expect(last?.content.elements.map(({ name }) => name)).toContain('Night sitting service')
})
