import { useState } from 'react'
import { dispatch, invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { KeyCap } from '../../controls/KeyCap.tsx'
import { judge } from '../../edits/judge.ts'
import { JUDGEMENT_FIELDS } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { MapElement } from '../../model/records.ts'
import { judgementOf, type SystemMap } from '../../model/system-map.ts'
import { tiesOf } from '../../reading/pool.ts'
import { counted } from '../../words/counts.ts'
import { ratingAs } from '../../words/rated.ts'
import { organisationName } from '../../words/spoken.ts'
import { ActionsOn } from './ActionsOn.tsx'
import { EachSays } from './EachSays.tsx'
import { EditForm } from './EditForm.tsx'
import { FieldControl } from './FieldControl.tsx'
import { InWords } from './InWords.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { OutcomeReadings } from './OutcomeReadings.tsx'
import { slotOfOrganisation, slotOfPerspective } from './slots.ts'
import { TieRow } from './TieRow.tsx'
import { WhatIsKnown } from './WhatIsKnown.tsx'

/** These two are asked in words of their own, above the others. */
const IN_WORDS = new Set(['matters', 'brings'])

export function ElementDetails({ map, element, perspective, disabled }: { readonly map: SystemMap; readonly element: MapElement; readonly perspective: Id; readonly disabled: boolean }) {
  const [isEditing, setEditing] = useState(false)
  const slot = slotOfOrganisation(map, element.organisation)
  const ties = tiesOf(map, element.id)
  const said = judgementOf(map, perspective, element.id)
  const writes = map.perspectives.has(perspective)
  const asked = JUDGEMENT_FIELDS.filter((field) => !field.hidden && field.on !== 'tie' && (field.on !== 'outcome' || element.kind === 'outcome') && !IN_WORDS.has(field.name))
  return (
    <>
      <header className="details-head">
        <h2>{element.name}</h2>
        <div className="details-who">
          {slot !== null && <Glyph slot={slot} />}
          <span>
            {organisationName(map, element.organisation)} · {element.kind}
            {element.pinned && ' · pinned'}
          </span>
          <Button look="link" className="details-edit" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
            {isEditing ? 'Close' : disabled ? 'All fields' : 'Edit'}
          </Button>
          <MoreMenu chosen={[element.id]} />
        </div>
        {!isEditing && <WhatIsKnown {...element} />}
      </header>
      {isEditing && (
        <section className="details-section" aria-label="Edit">
          <EditForm map={map} table="elements" id={element.id} disabled={disabled} />
        </section>
      )}
      {element.kind === 'outcome' && <OutcomeReadings map={map} element={element} disabled={disabled} />}
      <InWords map={map} element={element} field="matters" title="What matters to them" perspective={perspective} disabled={disabled} />
      <InWords map={map} element={element} field="brings" title="What they bring" perspective={perspective} disabled={disabled} />
      <section className="details-section">
        <h3>
          <span>{counted(ties.length, 'tie')}</span>
          {ties.length > 0 && !disabled && (
            <span>
              <Button look="link" onClick={() => void invoke('connect')}>
                Connect
              </Button>{' '}
              <KeyCap of="C" />
            </span>
          )}
        </h3>
        {ties.length === 0 && <p className="quiet-text">No ties yet. Press C on the map, or drag from its edge.</p>}
        <ul className="tie-rows">
          {ties.map((tie) => (
            <TieRow key={tie.id} moment={map} tie={tie} from={element.id} perspective={perspective} />
          ))}
        </ul>
      </section>
      <EachSays moment={map} element={element.id} />
      {writes && (
        <section className="details-section">
          <h3>
            <span className="rate-as">
              {slotOfPerspective(map, perspective) !== null && <Glyph slot={slotOfPerspective(map, perspective) ?? 1} />}
              {ratingAs(map, perspective)}
            </span>
          </h3>
          <div className="details-form">
            {asked.map((field) =>
              field.name === 'presence' ? (
                <PresenceControl key={field.name} map={map} subject={element.id} perspective={perspective} disabled={disabled} />
              ) : (
                <FieldControl
                  key={field.name}
                  field={field}
                  value={said?.[field.name] ?? null}
                  map={map}
                  disabled={disabled}
                  onChange={(to) => dispatch(`Rate ${field.title.toLowerCase()}`, (now) => judge(now, perspective, element.id, field.name as 'note', to))}
                  onNames={nothing}
                  onFact={nothing}
                />
              ),
            )}
          </div>
        </section>
      )}
      <ActionsOn map={map} subject={element.id} />
    </>
  )
}

const nothing = () => {}

const PRESENCES = [
  { value: '', title: 'Not said' },
  { value: 'yes', title: 'Yes, it is there' },
  { value: '0', title: 'Not in our picture' },
] as const

/** Whether the perspective sees the element at all. */
function PresenceControl({ map, subject, perspective, disabled }: { readonly map: SystemMap; readonly subject: Id; readonly perspective: Id; readonly disabled: boolean }) {
  const presence = judgementOf(map, perspective, subject)?.presence
  const value = presence === undefined ? '' : presence === 0 ? '0' : 'yes'
  return (
    <fieldset className="labelled" disabled={disabled}>
      <legend className="field-label">In the picture</legend>
      <div className="details-presence">
        {PRESENCES.map((choice) => (
          <label key={choice.value} className="details-choice">
            <input
              type="radio"
              name={`presence-${subject}`}
              checked={choice.value === value}
              onChange={() => dispatch('Say whether it is there', (now) => judge(now, perspective, subject, 'presence', choice.value === '' ? null : choice.value === '0' ? 0 : 'yes'))}
            />
            <span>{choice.title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
