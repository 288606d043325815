import { Glyph } from '../../controls/Glyph.tsx'
import { Segments } from '../../controls/Segments.tsx'
import type { Decisions, NodeKey } from '../../edits/gather/match.ts'
import { together } from '../../words/counts.ts'
import { REASON_WORDS } from '../../words/gather-words.ts'
import type { Review } from './reviewed.ts'

const ANSWERS = [
  { value: 'same', title: 'Same' },
  { value: 'new', title: 'New' },
] as const

/** Every name with what it was matched with and why; each answer, asked for or not, can be changed here. */
export function MatchList({ reviews, decisions, onDecide }: { readonly reviews: readonly Review[]; readonly decisions: Decisions; readonly onDecide: (key: NodeKey, answer: 'same' | 'new') => void }) {
  return (
    <table className="gather-matches">
      <caption className="unseen">Names that were matched</caption>
      <thead>
        <tr>
          <th scope="col">Name in the file</th>
          <th scope="col">Taken for</th>
          <th scope="col">Why</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {reviews.map(({ match, one, other }) => {
          const answer = decisions.get(match.key) ?? (match.isSure ? 'same' : null)
          return (
            <tr key={match.key}>
              <th scope="row">
                <Glyph slot={one.slot} /> {one.name || 'No name'} <span className="quiet-text">{together(one.from)}</span>
              </th>
              <td>
                <Glyph slot={other.slot} /> {other.name || 'No name'}
              </td>
              <td>
                {REASON_WORDS[match.reason]}
                {answer === null && <b> · to check</b>}
              </td>
              <td>
                <Segments label={`${one.name}, ${together(one.from)}`} name={`gather ${match.key}`} choices={ANSWERS} value={answer} onChange={(next) => onDecide(match.key, next)} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
