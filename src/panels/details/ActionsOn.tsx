import { dispatch, invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { SelectField } from '../../controls/Field.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { setField } from '../../edits/set-field.ts'
import { CHANGE_ROUTES, ACTION_STATUSES } from '../../model/kinds.ts'
import type { Id } from '../../model/ids.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { useSession } from '../../session/hooks.ts'
import { session } from '../../session/session.ts'
import { spokenDate } from '../../words/dates.ts'
import { slotOfOrganisation } from './slots.ts'

/** The actions that touch or aim at a subject, and the ways to a next one. */
export function ActionsOn({ map, subject }: { readonly map: SystemMap; readonly subject: Id }) {
  const isNow = useSession((s) => s.reading.version === null)
  const all = listed(map.actions)
  const actions = all.filter((action) => action.touches.includes(subject) || action.aims.includes(subject))
  const others = all.filter((action) => !actions.includes(action))
  const field = map.elements.get(subject)?.kind === 'outcome' ? 'aims' : 'touches'
  return (
    <section className="details-section">
      <h3>
        <span>{actions.length > 1 ? 'Actions here' : 'Action here'}</span>
        {isNow && (
          <Button look="link" onClick={() => void invoke('new-action')}>
            New action
          </Button>
        )}
      </h3>
      {actions.length === 0 && <p className="quiet-text">No one has this yet.</p>}
      {actions.map((action) => (
        <button key={action.id} type="button" className="action-line" onClick={() => session.setState({ panel: 'Actions', opened: action.id })}>
          <b>{action.title}</b>
          <span>
            {action.organisations.map((id) => {
              const slot = slotOfOrganisation(map, id)
              return slot === null ? null : <Glyph key={id} slot={slot} />
            })}{' '}
            {[
              action.aims.includes(subject) && !action.touches.includes(subject) && 'aims at this',
              ACTION_STATUSES.find((status) => status.value === action.status)?.title,
              action.due && `by ${spokenDate(action.due)}`,
              action.owner,
              action.firstStep && `first step: ${action.firstStep}`,
              CHANGE_ROUTES.find((route) => route.value === action.change)?.title,
            ].filter(Boolean).join(' · ')}
          </span>
        </button>
      ))}
      {isNow && others.length > 0 && (
        <SelectField
          label={field === 'aims' ? 'An action that aims at this' : 'An action that touches this'}
          hidesLabel
          value=""
          onChange={({ target }) => {
            const action = map.actions.get(target.value)
            if (action) dispatch(`Add to ${action.title}`, (now) => setField(now, 'actions', [action.id], field, [...action[field], subject]))
          }}
        >
          <option value="">Add to an action…</option>
          {others.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      )}
      <ReflectionsOn map={map} subject={subject} />
    </section>
  )
}

/** What people thought about it, looking back; those kept to oneself too, since this is one's own device. */
function ReflectionsOn({ map, subject }: { readonly map: SystemMap; readonly subject: Id }) {
  const about = [...map.reflections.values()].filter((reflection) => reflection.about.includes(subject))
  return about.map(({ id, prompt, words, private: isPrivate }) => (
    <button key={id} type="button" className="action-line" onClick={() => session.setState({ panel: 'Reflections', opened: id })}>
      <span>{[prompt || 'A reflection', isPrivate && 'kept to yourself'].filter(Boolean).join(' · ')}</span>
      <q>{words}</q>
    </button>
  ))
}
