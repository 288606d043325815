import { Button } from '../../controls/Button.tsx'
import type { Perspective } from '../../model/records.ts'
import { judgementOf, type SystemMap } from '../../model/system-map.ts'
import { answerOf, sortOf } from '../../reading/answer.ts'
import { bringIntoSight, select } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { answerWords } from '../../words/ratings.ts'
import { tieSentence } from '../../words/tie-sentence.ts'
import { seenBy } from '../../commands/chosen.ts'
import type { Walk } from './walk.ts'

/** The end of a walk: how many were rated, and only now what was said last time beside what is said now. */
export function Rated({ map, before, walk, perspective, onBack, onClose }: { readonly map: SystemMap; readonly before: SystemMap; readonly walk: Walk; readonly perspective: Perspective; readonly onBack: () => void; readonly onClose: () => void }) {
  const rated = walk.ties.flatMap((id) => (walk.rated.has(id) ? (map.relationships.get(id) ?? []) : []))
  const said = (of: SystemMap, id: string, tie: (typeof rated)[number]) => answerOf(judgementOf(of, perspective.id, id), sortOf(tie))
  const left = walk.ties.length - rated.length
  return (
    <div className="rate-over">
      <div className="rate-choose-head">
        <h2>
          Rated {rated.length} of {counted(walk.ties.length, 'tie')} as {seenBy(perspective)}
        </h2>
        <p className="quiet-text">{left === 0 ? 'None was left out.' : `${counted(left, 'tie')} left as ${left === 1 ? 'it was' : 'they were'}.`}</p>
      </div>
      {rated.length > 0 && (
        <table className="rate-table">
          <thead>
            <tr>
              <th scope="col">Tie</th>
              <th scope="col">Last time</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {rated.map((tie) => (
              <tr key={tie.id}>
                <th scope="row">
                  <Button look="link" onClick={() => (select([tie.id]), bringIntoSight([tie.id]))}>
                    {tieSentence(map, tie)}
                  </Button>
                </th>
                <td>{answerWords(said(before, tie.id, tie), tie.kind)}</td>
                <td>{answerWords(said(map, tie.id, tie), tie.kind)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="rate-choose-foot">
        <Button onClick={onBack}>Back to the last tie</Button>
        <span className="grow" />
        <Button look="primary" data-first onClick={onClose} ref={focused}>
          Done
        </Button>
      </div>
    </div>
  )
}

const focused = (button: HTMLButtonElement | null) => button?.focus()
