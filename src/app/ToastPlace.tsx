import { useState } from 'react'
import { invoke } from '../commands/dispatch.ts'
import { Button } from '../controls/Button.tsx'
import { Toast } from '../controls/Toast.tsx'
import { useLive, useSession } from '../session/hooks.ts'
import { session } from '../session/session.ts'
import './ToastPlace.css'

/** The line that says what was done, and the offer of a newer Sightlines, in free water near the bottom. */
export function ToastPlace() {
  const toast = useSession((s) => s.toast)
  const update = useLive((l) => l.update)
  const jobs = useLive((l) => l.jobs)
  const [isLater, setLater] = useState(false)
  const clear = () => session.setState({ toast: null })
  const button = toast?.button
  return (
    <div className="toast-place">
      {jobs.map((job) => (
        <div key={job.id} className="job-line">
          <span>{job.title}…</span>
          <progress aria-label={job.title} max={1} {...(job.progress === null ? {} : { value: job.progress })} />
          <Button small onClick={job.cancel}>
            Stop
          </Button>
        </div>
      ))}
      {toast && (
        <Toast
          key={toast.words}
          words={toast.words}
          {...(button ? { button: button.title, onButton: () => (clear(), void invoke(button.command)) } : {})}
          onGone={clear}
        />
      )}
      {update && !isLater && (
        <div className="update-offer">
          <span>A newer Sightlines is ready. Your maps stay as they are.</span>
          <Button small look="quiet" onClick={() => setLater(true)}>
            Later
          </Button>
          <Button small onClick={update}>
            Take it up
          </Button>
        </div>
      )}
    </div>
  )
}
