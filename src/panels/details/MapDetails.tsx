import { dispatch } from '../../commands/dispatch.ts'
import { setMeta } from '../../edits/set-field.ts'
import { META_FIELDS, type Field } from '../../model/fields.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { pool } from '../../reading/pool.ts'
import { counted } from '../../words/counts.ts'
import { BackgroundDetails } from './BackgroundDetails.tsx'
import { FieldControl } from './FieldControl.tsx'

const nothing = () => {}

/** Nothing is chosen: the map itself. */
export function MapDetails({ map, disabled }: { readonly map: SystemMap; readonly disabled: boolean }) {
  const fields = (META_FIELDS as readonly Field[]).filter((field) => !field.hidden)
  const { elements, ties } = pool(map)
  return (
    <>
      <header className="details-head">
        <h2>{map.meta.title || 'Untitled map'}</h2>
        <p className="details-text">
          {counted(elements.size, 'element')}, {counted(ties.size, 'tie')}. Choose one to see what is known about it.
        </p>
      </header>
      <section className="details-section">
        <div className="details-form">
          {fields.map((field) => (
            <FieldControl key={field.name} field={field} value={(map.meta as unknown as Record<string, unknown>)[field.name]} map={map} disabled={disabled}
              onChange={(to) => dispatch(`Change ${field.title.toLowerCase()}`, setMeta(field.name as 'title', to))} onNames={nothing} onFact={nothing} />
          ))}
        </div>
      </section>
      {!disabled && <BackgroundDetails background={map.meta.background} disabled={disabled} />}
    </>
  )
}
