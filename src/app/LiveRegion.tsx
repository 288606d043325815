import { useSession } from '../session/hooks.ts'

/** Says aloud what changed. An unseen mark alternates, so that the same words twice are two announcements. */
export function LiveRegion() {
  const said = useSession((s) => s.said)
  return (
    <div className="unseen live-region" aria-live="polite" aria-atomic="true" data-testid="live-region">
      {said.words}
      {said.count % 2 === 1 && '\u00a0'}
    </div>
  )
}
