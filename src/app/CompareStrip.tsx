import { invoke } from '../commands/dispatch.ts'
import { Button } from '../controls/Button.tsx'
import { Menu } from '../controls/Menu.tsx'
import { Segments } from '../controls/Segments.tsx'
import { Tick } from '../controls/Tick.tsx'
import { visionOf, visionsOf } from '../reading/vision.ts'
import { useLive, useSession } from '../session/hooks.ts'
import { compareWith } from '../session/look.ts'
import { say, session, type CompareLook } from '../session/session.ts'
import './CompareStrip.css'

const LOOKS: readonly { readonly value: CompareLook; readonly title: string }[] = [
  { value: 'ghosts', title: 'Ghosts' },
  { value: 'side by side', title: 'Side by side' },
  { value: 'wipe', title: 'Wipe' },
]

/** While two readings are compared: how they are shown together, whether by what the vision wants, and the way out. */
export function CompareStrip() {
  const map = useLive((l) => l.map)
  const isComparing = useSession((s) => s.compared !== null)
  const isTowards = useSession((s) => s.overlay === 'towards')
  const view = useSession((s) => s.view)
  const look = useSession((s) => s.compareLook)
  const picked = useSession((s) => s.vision)
  if (!map || !isComparing) return null
  const visions = visionsOf(map)
  const vision = visionOf(map, picked)
  return (
    <section className="compare-strip" aria-label="Comparing">
      <Segments label="Show as" name="compare-look" choices={LOOKS} value={view === 'map' ? look : null} onChange={(next) => void invoke(`compare-${next.replaceAll(' ', '-')}`)} />
      {vision && (
        <Tick isOn={isTowards} onChange={() => void invoke('towards-away')}>
          Towards or away from {visions.length > 1 ? '' : 'the vision'}
        </Tick>
      )}
      {vision && visions.length > 1 && (
        <Menu
          name={`The vision: ${vision.name}`}
          faceClass="reading-slot"
          face={<span>{vision.name}</span>}
          items={visions.map(({ id, name }) => ({ id, title: name, isOn: id === vision.id, onChoose: () => session.setState({ vision: id, overlay: 'towards' }) }))}
        />
      )}
      <span className="grow" />
      <Button
        small
        keyCap="V"
        onClick={() => {
          compareWith(null)
          say('Nothing is compared.')
        }}
      >
        Stop comparing
      </Button>
    </section>
  )
}
