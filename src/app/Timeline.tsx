import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { ports } from '../commands/dispatch.ts'
import { compareReading, goToMoment } from '../commands/moments.ts'
import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { timeline, type Stop } from '../reading/timeline.ts'
import { visionOf } from '../reading/vision.ts'
import { useLive, useSession } from '../session/hooks.ts'
import { isoDate, spokenDate } from '../words/dates.ts'
import { momentName } from '../words/reading-name.ts'
import './Timeline.css'

/** Which of the two readings a handle moves. */
type Which = 'shown' | 'compared'

const nearest = (stops: readonly Stop[], at: number) => stops.reduce((best, stop, i) => (Math.abs(stop.at - at) < Math.abs((stops[best]?.at ?? 9) - at) ? i : best), 0)

/**
 * The map's moments along a line, while two readings are compared: a handle for each moment, and the vision beyond now. Not while a
 * version is only looked at: the map would be laid out anew in less room, and a version opens exactly as it looked.
 */
export function Timeline() {
  const map = useLive((l) => l.map)
  const reading = useSession((s) => s.reading)
  const compared = useSession((s) => s.compared)
  const picked = useSession((s) => s.vision)
  const line = useRef<HTMLDivElement>(null)
  if (!map || map.versions.size === 0 || compared === null) return null
  const stops = timeline(map, isoDate(ports().now()))
  const indexOf = (version: Id | null) => Math.max(0, stops.findIndex((stop) => stop.version === version))
  const at: Readonly<Record<Which, number>> = { shown: indexOf(reading.version), compared: indexOf(compared.version) }
  const vision = visionOf(map, picked)
  const isVision = compared.perspective === vision?.id

  /** Two handles never stand on one moment: a reading is not compared with itself. */
  function isFree(which: Which, index: number): boolean {
    const other = which === 'shown' ? at.compared : at.shown
    return index !== other || compared?.perspective !== reading.perspective
  }
  function move(which: Which, index: number) {
    const stop = stops[index]
    if (!stop || index === at[which] || !isFree(which, index)) return
    if (which === 'shown') void goToMoment(stop.version)
    else if (compared) void compareReading({ ...compared, version: stop.version })
  }
  /** One step to that side, over the other handle where that stands in the way. */
  function step(which: Which, by: 1 | -1) {
    const from = at[which]
    move(which, isFree(which, from + by) ? from + by : from + 2 * by)
  }
  function onKey(which: Which, event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowRight' || event.key === 'ArrowUp') step(which, 1)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') step(which, -1)
    else if (event.key === 'Home') move(which, isFree(which, 0) ? 0 : 1)
    else if (event.key === 'End') move(which, isFree(which, stops.length - 1) ? stops.length - 1 : stops.length - 2)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  function drag(which: Which, event: PointerEvent<HTMLElement>) {
    const box = line.current?.getBoundingClientRect()
    if (box && event.currentTarget.hasPointerCapture(event.pointerId)) move(which, nearest(stops, (event.clientX - box.left) / box.width))
  }
  /** A press on a moment brings the nearer handle there. */
  function press(index: number) {
    const distance = (which: Which) => Math.abs((stops[at[which]]?.at ?? 0) - (stops[index]?.at ?? 0))
    move(distance('compared') < distance('shown') ? 'compared' : 'shown', index)
  }

  const handle = (which: Which, index: number) => (
    <div
      key={which}
      className={`timeline-handle is-${which}`}
      style={{ left: percent(stops[index]?.at ?? 0) }}
      role="slider"
      tabIndex={0}
      aria-label={which === 'shown' ? 'The moment on screen' : 'Compared with'}
      aria-valuemin={1}
      aria-valuemax={stops.length}
      aria-valuenow={index + 1}
      aria-valuetext={spokenStop(map, stops[index]?.version ?? null)}
      onKeyDown={(event) => onKey(which, event)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => drag(which, event)}
    />
  )
  const [from, to] = [Math.min(at.shown, at.compared), Math.max(at.shown, at.compared)]
  return (
    <section className="timeline" aria-label="Timeline">
      <div className={`timeline-line${vision ? ' has-vision' : ''}`} ref={line}>
        <div className="timeline-between" style={{ left: percent(stops[from]?.at ?? 0), width: percent((stops[to]?.at ?? 0) - (stops[from]?.at ?? 0)) }} />
        {stops.map((stop, i) => (
          <button key={stop.version ?? 'now'} type="button" tabIndex={-1} className="timeline-stop" style={{ left: percent(stop.at) }} title={spokenStop(map, stop.version)} aria-label={`Go to ${spokenStop(map, stop.version)}`} onClick={() => press(i)} />
        ))}
        {labelled(stops, at).map((i) => (
          <span key={i} className={`timeline-label${i === 0 ? ' is-first' : i === stops.length - 1 ? ' is-last' : ''}`} style={{ left: percent(stops[i]?.at ?? 0) }} aria-hidden="true">
            {shortDate(map, stops[i]?.version ?? null)}
          </span>
        ))}
        {handle('shown', at.shown)}
        {!isVision && handle('compared', at.compared)}
      </div>
      {vision && (
        <button
          type="button"
          className="timeline-vision"
          aria-pressed={isVision}
          onClick={() => void (isVision ? compareReading({ version: reading.version, perspective: reading.perspective }) : compareReading({ version: null, perspective: vision.id }))}
        >
          <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <path d="M11 1L21 11L11 21L1 11Z" />
          </svg>
          {vision.name}
        </button>
      )}
    </section>
  )
}

const percent = (share: number) => `${share * 100}%`

function spokenStop(map: SystemMap, version: Id | null): string {
  const date = version === null ? '' : spokenDate(map.versions.get(version)?.date ?? '')
  const name = version === null ? 'now' : momentName(map, version)
  return date === '' || name.includes(date) ? name : `${name}, ${date}`
}

function shortDate(map: SystemMap, version: Id | null): string {
  if (version === null) return 'now'
  const [, month, year] = spokenDate(map.versions.get(version)?.date ?? '').split(' ')
  return month && year ? `${month.slice(0, 3)} ${year}` : momentName(map, version)
}

/** The moments whose dates are written: the handles' own, the first and now, then others where there is room. */
function labelled(stops: readonly Stop[], at: Readonly<Record<Which, number>>): readonly number[] {
  const ROOM = 0.12
  const written: number[] = []
  for (const i of [at.shown, at.compared, stops.length - 1, 0, ...stops.keys()]) {
    if (written.includes(i)) continue
    if (written.every((other) => Math.abs((stops[other]?.at ?? 0) - (stops[i]?.at ?? 0)) >= ROOM)) written.push(i)
  }
  return written
}
