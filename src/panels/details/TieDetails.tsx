import { useState } from 'react'
import { dispatch, invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { judge } from '../../edits/judge.ts'
import { parallelTo } from '../../edits/merge-ties.ts'
import { middleOf } from '../../edits/take-middle.ts'
import { JUDGEMENT_FIELDS } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Relationship } from '../../model/records.ts'
import { HOW_MUCH, QUALITY, STRENGTH } from '../../model/scales.ts'
import { judgementOf, sharedOf, type SystemMap } from '../../model/system-map.ts'
import { strengthWithZero } from '../../reading/answer.ts'
import { resolve } from '../../reading/resolve.ts'
import { voicesIn } from '../../reading/voices.ts'
import { useSession } from '../../session/hooks.ts'
import { select } from '../../session/session.ts'
import { ratingWord } from '../../words/ratings.ts'
import { viewName } from '../../words/reading-name.ts'
import { tieSentence } from '../../words/tie-sentence.ts'
import { ActionsOn } from './ActionsOn.tsx'
import { EditForm } from './EditForm.tsx'
import { FieldControl } from './FieldControl.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { RateCard } from './RateCard.tsx'
import { slotOfPerspective } from './slots.ts'
import { TieSample } from './TieSample.tsx'
import { WhatIsKnown } from './WhatIsKnown.tsx'

/** The rate card asks these. */
const RATED = new Set(['presence', 'quality'])

export function TieDetails({ map, tie, perspective, disabled }: { readonly map: SystemMap; readonly tie: Relationship; readonly perspective: Id; readonly disabled: boolean }) {
  const [isEditing, setEditing] = useState(false)
  const said = judgementOf(map, perspective, tie.id)
  const asked = JUDGEMENT_FIELDS.filter((field) => !field.hidden && (field.on === 'tie' || field.on === 'both') && !RATED.has(field.name))
  const writes = map.perspectives.has(perspective)
  const parallel = parallelTo(map, tie.id).length
  return (
    <>
      <header className="details-head">
        <h2>{tieSentence(map, tie)}</h2>
        <div className="details-who">
          <span>{tie.label || <i>No label</i>}{tie.star && ' · matters most'}</span>
          <Button look="link" className="details-edit" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
            {isEditing ? 'Close' : disabled ? 'All fields' : 'Edit'}
          </Button>
          <MoreMenu chosen={[tie.id]} />
        </div>
        {!isEditing && <WhatIsKnown description={tie.description} facts={tie.facts} />}
        <p className="details-ends">
          {[...new Set([tie.from, tie.to])].map((end) => (
            <Button key={end} look="link" onClick={() => select([end])}>
              {map.elements.get(end)?.name ?? ''}
            </Button>
          ))}
        </p>
        {parallel > 0 && (
          <p className="details-text details-like">
            {parallel === 1 ? 'One more tie of this kind joins them.' : `${parallel} more ties of this kind join them.`}
            <Button small disabled={disabled} onClick={() => void invoke('one-tie')}>
              Make one
            </Button>
          </p>
        )}
      </header>
      {isEditing && (
        <section className="details-section" aria-label="Edit">
          <EditForm map={map} table="relationships" id={tie.id} disabled={disabled} />
          <div className="details-many">
            {!tie.mutual && tie.from !== tie.to && (
              <Button small disabled={disabled} onClick={() => void invoke('reverse')}>
                Turn it round
              </Button>
            )}
            <Button small disabled={disabled} onClick={() => void invoke('move-end')}>
              Move an end to…
            </Button>
          </div>
        </section>
      )}
      {writes && <RateCard map={map} tie={tie} perspective={perspective} disabled={disabled} />}
      <WhatEachSays map={map} tie={tie} disabled={disabled} />
      {writes && (
        <section className="details-section">
          <h3>{perspective === sharedOf(map).id ? 'In the shared picture' : `As ${viewName(map, perspective)} sees it`}</h3>
          <div className="details-form">
            {asked.map((field) => (
              <FieldControl
                key={field.name}
                field={field}
                value={said?.[field.name] ?? null}
                map={map}
                disabled={disabled}
                onChange={(to) => dispatch(`Change ${field.title.toLowerCase()}`, (now) => judge(now, perspective, tie.id, field.name as 'note', to))}
                onNames={nothing}
                onFact={nothing}
              />
            ))}
          </div>
        </section>
      )}
      <ActionsOn map={map} subject={tie.id} />
    </>
  )
}

const nothing = () => {}

/** Every voice's answer about the tie, said or not. */
function WhatEachSays({ map, tie, disabled }: { readonly map: SystemMap; readonly tie: Relationship; readonly disabled: boolean }) {
  const voices = voicesIn(map, useSession((s) => s.voices))
  const middle = middleOf(map, tie.id, voices)
  if (voices.length === 0) return null
  return (
    <section className="details-section">
      <h3>
        What each says
        {middle && middle.presence !== 'even' && !disabled && (
          <Button look="link" onClick={() => void invoke('take-middle')}>
            Take the middle
          </Button>
        )}
      </h3>
      <ul className="tie-rows">
        {voices.map((voice) => {
          const answer = resolve(map, voice.id).of(tie.id)
          const strength = strengthWithZero(answer)
          const slot = slotOfPerspective(map, voice.id)
          const quality = answer.quality
          return (
            <li key={voice.id} className="tie-row">
              <span className="tie-row-name">
                {slot !== null ? <Glyph slot={slot} /> : <span className="no-glyph" />}
                <span>{voice.name}</span>
              </span>
              {quality !== undefined && <span className="tie-row-label">{ratingWord(QUALITY, quality)}</span>}
              <span className="tie-row-value">
                {strength === undefined ? (answer.state === 'yes' ? 'Not rated' : 'not said') : ratingWord(tie.kind === 'influences' ? HOW_MUCH : STRENGTH, strength)}
                {answer.state !== 'silent' && <TieSample answer={answer} width={30} />}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
