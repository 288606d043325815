import { useMemo, useRef } from 'react'
import { seenBy, writingPerspective } from '../../commands/chosen.ts'
import { invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Menu } from '../../controls/Menu.tsx'
import { Tick } from '../../controls/Tick.tsx'
import type { SystemMap } from '../../model/system-map.ts'
import { isPlaced } from '../../reading/grid.ts'
import { gridNow } from '../../session/grid-now.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { lookAt } from '../../session/look.ts'
import { select, session } from '../../session/session.ts'
import { momentName, viewName } from '../../words/reading-name.ts'
import { GridEditor } from './GridEditor.tsx'
import { GridPlot } from './GridPlot.tsx'
import './GridView.css'

/** Who can change how this works, and whom it matters to; each element where the view on screen puts it. */
export function GridView() {
  const map = useLive((l) => l.map)
  const contents = useLive((l) => l.contents)
  const reading = useSession((s) => s.reading)
  const compared = useSession((s) => s.compared)
  const voices = useSession((s) => s.voices)
  const filter = useSession((s) => s.filter)
  const showsRanges = useSession((s) => s.gridRanges)
  const chosen = useSession((s) => s.selection.at(-1))
  const view = useRef<HTMLElement>(null)
  const now = useMemo(() => map && gridNow(map, contents, { reading, compared, voices, filter }), [map, contents, reading, compared, voices, filter])
  if (!map || !now) return null
  const { moment, standings, others } = now
  const canMove = reading.version === null && reading.perspective !== '*'
  const placed = standings.filter(isPlaced)
  const unplaced = standings.filter((standing) => !isPlaced(standing))
  const standing = standings.find(({ id }) => id === chosen)
  const edit = () => view.current?.querySelector<HTMLElement>('.grid-editor input')?.focus()

  return (
    <section className="grid-view" aria-label="Grid" data-keys="looking" ref={view}>
      <header className="grid-head">
        <h2>Who can change this, and who lives with it</h2>
        <Tick isOn={showsRanges} onChange={(gridRanges) => session.setState({ gridRanges })}>
          Show where answers are wide apart
        </Tick>
        <Menu
          name={`Not placed yet: ${unplaced.length}`}
          face={`Not placed yet ${unplaced.length}`}
          faceClass="button is-plain is-small"
          items={unplaced.map(({ id, influence, interest }) => ({
            id, title: moment.elements.get(id)?.name ?? '', isOn: id === chosen,
            ...(influence === undefined && interest === undefined ? {} : { end: influence === undefined ? 'no influence' : 'no interest' }),
            onChoose: () => {
              select([id])
              requestAnimationFrame(edit)
            },
          }))}
          {...(unplaced.length === 0 ? { foot: 'Everything on the map has its place here.' } : {})}
        />
        <Menu
          name="Copy"
          face="Copy"
          faceClass="button is-plain is-small"
          items={[
            { id: 'table', title: 'As a table', onChoose: () => void invoke('copy-grid') },
            { id: 'text', title: 'As text', onChoose: () => void invoke('copy-grid-text') },
          ]}
        />
      </header>
      <div className="grid-about">
        {standing ? (
          <GridEditor key={standing.id} id={standing.id} name={moment.elements.get(standing.id)?.name ?? ''} influence={standing.influence} interest={standing.interest} disabled={!canMove} />
        ) : (
          <p className="grid-hint">{placed.length === 0 ? '' : 'Choose a mark to see how far answers lie apart.'}</p>
        )}
        {(!standing || !canMove) && <Whose map={map} canMove={canMove} hasMarks={placed.length > 0} />}
      </div>
      {placed.length === 0 && (
        <p className="grid-empty">
          Nobody has said yet who can change this and whom it matters to. Choose someone under “Not placed yet”, and give two numbers from 1 to 5.
        </p>
      )}
      <GridPlot now={now} canMove={canMove} showsRanges={showsRanges} onEdit={edit} />
      {others && compared && (
        <p className="grid-legend">
          <span>
            <span className="grid-ring" aria-hidden="true" /> {compared.version === reading.version ? viewName(map, compared.perspective) : momentName(map, compared.version)}
          </span>
          <span>
            <span className="grid-dot" aria-hidden="true" /> {compared.version === reading.version ? viewName(map, reading.perspective) : momentName(map, reading.version)}
          </span>
          <span>A line joins the two where they differ.</span>
        </p>
      )}
    </section>
  )
}

/** Whose view a drag writes, or why nothing can be dragged. */
function Whose({ map, canMove, hasMarks }: { readonly map: SystemMap; readonly canMove: boolean; readonly hasMarks: boolean }) {
  const reading = useSession((s) => s.reading)
  if (reading.version !== null) return <p className="grid-hint">An earlier version can be read, not changed.</p>
  if (!canMove) {
    return (
      <p className="grid-hint">
        The middle of what several say.{' '}
        <Button look="link" onClick={() => lookAt({ perspective: 'shared' })}>
          Choose one view to move marks
        </Button>
      </p>
    )
  }
  return <p className="grid-hint">{hasMarks ? `Drag a mark, or use the arrow keys, to change what ${seenBy(writingPerspective(map, reading.perspective))} says. Page Down goes to the next.` : ''}</p>
}
