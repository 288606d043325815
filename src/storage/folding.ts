import { fold } from '../document/encoding.ts'
import type { Id } from '../model/ids.ts'
import type { Disk } from './disk.ts'
import { aloneAmongTabs } from './locks.ts'

/** Updates on the disk after which they are folded into a state. */
const FOLD_AFTER = 300
/** Milliseconds after the last reason to fold, so that a fold does not fall between two keystrokes. */
const FOLD_PAUSE = 1500

/** Folds a map's updates into a state when there are many, in one tab at a time. */
export class Folding {
  private readonly disk: Disk
  private readonly locks: LockManager | undefined
  private readonly map: Id
  private loose: number
  private timer: ReturnType<typeof setTimeout> | undefined

  /** `loose` updates are on the disk already. */
  constructor(disk: Disk, locks: LockManager | undefined, map: Id, loose: number) {
    this.disk = disk
    this.locks = locks
    this.map = map
    this.loose = loose
    this.soon()
  }

  /** One more update is on the disk. */
  wrote(): void {
    this.loose++
    this.soon()
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private soon(): void {
    if (this.loose < FOLD_AFTER) return
    clearTimeout(this.timer)
    const pause = this.loose < FOLD_AFTER * 4 ? FOLD_PAUSE : 0
    this.timer = setTimeout(() => {
      this.loose = 0
      void aloneAmongTabs(this.locks, `sightlines fold ${this.map}`, () => this.disk.compact(this.map, fold)).catch(() => undefined)
    }, pause)
  }
}
