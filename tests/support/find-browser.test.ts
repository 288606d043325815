import { expect, test } from 'vitest'
import { firstUsable, installedPaths, sources } from './find-browser.mjs'
import { readTar } from './unpack-chromium.mjs'

const browser = (path: string) => ({ path, env: {} })
const source = (title: string, ...paths: string[]) => ({ title, candidates: () => paths.map(browser) })
const silent = () => {}
const usable =
  (...paths: string[]) =>
  async ({ path }: { path: string }) =>
    paths.includes(path)

test('The first browser that starts is taken, source by source', async () => {
  const all = [source('installed', 'a', 'b'), source('downloaded', 'c'), source('packed', 'd')]
  expect(await firstUsable(all, usable('b', 'c', 'd'), silent)).toEqual(browser('b'))
  expect(await firstUsable(all, usable('d'), silent)).toEqual(browser('d'))
})

test('A later source is not asked when an earlier one serves', async () => {
  const never = { title: 'never', candidates: () => expect.unreachable() }
  expect(await firstUsable([source('installed', 'a'), never], usable('a'), silent)).toEqual(browser('a'))
})

test('A browser asked for by name is not replaced by another', async () => {
  const all = [{ ...source('CHROME_PATH', 'asked'), isRequired: true }, source('installed', 'a')]
  await expect(firstUsable(all, usable('a'), silent)).rejects.toThrow('CHROME_PATH does not start')
})

test('With no browser at all it says what to do', async () => {
  await expect(firstUsable([source('installed')], usable(), silent)).rejects.toThrow('set CHROME_PATH')
})

test('CHROME_PATH comes alone; without it the sources come in their order', () => {
  expect(sources({ CHROME_PATH: '/opt/chrome' }).map(({ title }) => title)).toEqual(['CHROME_PATH (/opt/chrome)'])
  expect(sources({ CHROME_PATH: '' }).map(({ title }) => title)).toEqual([
    'an installed Chrome, Chromium or Edge',
    'the Chromium of Playwright',
    'the Chromium in an npm package',
    'the Chromium of apt-get',
  ])
})

test('Every platform has its places to look', () => {
  expect(installedPaths('linux', { PATH: '/usr/bin:/snap/bin' })).toContain('/snap/bin/chromium')
  expect(installedPaths('linux', {})).toEqual([])
  expect(installedPaths('darwin', { HOME: '/Users/a' })).toContain(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  )
  expect(installedPaths('win32', { PROGRAMFILES: 'C:\\P' })).toContain(
    'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
  )
})

test('A tar archive gives its files, whatever their sizes', () => {
  const entry = (name: string, text: string, type = '0') => {
    const block = Buffer.alloc(512 + Math.ceil(text.length / 512) * 512)
    block.write(name, 0)
    block.write(`${text.length.toString(8).padStart(11, '0')} `, 124)
    block.write(type, 156)
    block.write(text, 512)
    return block
  }
  const long = 'x'.repeat(513)
  const archive = Buffer.concat([
    entry('fonts/', '', '5'),
    entry('a', 'one'),
    entry('b', long),
    entry('c', ''),
    Buffer.alloc(1024),
  ])
  expect(readTar(archive).map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
    ['a', 'one'],
    ['b', long],
    ['c', ''],
  ])
})
