import { useState } from 'react'
import { perspectivesInOrder, seenBy, writingPerspective } from '../../commands/chosen.ts'
import { dispatch } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { SelectField } from '../../controls/Field.tsx'
import { Segments } from '../../controls/Segments.tsx'
import { conflictsOf, mayMove, moveRatings, type OnConflict } from '../../edits/move-ratings.ts'
import type { Id } from '../../model/ids.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { say, session } from '../../session/session.ts'
import { counted, someOf } from '../../words/counts.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import './MoveRatingsDialog.css'

const CONFLICTS: readonly { readonly value: OnConflict; readonly title: string }[] = [
  { value: 'leave', title: 'Leave those where they are' },
  { value: 'replace', title: 'Replace what it says' },
]

/** Mends a run of ratings that went to the wrong view. What the other view has said already is told before anything moves. */
export function MoveRatingsDialog() {
  const map = useLive((l) => l.map)
  const written = useSession((s) => s.reading.perspective)
  const selection = useSession((s) => s.selection)
  const [onlyChosen, setOnlyChosen] = useState(selection.length > 0)
  const [picked, setPicked] = useState<Id | null>(null)
  const [onConflict, setOnConflict] = useState<OnConflict>('leave')
  const close = () => session.setState({ dialog: null })
  if (!map) return null
  const from = writingPerspective(map, written)
  const said = [...(map.judgements.get(from.id)?.keys() ?? [])].filter((id) => map.relationships.has(id) || map.elements.has(id))
  const chosen = said.filter((id) => selection.includes(id))
  const subjects = onlyChosen && chosen.length > 0 ? chosen : said
  const targets = perspectivesInOrder(map).filter(({ id }) => mayMove(map, from.id, id))
  const to = targets.find(({ id }) => id === picked) ?? targets.find(({ id }) => id !== from.id)
  const conflicts = to ? conflictsOf(map, from.id, to.id, subjects) : []
  const count = subjects.length - (onConflict === 'leave' ? conflicts.length : 0)

  function move() {
    if (!to || count === 0) return
    dispatch('Move ratings', (now) => moveRatings(now, from.id, to.id, subjects, onConflict))
    const left = subjects.length - count
    const words = `${counted(count, 'rating')} moved to ${seenBy(to)}${left > 0 ? `, ${left} left` : ''}`
    say(`${words}.`)
    session.setState({ dialog: null, toast: { words, button: { title: 'Undo', command: 'undo' } } })
  }

  return (
    <Dialog
      title="Move these ratings to…"
      name="Move ratings"
      width="message"
      onClose={close}
      onSubmit={move}
      footer={
        <>
          <span className="grow" />
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" submits disabled={!to || count === 0}>
            {count === 0 ? 'Nothing to move' : `Move ${count}`}
          </Button>
        </>
      }
    >
      {from.private ? (
        <p className="quiet-text">What {from.name} says is private and stays in it. Share the view with the map, in Perspectives, to bring it in.</p>
      ) : !to ? (
        <p className="quiet-text">There is no other view to move them to yet. They are made in Perspectives.</p>
      ) : (
        <div className="move-ratings">
          <p>
            From <b>{seenBy(from)}</b>, which has spoken about {counted(said.length, 'thing')}.
          </p>
          {chosen.length > 0 && (
            <Segments
              label="Which"
              name="which"
              choices={[{ value: 'chosen', title: `Of what is chosen: ${chosen.length}` }, { value: 'all', title: `All ${said.length}` }]}
              value={onlyChosen ? 'chosen' : 'all'}
              onChange={(which) => setOnlyChosen(which === 'chosen')}
            />
          )}
          <SelectField label="To" value={to.id} onChange={(event) => setPicked(event.target.value)}>
            {targets.map((each) => (
              <option key={each.id} value={each.id}>
                {seenBy(each)}
              </option>
            ))}
          </SelectField>
          {conflicts.length > 0 && (
            <div className="move-conflicts">
              <p>
                {seenBy(to)} says something else of {counted(conflicts.length, 'thing')} already: {someOf(conflicts.map((id) => nameOf(map, id)))}.
              </p>
              <Segments label="Of those" name="conflicts" choices={CONFLICTS} value={onConflict} onChange={setOnConflict} />
            </div>
          )}
          {from.type === 'shared' && <p className="quiet-text">What was drawn in the shared picture stays drawn there.</p>}
        </div>
      )}
    </Dialog>
  )
}
