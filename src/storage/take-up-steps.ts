import { newId, type Id } from '../model/ids.ts'
import type { Disk } from './disk.ts'
import type { Environment } from './environment.ts'
import { hold } from './locks.ts'

/** Milliseconds in which a page that is being loaded again has let go of its list. */
const LETTING_GO = 500
/** Lists of one map that wait for a tab to go on with them. */
const MOST_WAITING = 4

/** The list of steps that a tab writes, and no other tab at the same time. */
export interface TakenUp {
  readonly list: Id
  readonly release: () => void
}

const keyOf = (map: Id) => `sightlines steps ${map}`

/**
 * Finds the list of steps to go on with: what this tab wrote before it was loaded again; else, where no other tab has the map open, the
 * last that was used; else a new one.
 */
export async function takeUpSteps(disk: Disk, env: Environment, map: Id, isAlone: boolean): Promise<TakenUp> {
  const { locks, tabMemory, random } = env
  const own = quietly(() => tabMemory?.getItem(keyOf(map)))
  const waiting = [...(await disk.stepLists(map))].sort((a, b) => b.usedAt - a.usedAt)
  const mine = waiting.filter(({ id }) => id === own)
  for (const { id } of isAlone ? [...mine, ...waiting.filter(({ id }) => id !== own)] : mine) {
    const release = locks ? await hold(locks, lockOf(id), id === own ? LETTING_GO : 0) : () => undefined
    if (!release) continue
    quietly(() => tabMemory?.setItem(keyOf(map), id))
    return { list: id, release }
  }
  const list = newId(random)
  const release = (locks && (await hold(locks, lockOf(list), 0))) ?? (() => undefined)
  quietly(() => tabMemory?.setItem(keyOf(map), list))
  return { list, release }
}

/** Lets go the lists that have waited longest, where more wait than are likely to be taken up. */
export async function dropOldSteps(disk: Disk, { locks }: Environment, map: Id): Promise<void> {
  const waiting = [...(await disk.stepLists(map))].sort((a, b) => b.usedAt - a.usedAt)
  for (const { id } of waiting.slice(MOST_WAITING)) {
    const release = locks ? await hold(locks, lockOf(id), 0) : () => undefined
    if (!release) continue
    await disk.dropSteps(id)
    release()
  }
}

/** Leaves no trace of it in this tab. */
export function forgetSteps({ tabMemory }: Environment, maps: Iterable<Id>): void {
  for (const map of maps) quietly(() => tabMemory?.removeItem(keyOf(map)))
}

/** A browser may refuse a tab its memory; then the tab takes up what waits, or begins anew. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

function lockOf(list: Id): string {
  return `sightlines steps ${list}`
}
