import { useRef, useState } from 'react'
import { dispatch, ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { TextField } from '../../controls/Field.tsx'
import { addOrganisation } from '../../edits/organisations.ts'
import { listed } from '../../model/system-map.ts'
import { useLive } from '../../session/hooks.ts'
import { say, session } from '../../session/session.ts'
import { OrganisationRow } from './OrganisationRow.tsx'
import './OrganisationsDialog.css'

const COLOURED = 8

/** The first thing done in a room: who is here, what each is called, and its colour, glyph and pattern. */
export function OrganisationsDialog() {
  const organisations = useLive((s) => s.map?.organisations)
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const close = () => session.setState({ dialog: null })
  const rows = organisations ? listed(organisations) : []
  const coloured = rows.filter(({ slot }) => typeof slot === 'number').length

  function add() {
    const given = name.trim()
    if (!given) return close()
    dispatch(`Add ${given}`, (map) => addOrganisation(map, { name: given }, ports().random).change)
    say(`Added ${given}.`)
    setName('')
    field.current?.focus()
    return undefined
  }

  return (
    <Dialog
      title="Organisations"
      lead="Colour, glyph and pattern go together."
      onClose={close}
      onSubmit={add}
      footer={
        <>
          <div className="organisations-new">
            <TextField label="New organisation" hidesLabel placeholder="New organisation" value={name} ref={field} onChange={(event) => setName(event.target.value)} onKeyDown={(event) => {
              // With several fields and no button that submits, a browser does nothing at Enter.
              if (event.key !== 'Enter') return
              event.preventDefault()
              add()
            }} />
            <Button onClick={add} disabled={name.trim() === ''}>
              Add
            </Button>
          </div>
          <span className="grow" />
          <span className="quiet-text">{coloured} of {COLOURED} colours used</span>
          <Button look="primary" onClick={close}>
            Done
          </Button>
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="quiet-text">No organisation yet. Name the first one below: it takes the first colour, and what it says is kept apart from the others.</p>
      ) : (
        <ol className="organisations">
          {rows.map((organisation, i) => (
            <OrganisationRow key={organisation.id} organisation={organisation} others={rows} at={i} />
          ))}
        </ol>
      )}
    </Dialog>
  )
}
