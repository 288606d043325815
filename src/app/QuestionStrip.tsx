import { useState } from 'react'
import { dispatch, invoke } from '../commands/dispatch.ts'
import { Button } from '../controls/Button.tsx'
import { LineEditor } from '../controls/LineEditor.tsx'
import { tableOf } from '../edits/tables.ts'
import { useLive, usePreferences, useSession } from '../session/hooks.ts'
import { momentOf } from '../session/moment.ts'
import { SaveStatus } from './SaveStatus.tsx'
import { TimerFace } from './TimerFace.tsx'
import './QuestionStrip.css'

/** What the room is trying to understand, as the title of the chart; a press lets it be said better. */
export function QuestionStrip() {
  const version = useSession((s) => s.reading.version)
  const question = useLive((l) => (l.map ? momentOf(l.map, l.contents, { version, perspective: '' }).meta.question : ''))
  const isIllustrative = useLive((l) => l.map?.meta.illustrative ?? false)
  const isProjected = usePreferences((p) => p.projector !== 'off')
  const table = useLive((l) => (l.map && l.map.meta.table !== null ? (tableOf(l.map)?.name ?? null) : undefined))
  const [isEditing, setEditing] = useState(false)

  function keep(words: string) {
    setEditing(false)
    if (words.trim() !== question) dispatch('Change the question', { writes: [{ at: 'meta', id: 'map', field: 'question', to: words.trim() }] })
  }

  return (
    <div className="question-strip">
      {isEditing ? (
        <LineEditor label="Question" words={question} onKeep={keep} onLeave={() => setEditing(false)} />
      ) : (
        <h1>
          <button type="button" aria-disabled={version !== null} onClick={() => setEditing(version === null)} title={question}>
            {question || 'What are we trying to understand?'}
          </button>
        </h1>
      )}
      {table !== undefined && !isProjected && (
        <span className="table-copy">
          <Button small look="quiet" onClick={() => void invoke('which-table')}>
            {table === null ? 'Which table is this?' : `You are: ${table}`}
          </Button>
          {table !== null && (
            <Button small onClick={() => void invoke('hand-in')}>
              Hand in
            </Button>
          )}
        </span>
      )}
      {isIllustrative && <span className="illustrative">Illustrative</span>}
      {isProjected && (
        <>
          <SaveStatus isQuiet />
          <TimerFace />
          <button type="button" className="leave-projector" aria-label="Leave projector mode" title="Leave projector mode (P)" onClick={() => void invoke('projector')}>
            <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
              <path d="M4 4L16 16M16 4L4 16" stroke="currentColor" strokeWidth="1.8" fill="none" />
            </svg>
          </button>
        </>
      )}
    </div>
  )
}
