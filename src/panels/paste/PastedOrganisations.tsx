import type { PastedOrganisation } from '../../capture/paste.ts'
import { SelectField } from '../../controls/Field.tsx'
import type { Id } from '../../model/ids.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'

/** Organisations as the sheet calls them, and which of the map's each is taken for. */
export function PastedOrganisations({ map, organisations, onChange }: {
  readonly map: SystemMap
  readonly organisations: readonly PastedOrganisation[]
  readonly onChange: (said: string, to: Id | 'new' | 'none') => void
}) {
  if (organisations.length === 0) return null
  return (
    <section className="paste-organisations" aria-label="Organisations in the list">
      {organisations.map((one) => (
        <SelectField
          key={one.said}
          label={`“${one.said}”`}
          value={one.is ?? 'new'}
          {...(one.isGuess ? { hint: 'Called differently here. Is it the same?' } : {})}
          onChange={(event) => onChange(one.said, event.target.value)}
        >
          <option value="new">A new organisation</option>
          <option value="none">No organisation</option>
          {listed(map.organisations).map((organisation) => (
            <option key={organisation.id} value={organisation.id}>
              {organisation.name}
            </option>
          ))}
        </SelectField>
      ))}
    </section>
  )
}
