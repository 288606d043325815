import { useMemo } from 'react'
import { commandContext, ports } from '../../commands/dispatch.ts'
import { fileNameOf } from '../../commands/map-file.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { useSession } from '../../session/hooks.ts'
import { say, session } from '../../session/session.ts'
import { isoDate } from '../../words/dates.ts'
import { elementAsText, mapAsText, plainText, type TextSection } from '../../words/read-as-text.ts'
import './TextDialog.css'

/** The chosen elements, or the whole map, as text that reads from top to bottom without the picture. */
export function TextDialog() {
  const name = useSession((s) => s.dialog?.name)
  const isMap = name === 'Describe this map'
  const sections = useMemo(() => sectionsOf(isMap), [isMap])
  const close = () => session.setState({ dialog: null })

  async function copy() {
    await ports().files.copyText(plainText(sections))
    say('The text is on the clipboard.')
    session.setState({ toast: { words: 'The text is on the clipboard.' } })
  }
  async function save() {
    const { map, now } = commandContext()
    if (!map) return
    const written = await ports().files.save(fileNameOf(map.meta, isoDate(now()), '.txt'), new TextEncoder().encode(plainText(sections)), 'text/plain')
    close()
    session.setState({ toast: { words: `Saved ${written}.` } })
  }

  return (
    <Dialog
      title={isMap ? 'Describe this map' : 'Read as text'}
      onClose={close}
      onSubmit={close}
      footer={
        <>
          <span className="grow" />
          {isMap && <Button onClick={() => void save()}>Save as text</Button>}
          <Button onClick={() => void copy()}>Copy</Button>
          <Button look="primary" submits data-first>
            Done
          </Button>
        </>
      }
    >
      <article className="as-text">
        {sections.map(({ heading, paragraphs }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            {paragraphs.map((paragraph, i) => (
              <p key={i}>{paragraph}</p>
            ))}
          </section>
        ))}
      </article>
    </Dialog>
  )
}

function sectionsOf(isMap: boolean): readonly TextSection[] {
  const { map, moment, session: { reading, selection } } = commandContext()
  if (!map || !moment) return []
  return isMap ? mapAsText(map, moment, reading) : selection.filter((id) => moment.elements.has(id)).map((id) => elementAsText(map, moment, id))
}
