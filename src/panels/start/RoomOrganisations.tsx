import { useState } from 'react'
import { Button } from '../../controls/Button.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import type { StartingOrganisation } from '../../templates/template.ts'

/** Who is in the room: the organisations a new map begins with, to be called what they are called here. */
export function RoomOrganisations({ organisations, onChange }: { readonly organisations: readonly StartingOrganisation[]; readonly onChange: (next: readonly StartingOrganisation[]) => void }) {
  const [isOpen, setOpen] = useState(false)
  const set = (at: number, to: Partial<StartingOrganisation>) => onChange(organisations.map((one, i) => (i === at ? { ...one, ...to } : one)))
  return (
    <section className="start-organisations" aria-label="Organisations in the room">
      <p>
        {organisations.map((one) => (
          <span key={String(one.slot)} className="start-organisation">
            <Glyph slot={one.slot} /> {one.name}
          </span>
        ))}
        <Button look="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Done' : 'Call them what they are called here…'}
        </Button>
      </p>
      {isOpen && (
        <div className="start-organisation-fields">
          {organisations.map((one, i) => (
            <div key={String(one.slot)}>
              <Glyph slot={one.slot} size={16} />
              <input className="field" aria-label={`Name of organisation ${i + 1}`} value={one.name} autoComplete="off" onChange={(event) => set(i, { name: event.target.value })} />
              <input className="field start-code" aria-label={`Code of ${one.name}`} value={one.code} maxLength={4} autoComplete="off" onChange={(event) => set(i, { code: event.target.value })} />
            </div>
          ))}
        </div>
      )}
    </section>
  )
}
