import { COMMANDS } from '../commands/commands.ts'
import { Menu } from '../controls/Menu.tsx'
import { useLive, usePreferences, useSession } from '../session/hooks.ts'
import { faceOf } from './use-command.ts'

const inMenu = COMMANDS.filter((command) => command.menu !== undefined).sort((a, b) => (a.menu ?? 0) - (b.menu ?? 0))

/** What concerns the whole map, from the command list. */
export function MainMenu() {
  useLive((l) => l.map === null)
  useLive((l) => l.undo)
  useLive((l) => l.redo)
  usePreferences((p) => p)
  useSession((s) => s.dialog)
  const items = inMenu
    .map((command) => ({ command, face: faceOf(command) }))
    .filter(({ face }) => face.isOffered)
    .map(({ command, face }, i, all) => ({
      id: command.id,
      title: face.title,
      onChoose: face.run,
      startsGroup: i > 0 && all[i - 1]?.command.menu !== command.menu,
      ...(face.keyCap === undefined ? {} : { keyCap: face.keyCap }),
      ...(command.isOn ? { isOn: face.isOn } : {}),
    }))
  return <Menu name="Menu" faceClass="main-menu" face={<Mark />} items={items} />
}

/** A navigator's cocked hat: three sight lines that do not quite meet, and the point that lies among them. */
function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <path d="M.5 8.1L27.5 14.9M26.5 6.5L6.5 26.5M5.4 2.9L14.2 27" stroke="currentColor" strokeWidth="1.9" fill="none" />
      <circle cx="13.4" cy="14.9" r="2.1" fill="currentColor" />
    </svg>
  )
}
