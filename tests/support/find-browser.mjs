// Finds a Chromium for the tests, or fetches one. Nothing here is needed to use Sightlines.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { unpackChromium } from './unpack-chromium.mjs'

/**
 * @typedef {{ path: string, env: Record<string, string> }} Browser
 * @typedef {{
 *   title: string,
 *   candidates: () => Promise<readonly Browser[]> | readonly Browser[],
 *   isRequired?: boolean,
 * }} Source Where browsers may come from. A required source that yields none that starts ends the search.
 */

export const launchArgs = [
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const root = fileURLToPath(new URL('../..', import.meta.url))
const isRoot = process.getuid?.() === 0

/** Whether a file can be executed by this user. @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The places where Chrome, Chromium and Edge are installed, best first.
 * @param {string} platform
 * @param {Record<string, string | undefined>} env
 */
export function installedPaths(platform, env) {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    const homes = ['', env['HOME'] ?? '']
    return homes.flatMap((home) => apps.map((app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`))
  }
  if (platform === 'win32') {
    const homes = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    const apps = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return homes.flatMap((home) => (home === undefined ? [] : apps.map((app) => `${home}\\${app}`)))
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Whether a browser starts, and runs a script in a page, within its time. @param {Browser} browser */
async function starts({ path, env }) {
  try {
    const running = await chromium.launch({
      executablePath: path,
      args: launchArgs,
      env: { ...process.env, ...env },
      timeout: 20_000,
    })
    try {
      const page = await running.newPage()
      return (await page.evaluate('6 * 7')) === 42
    } finally {
      await running.close()
    }
  } catch {
    return false
  }
}

/** @param {string} path @returns {Browser[]} */
const plain = (path) => [{ path, env: {} }]

async function downloadFromPlaywright() {
  const path = chromium.executablePath()
  if (existsSync(path)) return plain(path)
  try {
    await fetch('https://cdn.playwright.dev', { method: 'HEAD', signal: AbortSignal.timeout(4000) })
  } catch {
    return []
  }
  const command = [join(root, 'node_modules/@playwright/test/cli.js'), 'install', '--no-shell', 'chromium']
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' }
  spawnSync(process.execPath, command, { env, stdio: 'ignore', timeout: 60_000 })
  return existsSync(path) ? plain(path) : []
}

function installWithApt() {
  if (!isRoot || process.platform !== 'linux') return []
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-y', '-q', ...args], { env, stdio: 'ignore', timeout: 300_000 }).status === 0
  const isInstalled = apt('update') && apt('install', '--no-install-recommends', 'chromium')
  return isInstalled ? plain('/usr/bin/chromium') : []
}

/** @param {Record<string, string | undefined>} env @returns {readonly Source[]} */
export function sources(env) {
  const asked = env['CHROME_PATH']
  if (asked !== undefined && asked !== '') {
    return [{ title: `CHROME_PATH (${asked})`, candidates: () => plain(asked), isRequired: true }]
  }
  return [
    {
      title: 'an installed Chrome, Chromium or Edge',
      candidates: () => installedPaths(process.platform, env).filter(isExecutable).flatMap(plain),
    },
    { title: 'the Chromium of Playwright', candidates: downloadFromPlaywright },
    { title: 'the Chromium in an npm package', candidates: unpackChromium },
    { title: 'the Chromium of apt-get', candidates: installWithApt },
  ]
}

/**
 * Tries the sources in order and returns the first browser that starts.
 * @param {readonly Source[]} all
 * @param {(browser: Browser) => Promise<boolean>} isUsable
 * @param {(line: string) => void} say
 * @returns {Promise<Browser>}
 */
export async function firstUsable(all, isUsable, say) {
  for (const { title, candidates, isRequired } of all) {
    for (const browser of await candidates()) {
      if (await isUsable(browser)) {
        say(`Browser: ${browser.path} (${title})`)
        return browser
      }
    }
    if (isRequired) throw new Error(`${title} does not start.`)
    say(`Browser: not from ${title}`)
  }
  throw new Error('No browser was found or could be fetched. Install Chromium, or set CHROME_PATH to one.')
}

const memo = 'SIGHTLINES_BROWSER'

/** Finds the browser once for this process and those it starts. @returns {Promise<Browser>} */
export async function findBrowser() {
  const known = process.env[memo]
  if (known !== undefined) return JSON.parse(known)
  const browser = await firstUsable(sources(process.env), starts, (line) => console.log(line))
  process.env[memo] = JSON.stringify(browser)
  return browser
}
