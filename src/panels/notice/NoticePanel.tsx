import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '../../controls/Button.tsx'
import { resolve, resolveTogether } from '../../reading/resolve.ts'
import { voicesIn } from '../../reading/voices.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { momentOf } from '../../session/moment.ts'
import { bringIntoSight, say, select } from '../../session/session.ts'
import { notices, type Notice } from './notices.ts'
import './NoticePanel.css'

const OPEN = 3
const MORE = 25

/** What the map says without being asked, each with what it was counted from. */
export function NoticePanel() {
  const map = useLive((l) => l.map)
  const contents = useLive((l) => l.contents)
  const reading = useSession((s) => s.reading)
  const picked = useSession((s) => s.voices)
  const unattributed = useSession((s) => s.unattributed)
  // What is typed on the map comes first; this may follow.
  const late = useDeferredValue(map)
  const found = useMemo(() => {
    if (!late) return []
    const moment = momentOf(late, contents, reading)
    const voices = voicesIn(moment, picked)
    const all = notices({ map: late, moment, voices, reading: reading.perspective === '*' ? resolveTogether(moment, voices) : resolve(moment, reading.perspective) })
    // Whose blind spot it is would say who said what.
    return unattributed ? all.filter(({ id }) => !id.startsWith('blind ')) : all
  }, [late, contents, reading, picked, unattributed])
  if (found.length === 0) {
    return (
      <div className="notice">
        <h2>Nothing to notice yet</h2>
        <p className="quiet-text">When two perspectives have rated the same tie, what they see differently is counted here.</p>
      </div>
    )
  }
  return (
    <div className="notices">
      {found.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function OneNotice({ notice: { id, words, arithmetic, rows } }: { readonly notice: Notice }) {
  const [isCounted, setCounted] = useState(false)
  const [open, setOpen] = useState(OPEN)
  const chosen = useSession((s) => s.selection)
  const shown = rows.slice(0, open)
  const heading = `notice-${id.replaceAll(' ', '-')}`
  return (
    <section className="notice" aria-labelledby={heading}>
      <div className="notice-head">
        <h2 id={heading}>{words}</h2>
        <button type="button" className="notice-why" aria-label={`How this is counted: ${words}`} aria-expanded={isCounted} onClick={() => setCounted(!isCounted)}>
          ?
        </button>
      </div>
      {isCounted && <p className="notice-arithmetic">{arithmetic}</p>}
      {shown.length > 0 && (
        <ul>
          {shown.map(({ subjects, words: row }) => (
            <li key={subjects.join(' ')}>
              <button
                type="button"
                className="notice-row"
                aria-current={subjects.every((each) => chosen.includes(each)) ? 'true' : undefined}
                onClick={() => {
                  select(subjects)
                  bringIntoSight(subjects)
                  say(row)
                }}
              >
                {row}
              </button>
            </li>
          ))}
        </ul>
      )}
      {rows.length > shown.length && (
        <Button small look="link" aria-label={`${rows.length - shown.length} more: ${words}`} onClick={() => setOpen(open + MORE)}>
          {rows.length - shown.length} more
        </Button>
      )}
    </section>
  )
}
