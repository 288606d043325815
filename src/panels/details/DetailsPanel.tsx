import { writingPerspective } from '../../commands/chosen.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { matrixOf } from '../../reading/matrix.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { momentOf } from '../../session/moment.ts'
import { shownOf } from '../../session/shown.ts'
import { AreaDetails } from './AreaDetails.tsx'
import { ElementDetails } from './ElementDetails.tsx'
import { ManyDetails } from './ManyDetails.tsx'
import { MapDetails } from './MapDetails.tsx'
import { NoteDetails } from './NoteDetails.tsx'
import { PairDetails } from './PairDetails.tsx'
import { TieDetails } from './TieDetails.tsx'
import './DetailsPanel.css'

/** What is known about the selection, and every field of it to change. A version shows what stood then, to look at only. */
export function DetailsPanel() {
  const now = useLive((state) => state.map)
  const contents = useLive((state) => state.contents)
  const reading = useSession((state) => state.reading)
  const selection = useSession((state) => state.selection)
  const pair = useSession((state) => (state.view === 'matrix' && !state.unattributed ? state.pair : null))
  const filter = useSession((state) => state.filter)
  if (!now) return null
  const moment = momentOf(now, contents, reading)
  const disabled = reading.version !== null
  // A version's content stands in for the map's; what a version does not hold (actions, reflections) is today's.
  const map: SystemMap = moment === now ? now : { ...now, ...moment }
  const elements = selection.filter((id) => map.elements.has(id))
  const ties = selection.filter((id) => map.relationships.has(id))
  // A version does not freeze them.
  const notes = disabled ? [] : selection.filter((id) => map.notes.has(id))
  const areas = disabled ? [] : selection.filter((id) => map.areas.has(id))
  const all = [...elements, ...ties, ...notes, ...areas]
  const only = all.length === 1 ? (all[0] ?? '') : ''
  const element = map.elements.get(only)
  const tie = map.relationships.get(only)
  const note = map.notes.get(only)
  const area = map.areas.get(only)
  const perspective = now.perspectives.has(reading.perspective) ? writingPerspective(now, reading.perspective).id : reading.perspective
  if (pair) {
    const matrix = matrixOf(moment, shownOf(now, moment, perspective, filter)?.ties)
    const between = matrix.cell(...pair)?.ties ?? []
    if (between.length === selection.length && between.every((id) => selection.includes(id))) return <div className="details"><PairDetails moment={moment} matrix={matrix} row={pair[0]} column={pair[1]} /></div>
  }
  return (
    <div className="details">
      {element ? (
        <ElementDetails key={element.id} map={map} element={element} perspective={perspective} disabled={disabled} />
      ) : tie ? (
        <TieDetails key={tie.id} map={map} tie={tie} perspective={perspective} disabled={disabled} />
      ) : note ? (
        <NoteDetails key={note.id} map={map} note={note} disabled={disabled} />
      ) : area ? (
        <AreaDetails key={area.id} map={map} area={area} disabled={disabled} />
      ) : all.length > 0 ? (
        <ManyDetails key={selection.join()} map={map} elements={elements} ties={ties} beside={[...notes, ...areas]} disabled={disabled} />
      ) : (
        <MapDetails map={map} disabled={disabled} />
      )}
    </div>
  )
}
