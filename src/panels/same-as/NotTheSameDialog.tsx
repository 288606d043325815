import { commandContext, perform } from '../../commands/dispatch.ts'
import { apart } from '../../commands/same-as.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { namesOf } from '../../model/system-map.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { focusOn, session } from '../../session/session.ts'
import './SameAsDialog.css'

function close() {
  session.setState({ dialog: null })
  if (session.getState().view === 'map') focusOn('map')
}

/** Which of an element's other names is another thing after all. */
export function NotTheSameDialog() {
  const id = useSession((state) => (state.dialog?.name === 'Not the same' ? state.dialog.element : null))
  const element = useLive((state) => (id === null ? undefined : state.map?.elements.get(id)))
  if (!element) return null
  return (
    <Dialog
      title={`Not the same as ${element.name}`}
      name="Not the same"
      lead="Which of its other names is another thing?"
      width="message"
      onClose={close}
      footer={
        <>
          <span className="grow" />
          <Button onClick={close}>Cancel</Button>
        </>
      }
    >
      <div className="not-the-same">
        {namesOf(element.aliases).map((alias, i) => (
          <Button
            key={alias}
            {...(i === 0 ? { 'data-first': true } : {})}
            onClick={() => {
              perform('Not the same', apart(commandContext(), element.id, alias) ?? {})
              close()
            }}
          >
            {alias}
          </Button>
        ))}
      </div>
      <p className="quiet-text spaced">It becomes an element by that name, of the same organisation and kind. Its ties stay where they are: nothing is guessed.</p>
    </Dialog>
  )
}
