import { say, session } from '../../session/session.ts'

/** What a toast says is said aloud too, unless whoever made it has said it already. */
export function wireToasts(): void {
  session.subscribe((now, before) => {
    const { toast } = now
    if (!toast || toast === before.toast) return
    const count = now.said === before.said ? now.said.count : -1
    queueMicrotask(() => {
      if (session.getState().said.count === count) say(toast.words)
    })
  })
}
