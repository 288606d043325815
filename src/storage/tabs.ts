import type { Id } from '../model/ids.ts'

/** What one tab tells the others: a map was written to, or the list of maps is another one. */
export type Message = { readonly wrote: Id } | { readonly list: true }

export interface Tabs {
  tell(message: Message): void
  hear(listener: (message: Message) => void): () => void
  close(): void
}

/** Tabs that hear of each other by BroadcastChannel; where there is none they are deaf, and catch up when they wake. */
export function openTabs(name: string, Channel: typeof BroadcastChannel | undefined): Tabs {
  const listeners = new Set<(message: Message) => void>()
  const channel = Channel ? new Channel(name) : null
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data)) for (const listener of listeners) listener(data)
    }
  }
  return {
    tell: (message) => channel?.postMessage(message),
    hear(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => channel?.close(),
  }
}

function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && ('list' in data || ('wrote' in data && typeof data.wrote === 'string'))
}

/** Milliseconds between two looks at the disk: a tab that cannot be told looks more often, and a hidden one not at all. */
const LOOK_EVERY = { told: 3000, deaf: 1000 }

/** Calls `look` when this tab wakes, and now and then while it is seen. Gives what stops it. */
export function onWake(look: () => void, isDeaf: boolean): () => void {
  const page = typeof document === 'undefined' ? null : document
  const whenSeen = (): void => {
    if (!page || page.visibilityState === 'visible') look()
  }
  page?.addEventListener('visibilitychange', whenSeen)
  globalThis.addEventListener?.('focus', whenSeen)
  globalThis.addEventListener?.('pageshow', whenSeen)
  const timer = setInterval(whenSeen, isDeaf ? LOOK_EVERY.deaf : LOOK_EVERY.told)
  return () => {
    page?.removeEventListener('visibilitychange', whenSeen)
    globalThis.removeEventListener?.('focus', whenSeen)
    globalThis.removeEventListener?.('pageshow', whenSeen)
    clearInterval(timer)
  }
}

/** Calls `work` when the page may be about to go away. Gives what stops it. */
export function onLeave(work: () => void): () => void {
  globalThis.addEventListener?.('pagehide', work)
  globalThis.addEventListener?.('beforeunload', work)
  return () => {
    globalThis.removeEventListener?.('pagehide', work)
    globalThis.removeEventListener?.('beforeunload', work)
  }
}
