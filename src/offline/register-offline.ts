import { trustedServiceWorkerUrl } from './trusted-urls.ts'

export interface OfflineEvents {
  /** A newer Sightlines is on this device. `apply` moves this page to it by a reload; until then nothing changes. */
  onUpdateReady(apply: () => void): void
  /** Everything the app needs is on this device for the first time. */
  onOfflineReady?(): void
}

const hour = 3_600_000

/** Tells the service worker which build this page runs, so that it keeps that build's files as long as the page lives. */
async function holdBuild(registration: ServiceWorkerRegistration): Promise<void> {
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  if (entry === null || !('locks' in navigator)) return
  const forever = new Promise<never>(() => {})
  void navigator.locks.request(`sightlines page ${entry.src}`, { mode: 'shared' }, () => {
    registration.active?.postMessage('tidy')
    return forever
  })
}

function watch(registration: ServiceWorkerRegistration, events: OfflineEvents): void {
  function offer(waiting: ServiceWorker): void {
    events.onUpdateReady(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      waiting.postMessage('apply')
    })
  }
  function follow(worker: ServiceWorker): void {
    const isFirst = registration.active === null
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && !isFirst) offer(worker)
      if (worker.state === 'activated' && isFirst) events.onOfflineReady?.()
    })
  }
  if (registration.waiting !== null) offer(registration.waiting)
  if (registration.installing !== null) follow(registration.installing)
  registration.addEventListener('updatefound', () => {
    if (registration.installing !== null) follow(registration.installing)
  })
}

function lookForUpdates(registration: ServiceWorkerRegistration): void {
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < hour) return
    looked = Date.now()
    registration.update().catch(() => {
      // Offline: the next look will do.
    })
  })
}

function fetched(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => worker.state !== 'installing' && resolve()
    worker.addEventListener('statechange', look)
    look()
  })
}

/** Takes the app itself off the device: what was kept for working without a network, and the service worker. */
export async function takeOffDevice(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration()
  // Where there is none of its own the browser gives that of the folder above, which may be another app's.
  if (registration?.scope === new URL('.', trustedServiceWorkerUrl()).href) {
    // One that is just fetching the app would go on, and put it there after everything was removed.
    if (registration.installing) await fetched(registration.installing)
    await registration.unregister()
  }
  await Promise.all((await caches.keys()).filter((name) => name.startsWith('sightlines ')).map((name) => caches.delete(name)))
}

/** Registers the service worker. Where a browser has none or refuses it, the app goes on with the network only. */
export async function registerOffline(events: OfflineEvents): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  let registration: ServiceWorkerRegistration
  try {
    registration = await navigator.serviceWorker.register(trustedServiceWorkerUrl())
  } catch {
    return
  }
  watch(registration, events)
  lookForUpdates(registration)
  await navigator.serviceWorker.ready
  await holdBuild(registration)
}
