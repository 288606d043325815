import { useEffect, useState } from 'react'
import { useSession } from '../session/hooks.ts'
import { say } from '../session/session.ts'
import './TimerFace.css'

const pad = (n: number) => String(n).padStart(2, '0')

/** Digits only and no sound. The last thirty seconds are inverted; then it says "Time" and stays. */
export function TimerFace() {
  const ends = useSession((s) => s.timerEnds)
  const [now, setNow] = useState(() => Date.now())
  const left = ends === null ? null : Math.max(0, Math.ceil((ends - now) / 1000))
  const isOver = left === 0

  useEffect(() => {
    setNow(Date.now())
    if (ends === null || ends <= Date.now()) return undefined
    const tick = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(tick)
  }, [ends])
  useEffect(() => {
    if (isOver) say('Time.')
  }, [isOver])

  if (left === null) return null
  return (
    <span className={`timer-face${left <= 30 ? ' is-ending' : ''}`} role="timer" aria-label="Timer">
      {isOver ? 'Time' : `${pad(Math.floor(left / 60))}:${pad(left % 60)}`}
    </span>
  )
}
