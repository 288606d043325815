import { Button } from '../controls/Button.tsx'
import { useLive, useSession } from '../session/hooks.ts'
import { lookAt } from '../session/look.ts'
import { spokenDate } from '../words/dates.ts'
import './LookingStrip.css'

/** Says that a version is on screen and cannot be altered, and leads back. */
export function LookingStrip() {
  const id = useSession((state) => state.reading.version)
  const version = useLive((state) => (id === null ? undefined : state.map?.versions.get(id)))
  if (!version) return null
  return (
    <p className="looking-strip">
      <span>
        {version.name}
        {version.date !== '' && `, ${spokenDate(version.date)}`}. To look at only.
      </span>
      <Button small onClick={() => lookAt({ version: null })}>
        Back to now
      </Button>
    </p>
  )
}
