import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import { Glyph } from '../controls/Glyph.tsx'
import { placer } from '../edits/placement.ts'
import { listed, type SystemMap } from '../model/system-map.ts'
import { useLive, useSession } from '../session/hooks.ts'
import { useCanvas } from './canvas-store.ts'
import './EmptyGhosts.css'

/** A map with more elements than this has begun: it needs no hints. */
const BEGUN = 12

/** In each territory where nobody stands yet: how to put somebody there. They go as the territory fills. */
export function EmptyGhosts() {
  const map = useLive((state) => state.map)
  const isNow = useSession((state) => state.reading.version === null)
  const canEdit = useCanvas((state) => state.canEdit)
  const [x, y, zoom] = useStore((state) => state.transform)
  const ghosts = useMemo(() => (map && isNow && canEdit ? ghostsOf(map) : []), [map, isNow, canEdit])
  const landing = useSession((state) => state.landing)
  const shown = ghosts.filter(({ id }) => !landing.some(({ organisation }) => organisation === id))
  if (shown.length === 0) return null
  return (
    <div className="empty-ghosts" aria-hidden="true">
      {shown.map((ghost) => (
        <span key={ghost.id} className="empty-ghost" style={{ left: ghost.at[0] * zoom + x, top: ghost.at[1] * zoom + y }}>
          <Glyph slot={ghost.slot} />
          {ghost.words}
        </span>
      ))}
    </div>
  )
}

/** Each stands where the next element of its organisation would land. */
function ghostsOf(map: SystemMap) {
  if (map.elements.size > BEGUN) return []
  const taken = new Set([...map.elements.values()].map((element) => element.organisation))
  const places = placer(map, 1)
  return listed(map.organisations).flatMap(({ id, slot }, i) => {
    if (taken.has(id) || typeof slot !== 'number' || i > 8) return []
    const words = `Alt ${i + 1}, name, Enter`
    return [{ id, slot, words, at: places.place({ name: words, kind: 'team', organisation: id }) }]
  })
}
