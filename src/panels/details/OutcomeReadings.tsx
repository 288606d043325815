import { dispatch, ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { addOutcomeReading } from '../../edits/add-element.ts'
import { removeRecords } from '../../edits/remove.ts'
import { setField } from '../../edits/set-field.ts'
import { FIELDS } from '../../model/fields.ts'
import type { MapElement } from '../../model/records.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { isoDate } from '../../words/dates.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import { FieldControl } from './FieldControl.tsx'

const nothing = () => {}

/** The dated values of an outcome's measure, typed by hand. */
export function OutcomeReadings({ map, element, disabled }: { readonly map: SystemMap; readonly element: MapElement; readonly disabled: boolean }) {
  const readings = listed(map.outcomeReadings).filter((reading) => reading.element === element.id)
  const fields = FIELDS.outcomeReadings.filter((field) => !field.hidden)
  return (
    <section className="details-section">
      <h3>
        <span>{element.measure === '' ? 'Readings' : `${element.measure}${element.unit === '' ? '' : `, ${element.unit}`}`}</span>
        <Button look="link" disabled={disabled} onClick={() => dispatch('Add a reading', (now) => addOutcomeReading(now, element.id, { date: isoDate(ports().now()) }, ports().random).change)}>
          Add a reading
        </Button>
      </h3>
      <OutcomeLine element={element} readings={readings} />
      {readings.length === 0 && <p className="quiet-text">No value is written down yet.</p>}
      {readings.map((reading) => (
        <div key={reading.id} className="outcome-reading">
          {fields.map((field) => (
            <FieldControl
              key={field.name}
              field={field}
              value={(reading as unknown as Record<string, unknown>)[field.name]}
              map={map}
              disabled={disabled}
              onChange={(to) => dispatch(`Change ${field.title.toLowerCase()}`, (now) => setField(now, 'outcomeReadings', [reading.id], field.name, to))}
              onNames={nothing}
              onFact={nothing}
            />
          ))}
          <button type="button" className="details-cross" aria-label={`Remove the reading of ${reading.date}`} disabled={disabled} onClick={() => dispatch('Remove a reading', (now) => removeRecords(now, 'outcomeReadings', [reading.id]))}>
            ×
          </button>
        </div>
      ))}
    </section>
  )
}
