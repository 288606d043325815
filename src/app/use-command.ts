import type { Command } from '../commands/command.ts'
import { commandContext, commandOf, invoke, isOffered } from '../commands/dispatch.ts'
import { capsOf } from '../commands/keys.ts'
import type { MenuItem } from '../controls/MenuList.tsx'
import { useLive, usePreferences, useSession } from '../session/hooks.ts'
import { isApple } from './platform.ts'

export interface CommandFace {
  readonly title: string
  /** Its first key as one label: `Ctrl S`. */
  readonly keyCap: string | undefined
  readonly isOffered: boolean
  readonly isOn: boolean
  readonly run: () => void
}

export function faceOf(command: Command): CommandFace {
  const c = commandContext()
  const key = command.keys?.[0]
  return {
    title: command.titleNow?.(c) ?? command.title,
    keyCap: key === undefined ? undefined : capsOf(key, isApple).join(' '),
    isOffered: isOffered(command, c),
    isOn: command.isOn?.(c) ?? false,
    run: () => void invoke(command.id),
  }
}

/** What a button of this command shows now. */
export function useCommand(id: string): CommandFace {
  useSession((s) => s)
  useLive((l) => l.map !== null && l.undo.length + l.redo.length * 1000)
  usePreferences((p) => p)
  const command = commandOf(id)
  if (!command) throw new Error(`No command ${id}`)
  return faceOf(command)
}

/** Commands as the last group of a menu of something else; those that are not on offer now are left out. */
export function commandItems(ids: readonly string[]): readonly MenuItem[] {
  const offered = ids.flatMap((id) => commandOf(id) ?? []).map((command) => ({ id: command.id, face: faceOf(command) })).filter(({ face }) => face.isOffered)
  return offered.map(({ id, face }, i) => ({ id, title: face.title, startsGroup: i === 0, onChoose: face.run, ...(face.keyCap === undefined ? {} : { keyCap: face.keyCap }) }))
}
