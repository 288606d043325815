import { useSession } from '../../session/hooks.ts'
import { ChangeList } from './ChangeList.tsx'
import { useCompared } from './use-compared.ts'
import './ComparePanel.css'

/** What differs: between the two readings that are compared, or, while none are, nothing yet. */
export function ComparePanel() {
  const isComparing = useSession((s) => s.compared !== null)
  const compared = useCompared()
  if (compared) return <ChangeList compared={compared} />
  if (isComparing) return <p className="quiet-text">Fetching the version…</p>
  return (
    <div className="compare-nothing">
      <h2>Nothing to compare yet</h2>
      <p className="quiet-text">When two perspectives have rated the same tie, what they see differently stands here, tie by tie. V lays a version beside now.</p>
    </div>
  )
}
