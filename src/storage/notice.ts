/** Something about storage that the person should know and can act on. */
export interface StorageNotice {
  readonly words: string
  readonly actions: readonly { readonly title: string; readonly run: () => void }[]
}

export type Notify = (notice: StorageNotice | null) => void

/** A moment of today by its time, another by its day too. */
export function momentWords(at: number, now: number): string {
  const date = new Date(at)
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (date.toDateString() === new Date(now).toDateString()) return time
  return `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}, ${time}`
}
