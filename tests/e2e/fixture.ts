import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'

export { expect, type Page }

interface Watch {
  /** Whether the page may put itself on the device. Only tests of that ask for it: fetching every file of the app costs each of the others a second. */
  readonly isInstalled: boolean
  /** Errors that a test means to cause, by what the browser says of them. */
  readonly expectedErrors: readonly RegExp[]
  /** Fails the test where axe finds a breach of WCAG 2.2 AA on the page as it stands. */
  readonly expectNoAxeViolation: (page?: Page) => Promise<void>
  /** The same for what depends on colours alone: for a page that was looked at whole in another theme. */
  readonly expectContrast: () => Promise<void>
  /** What the browser has complained of so far. */
  readonly complaints: readonly string[]
}

/** Takes the means to put itself on the device from every page: the app then goes on with the network only. */
export const keepOffDevice = (context: BrowserContext) => context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))

const isOwn = (url: string) => /^(data|blob|about):/.test(url) || new URL(url).hostname === '127.0.0.1'

/** Gathers what must never happen in a browser context: a foreign request, a breach of the policy, an error. */
async function watch(context: BrowserContext): Promise<string[]> {
  const found: string[] = []
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`Policy violation: ${violatedDirective} ${blockedURI}`)
    })
  })
  context.on('request', (request) => {
    if (!isOwn(request.url())) found.push(`request to another host: ${request.url()}`)
  })
  context.on('page', (page) => {
    page.on('websocket', (socket) => found.push(`web socket: ${socket.url()}`))
    page.on('crash', () => found.push(`page crashed: ${page.url()}`))
  })
  context.on('console', (message) => {
    if (message.type() === 'error') found.push(`console error: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => found.push(`page error: ${error.error().stack ?? error.error().message}`))
  return found
}

/** The test of every spec here: it fails on a foreign request, a policy violation, a console error or a page error. */
export const test = base.extend<Watch>({
  isInstalled: [false, { option: true }],
  expectedErrors: [[], { option: true }],
  complaints: [
    async ({ context, expectedErrors, isInstalled }, use) => {
      const found = await watch(context)
      if (!isInstalled) await keepOffDevice(context)
      await use(found)
      const unexpected = found.filter((line) => !expectedErrors.some((expected) => expected.test(line)))
      expect(unexpected, 'What the browser complained of').toEqual([])
    },
    { auto: true },
  ],
  expectNoAxeViolation: async ({ page }, use) => {
    await use(async (other = page) => expectNoViolation(new AxeBuilder({ page: other }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])))
  },
  expectContrast: async ({ page }, use) => {
    await use(async () => expectNoViolation(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block'])))
  },
})

async function expectNoViolation(builder: AxeBuilder): Promise<void> {
  // There is no frame of another origin, for which alone it would open a second page each time.
  const { violations } = await builder.setLegacyMode().analyze()
  const said = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
  expect(said, 'What axe found').toEqual([])
}
