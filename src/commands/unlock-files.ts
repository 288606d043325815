import { session, type OpenDialog } from '../session/session.ts'

/** What is in a locked file; or why nothing can unlock it; or null, where the person let it be. */
export type Unlocked = { readonly bytes: Uint8Array } | { readonly place: string; readonly reason: string } | null

/**
 * Asks for the passphrases of locked files, one file after another. What opened one is tried on the next first: files that come together
 * were often locked together.
 */
export function unlocker(): (file: string, bytes: Uint8Array) => Promise<Unlocked> {
  let turn: Promise<unknown> = Promise.resolve()
  let known: string | null = null
  async function open(file: string, bytes: Uint8Array): Promise<Unlocked> {
    const { canLock, readLock, unlock } = await import('../formats/native/lock.ts')
    if (!canLock()) return { place: 'The file', reason: 'it is locked with a passphrase, and browsers unlock only on pages that came over https' }
    const lock = readLock(bytes)
    if (!lock.ok) return lock
    const opened = known === null ? null : await unlock(lock, known)
    if (opened) return { bytes: opened }
    const before = session.getState().dialog
    let asking: OpenDialog | null = null
    try {
      for (let isWrong = false; ; isWrong = true) {
        const { dialog, answered } = ask(file, isWrong)
        asking = dialog
        const passphrase = await answered
        if (passphrase === null) return null
        const inside = await unlock(lock, passphrase)
        if (!inside) continue
        known = passphrase
        return { bytes: inside }
      }
    } finally {
      const { dialog } = session.getState()
      if (dialog === asking || dialog === null) session.setState({ dialog: before })
    }
  }
  return (file, bytes) => {
    const next = turn.then(() => open(file, bytes))
    turn = next.catch(() => undefined)
    return next
  }
}

/** Null is the answer once another dialog, or none, stands in its place. */
function ask(file: string, isWrong: boolean): { readonly dialog: OpenDialog; readonly answered: Promise<string | null> } {
  let answer: (passphrase: string | null) => void = () => undefined
  const answered = new Promise<string | null>((resolve) => (answer = resolve))
  const dialog: OpenDialog = { name: 'Unlock', file, isWrong, answer: (passphrase) => answer(passphrase) }
  session.setState({ dialog })
  const stop = session.subscribe((state) => state.dialog !== dialog && answer(null))
  return { dialog, answered: answered.finally(stop) }
}
