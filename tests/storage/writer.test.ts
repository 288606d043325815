import { expect, test } from 'vitest'
import { MapDocument } from '../../src/document/map-document.ts'
import type { Batch, Disk, Written } from '../../src/storage/disk.ts'
import { MemoryDisk } from '../../src/storage/memory-disk.ts'
import { StepList } from '../../src/storage/step-list.ts'
import { Writer } from '../../src/storage/writer.ts'
import { seeded } from '../support/seeded.ts'
import { named } from './browser-on.ts'
import { until } from './test-library.ts'

/** A disk that fails, and reads what it holds before it does, while `isFull`. */
class FullDisk extends MemoryDisk {
  isFull = true
  whenRead: () => void = () => undefined

  override async write(batch: Batch): Promise<Written> {
    if (!this.isFull) return super.write(batch)
    await Promise.resolve()
    this.whenRead()
    if (typeof batch.updates === 'function') batch.updates([])
    throw new DOMException('full', 'QuotaExceededError')
  }
}

test('what is written when the page goes away after a failure has no gap, which would hide what came after it', async () => {
  const document = new MapDocument(seeded(1))
  const disk = new FullDisk('')
  const steps = new StepList({ id: 's', map: 'ward', steps: () => document.steps, now: () => 0 })
  const change = (id: string) => document.change(named(id), { title: id, before: [], after: [] })
  const writer = new Writer({ disk: disk satisfies Disk, map: 'ward', document, steps, now: () => 0, onState: () => undefined, onWritten: () => undefined })
  change('a')
  await until(() => writer.state.is === 'not saved')
  // An edit that comes while the next try reads the disk is in what that try would write, and in nothing else.
  let tries = 0
  disk.whenRead = () => {
    if (++tries === 1) change('b')
  }
  await until(() => tries > 1)
  change('c')
  disk.isFull = false
  writer.hurry()
  writer.stop()
  const kept = MapDocument.load((await disk.load('ward')).documents)
  expect([kept.isComplete, [...kept.map.elements.keys()].sort()]).toEqual([true, ['a', 'b', 'c']])
})
