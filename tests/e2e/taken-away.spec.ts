import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from './fixture.ts'
import { capture, drop, element, exported, HARBOUR_CITY, openSample, pick, question, type MapFile } from './on-map.ts'

/** The words of an SVG's texts, as a reader in a browser meets them: lines of one label joined. */
async function wordsOf(page: Page, svg: string): Promise<{ readonly whole: string; readonly sizes: readonly number[] }> {
  await page.goto('about:blank')
  return page.evaluate((text) => {
    document.body.replaceChildren(document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true))
    const texts = [...document.querySelectorAll('svg text')]
    return { whole: texts.map((one) => one.textContent?.trim() ?? '').join(' ').replace(/\s+/g, ' '), sizes: texts.map((one) => one.getBoundingClientRect().width) }
  }, svg)
}

test('A drawing holds every name, the title, the question, the date, the reading and the legend as text', async ({ page, browser }) => {
  await page.clock.setFixedTime(new Date('2026-05-19T14:00:00'))
  await openSample(page)
  const svg = (await exported(page, 'Drawing')).toString('utf8')
  const file = JSON.parse(await readFile(HARBOUR_CITY, 'utf8')) as MapFile
  const context = await browser.newContext({ bypassCSP: true })
  const { whole, sizes } = await wordsOf(await context.newPage(), svg)
  await context.close()
  const missing = file.elements.map(({ name }) => name).filter((name) => !whole.includes(name))
  expect(missing).toEqual([])
  for (const words of [file.map.title, file.map.question, '19 May 2026', 'seen by the shared picture', 'Illustrative', 'Not in the room: GPs', 'joined', 'holds to account']) expect(whole).toContain(words)
  for (const { name, id } of file.organisations) if (file.elements.some(({ organisation }) => organisation === id)) expect(whole, 'the legend').toContain(name)
  expect(sizes.filter((width) => width === 0)).toEqual([])
})

/** A map with a private view and a private reflection, each with words that stand nowhere else. */
const PRIVATE = JSON.stringify({
  format: 'sightlines',
  formatVersion: 1,
  lineage: 'kept-close',
  map: { id: 'kept-close', title: 'Kept close', question: 'What do I see?', centre: null, illustrative: false },
  organisations: [{ id: 'AC', name: 'Acute care', code: 'AC', slot: 3 }],
  elements: [{ id: 'ward', name: 'Ward', kind: 'team', organisation: 'AC', position: [0, 0] }],
  relationships: [],
  perspectives: [
    { id: 'shared', name: 'Shared picture', type: 'shared', judgements: { ward: { seen: 'yes' } } },
    { id: 'mine', name: 'Only mine', type: 'person', private: true, judgements: { ward: { seen: 'yes', note: 'heron-under-my-breath' } } },
  ],
  reflections: [
    { id: 'f1', date: '2026-05-19', prompt: 'What surprised you?', words: 'said-in-the-room', about: [], private: false, coaching: false },
    { id: 'f2', date: '2026-05-19', prompt: 'And in private?', words: 'otter-in-the-drawer', about: [], private: true, coaching: false },
  ],
})

test('Private views and reflections stay behind unless they are ticked, in every byte of what leaves', async ({ page }) => {
  await page.goto('/')
  await expect(question(page)).toBeFocused()
  await pick(page, [{ name: 'kept-close.sightlines.json', text: PRIVATE }])
  await expect(element(page, 'Ward')).toBeVisible()
  const decoded = (file: Buffer) => {
    const { document } = JSON.parse(file.toString('utf8')) as { document?: { state?: string } }
    return `${file.toString('utf8')}${Buffer.from(document?.state ?? '', 'base64').toString('latin1')}`
  }
  const secrets = ['heron', 'otter', 'Only mine']
  const without = decoded(await exported(page, 'Map file'))
  for (const secret of secrets) expect(without).not.toContain(secret)
  expect(without).toContain('said-in-the-room')
  const svg = (await exported(page, 'Drawing')).toString('utf8')
  for (const secret of secrets) expect(svg).not.toContain(secret)
  expect(svg).toContain('Ward')
  const coded = (await exported(page, 'Drawing', (dialog) => dialog.getByRole('radio', { name: 'As codes' }).check())).toString('utf8')
  expect(coded).toContain('Element 1')
  expect(coded).not.toMatch(/Ward|Acute/)

  const ticked = decoded(await exported(page, 'Map file', (dialog) => dialog.getByRole('checkbox', { name: /1 private view and 1 private reflection/ }).check()))
  for (const secret of secrets) expect(ticked).toContain(secret)
  const again = decoded(await exported(page, 'Map file'))
  for (const secret of secrets) expect(again, 'a tick holds for one time').not.toContain(secret)

  const locked = (await exported(page, 'Map file', (dialog) => dialog.getByLabel('Passphrase, if it should be locked').fill('four words at once'))).toString('utf8')
  expect(JSON.parse(locked)).toMatchObject({ format: 'sightlines-encrypted', kdf: 'PBKDF2-SHA-256', cipher: 'AES-256-GCM' })
  expect(decoded(Buffer.from(locked))).not.toContain('Ward')
  await drop(page, [{ name: 'kept-close.locked.json', text: locked }])
  const opening = page.getByRole('dialog', { name: 'Open' })
  await expect(opening.getByLabel('Passphrase')).toBeFocused()
  await page.keyboard.type('four words')
  await page.keyboard.press('Enter')
  await expect(opening.getByRole('status')).toContainText('This passphrase does not open it. Nothing has changed.')
  await page.keyboard.type('four words at once')
  await page.keyboard.press('Enter')
  await expect(opening.getByRole('heading', { name: 'This map is here already' })).toBeVisible()
})

test('Ctrl+E and Enter give the picture and the map file, and the dialog says what leaves', async ({ page }) => {
  await openSample(page)
  const names: string[] = []
  page.on('download', (download) => names.push(download.suggestedFilename()))
  await page.keyboard.press('Control+e')
  const leaves = page.getByRole('dialog', { name: 'Export' }).getByRole('region', { name: 'What leaves' })
  await expect(leaves).toContainText('46 elements and 94 ties')
  await expect(leaves).toContainText('2 versions')
  await page.keyboard.press('Enter')
  await expect.poll(() => names.length).toBe(2)
  expect(names.map((name) => name.replace(/ \d{4}-\d\d-\d\d/, '')).sort()).toEqual(['Harbour City one system, one budget.png', 'Harbour City one system, one budget.sightlines.json'])
  await expect(capture(page)).toBeVisible()
})
