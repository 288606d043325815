import type { Locator } from '@playwright/test'
import { expect, test, type Page } from './fixture.ts'
import { begin, details, element, exported, mapFile, readablePart, region, saved } from './on-map.ts'

const note = (page: Page, words: string) => region(page).getByRole('button', { name: `Note: ${words}` })
const area = (page: Page, title: string) => region(page).getByRole('button', { name: `Area: ${title}` })

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const sought = page.getByRole('combobox', { name: 'Command' })
  await expect(sought).toBeFocused()
  await sought.fill(title)
  await page.keyboard.press('Enter')
}

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox()
  if (!box) throw new Error('not on screen')
  return box
}
const cornerOf = async (thing: Locator) => {
  const { x, y } = await boxOf(thing)
  return [Math.round(x), Math.round(y)]
}

async function drag(page: Page, [x, y]: readonly [number, number], [dx, dy]: readonly [number, number]): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 6 })
  await page.mouse.move(x + dx, y + dy, { steps: 6 })
  await page.mouse.up()
}

/** All that a file holds of a map, but for how often it was written. */
const everything = async (page: Page) => readablePart((await exported(page, 'Map file')).toString('utf8'))

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

test('By keyboard alone: a note and an area are written, moved, resized, gone to, and undone to the start', async ({ page, expectNoAxeViolation }) => {
  await begin(page, ['Ward', 'Desk'])
  const start = await everything(page)

  await command(page, 'New note')
  await expect(page.getByRole('textbox', { name: 'Words of the new note' })).toBeFocused()
  await page.keyboard.type('Ask the ward')
  await page.keyboard.press('Enter')
  await page.keyboard.type('what it needs')
  await page.keyboard.press('Tab')
  const words = note(page, 'Ask the ward what it needs')
  await expect(words).toBeFocused()
  await expect(words).toHaveAttribute('aria-pressed', 'true')
  const before = await boxOf(words)
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await boxOf(words)).x).toBeGreaterThan(before.x + 2)
  await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(details(page).getByLabel('Width')).toHaveValue('248')
  // Written in place: given up with Escape, then kept.
  await page.keyboard.press('e')
  const box = region(page).getByRole('textbox', { name: 'Note' })
  await expect(box).toHaveValue('Ask the ward\nwhat it needs')
  await page.keyboard.type(' today')
  await page.keyboard.press('Escape')
  await expect(words).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type(' by ten')
  await page.keyboard.press('Control+Enter')
  await expect(note(page, 'Ask the ward what it needs by ten')).toBeFocused()

  await page.keyboard.press('Control+a')
  await command(page, 'Area around the selection')
  await expect(region(page).getByRole('textbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.type('Winter plan')
  await page.keyboard.press('Enter')
  const winter = area(page, 'Winter plan, 3 elements')
  await expect(winter).toBeFocused()
  await expect(details(page)).toContainText('3 elements and 1 note in it')
  await expectNoAxeViolation()
  const placed = await Promise.all([cornerOf(element(page, 'Ward')), cornerOf(winter)])
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(async () => (await cornerOf(winter))[1]).toBeGreaterThan(placed[1][1] ?? 0)
  const moved = (await cornerOf(element(page, 'Ward')))[1] ?? 0
  expect(moved).toBeGreaterThan(placed[0][1] ?? 0)
  const height = Number(await details(page).getByLabel('Height').inputValue())
  await page.keyboard.press('Control+Shift+ArrowDown')
  await expect(details(page).getByLabel('Height')).toHaveValue(String(height + 8))
  expect((await cornerOf(element(page, 'Ward')))[1]).toBe(moved)

  // In reading order they come last: the note, then the area.
  await page.keyboard.press('End')
  await expect(winter).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(note(page, 'Ask the ward')).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(region(page).locator('.element:focus')).toHaveCount(1)
  await page.keyboard.press('End')
  await page.keyboard.press('Delete')
  await expect(winter).toHaveCount(0)
  await expect(element(page, 'Ward')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(winter).toBeVisible()

  // Two steps each for the area and its title, and one for each thing done to the note.
  for (let step = 0; step < 8; step++) await page.keyboard.press('Control+z')
  await expect(region(page).locator('.note, .area')).toHaveCount(0)
  await saved(page)
  expect(await everything(page)).toEqual(start)
})

test('By mouse: a note is put where one presses, an area carries what lies in it, and its inside is open water', async ({ page }) => {
  await begin(page, ['Ward', 'Desk'])
  const middle = await boxOf(element(page, 'The person in the middle'))
  const [mx, my] = [middle.x + middle.width / 2, middle.y + middle.height / 2]
  await page.keyboard.down('Alt')
  await page.mouse.dblclick(mx + 190, my - 40)
  await page.keyboard.up('Alt')
  await page.keyboard.type('Who is missing?')
  await page.mouse.click(mx + 40, my + 200)
  const words = note(page, 'Who is missing?')
  const [x, y] = await cornerOf(words)
  expect(Math.abs((x ?? 0) - mx - 180)).toBeLessThan(20)
  await drag(page, [(x ?? 0) + 30, (y ?? 0) + 10], [-60, -50])
  await expect.poll(async () => (await cornerOf(words))[0]).toBeLessThan((x ?? 0) - 40)

  await element(page, 'Ward').click()
  await element(page, 'Desk').click({ modifiers: ['Shift'] })
  await words.click({ modifiers: ['Shift'] })
  await command(page, 'Area around the selection')
  await page.keyboard.type('Beds')
  await page.keyboard.press('Enter')
  const beds = area(page, 'Beds')
  await expect(beds).toBeFocused()
  const frame = await boxOf(beds)
  const inside = [element(page, 'Ward'), element(page, 'Desk'), words, beds]
  const before = await Promise.all(inside.map(cornerOf))
  // By its lower edge, a little off the line.
  await drag(page, [frame.x + frame.width * 0.3, frame.y + frame.height + 4], [0, 60])
  await expect.poll(async () => (await cornerOf(beds))[1]).toBeGreaterThan((before[3]?.[1] ?? 0) + 40)
  const carried = ((await cornerOf(beds))[1] ?? 0) - (before[3]?.[1] ?? 0)
  for (const [i, thing] of inside.entries()) {
    const [nx, ny] = await cornerOf(thing)
    expect(nx).toBe(before[i]?.[0])
    expect(Math.abs((ny ?? 0) - (before[i]?.[1] ?? 0) - carried)).toBeLessThan(2)
  }
  await page.keyboard.press('Control+z')
  await expect.poll(() => Promise.all(inside.map(cornerOf))).toEqual(before)

  // A corner resizes it and leaves what lies in it.
  await drag(page, [frame.x + frame.width, frame.y + frame.height], [40, 30])
  await expect.poll(async () => (await boxOf(beds)).width - frame.width).toBeGreaterThan(36)
  expect(await cornerOf(element(page, 'Ward'))).toEqual(before[0])
  await page.keyboard.press('Control+z')

  // Where nothing stands inside, a press chooses nothing and a drag moves the map.
  const open = [frame.x + 20, frame.y + frame.height - 20] as const
  await page.mouse.click(...open)
  await expect(beds).toHaveAttribute('aria-pressed', 'false')
  await drag(page, open, [30, 0])
  await expect.poll(async () => Math.abs(((await cornerOf(beds))[0] ?? 0) - frame.x - 30)).toBeLessThan(8)
  const after = await boxOf(beds)
  // Its title is taken hold of, and written.
  await page.mouse.dblclick(after.x + 24, after.y + 14)
  await region(page).getByRole('textbox', { name: 'Title' }).fill('Beds and flow')
  await page.keyboard.press('Enter')
  await expect(area(page, 'Beds and flow')).toBeVisible()
})

/** A picture of one colour, as bytes; a photograph also says where it was taken. */
async function pictureOf(page: Page, type: 'image/png' | 'image/jpeg', colour: string): Promise<Buffer> {
  const data = await page.evaluate(
    ([as, fill]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 1500 })
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.fillStyle = fill
      pen.fillRect(0, 0, 3000, 1500)
      return canvas.toDataURL(as).split(',')[1] ?? ''
    },
    [type, colour] as const,
  )
  const bytes = Buffer.from(data, 'base64')
  if (type === 'image/png') return bytes
  const told = Buffer.from('Exif\0\0 50.3755 N 4.1427 W')
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, told.length + 2]), told, bytes.subarray(2)])
}

