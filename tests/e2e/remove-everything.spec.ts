import { expect, test, type Page } from './fixture.ts'
import { begin, element, saved, toStart } from './on-map.ts'

test.use({ isInstalled: true })

/** What the browser holds of this page, by where it holds it. */
const held = (page: Page) =>
  page.evaluate(async () => {
    const files: string[] = []
    const look = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, found] of folder.entries()) {
        if (found instanceof FileSystemDirectoryHandle) await look(found)
        else files.push(name)
      }
    }
    await look(await navigator.storage.getDirectory())
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      files,
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      tab: Object.keys(sessionStorage),
      local: Object.keys(localStorage),
      cookies: document.cookie,
    }
  })

test('A laptop that goes on to somebody else keeps nothing, in this tab and in another', async ({ page, context, expectNoAxeViolation }) => {
  await begin(page, ['Ward', 'Brokerage'])
  await saved(page)
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  await expect.poll(async () => (await held(page)).files.length).toBeGreaterThan(0)
  const other = await context.newPage()
  await other.goto('/')
  await other.getByRole('complementary', { name: 'Maps on this laptop' }).getByRole('button', { name: /^How do people get home/ }).first().click()
  await expect(element(other, 'Ward')).toBeVisible()

  await element(page, 'Ward').click()
  await page.keyboard.press('Control+c')
  await expect.poll(async () => (await held(other)).tab).toContain('sightlines copied')
  await toStart(page)
  await page.getByRole('button', { name: 'Remove everything from this device' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove everything from this device' })
  await expect(dialog).toContainText(/1 map has changes that are in no file:\s*How do people get home\?/)
  const remove = dialog.getByRole('button', { name: 'Remove everything' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(remove).toBeDisabled()
  await expectNoAxeViolation()
  await dialog.getByRole('checkbox', { name: 'I have the files that I need' }).check()
  await remove.click()
  await expect(dialog).toContainText('Nothing of Sightlines is on this device any more')
  // The other tab is loaded anew, and with it a database in which there is nothing.
  await expect(other.getByRole('textbox', { name: 'What are we trying to understand?' })).toBeVisible()
  await expect(element(other, 'Ward')).toHaveCount(0)
  expect((await held(other)).tab).toEqual([])
  await other.close()
  await expect.poll(() => held(page)).toMatchObject({ files: [], tab: [], local: [], cookies: '' })

  await dialog.getByRole('button', { name: 'Start again' }).click()
  await expect(page.getByRole('textbox', { name: 'What are we trying to understand?' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove everything from this device' })).toHaveCount(0)
})

test('Nothing is begun anew while the tab stays open', async ({ page }) => {
  await begin(page, ['Ward'])
  await saved(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command' }).fill('Remove everything')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Remove everything from this device' })
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Remove everything' }).click()
  await expect(dialog).toContainText('You can close this tab.')
  await expect.poll(() => held(page)).toEqual({ databases: [], files: [], caches: [], workers: 0, tab: [], local: [], cookies: '' })
})
