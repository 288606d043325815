import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from './fixture.ts'
import { begin, butForSavedAt, drop, element, exported, HARBOUR_CITY, mapFile, openSample, pick, question, readablePart, region, saved, toStart, type Given } from './on-map.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Open' })

/** A map with two elements and a tie, written by hand as file-format.md says, and what a test changes in it. */
function small(changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    format: 'sightlines',
    formatVersion: 1,
    app: '1.0.0',
    savedAt: '2026-03-02T09:30:00Z',
    lineage: 'small-map',
    map: { id: 'small-map', title: 'A small map', question: 'Who asks whom?', place: '', centre: null, illustrative: false, settled: '' },
    organisations: [{ id: 'AC', name: 'Acute care', code: 'AC', slot: 3 }],
    elements: [
      { id: 'ward', name: 'Ward', kind: 'team', organisation: 'AC', position: [0, 0] },
      { id: 'lab', name: 'Laboratory', kind: 'team', organisation: 'AC', position: [300, 0] },
    ],
    relationships: [{ id: 't1', from: 'ward', to: 'lab', kind: 'informs', mutual: false, label: 'samples' }],
    perspectives: [{ id: 'shared', name: 'Shared picture', type: 'shared', judgements: { ward: { seen: 'yes' }, lab: { seen: 'yes' }, t1: { seen: 'yes', strength: 3 } } }],
    ...changes,
  })
}

const ways: readonly (readonly [string, (page: Page, files: readonly Given[]) => Promise<void>])[] = [
  ['dropped', drop],
  ['picked with Ctrl+O', pick],
]

