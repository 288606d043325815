import { useMemo } from 'react'
import { invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Menu } from '../../controls/Menu.tsx'
import { Segments } from '../../controls/Segments.tsx'
import type { Organisation } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { sidesOf } from '../../reading/axis.ts'
import { matrixOf } from '../../reading/matrix.ts'
import { useLive, usePreferences, useSession } from '../../session/hooks.ts'
import type { LiveState } from '../../session/live.ts'
import { momentOf } from '../../session/moment.ts'
import { bringIntoSight, focusOn, say, select, session, type MatrixFigure, type SessionState } from '../../session/session.ts'
import { shownOf } from '../../session/shown.ts'
import { pairWords } from '../../words/matrix-words.ts'
import { momentName } from '../../words/reading-name.ts'
import { faceOf, mostOf } from './cell-face.ts'
import { MatrixTable } from './MatrixTable.tsx'
import { SinceWhich } from './SinceWhich.tsx'
import './MatrixView.css'

const FIGURES: readonly { readonly value: MatrixFigure; readonly title: string; readonly head: string }[] = [
  { value: 'strength', title: 'Strength', head: 'How strong each organisation says its own ties are' },
  { value: 'quality', title: 'Quality', head: 'How good each organisation says its own ties are' },
  { value: 'count', title: 'Count', head: 'How many of its own ties each organisation has answered' },
  { value: 'change', title: 'Change', head: 'What each organisation now says of its own ties' },
]

/** The matrix now, and of the moment before while two moments are compared; of what the filter leaves. */
function matricesOf(map: SystemMap, contents: LiveState['contents'], { reading, compared, filter }: Pick<SessionState, 'reading' | 'compared' | 'filter'>) {
  const of = (name: SessionState['reading']) => {
    const moment = momentOf(map, contents, name)
    return matrixOf(moment, shownOf(map, moment, name.perspective, filter)?.ties)
  }
  const sides = compared && compared.version !== reading.version ? sidesOf(map, reading, compared) : null
  const isHere = (version: string | null) => version === null || contents.has(map.versions.get(version)?.content ?? '')
  if (!sides || sides.a.version === sides.b.version || !isHere(sides.a.version) || !isHere(sides.b.version)) return { now: of(reading), before: null, since: null }
  return { now: of(sides.b), before: of(sides.a), since: `${momentName(map, sides.a.version)} to ${momentName(map, sides.b.version).replace(/^Now$/, 'now')}` }
}

/** Who says what of the ties with whom: each row rates its own ties, so that the two halves are each other's answer. */
export function MatrixView() {
  const map = useLive((l) => l.map)
  const contents = useLive((l) => l.contents)
  const reading = useSession((s) => s.reading)
  const compared = useSession((s) => s.compared)
  const filter = useSession((s) => s.filter)
  const figure = useSession((s) => s.matrixFigure)
  const pair = useSession((s) => s.pair)
  const isUnattributed = useSession((s) => s.unattributed)
  const isPanelHidden = useSession((s) => s.panelsHidden)
  const isProjected = usePreferences((p) => p.projector !== 'off')
  const moment = map && momentOf(map, contents, reading)
  const matrices = useMemo(() => map && matricesOf(map, contents, { reading, compared, filter }), [map, contents, reading, compared, filter])
  if (!map || !moment || !matrices) return null
  const { now, before, since } = matrices
  const hasTies = now.rows.some((row) => now.columns.some((column) => now.cell(row.id, column.id)))
  const shown = { figure, now, before, most: mostOf(now) }
  const head = FIGURES.find(({ value }) => value === figure)?.head ?? ''
  const title = figure === 'change' && since ? `${head}, ${since}` : head

  function choose(row: Organisation, column: Organisation) {
    session.setState({ pair: [row.id, column.id] })
    select(now.cell(row.id, column.id)?.ties ?? [])
  }
  function show() {
    const { selection, pair: chosen } = session.getState()
    const ties = chosen ? (now.cell(chosen[0], chosen[1])?.ties ?? []) : []
    if (ties.length === 0) return say('There are no ties between them.')
    select(ties.length === selection.length ? selection : ties)
    session.setState({ view: 'map' })
    bringIntoSight(ties)
    focusOn('map')
  }

  return (
    <section className="matrix-view" aria-label="Matrix" data-keys="looking">
      <header className="matrix-head">
        <h2>{title}</h2>
        <Segments label="Figures" name="matrix-figure" value={figure} choices={FIGURES} onChange={(matrixFigure) => session.setState({ matrixFigure })} />
        <Menu
          name="Copy"
          face="Copy"
          faceClass="button is-plain"
          items={[
            { id: 'table', title: 'As a table', onChoose: () => void invoke('copy-matrix') },
            { id: 'text', title: 'As text', onChoose: () => void invoke('copy-matrix-text') },
          ]}
        />
      </header>
      {isUnattributed ? (
        <div className="matrix-empty">
          <h3>Names are off</h3>
          <p>The matrix says which organisation says what. It comes back when names do.</p>
          <Button onClick={() => void invoke('unattributed')}>Show who says what</Button>
        </div>
      ) : !hasTies ? (
        <NoMatrix hasRows={now.rows.length > 0} isFiltered={filter.length > 0} />
      ) : figure === 'change' && !before ? (
        <SinceWhich map={map} shown={reading.version} />
      ) : (
        <>
          {figure === 'change' && before?.rows.length === 0 && <p className="matrix-pair">No organisation had a view of its own then: the figures are those of now.</p>}
          <div className="matrix-scroll">
            <MatrixTable label={title} matrix={now} faceOf={(row, column) => faceOf(shown, row, column)} onChoose={choose} onShow={show} />
          </div>
          {pair && (isPanelHidden || isProjected) && (
            <p className="matrix-pair">
              <span>{pairWords(moment, now, ...pair)}</span>
              <Button small onClick={show}>
                Show these on the map
              </Button>
            </p>
          )}
          <Legend figure={figure} />
        </>
      )}
    </section>
  )
}

function Legend({ figure }: { readonly figure: MatrixFigure }) {
  return (
    <p className="matrix-legend">
      {figure !== 'change' && (
        <span>
          <span className="matrix-flag is-sample" /> the two ends more than 1.0 apart
        </span>
      )}
      {figure === 'strength' && <span>0 no tie, 5 as one</span>}
      {figure === 'quality' && <span>−2 working against, +2 trusting</span>}
      {figure === 'change' && (
        <span>
          <b>▲ ▼</b> stronger, weaker: neither is better by itself
        </span>
      )}
      {(figure === 'strength' || figure === 'count') && (
        <span>
          <b>+ −</b> leans good or strained
        </span>
      )}
      <span>
        <b>2 ties</b> few: talk, not evidence
      </span>
    </p>
  )
}

function NoMatrix({ hasRows, isFiltered }: { readonly hasRows: boolean; readonly isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <div className="matrix-empty">
        <h3>The filter leaves no ties between organisations</h3>
        <Button onClick={() => void invoke('show-all')}>Show all</Button>
      </div>
    )
  }
  return (
    <div className="matrix-empty">
      <h3>{hasRows ? 'No ties between organisations yet' : 'No organisation has a view of its own yet'}</h3>
      <p>{hasRows ? 'Type who is tied to whom on the line below. When an organisation has rated its own ties, its answers stand here in a row.' : 'When an organisation rates its own ties, its answers stand here in a row, beside what the others say of the same ties.'}</p>
      <p className="matrix-choices">
        <Button onClick={() => void invoke('choose-perspective')}>Choose whose view to rate in</Button>
      </p>
    </div>
  )
}
