import { useLive, useSession } from '../session/hooks.ts'
import { ComparedMenu } from './ComparedMenu.tsx'
import { MomentMenu } from './MomentMenu.tsx'
import { SeenByMenu } from './SeenByMenu.tsx'
import './ReadingSentence.css'

/** What is on screen, as a sentence: this moment, seen by these people, compared with that. The slots stay where they are, whatever is compared. */
export function ReadingSentence() {
  const map = useLive((l) => l.map)
  const isComparing = useSession((s) => s.compared !== null)
  if (!map) return null
  return (
    <div className="reading" role="group" aria-label="The reading">
      <MomentMenu map={map} />
      <span className="reading-by">seen by</span>
      <SeenByMenu map={map} />
      {isComparing && <span className="reading-by">compared with</span>}
      <ComparedMenu map={map} />
    </div>
  )
}