for (const [how, give] of ways) {
  test(`A file that is ${how} opens as the map it holds`, async ({ page }) => {
    await page.goto('/')
    await expect(question(page)).toBeFocused()
    await give(page, [{ name: 'small.sightlines.json', text: small() }])
    await expect(region(page).getByRole('button', { name: 'Laboratory, team, Acute care, 1 tie' })).toBeVisible()
    const file = await mapFile(page)
    expect(file.map).toMatchObject({ id: 'small-map', title: 'A small map' })
    expect(file.elements.map(({ id, name, position }) => [id, name, position])).toEqual([['lab', 'Laboratory', [300, 0]], ['ward', 'Ward', [0, 0]]])
    expect(file.perspectives[0]?.judgements?.['t1']).toEqual({ seen: 'yes', strength: 3 })
  })

  test(`A file that is ${how} while its map is here replaces nothing: both are described, and a copy keeps both`, async ({ page, expectNoAxeViolation }) => {
    await page.goto('/')
    await expect(question(page)).toBeFocused()
    await drop(page, [{ name: 'small.sightlines.json', text: small() }])
    await expect(element(page, 'Laboratory')).toBeVisible()
    await element(page, 'Laboratory').click()
    await page.keyboard.press('Delete')
    await expect(element(page, 'Laboratory')).toBeHidden()
    await saved(page)
    const before = butForSavedAt(await exported(page, 'Map file'))

    await give(page, [{ name: 'small.sightlines.json', text: small() }])
    await expect(dialog(page).getByRole('heading', { name: 'This map is here already' })).toBeVisible()
    const [inFile, here] = [dialog(page).getByRole('row', { name: /^In the file/ }), dialog(page).getByRole('row', { name: /^On this laptop/ })]
    await expect(inFile).toContainText('2 March 2026, 09:30')
    await expect(inFile).toContainText('2 elements')
    await expect(inFile).toContainText('1 tie')
    await expect(here).toContainText(/\d{1,2} \w+ \d{4}, \d\d:\d\d/)
    await expect(here).toContainText('1 element')
    await expectNoAxeViolation()
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    expect(butForSavedAt(await exported(page, 'Map file'))).toBe(before)

    await give(page, [{ name: 'small.sightlines.json', text: small() }])
    await expect(dialog(page)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(element(page, 'Laboratory')).toBeVisible()
    expect((await mapFile(page)).map.id).not.toBe('small-map')
    const maps = await toStart(page)
    await expect(maps.getByRole('button', { name: /^A small map/ })).toHaveCount(2)
    await maps.getByRole('button', { name: /^A small map\s*1 element/ }).click()
    await expect(element(page, 'Ward')).toBeVisible()
    expect(butForSavedAt(await exported(page, 'Map file'))).toBe(before)
  })
}

/** What is refused, with words of its place and of its reason. Places and numbers are counted by hand. */
const REFUSED: readonly (readonly [what: string, file: Given, place: RegExp, reason: RegExp])[] = [
  ['is no JSON', { name: 'cut.sightlines.json', text: '{\n  "format": "sightlines",\n  "formatVersion": 1,\n  "map": { "title" "no colon" }\n}' }, /Line 4, column 20/, /./],
  ['is of another format', { name: 'other.json', text: '{ "format": "somebody-else", "elements": [] }' }, /“format”/, /somebody-else/],
  ['does not say what it is', { name: 'plain.json', text: '{ "elements": [] }' }, /“format”/, /does not say that it is a Sightlines map/],
  ['is a list', { name: 'list.json', text: '[1, 2, 3]' }, /The file/, /a list/],
  ['is of a newer version', { name: 'newer.sightlines.json', text: small({ formatVersion: 7 }) }, /“formatVersion”/, /version 7.*version 1/],
  ['is a PDF', { name: 'minutes.pdf', text: '%PDF-1.7\n%âãÏÓ\n1 0 obj' }, /The file/, /a PDF/],
  ['is a web page', { name: 'page.html', text: '<!doctype html><html><body>Map</body></html>' }, /The file/, /a web page/],
  ['is empty', { name: 'nothing.sightlines.json', text: '' }, /The file/, /empty/],
]

test.describe('A file that is refused says its place and its reason, and leaves the open map as it was', () => {
  test('one after another, byte for byte', async ({ page, expectNoAxeViolation }) => {
    test.setTimeout(120_000)
    await openSample(page)
    await saved(page)
    const before = butForSavedAt(await exported(page, 'Map file'))
    for (const [what, file, place, reason] of REFUSED) {
      await test.step(`a file that ${what}`, async () => {
        await drop(page, [file])
        await expect(dialog(page).getByRole('heading', { name: 'This file could not be opened' })).toBeVisible()
        await expect(dialog(page).getByRole('heading', { name: file.name })).toBeVisible()
        const item = dialog(page).getByRole('listitem')
        await expect(item).toContainText(place)
        await expect(item).toContainText(reason)
        await expect(dialog(page)).toContainText('Your open map has not changed.')
        if (file === REFUSED[0]?.[1]) await expectNoAxeViolation()
        await page.keyboard.press('Enter')
        await expect(dialog(page)).toBeHidden()
      })
    }
    expect(butForSavedAt(await exported(page, 'Map file'))).toBe(before)
    const maps = await toStart(page)
    await expect(maps.getByRole('button', { name: /^More for/ })).toHaveCount(1)
  })

  test('a file of one byte more than 64 MB', async ({ page }) => {
    await openSample(page)
    await saved(page)
    const before = butForSavedAt(await exported(page, 'Map file'))
    await page.evaluate((start) => {
      const data = new DataTransfer()
      data.items.add(new File([start, ' '.repeat(64 * 1024 * 1024 + 1 - start.length)], 'huge.sightlines.json'))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }, small())
    await expect(dialog(page).getByRole('listitem')).toContainText('64 MB')
    await page.keyboard.press('Enter')
    expect(butForSavedAt(await exported(page, 'Map file'))).toBe(before)
  })

  test('on the start page, where nothing is open', async ({ page }) => {
    await page.goto('/')
    await expect(question(page)).toBeFocused()
    await pick(page, [{ name: 'other.json', text: '{"format":"somebody-else"}' }])
    await expect(dialog(page)).toContainText('Nothing on this laptop has changed.')
    await page.keyboard.press('Escape')
    await expect(question(page)).toBeVisible()
  })
})

test('What was mended in a file is listed with its place, and the rest arrives', async ({ page, expectNoAxeViolation }) => {
  await page.goto('/')
  await expect(question(page)).toBeFocused()
  const text = small({
    elements: [
      { id: 'ward', name: 'Ward', kind: 'team', organisation: 'AC', position: [0, 0] },
      { id: 'ward', name: 'Second ward', kind: 'team', organisation: 'AC', position: [0, 200] },
      { id: 'lab', name: 'Laboratory', kind: 'spaceship', organisation: 'AC', position: [300, 0] },
    ],
    perspectives: [{ id: 'shared', name: 'Shared picture', type: 'shared', judgements: { ward: { seen: 'yes' }, lab: { seen: 'yes' }, t1: { seen: 'no', strength: 4 } } }],
  })
  await drop(page, [{ name: 'worn.sightlines.json', text }])
  await expect(dialog(page).getByRole('heading', { name: '4 things were put right' })).toBeVisible()
  const lines = dialog(page).getByRole('listitem')
  await expect(lines).toHaveCount(4)
  await expect(lines.filter({ hasText: /Element 2, “Second ward”/ })).toHaveCount(1)
  await expect(lines.filter({ hasText: /“kind” held “spaceship”/ })).toHaveCount(1)
  await expect(lines.filter({ hasText: /kept as the fact “kind”/ })).toHaveCount(1)
  await expect(lines.filter({ hasText: /strength of 4/ })).toHaveCount(1)
  await expectNoAxeViolation()
  await page.keyboard.press('Enter')
  await expect(element(page, 'Second ward')).toBeVisible()
  const file = await mapFile(page)
  expect(file.elements.map(({ name }) => name).sort()).toEqual(['Laboratory', 'Second ward', 'Ward'])
  expect(new Set(file.elements.map(({ id }) => id)).size).toBe(3)
})

test('Several files come in together, one that is here already as a copy, one that is refused said apart', async ({ page }) => {
  await page.goto('/')
  await expect(question(page)).toBeFocused()
  const harbour = await readFile(HARBOUR_CITY, 'utf8')
  await drop(page, [{ name: 'small.sightlines.json', text: small() }])
  await expect(element(page, 'Laboratory')).toBeVisible()
  await drop(page, [
    { name: 'small.sightlines.json', text: small() },
    { name: 'harbour.sightlines.json', text: harbour },
    { name: 'notes.json', text: '{' },
    { name: 'notes.json', text: '[]' },
  ])
  // While a map is open several files are offered to be gathered into it; they are maps of their own all the same.
  await page.getByRole('dialog', { name: 'Gather' }).getByRole('button', { name: 'Open them as maps of their own' }).click()
  await expect(dialog(page).getByRole('heading', { name: '2 files could not be opened' })).toBeVisible()
  await expect(dialog(page).getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Escape')
  const maps = page.getByRole('complementary', { name: 'Maps on this laptop' })
  for (const title of ['More for A small map', 'More for A small map (copy)', 'More for Harbour City: one system, one budget']) await expect(maps.getByRole('button', { name: title, exact: true })).toBeVisible()
  await expect(maps.getByRole('button', { name: /^More for/ })).toHaveCount(3)
})

interface Launching {
  readonly launch: (name: string, text: string) => void
  readonly written: Record<string, string>
}

/** A file manager that opens files with the app, and the disk that they lie on. */
async function withFileManager(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Take = (given: { files: unknown[] }) => void
    const written: Record<string, string> = {}
    let take: Take | null = null
    const handle = (name: string, text: string) => ({
      name,
      getFile: async () => new File([text], name),
      createWritable: async () => ({
        write: async (bytes: BufferSource) => void (written[name] = new TextDecoder().decode(bytes)),
        close: async () => {},
      }),
    })
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (given: Take) => (take = given) } })
    Object.assign(window, { written, launch: (name: string, text: string) => take?.({ files: [handle(name, text)] }) })
  })
}
const launch = (page: Page, name: string, text: string) => page.evaluate(([called, holds]) => (window as unknown as Launching).launch(called, holds), [name, text] as const)
const writtenTo = (page: Page, name: string) => page.evaluate((called) => (window as unknown as Launching).written[called], name)

