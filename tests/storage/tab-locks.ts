interface Held {
  readonly name: string
  readonly mode: LockMode
  readonly tab: object
}

interface Asked extends Held {
  readonly given: (lock: Lock | null) => void
}

/** What a tab has of the browser: its locks, which go with it, and its own memory. */
export interface TabOfBrowser {
  readonly locks: LockManager
  readonly tabMemory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** The tab is gone without a word. Given its memory again, the next one is the same tab, loaded again. */
  vanish(): Map<string, string>
}

/** The Web Locks of one browser, shared by its tabs: first come, first served. Node has none of its own. */
export function tabsOfBrowser(): (memory?: Map<string, string>) => TabOfBrowser {
  let held: Held[] = []
  let asked: Asked[] = []

  const isFree = (name: string, mode: LockMode) => held.every((lock) => lock.name !== name || (mode === 'shared' && lock.mode === 'shared'))
  function serve(): void {
    const now = asked.find(({ name, mode }) => isFree(name, mode))
    if (!now) return
    asked = asked.filter((one) => one !== now)
    held.push(now)
    now.given({ name: now.name, mode: now.mode })
    serve()
  }

  return (memory = new Map()) => {
    const tab = {}
    const request = async (name: string, options: LockOptions, work: (lock: Lock | null) => unknown): Promise<unknown> => {
      const mode = options.mode ?? 'exclusive'
      if (options.ifAvailable && !isFree(name, mode)) return work(null)
      let mine: Asked | undefined
      const lock = await new Promise<Lock | null>((given, refused) => {
        mine = { name, mode, tab, given }
        asked.push(mine)
        options.signal?.addEventListener('abort', () => {
          if (!asked.includes(mine as Asked)) return
          asked = asked.filter((one) => one !== mine)
          refused(options.signal?.reason)
        })
        serve()
      })
      try {
        return await work(lock)
      } finally {
        held = held.filter((one) => one !== mine)
        serve()
      }
    }
    return {
      locks: { request, query: () => Promise.reject(new Error('Not asked for')) } as unknown as LockManager,
      tabMemory: { getItem: (key) => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, value), removeItem: (key) => void memory.delete(key) },
      vanish() {
        held = held.filter((one) => one.tab !== tab)
        asked = asked.filter((one) => one.tab !== tab)
        serve()
        return memory
      },
    }
  }
}
