import { offerTogether } from '../../commands/bring-copies.ts'
import { ports } from '../../commands/dispatch.ts'
import { asCopy, openHere } from '../../commands/open-files.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { useLive } from '../../session/hooks.ts'
import { session, type OpenedHere } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { spokenMoment } from '../../words/dates.ts'

/** A file whose map is on this laptop: both are described side by side, and nothing is replaced. */
export function HereAlready({ here }: { readonly here: OpenedHere }) {
  const card = useLive((s) => s.maps.find(({ id }) => id === here.whole.map.meta.mapId))
  const { map } = here.whole
  const close = () => session.setState({ dialog: null })
  // A copy goes its own way: the history in the file is that of the other one.
  const { history: _, ...read } = here
  const copy = () => void openHere({ ...read, whole: asCopy(here.whole) })
  return (
    <Dialog
      title="This map is here already"
      name="Open"
      width="work"
      onClose={close}
      onSubmit={copy}
      footer={
        <>
          <span className="grow" />
          <Button onClick={close}>Cancel</Button>
          {card && (
            <Button
              onClick={() => {
                close()
                void ports().maps.open(card.id)
              }}
            >
              Open the one here
            </Button>
          )}
          {card && <Button onClick={() => void offerTogether(here)}>Bring the two copies together</Button>}
          <Button look="primary" keyCap="Enter" submits data-first>
            Open as a copy
          </Button>
        </>
      }
    >
      <p>
        “{map.meta.title || map.meta.question || here.file}” was opened on this laptop before. Neither will replace the other.
      </p>
      <table className="open-two">
        <thead>
          <tr>
            <td />
            <th scope="col">Changed</th>
            <th scope="col">Elements</th>
            <th scope="col">Ties</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">In the file</th>
            <td>{here.savedAt ? spokenMoment(new Date(here.savedAt)) : 'it does not say'}</td>
            <td>{counted(map.elements.size, 'element')}</td>
            <td>{counted(map.relationships.size, 'tie')}</td>
          </tr>
          {card && (
            <tr>
              <th scope="row">On this laptop</th>
              <td>{spokenMoment(new Date(card.changedAt))}</td>
              <td>{counted(card.elements, 'element')}</td>
              <td>{counted(card.ties, 'tie')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Dialog>
  )
}
