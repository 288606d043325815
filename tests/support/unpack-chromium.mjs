// Unpacks the Chromium that the npm package @sparticuz/chromium carries. Its own code is not used: it is made for
// another place, and wants a newer Node than Sightlines does.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'

const pinned = fileURLToPath(new URL('./chromium', import.meta.url))
const folder = fileURLToPath(new URL('../../node_modules/.cache/sightlines-chromium', import.meta.url))
const packed = join(folder, 'node_modules/@sparticuz/chromium/bin')
const home = join(folder, 'unpacked')

/**
 * The files in an archive of the `ustar` kind: 512-byte headers (name at 0, size in octal at 124, type at 156), each
 * followed by its content, filled up to the next 512.
 * @param {Buffer} archive
 * @returns {{ name: string, bytes: Buffer }[]}
 */
export function readTar(archive) {
  const found = []
  let at = 0
  while (at + 512 <= archive.length && archive[at] !== 0) {
    const word = (/** @type {number} */ from, /** @type {number} */ to) =>
      archive
        .toString('utf8', at + from, at + to)
        .replace(/\0.*$/s, '')
        .trim()
    const size = Number.parseInt(word(124, 136), 8)
    const isFile = word(156, 157) === '0' || word(156, 157) === ''
    if (isFile) found.push({ name: word(0, 100), bytes: archive.subarray(at + 512, at + 512 + size) })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return found
}

function unpack() {
  const open = (/** @type {string} */ name) => brotliDecompressSync(readFileSync(join(packed, name)))
  const write = (/** @type {string} */ name, /** @type {Buffer | string} */ bytes) => {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), bytes, { mode: 0o755 })
  }
  for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    for (const { name, bytes } of readTar(open(archive))) write(name, bytes)
  }
  const fonts = `<dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir>`
  write('fonts.conf', `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>`)
  write('chromium', open('chromium.br'))
}

/** Fetches and unpacks the package where that was not done before. Linux on x64 only; otherwise it yields nothing. */
export function unpackChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  const path = join(home, 'chromium')
  if (!existsSync(path)) {
    cpSync(pinned, folder, { recursive: true })
    const npm = process.env['npm_execpath']
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]]
    const fetched = spawnSync(command, [...first, ...args], { cwd: folder, stdio: 'ignore', timeout: 300_000 })
    if (fetched.status !== 0) return []
    unpack()
  }
  const libraries = [home, join(home, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return [{ path, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(home, 'fonts.conf') } }]
}
