/** Something about storage that the person should know and can act on. */
export interface StorageNotice {
  readonly words: string
  readonly actions: readonly { readonly title: string; readonly run: () => void }[]
}

/** Says one more thing that stays so, or what is offered now in place of what was offered before. */
export interface Notify {
  readonly onNotice: (notice: StorageNotice) => void
  readonly onOffer: (offer: StorageNotice | null) => void
  /** Another tab has removed everything from this device: what this one still shows and holds has to go too. */
  readonly onEmptied: () => void
}

/** A moment of today by its time, another by its day too. */
export function momentWords(at: number, now: number): string {
  const date = new Date(at)
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (date.toDateString() === new Date(now).toDateString()) return time
  return `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}, ${time}`
}
