import { provide } from '../../src/commands/dispatch.ts'
import type { FileIn, Files, Maps, Work } from '../../src/commands/ports.ts'
import { apply } from '../../src/model/apply.ts'
import type { Id } from '../../src/model/ids.ts'
import type { SystemMap, WholeMap } from '../../src/model/system-map.ts'
import { live, type MapCard } from '../../src/session/live.ts'
import { session, START } from '../../src/session/session.ts'
import { memoryClips } from './memory-clips.ts'
import { seeded } from './seeded.ts'

export interface Saved {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A page without its storage: the ports that screens use, in memory, and what went through them. */
export interface PageMap {
  /** The open map as it is now. */
  now(): SystemMap
  readonly titles: readonly string[]
  readonly created: readonly WholeMap[]
  readonly saved: readonly Saved[]
  readonly asked: readonly string[]
}

const later = () => Promise.reject(new Error('Not part of this test'))

/** Opens a map (or the start page, with null) on fresh stores. */
export function openPage(map: SystemMap | null, cards: readonly MapCard[] = []): PageMap {
  const titles: string[] = []
  const created: WholeMap[] = []
  const saved: Saved[] = []
  const asked: string[] = []
  const before: SystemMap[] = []
  const now = () => {
    const open = live.getState().map
    if (!open) throw new Error('No map is open')
    return open
  }
  const note = (what: string) => async (id: Id) => {
    asked.push(`${what} ${id}`)
  }
  const maps: Maps = {
    dispatch(title, change) {
      before.push(now())
      titles.push(title)
      live.setState({ map: apply(now(), typeof change === 'function' ? change(now()) : change), undo: [...titles] })
    },
    undo() {
      const map = before.pop()
      const title = titles.pop()
      if (map) live.setState({ map, undo: [...titles] })
      return title === undefined ? null : { title, count: 1, isPartly: false }
    },
    redo: () => null,
    async create(whole) {
      created.push(whole)
      live.setState({ map: whole.map, contents: whole.contents })
      session.setState({ ...START, isMapOpen: true })
      return whole.map.meta.mapId
    },
    open: note('open'),
    close: async () => {},
    async rename(id, title) {
      asked.push(`rename ${id} ${title}`)
    },
    async duplicate(id) {
      asked.push(`duplicate ${id}`)
      return id
    },
    async remove(id) {
      asked.push(`remove ${id}`)
      live.setState(({ maps: all }) => ({ maps: all.filter((card) => card.id !== id) }))
    },
    async removeEverything() {
      asked.push('remove everything')
    },
    startAgain() {
      asked.push('start again')
    },
    async putBack(id) {
      asked.push(`put back ${id}`)
      return true
    },
    saveVersion: later,
    contentOf: later,
    whole: async () => ({ map: now(), contents: live.getState().contents }),
    recoveryPoints: async () => [],
    openPoint: later,
    keepPoint: async () => {},
    filed: () => {},
  }
  const files: Files = {
    canKeep: false,
    keepIn: async () => false,
    pick: async (): Promise<readonly FileIn[]> => [],
    async save(name, bytes) {
      saved.push({ name, bytes })
      return name
    },
    copyPicture: async () => {},
    copyText: async () => {},
  }
  const work: Work = { settle: later, arrange: later, readNative: later, find: later, write: later, planGather: later, gather: later }
  provide({ maps, files, clips: memoryClips(), work, now: () => new Date('2026-11-23T10:00:00Z'), random: seeded(7) })
  live.setState({ ...live.getInitialState(), map, maps: cards })
  session.setState({ ...START, isMapOpen: map !== null }, true)
  return { now, titles, created, saved, asked }
}
