import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expectUsable, unseenFocus, wordsLostInForcedColours } from './check-screen.ts'
import { expect, test, type Page } from './fixture.ts'

const read = (path: string) => readFile(fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url)), 'utf8')

const capture = (page: Page) => page.getByRole('textbox', { name: 'Capture' })
const region = (page: Page) => page.getByRole('region', { name: 'Map', exact: true })
const element = (page: Page, name: string) => region(page).getByRole('button', { name: new RegExp(`^${name}`) })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

async function start(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('textbox', { name: 'What are we trying to understand?' })).toBeFocused()
}

async function sample(page: Page): Promise<void> {
  await start(page)
  await page.getByRole('button', { name: /^Look at the sample map/ }).click()
  await expect(element(page, 'Care brokerage,')).toBeVisible()
}

async function begin(page: Page, template: string): Promise<void> {
  await start(page)
  await page.getByRole('radio', { name: new RegExp(`^${template}`) }).check()
  await page.getByRole('textbox', { name: 'What are we trying to understand?' }).fill('How do people get home from hospital?')
  await page.keyboard.press('Enter')
  await expect(capture(page)).toBeVisible()
}

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command' }).fill(title)
  await page.keyboard.press('Enter')
}

async function byCommand(page: Page, title: string, name = title): Promise<void> {
  await sample(page)
  await command(page, title)
  await expect(dialog(page, name)).toBeVisible()
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([file, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content ?? ''], file ?? '', { type: 'application/json' }))
      for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    },
    [name, text],
  )
}

async function table(page: Page, tab: string): Promise<void> {
  await sample(page)
  await command(page, 'Table')
  await page.getByRole('tab', { name: new RegExp(`^${tab} \\d`) }).click()
  await expect(page.getByRole('grid', { name: tab })).toBeVisible()
}

/** Every screen that can be reached, by what a facilitator would call it. */
const SCREENS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the start page, empty': start,
  'the start page with a map': async (page) => {
    await sample(page)
    await command(page, 'All my maps')
    await expect(page.getByRole('button', { name: /^More for Harbour City/ })).toBeVisible()
  },
  'four organisations, new': (page) => begin(page, 'Four organisations'),
  'one person’s journey, new': (page) => begin(page, 'One person’s journey'),
  'one team’s neighbours, new': (page) => begin(page, 'One team’s neighbours'),
  'the sample map': sample,
  'an element': async (page) => {
    await sample(page)
    await element(page, 'Hospital discharge team,').click()
    await expect(page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'Hospital discharge team' })).toBeVisible()
  },
  'an element’s fields': async (page) => {
    await sample(page)
    await element(page, 'Hospital discharge team,').click()
    await page.getByRole('complementary', { name: 'Details' }).getByRole('button', { name: 'Edit' }).click()
    await expect(page.getByLabel('Also called')).toBeVisible()
  },
  'a tie': async (page) => {
    await sample(page)
    await element(page, 'Hospital discharge team,').click()
    await page.getByRole('complementary', { name: 'Details' }).getByRole('button', { name: /Care brokerage/ }).first().click()
    await expect(page.getByText('How strong is this tie?')).toBeVisible()
  },
  'several chosen': async (page) => {
    await sample(page)
    await element(page, 'Hospital discharge team,').click()
    await element(page, 'Medical wards,').click({ modifiers: ['Shift'] })
    await expect(page.getByRole('heading', { name: '2 elements' })).toBeVisible()
  },
  'the capture bar with completions': async (page) => {
    await sample(page)
    await capture(page).fill('Ward -> care br')
    await expect(page.getByRole('listbox', { name: 'Completions' })).toBeVisible()
  },
  'an area, with a note in it': async (page) => {
    await sample(page)
    await command(page, 'New note')
    await page.keyboard.type('Ask the wards')
    await page.keyboard.press('Tab')
    await command(page, 'Area around the selection')
    await page.keyboard.type('Winter plan')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'Winter plan' })).toBeVisible()
  },
  'Commands': (page) => byCommandKey(page),
  'Keys': (page) => byCommand(page, 'Keys'),
  'Key': (page) => byCommand(page, 'Key'),
  'Find': async (page) => {
    await sample(page)
    await page.keyboard.press('Control+f')
    await page.getByRole('combobox', { name: 'Find' }).fill('care')
    await expect(page.getByRole('listbox', { name: 'Found' }).getByRole('option').first()).toBeVisible()
  },
  'Organisations': (page) => byCommand(page, 'Organisations'),
  'Save version': (page) => byCommand(page, 'Save version'),
  'Versions': (page) => byCommand(page, 'Versions'),
  'a version to look at': async (page) => {
    await sample(page)
    await page.getByRole('button', { name: /^Moment/ }).click()
    await page.getByRole('menuitemradio', { name: /Starting point/ }).click()
    await expect(region(page)).toContainText('To look at only.')
  },
  'the menu of perspectives': async (page) => {
    await sample(page)
    await page.getByRole('button', { name: /^Seen by/ }).click()
    await expect(page.getByRole('menuitemradio').first()).toBeVisible()
  },
  'Export': (page) => byCommand(page, 'Export'),
  'Report': async (page) => {
    await byCommand(page, 'Report')
    await expect(dialog(page, 'Report').getByRole('status')).toContainText('pages')
  },
  'Paste': async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await begin(page, 'Four organisations')
    await page.evaluate((text) => navigator.clipboard.writeText(text), await read('csv/hospital-transfers-2015-week-25.csv'))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+v')
    await expect(dialog(page, 'Paste')).toBeVisible()
  },
  'a file that is refused': async (page) => {
    await sample(page)
    await drop(page, 'winter plan.sightlines.json', '{"format": "sightlines", "title": ')
    await expect(page.getByRole('heading', { name: 'This file could not be opened' })).toBeVisible()
  },
  'a file that was mended': async (page) => {
    await start(page)
    const file = JSON.parse(await read('reading/harbour-city.sightlines.json')) as { elements: { kind: string }[]; relationships: { kind: string }[] }
    if (file.elements[2]) file.elements[2].kind = 'submarine'
    if (file.relationships[3]) file.relationships[3].kind = 'teleports'
    await drop(page, 'winter plan.sightlines.json', JSON.stringify(file))
    await expect(page.getByRole('heading', { name: /put right/ })).toBeVisible()
  },
  'the table of elements': (page) => table(page, 'Elements'),
  'the table of ties': (page) => table(page, 'Ties'),
  'the table of actions': (page) => table(page, 'Actions'),
  'the table of reflections': (page) => table(page, 'Reflections'),
  'a toast': async (page) => {
    await sample(page)
    await element(page, 'Coaching network').click()
    await page.keyboard.press('Delete')
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  },
  'Actions': async (page) => {
    await sample(page)
    await page.getByRole('tab', { name: 'Actions' }).click()
    await expect(page.getByRole('heading', { name: '5 actions' })).toBeVisible()
  },
  'Reflections': async (page) => {
    await sample(page)
    await page.getByRole('tab', { name: 'Reflections' }).click()
    await page.getByRole('button', { name: /No GP in the room/ }).click()
    await expect(page.getByLabel('Words')).toBeVisible()
  },
  'the matrix': async (page) => {
    await sample(page)
    await command(page, 'Matrix of strength')
    await page.getByRole('gridcell').nth(3).click()
    await expect(page.getByRole('button', { name: 'Show these on the map' })).toBeVisible()
  },
  'the grid': async (page) => {
    await sample(page)
    await command(page, 'Grid')
    await page.getByRole('button', { name: /^Hospital social workers, / }).click()
    await expect(page.getByRole('spinbutton', { name: 'Influence' })).toBeVisible()
  },
  'where the map is kept': (page) => byCommand(page, 'Where this map is kept'),
  'the timer': async (page) => {
    await sample(page)
    await command(page, 'Timer, 3 minutes')
    await expect(page.getByRole('timer')).toBeVisible()
  },
  'the projector, back row near': async (page) => {
    await sample(page)
    await command(page, 'Projector mode')
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  },
  'the projector, back row far': async (page) => {
    await sample(page)
    await command(page, 'Projector mode, back row far')
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  },
}

