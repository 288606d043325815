import { useState } from 'react'
import { Button } from '../../controls/Button.tsx'
import { Segments } from '../../controls/Segments.tsx'
import { Tick } from '../../controls/Tick.tsx'
import type { Id } from '../../model/ids.ts'
import type { Perspective } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { TIE_CHOICES, tiesToRate, usualChoices, type RatingContext, type TieChoice } from '../../reading/ties-to-rate.ts'
import { useSession } from '../../session/hooks.ts'
import { shownOf } from '../../session/shown.ts'
import { counted } from '../../words/counts.ts'
import { RatingAs } from './RatingAs.tsx'

const ASKED = [{ value: 'both', title: 'Strength and quality' }, { value: 'strength', title: 'Strength only' }] as const

/** Which ties to walk, and whose view is written. Enter begins with what is usual. */
export function ChooseTies({ map, perspective, onBegin, onClose }: { readonly map: SystemMap; readonly perspective: Perspective; readonly onBegin: (ties: readonly Id[], both: boolean) => void; readonly onClose: () => void }) {
  const selection = useSession((s) => s.selection)
  const filter = useSession((s) => s.filter)
  const hidden = shownOf(map, map, perspective.id, filter)?.hidden ?? NOTHING
  const context: RatingContext = { map, perspective: perspective.id, selection, hidden }
  const [ticked, setTicked] = useState(() => usualChoices(context))
  const [both, setBoth] = useState(true)
  const ties = tiesToRate(context, ticked)

  function tick(id: TieChoice['id'], isOn: boolean) {
    const next = new Set(ticked)
    if (isOn) next.add(id)
    else next.delete(id)
    setTicked(next)
  }

  return (
    <form
      className="rate-choose"
      onSubmit={(event) => {
        event.preventDefault()
        if (ties.length > 0) onBegin(ties, both)
      }}
    >
      <div className="rate-choose-head">
        <h2>Rate ties</h2>
        <RatingAs map={map} perspective={perspective} />
      </div>
      <fieldset>
        <legend>Which ties?</legend>
        <div className="rate-choices">
          {TIE_CHOICES.map(({ id, title }) => {
            const count = tiesToRate(context, new Set([id])).length
            return (
              <Tick key={id} isOn={ticked.has(id) && count > 0} disabled={count === 0} onChange={(isOn) => tick(id, isOn)}>
                {title} <span className="quiet-text">{count}</span>
              </Tick>
            )
          })}
        </div>
      </fieldset>
      {hidden.size > 0 && <p className="quiet-text">Only what the filter shows.</p>}
      <div className="rate-choose-foot">
        <Segments label="What is asked" name="asked" choices={ASKED} value={both ? 'both' : 'strength'} onChange={(to) => setBoth(to === 'both')} />
        <span className="grow" />
        <Button onClick={onClose}>Close</Button>
        <Button look="primary" submits data-first keyCap="Enter" disabled={ties.length === 0}>
          {ties.length === 0 ? 'Nothing is ticked' : `Rate ${counted(ties.length, 'tie')}`}
        </Button>
      </div>
    </form>
  )
}

const NOTHING: ReadonlySet<Id> = new Set()
