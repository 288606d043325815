import { useEffect, useRef } from 'react'
import { dispatch } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { SelectField } from '../../controls/Field.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { removeRecords } from '../../edits/remove.ts'
import { setField } from '../../edits/set-field.ts'
import type { Id } from '../../model/ids.ts'
import { ACTION_STATUSES, CHANGE_ROUTES } from '../../model/kinds.ts'
import type { Action } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { strengthWithZero } from '../../reading/answer.ts'
import type { Compared } from '../../session/compared.ts'
import { session } from '../../session/session.ts'
import { spokenDate } from '../../words/dates.ts'
import { ratingDigits } from '../../words/ratings.ts'
import { ActionForm } from './ActionForm.tsx'
import { SubjectLinks } from './SubjectLinks.tsx'

interface CardProps {
  readonly map: SystemMap
  readonly action: Action
  readonly isOpen: boolean
  readonly disabled: boolean
  /** What is compared, where it is two moments: ties then say how they were and how they are. */
  readonly compared: Compared | null
}

/** One action: what, who, by when; what it touches and aims at; and, opened, all of its fields. */
export function ActionCard({ map, action, isOpen, disabled, compared }: CardProps) {
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) requestAnimationFrame(() => card.current?.scrollIntoView?.({ block: 'nearest' }))
  }, [isOpen])

  function setStatus(to: string) {
    dispatch('Change status', (now) => setField(now, 'actions', [action.id], 'status', to))
    // The list is by status: the card may have moved, and the browser takes the focus off what is moved.
    requestAnimationFrame(() => card.current?.querySelector('select')?.focus())
  }
  function remove() {
    session.setState({ opened: null, toast: { words: 'Removed the action', button: { title: 'Undo', command: 'undo' } } })
    dispatch('Remove an action', (now) => removeRecords(now, 'actions', [action.id]))
  }

  return (
    <li ref={card}>
      <button type="button" className="action-card" aria-expanded={isOpen} onClick={() => session.setState({ opened: isOpen ? null : action.id })}>
        <b>{action.title}</b>
        <Facts map={map} action={action} />
      </button>
      <div className="action-status">
        <SelectField label={`Status of ${action.title}`} hidesLabel value={action.status} disabled={disabled} onChange={(event) => setStatus(event.target.value)}>
          {ACTION_STATUSES.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </SelectField>
      </div>
      {action.touches.length === 0 && action.aims.length === 0 && <p className="action-touches">Touches nothing on the map yet.</p>}
      <SubjectLinks title="Touches" map={map} ids={action.touches} noteOf={(id) => thenAndNow(compared, id)} />
      <SubjectLinks title="Aims at" map={map} ids={action.aims} />
      {isOpen && (
        <div className="action-form">
          <ActionForm map={map} action={action} disabled={disabled} />
          <Button small disabled={disabled} onClick={remove}>
            Remove this action
          </Button>
        </div>
      )}
    </li>
  )
}

function Facts({ map, action }: { readonly map: SystemMap; readonly action: Action }) {
  const words = [
    action.due && `by ${spokenDate(action.due)}`,
    action.owner,
    CHANGE_ROUTES.find((route) => route.value === action.change)?.title,
    action.firstStep && `first step: ${action.firstStep}`,
  ]
  const with_ = action.organisations.flatMap((id) => map.organisations.get(id) ?? [])
  return (
    <span className="action-facts">
      {with_.map(({ id, slot }) => (
        <Glyph key={id} slot={slot} />
      ))}
      <span className="unseen">{with_.map(({ name }) => name).join(', ')}</span> {words.filter(Boolean).join(' · ')}
    </span>
  )
}

/** "was 2, now 3": a tie's strength at both moments; nothing for what is no tie, or was not rated at both. */
function thenAndNow(compared: Compared | null, id: Id): string {
  if (compared?.axis !== 'time') return ''
  const { a, b } = compared.comparison.of(id)
  const [was, is] = [strengthWithZero(a), strengthWithZero(b)]
  return was === undefined || is === undefined ? '' : was === is ? `${ratingDigits(is)}, as before` : `was ${ratingDigits(was)}, now ${ratingDigits(is)}`
}

