import { expect, test } from 'vitest'
import { Drafts } from '../../src/storage/drafts.ts'

/** A disk whose every write waits to be let through. */
function slowDisk() {
  const asked: string[] = []
  const gates: (() => void)[] = []
  const write = (what: string) => {
    asked.push(what)
    return new Promise<void>((resolve) => gates.push(resolve))
  }
  return { asked, open: () => gates.shift()?.(), keepDraft: ({ text }: { text: string }) => write(text), dropDraft: (key: string) => write(`${key} gone`), draftsOf: async () => [] }
}
const row = (key: string, text: string) => ({ key, map: 'm', text, at: 0 })
const turn = () => new Promise((resolve) => setTimeout(resolve))

test('the first letter is written in the tick in which it is typed; of those typed meanwhile only the last', async () => {
  const disk = slowDisk()
  const drafts = new Drafts(disk)
  void drafts.keep(row('a', 'W'))
  expect(disk.asked).toEqual(['W'])
  for (const text of ['Wa', 'War', 'Ward']) void drafts.keep(row('a', text))
  void drafts.keep(row('b', 'Note'))
  expect(disk.asked).toEqual(['W'])
  disk.open()
  await turn()
  expect(disk.asked).toEqual(['W', 'Ward'])
  disk.open()
  await turn()
  expect(disk.asked).toEqual(['W', 'Ward', 'Note'])
})

test('a draft that is dropped while it waits is never written', async () => {
  const disk = slowDisk()
  const drafts = new Drafts(disk)
  void drafts.keep(row('a', 'W'))
  void drafts.keep(row('a', 'Ward'))
  void drafts.drop('a')
  disk.open()
  await turn()
  expect(disk.asked).toEqual(['W', 'a gone'])
})

test('what waits is asked for at once when the page goes away', () => {
  const disk = slowDisk()
  const drafts = new Drafts(disk)
  void drafts.keep(row('a', 'W'))
  void drafts.keep(row('a', 'Ward'))
  drafts.hurry()
  expect(disk.asked).toEqual(['W', 'Ward'])
})

test('a letter whose write is under way is asked for once more when the page goes away, and one whose write failed waits for its turn', async () => {
  const disk = slowDisk()
  const drafts = new Drafts(disk)
  void drafts.keep(row('a', 'W'))
  drafts.hurry()
  expect(disk.asked).toEqual(['W', 'W'])

  let isFull = true
  const written: string[] = []
  const full = new Drafts({ keepDraft: async ({ text }) => (isFull ? Promise.reject(new Error('full')) : void written.push(text)), dropDraft: async () => undefined, draftsOf: async () => [] })
  await expect(full.keep(row('a', 'Ward'))).rejects.toThrow('full')
  isFull = false
  await full.keep(row('b', 'Note'))
  expect(written).toEqual(['Ward', 'Note'])
})

test('a write that fails is told, and the next letter is written again', async () => {
  let isFull = true
  const written: string[] = []
  const drafts = new Drafts({ keepDraft: async ({ text }) => (isFull ? Promise.reject(new Error('full')) : void written.push(text)), dropDraft: async () => undefined, draftsOf: async () => [] })
  await expect(drafts.keep(row('a', 'W'))).rejects.toThrow('full')
  isFull = false
  await drafts.keep(row('a', 'Wa'))
  expect(written).toEqual(['Wa'])
})