/** How much of a picture, 0 to 1, is the background's blue dimmed into paper. */
function blueIn(page: Page, picture: string): Promise<number> {
  return page.evaluate(async (uri) => {
    const image = new Image()
    image.src = uri
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.imageSmoothingEnabled = false
    pen.fillStyle = '#F7F5F0'
    pen.fillRect(0, 0, 320, 180)
    pen.drawImage(image, 0, 0, 320, 180)
    const { data } = pen.getImageData(0, 0, 320, 180)
    let blue = 0
    for (let i = 0; i < data.length; i += 4) if ((data[i + 2] ?? 0) > 235 && (data[i] ?? 0) > 130 && (data[i] ?? 0) < 185) blue++
    return blue / (320 * 180)
  }, picture)
}

test('A background picture is kept small and bare, lies beneath everything on screen and in pictures; a wrong file is refused in words; half a note comes back', async ({ page, expectNoAxeViolation }) => {
  await begin(page, ['Ward'])
  const choose = async (name: string, mimeType: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser')
    await page.evaluate(() => undefined)
    await command(page, 'Background picture')
    await (await chooser).setFiles({ name, mimeType, buffer })
  }
  await choose('plan.png', 'image/png', Buffer.from('not a picture at all'))
  const refused = page.getByRole('dialog', { name: 'Open' })
  await expect(refused).toContainText('this browser cannot read it as a picture')
  await page.keyboard.press('Enter')

  await choose('site visit.jpg', 'image/jpeg', await pictureOf(page, 'image/jpeg', '#2040ff'))
  await expect(details(page).getByRole('button', { name: 'Cover the map' })).toBeVisible()
  const { background } = await mapFile(page)
  const bytes = Buffer.from(background?.data ?? '', 'base64')
  expect(bytes.length).toBeGreaterThan(100)
  expect(bytes.length).toBeLessThan(600_000)
  expect(bytes.includes('50.3755')).toBe(false)
  expect((background?.size[0] ?? 0) / (background?.size[1] ?? 1)).toBeCloseTo(2, 1)
  const pixels = await page.evaluate(async (uri) => {
    const image = new Image()
    image.src = uri
    await image.decode()
    return [image.width, image.height]
  }, `data:${background?.type};base64,${background?.data}`)
  expect(pixels).toEqual([2000, 1000])

  const painted = () => page.evaluate(() => document.querySelector<HTMLCanvasElement>('.painted.is-under')?.toDataURL() ?? '')
  await expect.poll(async () => blueIn(page, await painted())).toBeGreaterThan(0.05)
  await expectNoAxeViolation()

  await command(page, 'New note')
  await page.keyboard.type('Where the ambulances wait')
  await page.keyboard.press('Tab')
  await expect(note(page, 'Where the ambulances wait')).toBeVisible()
  const svg = (await exported(page, 'Drawing')).toString('utf8')
  expect(svg).toContain(`<image href="data:${background?.type};base64,${background?.data}"`)
  expect(svg).toMatch(/<text [^>]*>Where the ambulances wait<\/text>/)
  const png = await exported(page, 'Picture for a slide')
  expect(await blueIn(page, `data:image/png;base64,${png.toString('base64')}`)).toBeGreaterThan(0.1)

  // Placed by numbers and presses, then another dropped over it, then taken away.
  await page.keyboard.press('Escape')
  await details(page).getByLabel('Left').fill('0')
  await page.keyboard.press('Enter')
  await details(page).getByRole('button', { name: 'Smaller' }).click()
  expect((await mapFile(page)).background?.size[0]).toBe(Math.round((background?.size[0] ?? 0) / 1.1))
  await page.evaluate((data) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], 'plan.png', { type: 'image/png' }))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
  }, (await pictureOf(page, 'image/png', '#ffffff')).toString('base64'))
  const offer = page.getByRole('dialog', { name: 'Background picture' })
  await expect(offer.getByRole('img', { name: 'plan.png' })).toBeVisible()
  await expectNoAxeViolation()
  await page.keyboard.press('Enter')
  await expect(offer).toBeHidden()
  expect((await mapFile(page)).background?.type).toBe('image/png')
  await command(page, 'Remove the background picture')
  await expect(details(page).getByRole('button', { name: 'Choose a picture…' })).toBeVisible()

  // What is being written when the page goes is written on when it comes back.
  await command(page, 'New note')
  const words = page.getByRole('textbox', { name: 'Words of the new note' })
  await expect(words).toBeFocused()
  await page.keyboard.type('Half a sen')
  await page.reload()
  await expect(words).toHaveValue('Half a sen')
  await expect(note(page, 'Where the ambulances wait')).toBeVisible()
  await words.press('Escape')
  const kept = await mapFile(page)
  expect(kept.background).toBeNull()
  expect(kept.notes.map(({ text }) => text)).toEqual(['Where the ambulances wait'])
})
