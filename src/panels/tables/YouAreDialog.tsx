import { chooseTable } from '../../commands/tables.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { tableOf, tablesIn } from '../../edits/tables.ts'
import { useLive } from '../../session/hooks.ts'
import { session } from '../../session/session.ts'
import './TablesDialogs.css'

/** Asked once when a table pack is opened: one press, and everything said from then on is that table's. */
export function YouAreDialog() {
  const map = useLive((s) => s.map)
  if (!map) return null
  const own = tableOf(map)
  const close = () => session.setState({ dialog: null })
  return (
    <Dialog
      title={own ? `You are ${own.name}` : 'You are…'}
      name="You are"
      width="message"
      onClose={close}
      footer={
        <>
          <p className="quiet-text">{own ? 'Answers given so far go along to another table.' : 'What you draw and rate is kept as what your table says.'}</p>
          <span className="grow" />
          <Button onClick={close}>{own ? 'Close' : 'Only look'}</Button>
        </>
      }
    >
      <ul className="you-are">
        {tablesIn(map).map((table, i) => (
          <li key={table.id}>
            <Button aria-pressed={table === own} {...((own ? table === own : i === 0) ? { 'data-first': true } : {})} onClick={() => (table === own ? close() : chooseTable(table.id))}>
              {table.name}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
