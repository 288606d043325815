import { posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'vite'

/**
 * The scripts that a page needs before it can start: those of its HTML, and all they import statically.
 * @param {string} html
 * @param {(path: string) => string} read Gives a built file by its path from the build's folder.
 * @returns {{ path: string, gzipped: number }[]} sizes in bytes, largest first
 */
export function initialScripts(html, read) {
  const found = new Map()
  const wanted = [...html.matchAll(/<(?:script|link rel="modulepreload")[^>]*?(?:src|href)="([^"]+\.js)"/g)]
  const queue = wanted.map(([, path = '']) => posix.normalize(path))
  for (const path of queue) {
    if (found.has(path)) continue
    const text = read(path)
    found.set(path, gzipSync(text).length)
    const { staticImports, staticExports } = parseSync(path, text).module
    const from = [
      ...staticImports.map((each) => each.moduleRequest.value),
      ...staticExports.flatMap(({ entries }) => entries.map((each) => each.moduleRequest?.value)),
    ]
    queue.push(...from.flatMap((to) => (to === undefined ? [] : [posix.join(posix.dirname(path), to)])))
  }
  return [...found].map(([path, gzipped]) => ({ path, gzipped })).sort((a, b) => b.gzipped - a.gzipped)
}
