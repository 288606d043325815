import { useRef, useState, type KeyboardEvent } from 'react'
import { perspectivesInOrder } from '../../commands/chosen.ts'
import { dispatch, invoke, ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { SelectField, TextField } from '../../controls/Field.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { addPerspective, type NewPerspective } from '../../edits/perspectives.ts'
import { useLive } from '../../session/hooks.ts'
import { say, session } from '../../session/session.ts'
import { saidOf } from '../../words/perspective-words.ts'
import { PerspectiveRow } from './PerspectiveRow.tsx'
import { TypeOptions } from './TypeOptions.tsx'
import './PerspectivesDialog.css'

/** Whose views the map holds: each can be made, named, put in order and taken away. */
export function PerspectivesDialog() {
  const map = useLive((l) => l.map)
  const [name, setName] = useState('')
  const [type, setType] = useState<NewPerspective['type']>('organisation')
  const [removed, setRemoved] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const close = () => session.setState({ dialog: null })
  if (!map) return null
  const [shared, ...rest] = perspectivesInOrder(map)

  function add() {
    const given = name.trim()
    if (!given) return close()
    dispatch(`Add ${given}`, (now) => addPerspective(now, { name: given, type }, ports().random).change)
    say(type === 'person' ? `Added ${given}. It is private.` : `Added ${given}.`)
    setName('')
    setRemoved(null)
    field.current?.focus()
    return undefined
  }

  function onEnter(event: KeyboardEvent) {
    // With several fields and no button that submits, a browser does nothing at Enter.
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }

  return (
    <Dialog
      title="Perspectives"
      lead="One map, seen by each. Their order is the order of fingers, pips and columns."
      onClose={close}
      onSubmit={add}
      footer={
        <>
          <div className="perspectives-new">
            <TextField label="New perspective" hidesLabel placeholder="New perspective" value={name} ref={field} data-first onChange={(event) => setName(event.target.value)} onKeyDown={onEnter} />
            <SelectField label="Type of the new one" hidesLabel value={type} onChange={(event) => setType(event.target.value as NewPerspective['type'])}>
              <TypeOptions />
            </SelectField>
            <Button onClick={add} disabled={name.trim() === ''}>
              Add
            </Button>
          </div>
          <span className="grow" />
          {removed !== null && (
            <span className="perspectives-removed">
              Removed {removed}.{' '}
              <Button look="link" onClick={() => (setRemoved(null), void invoke('undo'), field.current?.focus())}>
                Undo
              </Button>
            </span>
          )}
          <Button look="primary" onClick={close}>
            Done
          </Button>
        </>
      }
    >
      {shared && (
        <p className="perspective-shared">
          <Glyph slot="shared" size={24} solid />
          <span>
            <b>The shared picture</b> is what the room agrees on. {saidOf(map, shared.id) === '' ? 'It has said nothing yet.' : `It speaks about ${saidOf(map, shared.id)}.`}
          </span>
        </p>
      )}
      {rest.length === 0 ? (
        <p className="quiet-text">No other view yet. Name the first one below: an organisation, a table, a person, a vision. What each says is kept apart from the others, and any two can be compared.</p>
      ) : (
        <ol className="perspectives">
          {rest.map((perspective, i) => (
            <PerspectiveRow
              key={perspective.id}
              map={map}
              perspective={perspective}
              all={rest}
              at={i}
              onRemoved={(gone) => {
                setRemoved(gone)
                say(`Removed ${gone}. Undo is at the foot of the list.`)
                field.current?.focus()
              }}
            />
          ))}
        </ol>
      )}
    </Dialog>
  )
}
