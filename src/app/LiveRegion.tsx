import { useEffect, useState } from 'react'
import { session } from '../session/session.ts'

/** At most one message in this time, so that a screen reader can finish what it began. Milliseconds. */
const BETWEEN = 1000
/** Of what was said meanwhile, the last few: more than that nobody listens to. */
const MOST_WAITING = 4

/** Says aloud what changed. What is said while the last message still stands comes after it, together. */
export function LiveRegion() {
  const [message, setMessage] = useState({ words: '', count: 0 })
  useEffect(() => {
    let waiting: string[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const speak = () => {
      timer = undefined
      if (waiting.length === 0) return
      const words = waiting.join(' ')
      waiting = []
      setMessage(({ count }) => ({ words, count: count + 1 }))
      timer = setTimeout(speak, BETWEEN)
    }
    const stop = session.subscribe(({ said }, before) => {
      if (said === before.said || said.words === '') return
      waiting = [...waiting.filter((words) => words !== said.words), said.words].slice(-MOST_WAITING)
      if (timer === undefined) speak()
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])
  return (
    <div className="unseen live-region" aria-live="polite" aria-atomic="true" data-testid="live-region">
      {message.words}
      {/* An unseen mark alternates, so that the same words twice are two announcements. */}
      {message.count % 2 === 1 && '\u00a0'}
    </div>
  )
}
