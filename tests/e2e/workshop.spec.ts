import { readFile } from 'node:fs/promises'
import { CountingKeyboard } from './counting-keyboard.ts'
import { expect, test, type Page } from './fixture.ts'
import { pick } from './on-map.ts'

/** Who each organisation calls out, by the digit that chooses it. */
const CALLED_OUT: Readonly<Record<string, readonly string[]>> = {
  '1': ['Director of commissioning', 'Contracts team', 'Strategy leads', 'Public health team', 'Finance team', 'Quality lead'],
  '2': ['Community nursing', 'Locality manager', 'Crisis response', 'Reablement team', 'Single point of access', 'Therapy team'],
  '3': ['Ward sister', 'Discharge team', 'Bed management', 'Emergency department', 'Geriatrician', 'Chief operating officer'],
  '4': ['Care brokerage', 'Hospital social workers', 'Locality social work', 'Safeguarding team', 'Service manager', 'Business support'],
}
const MISSING: Readonly<Record<string, readonly string[]>> = { '5': ['GP practices', 'Home care agencies', 'Ambulance service'], '6': ['Unpaid carers', 'Residents panel', 'Neighbours'] }

/** Ties as typed: enough of each name for the completion list, accepted with Tab. */
const TIES: readonly (readonly [from: string, arrow: string, to: string])[] = [
  ['Ward', '->', 'Disch'], ['Disch', '->', 'Care b'], ['Disch', '<->', 'Hospital s'], ['GP', '->', 'Emerg'], ['Emerg', '->', 'Ward'], ['Hospital s', '->', 'Care b'],
  ['Care b', '=>', 'Home c'], ['Commu', '<->', 'GP'], ['Single', '->', 'Commu'], ['GP', '->', 'Single'], ['Contr', '£>', 'Home c'], ['Direc', '£>', 'Local'],
  ['Bed', '=>', 'Local'], ['Ambul', '->', 'Emerg'], ['Crisis', '<->', 'Emerg'], ['Unpaid', '~>', 'The person'], ['Home c', '~>', 'The person'], ['Safeg', '=>', 'Ward'],
]

const FINGERS = 10

const capture = (page: Page) => page.getByRole('textbox', { name: 'Capture' })
const element = (page: Page, name: string) => page.getByRole('region', { name: 'Map', exact: true }).getByRole('button', { name: `${name},` })
const saveState = (page: Page) => page.getByRole('status').filter({ hasText: /^(Saved|Saving|Not saved)/ })

