import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { compareReading, goToMoment, restoreVersion } from '../../commands/moments.ts'
import type { Version } from '../../model/records.ts'
import { listed } from '../../model/system-map.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { lookAt } from '../../session/look.ts'
import { session } from '../../session/session.ts'
import { spokenDate } from '../../words/dates.ts'
import './VersionsDialog.css'

/** The moments this map was frozen at, the latest first. One opens to be looked at, exactly as it was. */
export function VersionsDialog() {
  const versions = useLive((s) => s.map?.versions)
  const shown = useSession((s) => s.reading.version)
  const close = () => session.setState({ dialog: null })
  const cards = versions ? [...listed(versions)].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)) : []

  async function look(version: Version | null) {
    await goToMoment(version?.id ?? null)
    session.setState({ selection: [], renaming: null, dialog: null })
  }

  async function compare(version: Version) {
    const { reading } = session.getState()
    await compareReading({ version: version.id === reading.version ? null : version.id, perspective: reading.perspective })
    session.setState({ dialog: null, panelsHidden: false })
  }

  async function restore(version: Version) {
    const isBack = await restoreVersion(version)
    if (!isBack) return
    lookAt({ version: null })
    session.setState({ dialog: null, selection: [], toast: { words: `The map is as it was in ${version.name}`, button: { title: 'Undo', command: 'undo' } } })
  }

  return (
    <Dialog
      title="Versions"
      lead="The map as it was on the days you kept."
      width="message"
      onClose={close}
      footer={
        <>
          <span className="grow" />
          {shown !== null && <Button onClick={() => void look(null)}>Back to now</Button>}
          <Button
            look={cards.length ? 'plain' : 'primary'}
            onClick={() => session.setState({ dialog: { name: 'Save version' } })}
          >
            Save version…
          </Button>
        </>
      }
    >
      {cards.length === 0 ? (
        <p className="quiet-text">Nothing is kept yet. At the end of a workshop, save a version: in six months you can lay the two side by side.</p>
      ) : (
        <ul className="versions">
          {cards.map((version, i) => (
            <li key={version.id} aria-current={version.id === shown ? 'true' : undefined}>
              <div>
                <h3>{version.name}</h3>
                <p className="quiet-text">{spokenDate(version.date)}</p>
                {version.room && <p>In the room: {version.room}</p>}
                {version.absent && <p>Not in the room: {version.absent}</p>}
              </div>
              <span className="version-ways">
                <Button small {...(i === 0 ? { 'data-first': true } : {})} onClick={() => void look(version)} aria-label={`Look at ${version.name}`}>
                  Look
                </Button>
                <Button small onClick={() => void compare(version)} aria-label={`Compare with ${version.name}`}>
                  Compare
                </Button>
                <Button small look="quiet" onClick={() => void restore(version)} aria-label={`Restore ${version.name}`}>
                  Restore
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
