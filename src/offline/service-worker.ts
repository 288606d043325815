import { unheldCaches } from './unheld-caches.ts'

declare const self: ServiceWorkerGlobalScope

/** Written in by the build: a fingerprint of all its files, and their paths from the app's own address. */
declare const BUILD: { readonly id: string; readonly files: readonly string[] }

const cacheName = `sightlines ${BUILD.id}`
const shell = self.registration.scope
const files = new Set(BUILD.files.map((path) => new URL(path, shell).href))

/** Files under these folders carry a fingerprint in their name, so that any copy of one is the right one. */
const isFingerprinted = (url: string) => /^(assets|workers)\//.test(url.slice(shell.length))

async function store(cache: Cache, url: string): Promise<void> {
  const kept = isFingerprinted(url) ? await caches.match(url, { ignoreVary: true }) : undefined
  const response = kept ?? (await fetch(url, { cache: 'reload' }))
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  // A browser refuses a redirected answer to a navigation.
  await cache.put(url, response.redirected ? new Response(response.body, { headers: response.headers }) : response)
}

async function install(): Promise<void> {
  const isNew = !(await caches.has(cacheName))
  try {
    const cache = await caches.open(cacheName)
    await Promise.all([shell, ...files].map((url) => store(cache, url)))
  } catch (error) {
    if (isNew) await caches.delete(cacheName)
    throw error
  }
}

/** Deletes the files of earlier builds that no open page runs. */
async function tidy(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const pages = windows.filter(({ url }) => url.startsWith(shell))
  const { held = [] } = await self.navigator.locks.query()
  const entries = held.flatMap(({ name }) => (name?.startsWith('sightlines page ') ? [name.slice(16)] : []))
  const names = (await caches.keys()).filter((name) => name.startsWith('sightlines '))
  const contents = await Promise.all(
    names.map(async (name) => {
      const requests = await (await caches.open(name)).keys()
      return { name, urls: requests.map(({ url }) => url) }
    }),
  )
  const unheld = unheldCaches(contents, cacheName, entries, pages.length)
  await Promise.all(unheld.map((name) => caches.delete(name)))
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const isPage = request.mode === 'navigate' && !files.has(url.href)
  // The app has one address: its own links are relative to it.
  if (isPage && url.pathname !== new URL(shell).pathname) return Response.redirect(shell + url.search)
  const wanted = isPage ? shell : request
  const options = { ignoreVary: true, ignoreSearch: true }
  const found = (await caches.match(wanted, { ...options, cacheName })) ?? (await caches.match(wanted, options))
  return found ?? fetch(request)
}

self.addEventListener('install', (event) => event.waitUntil(install()))

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), tidy()]))
})

self.addEventListener('message', (event) => {
  if (event.data === 'apply') event.waitUntil(self.skipWaiting())
  if (event.data === 'tidy') event.waitUntil(tidy())
})

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'GET' && url.startsWith(shell)) event.respondWith(answer(event.request))
})
