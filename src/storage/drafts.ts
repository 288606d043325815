import type { Id } from '../model/ids.ts'
import type { Disk } from './disk.ts'
import type { DraftRow } from './rows.ts'

/**
 * Takes drafts to the disk as they are typed: one transaction at a time, and of what was typed meanwhile only the last. A hand that
 * types fast would otherwise make its own work wait behind every letter.
 */
export class Drafts {
  private readonly disk: Pick<Disk, 'keepDraft' | 'dropDraft' | 'draftsOf'>
  /** What the disk does not hold yet, by key; null where the draft is to go. */
  private readonly waiting = new Map<string, DraftRow | null>()
  private writing: Promise<void> | null = null

  constructor(disk: Pick<Disk, 'keepDraft' | 'dropDraft' | 'draftsOf'>) {
    this.disk = disk
  }

  keep(draft: DraftRow): Promise<void> {
    return this.put(draft.key, draft)
  }

  drop(key: string): Promise<void> {
    return this.put(key, null)
  }

  /** What the disk holds once nothing waits any more. */
  async of(map: Id): Promise<DraftRow[]> {
    await this.flushed()
    return this.disk.draftsOf(map)
  }

  /** Resolves when nothing waits, or a write failed. */
  async flushed(): Promise<void> {
    await this.writing?.catch(() => undefined)
  }

  /** The page may go away before any answer comes: what waits is asked for now. */
  hurry(): void {
    for (const [key, draft] of this.waiting) void this.write(key, draft).catch(() => undefined)
  }

  private put(key: string, draft: DraftRow | null): Promise<void> {
    this.waiting.set(key, draft)
    this.writing ??= this.flush().finally(() => {
      this.writing = null
    })
    return this.writing
  }

  private async flush(): Promise<void> {
    for (let next = this.next(); next; next = this.next()) {
      const [key, draft] = next
      await this.write(key, draft)
      // What was typed meanwhile still waits.
      if (this.waiting.get(key) === draft) this.waiting.delete(key)
    }
  }

  private next(): [string, DraftRow | null] | undefined {
    return this.waiting.entries().next().value
  }

  private write(key: string, draft: DraftRow | null): Promise<void> {
    return draft ? this.disk.keepDraft(draft) : this.disk.dropDraft(key)
  }
}
