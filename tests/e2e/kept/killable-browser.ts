import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findBrowser, launchArgs } from '../../support/find-browser.mjs'
import { keepOffDevice } from '../fixture.ts'

/** A browser on a profile of its own, whose whole process tree can be killed in an instant, or its tab alone. */
export interface KillableBrowser {
  /** The tab; another one after a crash. */
  readonly page: Page
  /** The tab's process dies; the browser and what it stores with go on, with a new tab. */
  crashTab(): Promise<void>
  /** SIGKILL to every process of it. */
  kill(): Promise<void>
  /** Closes it as a person would. */
  close(): Promise<void>
}

export async function launchOn(profile: string): Promise<KillableBrowser> {
  const { path, env } = await findBrowser()
  await rm(join(profile, 'DevToolsActivePort'), { force: true })
  const args = ['--headless=new', '--no-sandbox', ...launchArgs, '--remote-debugging-port=0', '--window-size=1366,768', `--user-data-dir=${profile}`, 'about:blank']
  // A group of its own, so that one signal reaches the renderers too.
  const child = spawn(path, args, { detached: true, stdio: 'ignore', env: { ...process.env, ...env } })
  const gone = once(child, 'exit')
  const browser = await connected(profile, child)
  const context = browser.contexts()[0]
  const first = context?.pages()[0]
  if (!context || !first) throw new Error('The browser opened without a page')
  let page = first
  await keepOffDevice(context)
  return {
    get page() {
      return page
    },
    async crashTab() {
      const crashed = page
      const [session, next] = await Promise.all([context.newCDPSession(crashed), context.newPage()])
      const dead = crashed.waitForEvent('crash')
      // No answer comes from the dead.
      void session.send('Page.crash').catch(() => undefined)
      await dead
      page = next
      await crashed.close()
    },
    async kill() {
      killTree(child)
      await gone
      await allGone(child)
      await browser.close().catch(() => undefined)
    },
    async close() {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => undefined)
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5000))])
      killTree(child)
      await allGone(child)
      await browser.close().catch(() => undefined)
    },
  }
}

function killTree({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

/**
 * Waits until no process of the tree runs any more. On a busy machine the one that stores may outlive the first by a moment, with the
 * database still locked; a browser that opens it then takes the lock for damage, clears the database and begins a new one.
 */
async function allGone({ pid }: ChildProcess): Promise<void> {
  const until = Date.now() + PATIENCE
  while (pid !== undefined && Date.now() < until && (await isRunning(pid))) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Whether a process of this group is there that is more than a name waiting to be collected. Only Linux tells; elsewhere it is taken as gone. */
async function isRunning(group: number): Promise<boolean> {
  const processes = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const states = await Promise.all(processes.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')))
  return states.some((stat) => {
    // After the command in brackets: its state, its parent, its group.
    const [state, , of] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return Number(of) === group && state !== 'Z' && state !== 'X'
  })
}

/** Milliseconds for a browser to open its door, or to be gone. */
const PATIENCE = 15_000

async function connected(profile: string, child: ChildProcess): Promise<Browser> {
  const until = Date.now() + PATIENCE
  while (Date.now() < until && child.exitCode === null) {
    const [port] = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').then((text) => text.split('\n'), () => [])
    if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  killTree(child)
  throw new Error(`The browser on ${profile} did not start`)
}
