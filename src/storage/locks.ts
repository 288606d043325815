import type { Id } from '../model/ids.ts'

/** Holds a lock, alone or with others, until it is released; null where another holds it for longer than `patience`, in milliseconds. */
export function hold(locks: LockManager, name: string, patience: number | 'shared'): Promise<(() => void) | null> {
  const options: LockOptions = patience === 'shared' ? { mode: 'shared' } : patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true }
  return new Promise((resolve) => {
    const held = locks.request(name, options, (lock) => (lock ? new Promise<void>((release) => resolve(release)) : resolve(null)))
    void held.catch(() => resolve(null))
  })
}

/** Runs work alone among the tabs, or not at all while another runs it; simply runs it where tabs cannot agree. */
export async function aloneAmongTabs(locks: LockManager | undefined, name: string, work: () => Promise<void>): Promise<void> {
  if (!locks) return work()
  await locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined))
}

/** Held, together with others, by every tab that has the map open. */
export function openLock(map: Id): string {
  return `sightlines open ${map}`
}

/** Says to the other tabs that this map is open, so that none deletes it for good; gives whether none had it open. Where tabs cannot agree, nobody knows. */
export async function holdOpen(locks: LockManager | undefined, map: Id): Promise<{ readonly release: () => void; readonly isAlone: boolean }> {
  if (!locks) return { release: () => undefined, isAlone: false }
  const alone = await hold(locks, openLock(map), 0)
  alone?.()
  const release = await hold(locks, openLock(map), 'shared')
  return { release: release ?? (() => undefined), isAlone: alone !== null }
}
