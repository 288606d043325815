import type { Id } from '../model/ids.ts'

/** The row that is called by these letters: from the one at hand on, and round; a name that begins with them before one that has them. Null where none is. */
export function typedAhead(ids: readonly Id[], at: number, letters: string, nameOf: (id: Id) => string): number | null {
  const words = letters.toLocaleLowerCase('en-GB')
  let within: number | null = null
  for (let step = 0; step < ids.length; step++) {
    const i = (at + step) % ids.length
    const name = nameOf(ids[i] as Id).toLocaleLowerCase('en-GB')
    if (name.startsWith(words)) return i
    if (within === null && name.includes(words)) within = i
  }
  return within
}
