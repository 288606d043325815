import type { Id } from '../model/ids.ts'
import type { Disk } from './disk.ts'
import type { Environment } from './environment.ts'
import { aloneAmongTabs, openLock } from './locks.ts'
import type { MapList } from './map-list.ts'
import type { CardRow } from './rows.ts'

/** Milliseconds for which a map that was taken off the list can be put back. */
const OFFER_FOR = 600_000

export interface RemovedMapsOptions {
  readonly disk: Disk
  readonly env: Environment
  readonly list: MapList
  /** Whether this tab has the map open. */
  readonly isOpen: (id: Id) => boolean
}

/** Takes maps off the list, puts them back, and deletes them for good when the offer to put them back has passed. */
export class RemovedMaps {
  private readonly options: RemovedMapsOptions
  private readonly timers = new Set<ReturnType<typeof setTimeout>>()

  constructor(options: RemovedMapsOptions) {
    this.options = options
  }

  async remove(id: Id): Promise<void> {
    const { disk, env, list } = this.options
    await disk.setCard(id, (card) => card && { ...card, removedAt: env.now() })
    await list.changed()
    this.timers.add(setTimeout(() => void this.purgeOld().catch(() => undefined), OFFER_FOR + 1000))
  }

  /** Gives false where it was deleted for good meanwhile. */
  async putBack(id: Id): Promise<boolean> {
    const { disk, list } = this.options
    const card = await disk.setCard(id, (before) => before && { ...before, removedAt: null })
    await list.changed()
    return card !== undefined
  }

  /** Deletes what was taken off the list long enough ago and is open in no tab. */
  async purgeOld(): Promise<void> {
    const { disk, env, list, isOpen } = this.options
    // Asked once more by the transaction that deletes: another tab may put the map back at the last moment.
    const isDue = ({ removedAt }: CardRow): boolean => removedAt !== null && env.now() - removedAt >= OFFER_FOR
    for (const { id } of (await disk.cards()).filter(isDue)) {
      if (isOpen(id)) continue
      await aloneAmongTabs(env.locks, openLock(id), async () => {
        if (!(await disk.purge(id, isDue))) return
        await env.secondCopies?.remove(id)
        await list.changed()
      })
    }
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer)
  }
}