async function byCommandKey(page: Page): Promise<void> {
  await sample(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused()
}

test.describe('in light, dark and forced colours', () => {
  for (const [name, show] of Object.entries(SCREENS)) {
    test(`${name} can be read and used`, async ({ page, expectNoAxeViolation, expectContrast }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await show(page)
      await expectNoAxeViolation()
      await expectUsable(page)
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      await expectContrast()
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' })
      await expectContrast()
      expect(await wordsLostInForcedColours(page)).toEqual([])
    })
  }
})

for (const name of ['the start page with a map', 'the sample map', 'an element’s fields', 'a tie', 'the table of ties', 'Organisations', 'Export', 'Keys', 'Save version', 'Paste', 'the projector, back row near']) {
  test(`The focus can be seen wherever Tab goes: ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await SCREENS[name]?.(page)
    expect(await unseenFocus(page)).toEqual([])
  })
}

for (const [width, height] of [[1920, 1080], [1093, 614], [900, 1200]] as const) {
  test(`Nothing is cut off or cramped at ${width} × ${height}`, async ({ page, expectNoAxeViolation }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const name of ['the start page, empty', 'the sample map', 'Export', 'Organisations', 'Keys', 'the table of ties', 'the matrix', 'the grid']) {
      await SCREENS[name]?.(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name).toBe(true)
      await expectUsable(page)
      await expectNoAxeViolation()
      await page.keyboard.press('Escape')
      // The page would open again on the map that is open.
      if (await page.getByRole('region', { name: /^(Map|Table|Matrix|Grid)$/ }).isVisible()) await command(page, 'All my maps')
    }
  })
}

test('When the browser cannot write, the notice can be read and used', async ({ page, expectNoAxeViolation }) => {
  await page.addInitScript(() => {
    let isFull = false
    Object.defineProperty(window, 'fillDisk', { value: () => (isFull = true) })
    for (const name of ['put', 'add'] as const) {
      const write = IDBObjectStore.prototype[name]
      IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args: Parameters<typeof write>) {
        if (isFull) throw new DOMException('The disk is full', 'QuotaExceededError')
        return write.apply(this, args)
      }
    }
  })
  await sample(page)
  await page.evaluate(() => (window as unknown as { fillDisk: () => void }).fillDisk())
  await capture(page).fill('Ward sister')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Download a copy' })).toBeVisible({ timeout: 20_000 })
  await expectNoAxeViolation()
  await expectUsable(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoAxeViolation()
})

test('A typed element is outlined where it will land, and lands there', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await begin(page, 'Four organisations')
  await capture(page).fill('Weekend duty desk')
  const outline = page.locator('.landing text').first()
  await expect(outline).toHaveText('Weekend')
  const promised = await outline.boundingBox()
  await capture(page).press('Enter')
  const landed = await region(page).getByRole('button', { name: /^Weekend duty desk/ }).locator('text').first().boundingBox()
  await expect(page.locator('.landing')).toHaveCount(0)
  expect(promised && landed && Math.hypot(promised.x - landed.x, promised.y - landed.y)).toBeLessThan(2)
})
