interface UrlPolicy {
  createScriptURL(url: string): string
}
interface PolicyFactory {
  createPolicy(name: string, rules: UrlPolicy): UrlPolicy
}

const serviceWorker = 'service-worker.js'

/** Where the build puts workers: see `worker` in vite.config.ts. */
const workers = /^workers\/[\w.-]+\.js$/

function ownUrl(url: string): string {
  const home = new URL('.', document.baseURI)
  const { href, pathname, search } = new URL(url, home)
  const path = href.startsWith(home.href) ? href.slice(home.href.length) : undefined
  const isOwn = path === serviceWorker || (path !== undefined && workers.test(path))
  const isServedRaw = import.meta.env.DEV && pathname.includes('/src/worker/') && search.includes('worker_file')
  if (!isOwn && !isServedRaw) throw new TypeError(`${url} is not a worker of this app`)
  return href
}

let policy: UrlPolicy | undefined

function trust(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  // The headers allow one policy of this name, once.
  policy ??= trustedTypes?.createPolicy('sw', { createScriptURL: ownUrl }) ?? { createScriptURL: ownUrl }
  return policy.createScriptURL(url)
}

/**
 * Makes the address of one of the app's own workers acceptable to `new Worker`; throws a TypeError for any other.
 * Take the address from `import url from './name.ts?worker&url'`.
 */
export function trustedWorkerUrl(url: string): string {
  return trust(url)
}

export function trustedServiceWorkerUrl(): string {
  return trust(serviceWorker)
}
