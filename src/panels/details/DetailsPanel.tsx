import type { SystemMap } from '../../model/system-map.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { momentOf } from '../../session/moment.ts'
import { ElementDetails } from './ElementDetails.tsx'
import { ManyDetails } from './ManyDetails.tsx'
import { MapDetails } from './MapDetails.tsx'
import { TieDetails } from './TieDetails.tsx'
import './DetailsPanel.css'

/** What is known about the selection, and every field of it to change. A version shows what stood then, to look at only. */
export function DetailsPanel() {
  const now = useLive((state) => state.map)
  const contents = useLive((state) => state.contents)
  const reading = useSession((state) => state.reading)
  const selection = useSession((state) => state.selection)
  if (!now) return null
  const moment = momentOf(now, contents, reading)
  const disabled = reading.version !== null
  // A version's content stands in for the map's; what a version does not hold (actions, reflections) is today's.
  const map: SystemMap = moment === now ? now : { ...now, ...moment }
  const elements = selection.filter((id) => map.elements.has(id))
  const ties = selection.filter((id) => map.relationships.has(id))
  const element = elements.length === 1 && ties.length === 0 ? map.elements.get(elements[0] ?? '') : undefined
  const tie = ties.length === 1 && elements.length === 0 ? map.relationships.get(ties[0] ?? '') : undefined
  const { perspective } = reading
  return (
    <div className="details">
      {element ? (
        <ElementDetails key={element.id} map={map} element={element} perspective={perspective} disabled={disabled} />
      ) : tie ? (
        <TieDetails key={tie.id} map={map} tie={tie} perspective={perspective} disabled={disabled} />
      ) : elements.length + ties.length > 0 ? (
        <ManyDetails key={selection.join()} map={map} elements={elements} ties={ties} disabled={disabled} />
      ) : (
        <MapDetails map={map} disabled={disabled} />
      )}
    </div>
  )
}
