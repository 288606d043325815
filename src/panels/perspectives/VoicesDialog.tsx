import { invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { Tick } from '../../controls/Tick.tsx'
import type { Id } from '../../model/ids.ts'
import { listed } from '../../model/system-map.ts'
import { mayBeVoice, voicesIn, voicesOf } from '../../reading/voices.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { session } from '../../session/session.ts'
import { someOf } from '../../words/counts.ts'
import { saidOf, typeTitle } from '../../words/perspective-words.ts'
import './VoicesDialog.css'

const NAMED = 8

/** Whose answers differences, blind spots, pips and fingers run over. */
export function VoicesDialog() {
  const map = useLive((l) => l.map)
  const picked = useSession((s) => s.voices)
  const close = () => session.setState({ dialog: null })
  if (!map) return null
  const offered = listed(map.perspectives).filter(mayBeVoice)
  const voices = voicesIn(map, picked)
  const usual = voicesOf(map).map(({ name }) => name)

  function tick(id: Id, isOn: boolean) {
    const next = new Set(voices.map((voice) => voice.id))
    if (isOn) next.add(id)
    else next.delete(id)
    session.setState({ voices: [...next] })
  }

  return (
    <Dialog
      title="Voices"
      lead="Whose answers are held beside one another."
      width="message"
      onClose={close}
      onSubmit={close}
      footer={
        <>
          {picked !== null && <Button onClick={() => session.setState({ voices: null })}>Back to the usual</Button>}
          <span className="grow" />
          {offered.length === 0 && <Button onClick={() => void invoke('perspectives')}>Perspectives…</Button>}
          <Button look="primary" submits>
            Done
          </Button>
        </>
      }
    >
      {offered.length === 0 ? (
        <p className="quiet-text">There is only the shared picture so far. A voice is the view of an organisation, a table or a person; they are made in Perspectives.</p>
      ) : (
        <>
          <p className="voices-usual">{picked === null ? 'These are the usual ones:' : 'You picked these. The usual ones are'} {usual.length === 0 ? 'nobody yet' : someOf(usual, NAMED)}.</p>
          <ul className="voices" aria-label="Voices">
            {offered.map((perspective) => (
              <li key={perspective.id}>
                <Tick isOn={voices.includes(perspective)} onChange={(isOn) => tick(perspective.id, isOn)}>
                  <Glyph slot={(perspective.organisation !== null && map.organisations.get(perspective.organisation)?.slot) || 'shared'} />
                  <b>{perspective.name}</b>
                  <span className="quiet-text">
                    {typeTitle(perspective)}
                    {saidOf(map, perspective.id) === '' ? ', has said nothing yet' : `, spoke about ${saidOf(map, perspective.id)}`}
                  </span>
                </Tick>
              </li>
            ))}
          </ul>
          {voices.length < 2 && <p className="voices-few">It takes two to differ: tick at least two.</p>}
          <p className="quiet-text">Organisations with a colour are the usual voices; where there are fewer than two, the tables. Private views, visions and the shared picture are never among them.</p>
        </>
      )}
    </Dialog>
  )
}
