import { COMMANDS } from '../commands/commands.ts'
import { Menu } from '../controls/Menu.tsx'
import { faceOf } from './use-command.ts'
import { useLive, usePreferences, useSession } from '../session/hooks.ts'

/** What the menu shows, in its order; a rule stands before each row. Titles, keys and what they do stay in the command list. */
const ROWS: readonly (readonly string[])[] = [
  ['new-map', 'open-file', 'sample', 'paste-list', 'start-page'],
  ['save-version', 'versions', 'export', 'copy-picture', 'save-all'],
  ['organisations', 'find', 'key', 'storage'],
  ['theme-light', 'theme-dark', 'theme-system'],
  ['commands', 'keys'],
]

export function MainMenu() {
  useLive((l) => l.map === null)
  usePreferences((p) => p)
  useSession((s) => s.dialog)
  const items = ROWS.flatMap((row) =>
    row.flatMap((id, i) => {
      const command = COMMANDS.find((each) => each.id === id)
      if (!command) return []
      const face = faceOf(command)
      if (!face.isOffered) return []
      return [
        {
          id,
          title: face.title,
          onChoose: face.run,
          startsGroup: i === 0,
          ...(face.keyCap === undefined ? {} : { keyCap: face.keyCap }),
          ...(command.isOn ? { isOn: face.isOn } : {}),
        },
      ]
    }),
  )
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
