import { COMMANDS } from '../commands/commands.ts'
import { invoke } from '../commands/dispatch.ts'
import { useSession } from '../session/hooks.ts'
import './Rail.css'

const views = COMMANDS.filter((command) => command.group === 'Views')

/** The views of one map, and the key to its marks. */
export function Rail() {
  const view = useSession((s) => s.view)
  return (
    <nav className="rail" aria-label="Views" data-zone="rail">
      {views.map((command) => (
        <button
          key={command.id}
          type="button"
          aria-current={command.id === `view-${view}` ? 'page' : undefined}
          aria-disabled={command.later !== undefined}
          aria-description={command.later}
          title={command.later}
          onClick={() => command.later === undefined && void invoke(command.id)}
        >
          {command.title}
          <span aria-hidden="true">{command.keys?.[0]?.toUpperCase()}</span>
        </button>
      ))}
      <hr />
      <button type="button" onClick={() => void invoke('key')}>
        Key
        <span aria-hidden="true">K</span>
      </button>
    </nav>
  )
}
