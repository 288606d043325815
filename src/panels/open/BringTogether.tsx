import { useEffect, useRef, useState } from 'react'
import { bringCopies, planTogether } from '../../commands/bring-copies.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { Segments } from '../../controls/Segments.tsx'
import type { Together } from '../../edits/bring-together.ts'
import { useLive } from '../../session/hooks.ts'
import { session, type OpenedHere } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { concerned, fieldTitle, placeOf, valueWords } from '../../words/together-words.ts'

const SIDES = [
  { value: 'ours', title: 'This laptop' },
  { value: 'theirs', title: 'The file' },
] as const

/** One map that was edited on two laptops becomes one again: what only one of them changed comes by itself, and each place that both changed is chosen here. */
export function BringTogether({ here }: { readonly here: OpenedHere }) {
  const map = useLive((s) => s.map)
  const [found, setFound] = useState<{ readonly together: Together; readonly isKnown: boolean } | null>(null)
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const button = useRef<HTMLButtonElement>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let isGone = false
    void planTogether(here).then((plan) => isGone || setFound(plan))
    return () => {
      isGone = true
    }
  }, [here, map])
  // While the two are being looked at the button cannot be pressed, and so takes no focus by itself.
  const isReady = found !== null
  useEffect(() => {
    if (isReady) button.current?.focus()
  }, [isReady])
  const close = () => session.setState({ dialog: null })
  if (!map) return null
  const { brings, contested } = found?.together ?? { brings: { writes: [] }, contested: [] }
  const isSame = found !== null && brings.writes.length === 0 && contested.length === 0
  const choose = (key: string, isTheirs: boolean) => setTheirs((before) => new Set(isTheirs ? [...before, key] : [...before].filter((one) => one !== key)))

  async function run() {
    if (!found || isSame) return
    try {
      await bringCopies(here, theirs)
    } catch {
      setProblem('They could not be brought together. Your map has not changed.')
    }
  }

  return (
    <Dialog
      title="Bring the two copies together"
      name="Bring together"
      lead={here.file}
      onClose={close}
      onSubmit={() => void run()}
      footer={
        <>
          <p className="quiet-text" role="status">
            {problem || (found === null ? 'Looking at the two copies…' : 'The map as it is now is kept among its earlier states first.')}
          </p>
          <span className="grow" />
          <Button onClick={close}>Cancel</Button>
          <Button ref={button} look="primary" keyCap="Enter" submits disabled={found === null || isSame}>
            Bring together
          </Button>
        </>
      }
    >
      {found && (
        <>
          <p>{isSame ? 'The two copies say the same.' : brings.writes.length > 0 ? `Only the file has changed these, and they come: ${concerned(brings.writes)}.` : 'Nothing was changed in the file alone.'}</p>
          {!found.isKnown && <p className="quiet-text">There is no history to tell who changed what: everything that differs is listed, and nothing is taken away.</p>}
          {contested.length > 0 && (
            <table className="open-two open-both">
              <caption>{counted(contested.length, 'place')} changed in both. What stands on this laptop stays unless you choose the file’s.</caption>
              <thead>
                <tr>
                  <th scope="col">What</th>
                  <th scope="col">This laptop</th>
                  <th scope="col">The file</th>
                  <th scope="col">Keep</th>
                </tr>
              </thead>
              <tbody>
                {contested.map((one) => {
                  const what = `${placeOf(one.at, one.id, [map, here.whole.map])}: ${fieldTitle(one.at, one.field)}`
                  return (
                    <tr key={one.key}>
                      <th scope="row">{what}</th>
                      <td>{valueWords(one.at, one.field, one.ours, map)}</td>
                      <td>{valueWords(one.at, one.field, one.theirs, here.whole.map)}</td>
                      <td>
                        <Segments label={what} name={`keep ${one.key}`} choices={SIDES} value={theirs.has(one.key) ? 'theirs' : 'ours'} onChange={(side) => choose(one.key, side === 'theirs')} />
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          )}
        </>
      )}
    </Dialog>
  )
}
