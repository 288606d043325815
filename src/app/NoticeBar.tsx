import { Button } from '../controls/Button.tsx'
import { useLive } from '../session/hooks.ts'
import './NoticeBar.css'

/** Only for danger to the work, and what can be done about it. */
export function NoticeBar() {
  const notice = useLive((l) => l.notice)
  if (!notice) return null
  const last = notice.actions.length - 1
  const [, first = '', rest = ''] = /^(.*?[.!?])(\s.*)?$/s.exec(notice.words) ?? [null, notice.words]
  return (
    <div className="notice-bar" role="alert">
      <p>
        <b>{first}</b>
        {rest}
      </p>
      {notice.actions.map((action, i) => (
        <Button key={action.title} small look={i === last ? 'primary' : 'plain'} onClick={action.run}>
          {action.title}
        </Button>
      ))}
    </div>
  )
}
