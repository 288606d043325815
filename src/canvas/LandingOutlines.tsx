import { useStore } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { MarksSvg } from '../controls/MarksSvg.tsx'
import type { Slot } from '../model/kinds.ts'
import type { Point } from '../model/records.ts'
import { landingMarks } from '../scene/landing-marks.ts'
import { useLive, useSession } from '../session/hooks.ts'
import type { Landing } from '../session/session.ts'
import { canvas, useCanvas } from './canvas-store.ts'
import './LandingOutlines.css'

/** How long a dotted outline takes to turn solid, milliseconds. */
const SOLID = 120
const NONE: readonly Landing[] = []

/** Where what is being typed will land: its card with a dotted outline, and a dotted line to what it is tied to. At Enter the card itself stands there, and the dots go. */
export function LandingOutlines() {
  const landing = useSession((state) => state.landing)
  const map = useLive((state) => state.map)
  const scale = useCanvas((state) => state.scene?.cardScale ?? 1)
  const [x, y, zoom] = useStore((state) => state.transform)
  const [last, setLast] = useState(landing)
  useEffect(() => {
    if (landing.length > 0) return setLast(landing)
    const timer = setTimeout(() => setLast(NONE), SOLID)
    return () => clearTimeout(timer)
  }, [landing])
  const isGoing = landing.length === 0
  const shown = isGoing ? last : landing
  if (shown.length === 0 || !map) return null
  return (
    <svg className={`landing${isGoing ? ' is-going' : ''}`} aria-hidden="true">
      <g transform={`translate(${x} ${y}) scale(${zoom})`}>
        {shown.map((one) => (
          <Outline key={one.name} landing={one} slot={one.organisation === null ? null : (map.organisations.get(one.organisation)?.slot ?? null)} scale={scale} />
        ))}
      </g>
    </svg>
  )
}

function Outline({ landing: { name, kind, at, tiedTo }, slot, scale }: { readonly landing: Landing; readonly slot: Slot | null; readonly scale: number }) {
  const end = endOf(tiedTo)
  return (
    <>
      {end && <path className="landing-tie" d={`M${at[0]} ${at[1]}L${end[0]} ${end[1]}`} />}
      <g transform={`translate(${at[0]} ${at[1]})`}>
        <MarksSvg marks={landingMarks(name, kind, slot, scale)} />
      </g>
    </>
  )
}

function endOf(tiedTo: Landing['tiedTo']): Point | null {
  if (typeof tiedTo !== 'string') return tiedTo
  return canvas.getState().scene?.elementById.get(tiedTo)?.centre ?? null
}
