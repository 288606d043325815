import { dispatch, invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { nudge } from '../../edits/move.ts'
import { widenNote } from '../../edits/notes.ts'
import { standingBox } from '../../edits/standing-box.ts'
import type { Note } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { EditForm } from './EditForm.tsx'
import { PlaceFields } from './PlaceFields.tsx'

/** A note: its words, and where they stand. */
export function NoteDetails({ map, note, disabled }: { readonly map: SystemMap; readonly note: Note; readonly disabled: boolean }) {
  const box = standingBox(map, note.id)
  return (
    <>
      <header className="details-head">
        <h2>Note</h2>
        <p className="details-text">Plain words on the map. Nobody rates them, and no tie leads to them.</p>
      </header>
      <section className="details-section">
        <EditForm map={map} table="notes" id={note.id} disabled={disabled} />
      </section>
      {box && (
        <section className="details-section">
          <h3>Place</h3>
          <PlaceFields
            box={box}
            sides={['x', 'y', 'width']}
            disabled={disabled}
            onChange={(side, to) =>
              side === 'width' ? dispatch('Resize', (now) => widenNote(now, note.id, to)) : dispatch('Move', (now) => nudge(now, [note.id], side === 'x' ? to - box.x : 0, side === 'y' ? to - box.y : 0))
            }
          />
        </section>
      )}
      <section className="details-section">
        <p className="details-many">
          <Button small disabled={disabled} onClick={() => void invoke('delete')}>
            Remove
          </Button>
        </p>
      </section>
    </>
  )
}
