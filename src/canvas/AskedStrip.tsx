import { invoke } from '../commands/dispatch.ts'
import { MarksSvg } from '../controls/MarksSvg.tsx'
import { Tick } from '../controls/Tick.tsx'
import { LEGEND_SAMPLE } from '../scene/scene.ts'
import { useSession } from '../session/hooks.ts'
import { useCanvas } from './canvas-store.ts'
import './AskedStrip.css'

const [WIDTH, HEIGHT] = LEGEND_SAMPLE
const ROOM = 3

/** What the marks of the question on screen mean, and whether they say whose they are. */
export function AskedStrip() {
  const legend = useCanvas((state) => state.scene?.legend)
  const unattributed = useSession((state) => state.unattributed)
  const isComparing = useSession((state) => state.compared !== null)
  const entries = legend?.filter(({ group }) => group === 'overlay') ?? []
  if (entries.length === 0) return null
  return (
    <section className="asked-strip" aria-label="Legend">
      <ul>
        {entries.map(({ words, marks }) => (
          <li key={words}>
            {marks.length > 0 && (
              <svg width={WIDTH + 2 * ROOM} height={HEIGHT + 2 * ROOM} viewBox={`${-ROOM} ${-HEIGHT / 2 - ROOM} ${WIDTH + 2 * ROOM} ${HEIGHT + 2 * ROOM}`} aria-hidden="true">
                <MarksSvg marks={marks} />
              </svg>
            )}
            <span>{words}</span>
          </li>
        ))}
      </ul>
      {!isComparing && (
        <Tick isOn={unattributed} onChange={() => void invoke('unattributed')}>
          Unattributed
        </Tick>
      )}
    </section>
  )
}
