import { Glyph } from '../../controls/Glyph.tsx'
import type { Id } from '../../model/ids.ts'
import { tieKind } from '../../model/kinds.ts'
import type { Relationship } from '../../model/records.ts'
import { HOW_MUCH, STRENGTH } from '../../model/scales.ts'
import type { MapContent } from '../../model/system-map.ts'
import { strengthWithZero } from '../../reading/answer.ts'
import { resolve } from '../../reading/resolve.ts'
import { select } from '../../session/session.ts'
import { ratingWord } from '../../words/ratings.ts'
import { slotOfOrganisation } from './slots.ts'
import { TieSample } from './TieSample.tsx'

/** One tie of an element: who is at the other end, what it is called, and the line it makes. */
export function TieRow({ moment, tie, from, perspective }: { readonly moment: MapContent; readonly tie: Relationship; readonly from: Id; readonly perspective: Id }) {
  const other = moment.elements.get(tie.from === from ? tie.to : tie.from)
  if (!other) return null
  const answer = resolve(moment, perspective).of(tie.id)
  const strength = strengthWithZero(answer)
  const word = strength === undefined ? (answer.state === 'yes' ? 'Not rated' : 'Not said') : ratingWord(tie.kind === 'influences' ? HOW_MUCH : STRENGTH, strength)
  const slot = slotOfOrganisation(moment, other.organisation)
  const way = tie.from === tie.to ? '↻ ' : tie.mutual ? '' : tie.from === from ? '→ ' : '← '
  return (
    <li>
      <button type="button" className="tie-row" onClick={() => select([tie.id])}>
        <span className="tie-row-name">
          {slot !== null ? <Glyph slot={slot} /> : <span className="no-glyph" />}
          <span>
            {way}
            {tie.from === tie.to ? 'itself' : other.name}
          </span>
        </span>
        <span className="tie-row-label">{tie.label || tieKind(tie.kind).short}</span>
        <span className="tie-row-value">
          {answer.derived?.has('strength') ? '~ ' : ''}
          {word}
          <TieSample answer={answer} width={30} />
        </span>
      </button>
    </li>
  )
}
