import { useEffect, useRef, useState } from 'react'
import { invoke, ports } from '../../commands/dispatch.ts'
import { saveAllMaps } from '../../commands/map-file.ts'
import { Button } from '../../controls/Button.tsx'
import { KeyCap } from '../../controls/KeyCap.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { USUAL_ORGANISATIONS } from '../../templates/organisations.ts'
import { loadSample } from '../../templates/sample.ts'
import type { StartingOrganisation } from '../../templates/template.ts'
import { TEMPLATES } from '../../templates/templates.ts'
import { useLive } from '../../session/hooks.ts'
import { focusOn, session } from '../../session/session.ts'
import { RecentMaps } from './RecentMaps.tsx'
import { RoomOrganisations } from './RoomOrganisations.tsx'
import { TemplatePicture } from './TemplatePicture.tsx'
import { TryLarge } from './TryLarge.tsx'
import './StartPage.css'

/** Where a map begins: with the question of the room; and where the ones on this laptop are carried on. */
export function StartPage() {
  const maps = useLive((state) => state.maps)
  const [question, setQuestion] = useState('')
  const [template, setTemplate] = useState(TEMPLATES[0])
  const [organisations, setOrganisations] = useState<readonly StartingOrganisation[]>(USUAL_ORGANISATIONS)
  const [benefits, setBenefits] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  /** Shows that something is under way, and lets nothing begin twice. */
  async function once(work: () => Promise<unknown>) {
    if (isBusy) return
    setBusy(true)
    try {
      await work()
    } finally {
      setBusy(false)
    }
  }

  async function start() {
    if (!template) return
    const { maps: kept, random, now } = ports()
    await kept.create(template.make({ question, random, now: now(), organisations, benefits: benefits && template.offersBenefits }))
    const first = organisations[0] && [...(await kept.whole()).map.organisations.values()].find((organisation) => organisation.name === organisations[0]?.name)
    session.setState({ organisation: first?.id ?? null })
    focusOn('capture')
  }

  return (
    <div className="start-page">
      <header className="start-bar">
        <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
          <path d="M.5 8.1L27.5 14.9M26.5 6.5L6.5 26.5M5.4 2.9L14.2 27" stroke="currentColor" strokeWidth="1.9" fill="none" />
          <circle cx="13.4" cy="14.9" r="2.1" fill="currentColor" />
        </svg>
        <b>Sightlines</b>
        <span className="quiet-text">See the system as the others see it.</span>
      </header>
      <main className="start-main">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void once(start)
          }}
        >
          <h1 id="start-question">What are we trying to understand?</h1>
          <div className="start-ask">
            <input ref={field} className="start-question" aria-labelledby="start-question" autoComplete="off" placeholder="Say it as a question the room would ask" value={question} onChange={(event) => setQuestion(event.target.value)} />
            <Button look="primary" keyCap="Enter" submits disabled={isBusy} className="start-button">
              Start the map
            </Button>
          </div>
          <h2 id="start-from">Begin from</h2>
          <div className="start-templates" role="radiogroup" aria-labelledby="start-from">
            {TEMPLATES.map((one) => (
              <label key={one.id} className="start-template">
                <input type="radio" name="template" checked={one.id === template?.id} onChange={() => setTemplate(one)} onClick={(event) => event.detail > 0 && field.current?.focus()} />
                <TemplatePicture id={one.id} />
                <b>{one.title}</b>
                <span>{one.words}</span>
              </label>
            ))}
          </div>
          <RoomOrganisations organisations={organisations} onChange={setOrganisations} />
          {template?.offersBenefits && (
            <Tick isOn={benefits} onChange={setBenefits}>
              Put the 22 benefits on the map, to keep those we mean
            </Tick>
          )}
        </form>
      </main>
      <aside className="start-side" aria-label="Maps on this laptop">
        <RecentMaps maps={maps} />
        <ul className="start-ways">
          <li>
            <button type="button" onClick={() => void invoke('open-file')}>
              Open a file… <KeyCap of="Ctrl O" />
            </button>
          </li>
          <li>
            <button type="button" disabled={isBusy} onClick={() => void once(async () => ports().maps.create(await loadSample(ports().random)))}>
              Look at the sample map <span className="quiet-text">Harbour City, illustrative</span>
            </button>
          </li>
          <li>
            <TryLarge isBusy={isBusy} once={once} />
          </li>
          <li>
            <button type="button" onClick={() => void invoke('paste-list')}>
              Paste a list <KeyCap of="Ctrl V" />
            </button>
          </li>
          {maps.length > 0 && (
            <li>
              <button type="button" disabled={isBusy} onClick={() => void once(saveAllMaps)}>
                Save all my maps <span className="quiet-text">one zip file</span>
              </button>
            </li>
          )}
          {maps.length > 0 && (
            <li>
              <button type="button" disabled={isBusy} onClick={() => void invoke('remove-everything')}>
                Remove everything from this device…
              </button>
            </li>
          )}
        </ul>
      </aside>
      <footer className="start-foot">
        <span>Works with no network. Nothing leaves this computer unless you export it.</span>
        <span>Roles, not names. Never anything about an identifiable patient.</span>
      </footer>
    </div>
  )
}
