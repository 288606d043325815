import { counted } from './counts.ts'

/** What came of undoing or redoing: the last step that took effect, how many did, and whether some of it stays because it was changed elsewhere. */
export interface TurnedSteps {
  readonly title: string
  readonly count: number
  readonly isPartly: boolean
}

export const undoTitle = (count: number, title: string): string => (count === 1 ? `Undo: ${title}` : `Undo ${counted(count, 'step')}, back to before “${title}”`)
export const redoTitle = (count: number, title: string): string => (count === 1 ? `Redo: ${title}` : `Redo ${counted(count, 'step')}, up to “${title}”`)

/** Letters of a step's name in a sentence that stands in one line. */
const MOST = 60
const short = (title: string): string => (title.length > MOST ? `${title.slice(0, MOST).trimEnd()}…` : title)

const STAYS = ' What was changed elsewhere since stays.'

export function undoneWords(turned: TurnedSteps | null): string {
  if (!turned) return 'Nothing to undo: all of it was changed elsewhere since.'
  const { title, count, isPartly } = turned
  return `${count === 1 ? `Undone: ${short(title)}.` : `Undone: ${counted(count, 'step')}, back to before “${short(title)}”.`}${isPartly ? STAYS : ''}`
}

export function redoneWords(turned: TurnedSteps | null): string {
  if (!turned) return 'Nothing to do again: all of it was changed elsewhere since.'
  const { title, count, isPartly } = turned
  return `${count === 1 ? `Done again: ${short(title)}.` : `Done again: ${counted(count, 'step')}, up to “${short(title)}”.`}${isPartly ? STAYS : ''}`
}

/** Said at a step that is too large to be kept beyond the page. */
export const TOO_LARGE_TO_KEEP = 'This step is very large. It can be undone until this page is closed or loaded again, and not after.'
