import { ELEMENT_KINDS, SLOTS } from '../../src/model/kinds.ts'
import { expect, test, type Page } from './fixture.ts'
import { begin, capture, drop, region } from './on-map.ts'
import { differing, still } from './same-pixels.ts'

const NAMES = ['Ward sister', 'Hospital social workers', 'Discharge team', 'Integrated discharge board', 'Café Zoë & Łódź outreach']

/** Four hundred elements in rows, of every kind and with every organisation's mark: more than are mounted at once. */
function fourHundred(): string {
  return JSON.stringify({
    format: 'sightlines',
    formatVersion: 1,
    map: { id: 'many', title: 'Four hundred', question: 'Do they look the same?' },
    organisations: SLOTS.map(({ value, title }, i) => ({ id: `o${i}`, name: title, code: `O${i}`, slot: value })),
    elements: Array.from({ length: 400 }, (_, i) => ({
      id: `e${i}`, name: `${NAMES[i % NAMES.length]}${i % 3 ? '' : ` ${i}`}`, kind: ELEMENT_KINDS[i % ELEMENT_KINDS.length]?.value,
      organisation: i % 12 === 11 ? null : `o${Math.floor(i / 8) % SLOTS.length}`, pinned: i % 9 === 4, position: [(i % 20) * 150, Math.floor(i / 20) * 64],
    })),
    perspectives: [{ id: 'shared', name: 'Shared picture', type: 'shared' }],
  })
}

const SMALL = { width: 1000, height: 640 }
/** As much larger on all sides as keeps the middle on whole pixels. */
const LARGE = { width: 2600, height: 1500 }

const mounted = (page: Page) => region(page).locator('.element')

async function zoomTo(page: Page, least: number): Promise<void> {
  await page.mouse.move(500, 300)
  await expect(async () => {
    const zoom = Number(await region(page).evaluate((map) => map.style.getPropertyValue('--zoom')))
    if (zoom < least) await page.mouse.wheel(0, -200)
    expect(zoom).toBeGreaterThanOrEqual(least)
  }).toPass()
  await page.mouse.move(5, 5)
}

/** The same cards in a small window, where all in sight are mounted, and in a large one, where they are painted. */
async function bothWays(page: Page): Promise<readonly [small: Buffer, large: Buffer]> {
  const small = await region(page).boundingBox()
  if (!small) throw new Error('No map')
  expect(await mounted(page).count()).toBeGreaterThan(40)
  // Clear of the furniture along the edges, and of the minimap.
  const clip = { x: small.x + 20, y: small.y + 20, width: 620, height: 300 }
  const before = await still(page, clip)
  await page.setViewportSize(LARGE)
  await expect(mounted(page)).toHaveCount(0)
  const large = await region(page).boundingBox()
  if (!large) throw new Error('No map')
  const [right, down] = [large.x - small.x + (large.width - small.width) / 2, large.y - small.y + (large.height - small.height) / 2]
  return [before, await still(page, { ...clip, x: clip.x + right, y: clip.y + down })]
}

test('Nobody can tell a card that is mounted from one that is painted', async ({ page, browser }) => {
  test.setTimeout(90_000)
  const sharp = await (await browser.newContext({ deviceScaleFactor: 2 })).newPage()
  // Names of 8 to 11 px, without textures, and larger ones with them.
  for (const [screen, looks] of [[page, [['light', 0.6], ['dark', 0.85]]], [sharp, [['light', 0.85]]]] as const) {
    await screen.setViewportSize(SMALL)
    await screen.goto('/')
    await drop(screen, [{ name: 'many.sightlines.json', text: fourHundred() }])
    await expect(region(screen)).toBeVisible()
    for (const [colorScheme, zoom] of looks) {
      await screen.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await screen.setViewportSize(SMALL)
      await zoomTo(screen, zoom)
      await expect.poll(() => mounted(screen).count()).toBeGreaterThan(40)
      const { apart, drawn, all } = await differing(screen, ...(await bothWays(screen)))
      expect(drawn).toBeGreaterThan(6000)
      // The edge of a curve may fall a shade differently.
      expect(apart / all).toBeLessThan(0.002)
    }
  }
  await sharp.context().close()

  // Far out, a card that is pointed at is mounted where it is painted, and draws nothing itself.
  await page.setViewportSize(SMALL)
  await region(page).getByRole('button', { name: 'Show all of the map' }).click()
  await expect(mounted(page)).toHaveCount(0)
  const map = await region(page).boundingBox()
  if (!map) throw new Error('No map')
  for (let y = 100; (await mounted(page).count()) === 0; y += 6) await page.mouse.move(map.x + 320, map.y + y)
  await expect(mounted(page).locator('.element-marks:not(.is-painted)')).toHaveCount(0)
})

test('Names keep to their cards when these change their colour in the frame of a zoom', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await begin(page, ['Ward sister', 'Pharmacy', 'Discharge team'])
  await page.keyboard.press('n')
  await page.keyboard.type('Ward sister -> Discharge team')
  await page.keyboard.press('Enter')
  await expect(capture(page)).toHaveValue('')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await expect(page.getByRole('dialog', { name: 'Fingers', exact: true })).toBeVisible()
  const clip = await region(page).boundingBox()
  if (!clip) throw new Error('No map')
  const shown = await still(page, clip)
  // Everything is laid out anew.
  await page.evaluate(() => {
    const map = document.querySelector<HTMLElement>('.react-flow__viewport')
    if (!map) return
    map.style.display = 'none'
    map.getBoundingClientRect()
    map.style.display = ''
  })
  const { apart, drawn, all } = await differing(page, shown, await still(page, clip))
  expect(drawn).toBeGreaterThan(1000)
  // Anew, lines of one pixel fall a shade differently.
  expect(apart / all).toBeLessThan(0.002)
})
