import { Button } from '../controls/Button.tsx'
import { useLive } from '../session/hooks.ts'
import type { StorageNotice } from '../session/live.ts'
import './NoticeBar.css'

/** Only for danger to the work, and what can be done about it: what is so, then what could be brought back. */
export function NoticeBar() {
  const notice = useLive((l) => l.notice)
  const offer = useLive((l) => l.offer)
  return (
    (notice || offer) && (
      <div className="notice-bar">
        {notice && <Notice of={notice} />}
        {offer && <Notice of={offer} />}
      </div>
    )
  )
}

function Notice({ of: { words, actions } }: { readonly of: StorageNotice }) {
  const last = actions.length - 1
  const [, first = '', rest = ''] = /^(.*?[.!?])(\s.*)?$/s.exec(words) ?? [null, words]
  return (
    <div role="alert">
      <p>
        <b>{first}</b>
        {rest}
      </p>
      {actions.map((action, i) => (
        <Button key={action.title} small look={i === last ? 'primary' : 'plain'} onClick={action.run}>
          {action.title}
        </Button>
      ))}
    </div>
  )
}
