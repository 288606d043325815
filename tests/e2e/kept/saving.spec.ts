import { DATABASE_VERSION } from '../../../src/storage/database.ts'
import { expect, test } from '../fixture.ts'
import { beginMap, capture, carryOn, element, saidOfSaving, saveState, say } from './map-page.ts'
import { namesOnDisk } from './on-disk.ts'

declare global {
  interface Window {
    /** Milliseconds by which a page hears of a completed write too late. */
    lateBy: number
    /** Whether the next transaction that writes a change fails. */
    fails: () => boolean
    /** What the save state said, each time it changed. */
    said: { readonly at: number; readonly text: string }[]
  }
}

test('“Saved” is never said before a completion that comes two seconds late', async ({ page }) => {
  await page.addInitScript(() => {
    window.lateBy = 0
    const property = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete')
    const late = (transaction: IDBTransaction, handler: (event: Event) => void) => (event: Event) => {
      if (transaction.mode === 'readwrite' && window.lateBy) setTimeout(() => handler.call(transaction, event), window.lateBy)
      else handler.call(transaction, event)
    }
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      configurable: true,
      get() {
        return property?.get?.call(this)
      },
      set(this: IDBTransaction, handler: ((event: Event) => void) | null) {
        property?.set?.call(this, handler && late(this, handler))
      },
    })
  })
  await page.goto('/')
  await beginMap(page)
  await say(page, 'Before')
  await expect(saveState(page)).toHaveText(/^Saved/)
  await page.evaluate(() => {
    window.lateBy = 2000
    window.said = []
    const note = (): void => {
      const text = [...document.querySelectorAll('[role=status]')].map((found) => found.textContent ?? '').find((words) => /^(Saved|Saving|Not saved)/.test(words)) ?? ''
      if (window.said.at(-1)?.text !== text) window.said.push({ at: performance.now(), text })
    }
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await say(page, 'During')
  const at = await page.evaluate(() => performance.now())
  await page.waitForTimeout(1500)
  await say(page, 'During as well')
  await expect(saveState(page)).toHaveText(/^Saved/)
  const said = await page.evaluate(() => window.said)
  const begun = said.findIndex(({ text }) => text.startsWith('Saving'))
  expect(begun).toBeGreaterThanOrEqual(0)
  const saved = said.slice(begun).filter(({ text }) => text.startsWith('Saved')).map((one) => one.at - at)
  expect(Math.min(...saved), 'milliseconds from the first edit to “Saved”').toBeGreaterThan(1900)
})

test('writes that fail in a run of edits are said within a second, and then every edit is on the disk', async ({ page }) => {
  await page.addInitScript(() => {
    window.fails = () => false
    const real = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (...given: Parameters<typeof real>) {
      const transaction = real.apply(this, given)
      if (given[1] === 'readwrite' && [...transaction.objectStoreNames].includes('updates') && window.fails()) transaction.commit = () => transaction.abort()
      return transaction
    }
  })
  await page.goto('/')
  await beginMap(page)
  const names = Array.from({ length: 12 }, (_, i) => `Team ${i}`)
  for (const [i, name] of names.entries()) {
    if (i === 3) await page.evaluate(() => void (window.fails = () => true))
    await say(page, name)
    if (i === 3) await expect(saveState(page)).toHaveText(/^Not saved/, { timeout: 1000 })
    if (i > 3 && i < 9) expect(await saidOfSaving(page)).toMatch(/^Not saved/)
    if (i === 5) expect(await namesOnDisk(page)).not.toContain(name)
    if (i === 8) await page.evaluate(() => void (window.fails = () => Math.random() < 0.5))
  }
  await page.evaluate(() => void (window.fails = () => false))
  await expect(saveState(page)).toHaveText(/^Saved/)
  expect((await namesOnDisk(page)).filter((name) => name.startsWith('Team')).sort()).toEqual([...names].sort())
})

test('an edit survives a reload in the same tick, and so does its step', async ({ page }) => {
  await page.goto('/')
  await beginMap(page)
  const names: string[] = []
  for (let i = 0; i < 12; i++) {
    names.push(`Team ${i}`)
    await capture(page).fill(`Team ${i}`)
    const loaded = page.waitForEvent('load')
    await capture(page).evaluate((line) => {
      line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
      location.reload()
    })
    await loaded
    await capture(page).waitFor()
    await expect(element(page, `Team ${i}`).first()).toBeVisible()
    // What was entered is no draft any more.
    await expect(capture(page)).toHaveValue('')
  }
  expect((await namesOnDisk(page)).filter((name) => name.startsWith('Team')).sort()).toEqual([...names].sort())
  await page.keyboard.press('Control+k')
  await page.keyboard.type('undo')
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('option').last()).toHaveText('Undo 12 steps, back to before “Add Team 0”')
})

test('two tabs, one of them deaf: interleaved edits are all in both, and after a reload', async ({ page, context }) => {
  await page.goto('/')
  await beginMap(page)
  await expect(saveState(page)).toHaveText(/^Saved/)
  const deaf = await context.newPage()
  await deaf.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
  await deaf.goto('/')
  await carryOn(deaf)
  expect(await deaf.evaluate(() => 'BroadcastChannel' in window)).toBe(false)
  const names = Array.from({ length: 16 }, (_, i) => `Team ${String.fromCharCode(65 + i)}.`)
  for (const [i, name] of names.entries()) await say(i % 2 ? page : deaf, name)
  for (const tab of [page, deaf]) for (const name of names) await expect(element(tab, name).first()).toBeVisible()
  for (const tab of [page, deaf]) {
    await expect(saveState(tab)).toHaveText(/^Saved/)
    await tab.reload()
    for (const name of names) await expect(element(tab, name).first()).toBeVisible()
  }
})

test('old code that meets a newer database writes nothing, names both versions, and can still show the map', async ({ page }) => {
  await page.goto('/')
  await beginMap(page)
  await say(page, 'From before')
  await expect(saveState(page)).toHaveText(/^Saved/)
  await page.evaluate(
    (newer) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sightlines', newer)
        opening.onerror = () => reject(new Error('The upgrade failed'))
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
      }),
    (DATABASE_VERSION + 1) * 10,
  )
  await expect(page.getByText('A newer version of Sightlines is open in another tab.').first()).toBeVisible()
  await say(page, 'Too late')
  await expect(saveState(page)).toHaveText(/^Not saved/)
  expect(await namesOnDisk(page)).not.toContain('Too late')
  await page.reload()
  await expect(page.getByText(`storage ${DATABASE_VERSION + 1}; this one knows ${DATABASE_VERSION}`).first()).toBeVisible()
  await expect(element(page, 'From before').first()).toBeVisible()
  await say(page, 'In memory')
  await expect(element(page, 'In memory').first()).toBeVisible()
  await expect(saveState(page)).toHaveText(/^Not saved/)
  expect(await namesOnDisk(page)).not.toContain('In memory')
})

test('without a database the work goes on, and says that it is only in this tab', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('Denied', 'SecurityError')
      },
    })
  })
  await page.goto('/')
  await beginMap(page)
  await say(page, 'Only here')
  await expect(element(page, 'Only here').first()).toBeVisible()
  await expect(saveState(page)).toHaveText(/^Not saved/)
  await expect(page.getByText(/only in this tab/).first()).toBeVisible()
})
