import { Button } from '../../controls/Button.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import type { Id } from '../../model/ids.ts'
import type { Organisation } from '../../model/records.ts'
import type { MapContent } from '../../model/system-map.ts'
import { strengthWithZero } from '../../reading/answer.ts'
import type { Matrix } from '../../reading/matrix.ts'
import { speakerOf } from '../../reading/speakers.ts'
import { tieWidth } from '../../scene/tie-look.ts'
import { bringIntoSight, focusOn, select, session } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { pairWords } from '../../words/matrix-words.ts'
import { ratingDigits } from '../../words/ratings.ts'

/** Two organisations and the ties between them, each as either end says it is. */
export function PairDetails({ moment, matrix, row, column }: { readonly moment: MapContent; readonly matrix: Matrix; readonly row: Id; readonly column: Id }) {
  const [here, there] = [moment.organisations.get(row), moment.organisations.get(column)]
  if (!here || !there) return null
  const isOwn = row === column
  const [cell, back] = [matrix.cell(row, column), isOwn ? null : matrix.cell(column, row)]
  const ties = cell?.ties ?? []
  function show() {
    select(ties)
    session.setState({ view: 'map' })
    bringIntoSight(ties)
    focusOn('map')
  }
  return (
    <>
      <header className="details-head">
        <h2>
          <Glyph slot={here.slot} /> {here.name}
          {!isOwn && (
            <>
              <br />
              <Glyph slot={there.slot} /> {there.name}
            </>
          )}
        </h2>
      </header>
      <section className="details-section">
        <p className="pair-words">{pairWords(moment, matrix, row, column)}</p>
        {cell?.strength !== undefined && back?.strength !== undefined && <Wedge from={here} to={there} widths={[cell.strength, back.strength]} />}
      </section>
      {ties.length > 0 && (
        <section className="details-section">
          <h3>
            <span>{counted(ties.length, 'tie')}</span>
            <span>{isOwn ? 'says' : 'says, says'}</span>
          </h3>
          <ul className="tie-rows">
            {ties.map((id) => (
              <PairTie key={id} moment={moment} tie={id} voices={isOwn ? [here] : [here, there]} isOnly={ties.length === 1} />
            ))}
          </ul>
          <p>
            <Button onClick={show}>Show these on the map</Button>
          </p>
        </section>
      )}
    </>
  )
}

function PairTie({ moment, tie: id, voices, isOnly }: { readonly moment: MapContent; readonly tie: Id; readonly voices: readonly Organisation[]; readonly isOnly: boolean }) {
  const tie = moment.relationships.get(id)
  if (!tie) return null
  const name = (end: Id) => moment.elements.get(end)?.name ?? ''
  const isHere = moment.elements.get(tie.from)?.organisation === voices[0]?.id
  function open() {
    // It is chosen already as all that is between the two: then the pair has to make way for it.
    if (isOnly) session.setState({ pair: null })
    select([id])
  }
  const [near, far] = isHere ? [tie.from, tie.to] : [tie.to, tie.from]
  return (
    <li>
      <button type="button" className="tie-row" onClick={open}>
        <span className="tie-row-name">
          <span>{name(near)}</span>
        </span>
        <span className="tie-row-label is-flush">{name(far)}</span>
        <span className="tie-row-value">
          {voices.map((voice) => {
            const answer = speakerOf(moment, voice.id)?.reading.of(id)
            const strength = answer && strengthWithZero(answer)
            return (
              <span key={voice.id}>
                <Glyph slot={voice.slot} />
                <span className="unseen">{voice.name} says</span> {strength === undefined ? '–' : ratingDigits(strength)}
              </span>
            )
          })}
        </span>
      </button>
    </li>
  )
}

/** What a strength of 1 to 5 is drawn as wide as on the map, and this much wider here. */
const WIDER = 2.5

/** One end as thick as the one says it is, the other as the other says. */
function Wedge({ from, to, widths }: { readonly from: Organisation; readonly to: Organisation; readonly widths: readonly [number, number] }) {
  const [left, right] = widths.map((strength) => (strength === 0 ? 0.5 : (tieWidth(strength) * WIDER) / 2)) as [number, number]
  return (
    <span className="pair-wedge">
      <Glyph slot={from.slot} size={20} />
      <svg viewBox="0 0 200 24" preserveAspectRatio="none" aria-hidden="true">
        <path d={`M0 ${12 - left}L200 ${12 - right}V${12 + right}L0 ${12 + left}Z`} />
      </svg>
      <Glyph slot={to.slot} size={20} />
    </span>
  )
}
