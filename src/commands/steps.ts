import { focusOn } from '../session/session.ts'
import { redoneWords, redoTitle, undoneWords, undoTitle, type TurnedSteps } from '../words/steps.ts'
import { canEdit } from './anywhere.ts'
import type { Command, CommandContext, Outcome } from './command.ts'
import { putBackLayout } from './put-back.ts'

/** The most steps that one choice goes back or forward. */
const MOST = 20

interface Way {
  readonly id: 'undo' | 'redo'
  readonly title: 'Undo' | 'Redo'
  readonly other: 'undo' | 'redo'
  readonly named: (count: number, title: string) => string
  readonly words: (turned: TurnedSteps | null) => string
}

const UNDO: Way = { id: 'undo', title: 'Undo', other: 'redo', named: undoTitle, words: undoneWords }
const REDO: Way = { id: 'redo', title: 'Redo', other: 'undo', named: redoTitle, words: redoneWords }

const idOf = (way: 'undo' | 'redo', count: number) => (count === 1 ? way : `${way}-${count}`)

/** What is more than one step away, or did not go as named, is shown too, with the way back. */
function turn(c: CommandContext, { id, other, words }: Way, count: number): Outcome {
  // What was last seen to happen is the layout on screen, which is no step yet.
  if (putBackLayout() && id === 'undo' && count === 1) {
    focusOn('map')
    return {}
  }
  const turned = c.maps[id](count)
  const said = words(turned)
  if (turned?.count === 1 && !turned.isPartly) return { announce: said }
  const back = turned && { title: other === 'undo' ? 'Undo' : 'Redo', command: idOf(other, Math.min(turned.count, MOST)) }
  c.setSession({ toast: { words: said, ...(back ? { button: back } : {}) } })
  return {}
}

function stepCommand(way: Way, count: number): Pick<Command, 'id' | 'title' | 'titleNow' | 'group' | 'when' | 'run'> {
  const takesLayout = (c: CommandContext) => way.id === 'undo' && count === 1 && c.session.preview !== null
  return {
    id: idOf(way.id, count),
    title: count === 1 ? way.title : `${way.title} ${count} steps`,
    titleNow: (c) => way.named(count, (takesLayout(c) ? c.session.preview?.title : c.live[way.id].at(-count)) ?? ''),
    group: 'Anywhere',
    when: (c) => canEdit(c) && (takesLayout(c) || c.live[way.id].length >= count),
    run: (c) => turn(c, way, count),
  }
}

function several(way: Way): readonly Command[] {
  return Array.from({ length: MOST - 1 }, (_, i) => ({ ...stepCommand(way, i + 2), typedFirst: way.id }))
}

/** Undo and redo, and each of the last steps by its name. */
export const STEP_COMMANDS: readonly Command[] = [
  { ...stepCommand(UNDO, 1), menu: 0, keys: ['$mod+z'] },
  { ...stepCommand(REDO, 1), menu: 0, keys: ['$mod+Shift+z', '$mod+y'], sheet: { keys: ['$mod+Shift+z'], title: 'Redo' } },
  {
    id: 'earlier-steps',
    title: 'Go back several steps',
    group: 'Anywhere',
    menu: 0,
    keywords: 'history list',
    when: (c) => canEdit(c) && c.live.undo.length > 1,
    run: (c) => c.setSession({ dialog: { name: 'Commands', typed: 'Undo ' } }),
  },
  ...several(UNDO),
  ...several(REDO),
]
