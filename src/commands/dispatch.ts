import { live } from '../session/live.ts'
import { momentOf } from '../session/moment.ts'
import { preferences } from '../session/preferences.ts'
import { say, select, session } from '../session/session.ts'
import type { Command, CommandContext, Outcome } from './command.ts'
import { COMMANDS } from './commands.ts'
import type { Dispatch } from './ports.ts'
import { ports } from './provided.ts'
import { putBackLayout } from './put-back.ts'

export { ports, provide } from './provided.ts'

let visit: symbol | undefined

/** Applies a change to the open map as one undo step. For gestures and forms: they call an edit and dispatch it. */
export const dispatch: Dispatch = (title, change, of = visit) => {
  putBackLayout()
  ports().maps.dispatch(title, change, of)
}

/** Runs what dispatches for a field as part of a visit to it: a form's fields need not hand the visit on. */
export function inVisit(to: symbol, work: () => void): void {
  visit = to
  try {
    work()
  } finally {
    visit = undefined
  }
}

/** A fresh look at everything a command may use. */
export function commandContext(): CommandContext {
  const map = live.getState().map
  return {
    ...ports(),
    map,
    moment: map && momentOf(map, live.getState().contents, session.getState().reading),
    session: session.getState(),
    live: live.getState(),
    preferences: preferences.getState(),
    setSession: (next) => session.setState(next),
    setPreferences: (next) => preferences.setState(next),
  }
}

/** Does what a command or a gesture came to: its change as one step, then what is selected and said. */
export function perform(title: string, { change, step, select: chosen, rename, announce }: Outcome): void {
  if (change) {
    putBackLayout()
    ports().maps.dispatch(step ?? title, change)
  }
  if (chosen) select(chosen)
  if (rename) session.setState({ renaming: rename })
  if (announce) say(announce)
}

const RECENT = 8
const byId = new Map(COMMANDS.map((command) => [command.id, command]))

export function commandOf(id: string): Command | undefined {
  return byId.get(id)
}

export function isOffered(command: Command, c: CommandContext = commandContext()): boolean {
  return command.when?.(c) ?? true
}

/** Runs a command of the list by its id. Resolves false where it is not on offer now. */
export async function invoke(id: string): Promise<boolean> {
  const command = byId.get(id)
  if (!command) throw new Error(`No command ${id}`)
  const c = commandContext()
  if (!isOffered(command, c)) return false
  // What needs no waiting is done before the next key.
  const running = command.run(c)
  const outcome = running instanceof Promise ? await running : running
  if (outcome) perform(command.title, outcome)
  preferences.setState(({ recentCommands }) => ({ recentCommands: [id, ...recentCommands.filter((other) => other !== id)].slice(0, RECENT) }))
  return true
}
