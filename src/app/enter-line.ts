import { changeFor } from '../capture/change-for.ts'
import type { CaptureContext, Understanding } from '../capture/intent.ts'
import { dispatch, invoke, ports } from '../commands/dispatch.ts'
import { writingPerspective } from '../commands/chosen.ts'
import type { SystemMap } from '../model/system-map.ts'
import { bringIntoSight, say, select, session, type SessionState } from '../session/session.ts'
import { commandRows, plain, type PaletteRow } from './palette-rows.ts'

/** What a line is understood against now; null while no map is open or a version is being looked at. */
export function captureContext(map: SystemMap | null, { reading, organisation, selection }: Pick<SessionState, 'reading' | 'organisation' | 'selection'>): CaptureContext | null {
  if (!map || reading.version !== null) return null
  const { now, random } = ports()
  const joined = organisation !== null && map.organisations.has(organisation) ? organisation : null
  return { map, organisation: joined, perspective: writingPerspective(map, reading.perspective).id, selection, now: now(), random }
}

/** What a line beginning with `/` can run: a timer of any length, or commands by their words. */
export function lineCommands(words: string): readonly PaletteRow[] {
  const minutes = /^timer\s+(\d{1,3})$/.exec(plain(words))?.[1]
  if (minutes === undefined) return words === '' ? [] : commandRows(words)
  const length = Number(minutes)
  if (length === 0) return [{ id: 'timer-stop', title: 'Stop the timer', run: () => void invoke('timer-stop') }]
  return [
    {
      id: 'timer',
      title: `Timer, ${length} ${length === 1 ? 'minute' : 'minutes'}`,
      run() {
        session.setState({ timerEnds: ports().now().getTime() + length * 60_000 })
        say(`${length} ${length === 1 ? 'minute' : 'minutes'} from now.`)
      },
    },
  ]
}

/** Does what a line says, and says what it did. False where the line asks for something that it does not say well enough. */
export function enterLine(understood: Understanding, context: CaptureContext): boolean {
  if (understood.intent.is === 'nothing' || understood.intent.is === 'command') return false
  if (understood.problems.length > 0) {
    say(understood.problems.join(' '))
    return false
  }
  const outcome = changeFor(understood, context.map, context)
  if (outcome.writes.length > 0) dispatch(outcome.title, { writes: outcome.writes })
  if (outcome.organisation !== undefined) session.setState({ organisation: outcome.organisation })
  // A line that goes on from the selection leaves it, so that the next one can too.
  if (outcome.select && !/^\s*>/.test(understood.line)) {
    select(outcome.select)
    bringIntoSight(outcome.select)
  }
  if (outcome.announce) say(outcome.announce)
  return true
}
