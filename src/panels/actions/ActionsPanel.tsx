import { useState } from 'react'
import { dispatch, ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { addAction } from '../../edits/add-action.ts'
import { removeRecords } from '../../edits/remove.ts'
import type { Id } from '../../model/ids.ts'
import { ACTION_STATUSES, CHANGE_ROUTES } from '../../model/kinds.ts'
import type { Action } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { bringIntoSight, select, session } from '../../session/session.ts'
import { spokenDate } from '../../words/dates.ts'
import { counted } from '../../words/counts.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import { ActionForm } from './ActionForm.tsx'
import './ActionsPanel.css'

const rank = new Map(ACTION_STATUSES.map((status, i) => [status.value, i]))

/** What people agreed to do, with what each touches. */
export function ActionsPanel() {
  const map = useLive((state) => state.map)
  const isNow = useSession((state) => state.reading.version === null)
  const selection = useSession((state) => state.selection)
  const [open, setOpen] = useState<Id | null>(null)
  const [title, setTitle] = useState('')
  if (!map) return null
  const actions = [...map.actions.values()].sort(
    (a, b) => (rank.get(a.status) ?? 0) - (rank.get(b.status) ?? 0) || (a.due ?? '9').localeCompare(b.due ?? '9') || a.title.localeCompare(b.title, 'en-GB'),
  )
  const touched = selection.filter((id) => map.elements.has(id) || map.relationships.has(id))

  function add() {
    const words = title.trim()
    setTitle('')
    if (!map || words === '') return
    const made = addAction(map, { title: words, touches: touched }, ports().random)
    dispatch('Add an action', made.change)
    setOpen(made.id)
  }

  return (
    <div className="actions">
      <header className="actions-head">
        <h2>{actions.length === 0 ? 'No actions yet' : counted(actions.length, 'action')}</h2>
        {isNow && (
          <form
            className="actions-add"
            onSubmit={(event) => {
              event.preventDefault()
              add()
            }}
          >
            <input className="field" aria-label="A new action" placeholder="What will we do?" autoComplete="off" value={title} onChange={(event) => setTitle(event.target.value)} />
            <Button small submits disabled={title.trim() === ''}>
              Add
            </Button>
          </form>
        )}
        {isNow && <p className="quiet-text">{touched.length > 0 ? `It will touch ${touched.length === 1 ? nameOf(map, touched[0] ?? '') : counted(touched.length, 'chosen thing')}.` : 'Choose a tie first, and the action is about it. In the bar: ! and what to do.'}</p>}
      </header>
      <ul className="actions-list">
        {actions.map((action) => (
          <li key={action.id}>
            <button type="button" className="action-card" aria-expanded={open === action.id} onClick={() => setOpen(open === action.id ? null : action.id)}>
              <b>{action.title}</b>
              <Facts map={map} action={action} />
            </button>
            <Touches map={map} action={action} />
            {open === action.id && (
              <div className="action-form">
                <ActionForm map={map} action={action} disabled={!isNow} />
                <Button
                  small
                  disabled={!isNow}
                  onClick={() => {
                    setOpen(null)
                    dispatch('Remove an action', (now) => removeRecords(now, 'actions', [action.id]))
                    session.setState({ toast: { words: 'Removed the action', button: { title: 'Undo', command: 'undo' } } })
                  }}
                >
                  Remove this action
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Facts({ map, action }: { readonly map: SystemMap; readonly action: Action }) {
  const words = [
    ACTION_STATUSES.find((status) => status.value === action.status)?.title,
    action.due && `by ${spokenDate(action.due)}`,
    action.owner,
    CHANGE_ROUTES.find((route) => route.value === action.change)?.title,
    action.firstStep && `first step: ${action.firstStep}`,
  ]
  return (
    <span className="action-facts">
      {action.organisations.map((id) => {
        const slot = map.organisations.get(id)?.slot
        return slot === undefined ? null : <Glyph key={id} slot={slot} />
      })}{' '}
      {words.filter(Boolean).join(' · ')}
    </span>
  )
}

function Touches({ map, action }: { readonly map: SystemMap; readonly action: Action }) {
  const ids = [...action.touches, ...action.aims]
  if (ids.length === 0) return <p className="action-touches">Touches nothing on the map yet.</p>
  return (
    <ul className="action-touches">
      {ids.map((id, i) => (
        <li key={`${id} ${i}`}>
          <Button
            look="link"
            disabled={!map.elements.has(id) && !map.relationships.has(id)}
            onClick={() => {
              select([id])
              bringIntoSight([id])
            }}
          >
            {nameOf(map, id)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
