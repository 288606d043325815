import { useEffect, useState } from 'react'
import { ports } from '../commands/dispatch.ts'
import type { RecoveryPoint } from '../commands/ports.ts'
import { Button } from '../controls/Button.tsx'
import { say } from '../session/session.ts'
import { counted } from '../words/counts.ts'
import { spokenMoment } from '../words/dates.ts'
import './EarlierStates.css'

/** The states of the open map that were kept quietly. One opens beside it, as a map of its own; it never takes its place. */
export function EarlierStates() {
  const [points, setPoints] = useState<readonly RecoveryPoint[]>([])
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    let isShown = true
    void ports()
      .maps.recoveryPoints()
      .then((found) => isShown && setPoints(found), () => undefined)
    return () => {
      isShown = false
    }
  }, [])

  async function open(point: RecoveryPoint) {
    setBusy(true)
    try {
      await ports().maps.openPoint(point)
      say(`A copy of the map as it was on ${spokenMoment(new Date(point.at))}.`)
    } catch {
      setBusy(false)
      say('That state could not be opened. The map has not changed.')
    }
  }

  if (points.length === 0) return null
  return (
    <section className="earlier-states" aria-labelledby="earlier-states">
      <h3 id="earlier-states">Earlier states of this map</h3>
      <p className="quiet-text">Kept quietly while you work. Each opens as a map of its own; this one stays as it is.</p>
      <ul>
        {points.map((point) => (
          <li key={point.id}>
            <span>
              <b>{spokenMoment(new Date(point.at))}</b>
              <br />
              <span className="quiet-text">
                {counted(point.elements, 'element')} · kept {point.words.charAt(0).toLowerCase() + point.words.slice(1)}
              </span>
            </span>
            <Button small disabled={isBusy} aria-label={`Open as a copy: ${spokenMoment(new Date(point.at))}`} onClick={() => void open(point)}>
              Open as a copy
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