test('A workshop of forty-five minutes, by keyboard, comes back tomorrow and opens elsewhere', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const keyboard = new CountingKeyboard(page)

  await page.goto('/')
  await expect(page.getByRole('textbox', { name: 'What are we trying to understand?' })).toBeFocused()
  await keyboard.words('What helps an older person get home, and stay home?')
  await keyboard.key('Enter')
  await expect(capture(page)).toBeFocused()
  await expect(element(page, 'The person in the middle')).toBeVisible()
  await keyboard.key('Escape', 'p', 'n')
  await expect(capture(page)).toBeFocused()
  keyboard.part('−1 the question, projector mode')

  await keyboard.signs('/')
  await keyboard.words('timer 3')
  await keyboard.key('Enter')
  await expect(page.getByRole('timer')).toContainText(/0?[23]:\d\d/)
  keyboard.part('0–3 the timer')

  for (const [digit, names] of [...Object.entries(CALLED_OUT), ...Object.entries(MISSING)]) {
    await keyboard.key(`Alt+Digit${digit}`)
    for (const name of names) {
      await keyboard.words(name)
      await keyboard.key('Enter')
    }
  }
  await expect(element(page, 'Neighbours')).toBeVisible()
  keyboard.part('3–12 who matters, who is missing')

  for (const [from, arrow, to] of TIES) {
    await keyboard.words(from)
    await keyboard.key('Tab')
    await keyboard.signs(` ${arrow} `)
    await keyboard.words(to)
    await keyboard.key('Tab', 'Enter')
    await expect(capture(page)).toHaveValue('')
  }
  keyboard.part('12–22 who hands over to whom')

  // One tie after another: "On three: how strong is this, zero to five?"
  await keyboard.key('Escape', 'Escape', 'f')
  const fingers = page.getByRole('dialog', { name: 'Fingers', exact: true })
  for (let tie = 1; tie <= FINGERS; tie++) {
    if (tie === 1) await expect(fingers.getByText(/^Tie 1 of/)).toBeVisible()
    for (let hand = 0; hand < 4; hand++) await keyboard.key(String((tie + 2 * hand) % 6))
    await expect(fingers.getByText(new RegExp(`^Tie ${tie} of`))).toBeVisible()
  }
  await keyboard.key('Escape')
  await expect(fingers).toBeHidden()
  keyboard.part('22–33 a show of fingers')

  // The room is on the projector: what to talk about stands beneath the map, one thing at a time.
  await keyboard.key('d')
  const talk = page.getByRole('region', { name: 'Talk about these first' })
  await expect(talk).toBeVisible()
  for (let i = 0; i < 5; i++) await keyboard.key('ArrowDown')
  await expect(page.getByTestId('live-region')).toContainText(/says/)
  await keyboard.key('d', 'n')
  await expect(capture(page)).toBeFocused()
  keyboard.part('33–38 where we differ')

  await keyboard.signs('! ')
  await keyboard.words('daily call ward + brokerage @AC @SC by 10 June')
  await keyboard.key('Enter')
  await keyboard.signs('! ')
  await keyboard.words('one shared list of beds @AC by 1 July')
  await keyboard.key('Enter')
  keyboard.part('38–42 actions')

  await keyboard.signs('? ')
  await keyboard.words('surprised by the phone call')
  await keyboard.key('Enter')
  keyboard.part('42–44 one word each')

  await expect(saveState(page)).toContainText('Saved')
  const version = page.waitForEvent('download')
  await keyboard.key('Control+s')
  await expect(page.getByRole('dialog', { name: 'Save version' })).toBeVisible()
  await keyboard.key('Enter')
  await version
  await expect(page.getByRole('dialog', { name: 'Save version' })).toBeHidden()

  const taken: Promise<[string, Buffer]>[] = []
  page.on('download', (download) => taken.push(download.path().then(async (path) => [download.suggestedFilename(), await readFile(path)])))
  await keyboard.key('Control+e')
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await keyboard.key('Enter')
  await expect.poll(() => taken.length, { timeout: 15_000 }).toBe(2)
  keyboard.part('44–45 saved and taken away')

  const files = new Map(await Promise.all(taken))
  const [fileName, file] = [...files].find(([name]) => name.endsWith('.sightlines.json')) ?? []
  const picture = [...files].find(([name]) => name.endsWith('.png'))?.[1]
  expect(picture?.subarray(1, 4).toString()).toBe('PNG')
  const map = readable(file)
  expect(map.elements).toHaveLength(31)
  expect(map.relationships).toHaveLength(TIES.length)
  expect(map.actions.map(({ title }) => title).sort()).toEqual(['daily call ward + brokerage', 'one shared list of beds'])
  expect(map.reflections.map(({ words }) => words)).toEqual(['surprised by the phone call'])
  const shown = map.perspectives.flatMap(({ judgements = {} }) => Object.values(judgements)).filter((said) => 'strength' in said || said['seen'] === 'no')
  expect(shown).toHaveLength(4 * FINGERS)
  expect(map.versions).toHaveLength(1)

  console.log(`Keystrokes besides words (${map.elements.length} elements, ${map.relationships.length} ties, ${map.actions.length} actions):\n${keyboard.table()}`)
  // The script allows about 230.
  expect(keyboard.total).toBeLessThanOrEqual(200)

  await page.reload()
  await expect(element(page, 'Neighbours')).toBeVisible()

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('textbox', { name: 'What are we trying to understand?' })).toBeFocused()
  await pick(other, [{ name: fileName ?? '', text: file ?? '' }])
  await expect(element(other, 'Neighbours')).toBeVisible()
  const again = other.waitForEvent('download')
  await other.keyboard.press('Control+s')
  await expect(other.getByRole('dialog', { name: 'Save version' })).toBeVisible()
  await other.keyboard.press('Enter')
  const written = readable(await readFile(await (await again).path()))
  expect({ ...written, versions: written.versions.slice(0, 1), savedAt: '' }).toEqual({ ...map, savedAt: '' })
  await elsewhere.close()
})

interface Readable {
  readonly elements: readonly unknown[]
  readonly relationships: readonly unknown[]
  readonly actions: readonly { readonly title: string }[]
  readonly reflections: readonly { readonly words: string }[]
  readonly versions: readonly unknown[]
  readonly perspectives: readonly { readonly judgements?: Readonly<Record<string, Readonly<Record<string, unknown>>>> }[]
}

/** A file as its readable part: the merge history is left out of the comparison, since each copy has its own. */
function readable(file: Buffer | undefined): Readable {
  const { document: _, ...rest } = JSON.parse(file?.toString('utf8') ?? '{}')
  return rest
}
