import { expect, test, type Page } from './fixture.ts'

test.use({ expectedErrors: [/./], isInstalled: true })

const crimes: readonly (readonly [crime: string, commit: (page: Page) => Promise<unknown>, said: RegExp])[] = [
  [
    'a page of another host',
    (page) => page.goto('https://elsewhere.invalid/').catch(() => {}),
    /request to another host: https:\/\/elsewhere\.invalid/,
  ],
  [
    'data fetched from another host',
    (page) => page.evaluate(() => fetch('https://elsewhere.invalid/').catch(() => {})),
    /Policy violation: connect-src/,
  ],
  [
    'a picture of another host',
    (page) => page.evaluate(() => void (new Image().src = 'https://elsewhere.invalid/a.png')),
    /Policy violation: img-src/,
  ],
  [
    'a style written as an attribute',
    (page) => page.evaluate(() => document.body.setAttribute('style', 'color: red')),
    /Policy violation: style-src/,
  ],
  [
    'markup written as text',
    (page) =>
      page.evaluate(() => {
        try {
          document.body.innerHTML = '<p></p>'
        } catch {
          // The policy throws here, and says so as well.
        }
      }),
    /Policy violation: require-trusted-types-for/,
  ],
  [
    'an error that nobody catches',
    (page) => page.evaluate(() => void setTimeout(() => JSON.parse('{'))),
    /page error: SyntaxError/,
  ],
  [
    'a promise that nobody catches',
    (page) => page.evaluate(() => void Promise.reject(new Error('Nobody is listening'))),
    /page error: Error: Nobody is listening/,
  ],
  ['an error in the console', (page) => page.evaluate(() => console.error('Listen')), /console error: Listen/],
  ['a file that is not there', (page) => page.evaluate(() => fetch('assets/none.js')), /console error: .*404/],
]

for (const [crime, commit, said] of crimes) {
  test(`The watch over every test sees ${crime}`, async ({ page, complaints }) => {
    await page.goto('/')
    await commit(page)
    await expect.poll(() => complaints.join('\n')).toMatch(said)
  })
}

test('The watch is quiet while nothing happens', async ({ page, complaints }) => {
  await page.goto('/')
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  expect(complaints).toEqual([])
})
