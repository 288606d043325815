import { Glyph } from '../../controls/Glyph.tsx'
import { CHANGE_ROUTES, ACTION_STATUSES } from '../../model/kinds.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { session } from '../../session/session.ts'
import { spokenDate } from '../../words/dates.ts'
import { slotOfOrganisation } from './slots.ts'

/** The actions that touch or aim at a subject. */
export function ActionsOn({ map, subject }: { readonly map: SystemMap; readonly subject: Id }) {
  const actions = [...map.actions.values()].filter((action) => action.touches.includes(subject) || action.aims.includes(subject))
  return (
    <section className="details-section">
      <h3>{actions.length > 1 ? 'Actions here' : 'Action here'}</h3>
      {actions.length === 0 && <p className="quiet-text">No one has this yet. Type ! and what to do.</p>}
      {actions.map((action) => (
        <button key={action.id} type="button" className="action-line" onClick={() => session.setState({ panel: 'Actions' })}>
          <b>{action.title}</b>
          <span>
            {action.organisations.map((id) => {
              const slot = slotOfOrganisation(map, id)
              return slot === null ? null : <Glyph key={id} slot={slot} />
            })}{' '}
            {[
              ACTION_STATUSES.find((status) => status.value === action.status)?.title,
              action.due && `by ${spokenDate(action.due)}`,
              action.owner,
              action.firstStep && `first step: ${action.firstStep}`,
              CHANGE_ROUTES.find((route) => route.value === action.change)?.title,
            ].filter(Boolean).join(' · ')}
          </span>
        </button>
      ))}
    </section>
  )
}