test('A file that the file manager opens is the file that Save version writes again', async ({ page }) => {
  await withFileManager(page)
  await page.goto('/')
  await expect(question(page)).toBeFocused()
  await launch(page, 'small.sightlines.json', small())
  await expect(element(page, 'Laboratory')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('dialog', { name: 'Save version' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/in small\.sightlines\.json/).first()).toBeVisible()
  const written = JSON.parse((await writtenTo(page, 'small.sightlines.json')) ?? '{}') as { map: unknown; versions: readonly unknown[] }
  expect(written).toMatchObject({ map: { id: 'small-map' } })
  expect(written.versions).toHaveLength(1)
})

test('A file from the file manager that was refused, or came in as a copy, is never written over', async ({ page }) => {
  await withFileManager(page)
  await begin(page, ['Ward'])
  await launch(page, 'refused.sightlines.json', '{"format":"somebody-else"}')
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await drop(page, [{ name: 'small.sightlines.json', text: small() }])
  await expect(element(page, 'Laboratory')).toBeVisible()
  await exported(page, 'Map file')

  await launch(page, 'small-again.sightlines.json', small())
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'A small map (copy)' }).first()).toBeVisible()
  await exported(page, 'Map file')
  expect(await writtenTo(page, 'refused.sightlines.json')).toBeUndefined()
  expect(await writtenTo(page, 'small-again.sightlines.json')).toBeUndefined()
})

test('An exported file opens again as the same map', async ({ page, browser }) => {
  await openSample(page)
  const file = (await exported(page, 'Map file')).toString('utf8')
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(page.url())
  await expect(question(other)).toBeFocused()
  await pick(other, [{ name: 'harbour.sightlines.json', text: file }])
  await expect(element(other, 'Care brokerage')).toBeVisible()
  expect(readablePart((await exported(other, 'Map file')).toString('utf8'))).toEqual(readablePart(file))
  await elsewhere.close()
})
