import { changeRoutes, farApart, withoutAction } from '../../analysis/no-one-has-this.ts'
import { dispatch, ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { addAction } from '../../edits/add-action.ts'
import { ACTION_STATUSES, CHANGE_ROUTES } from '../../model/kinds.ts'
import type { Action } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { withClause } from '../../reading/filter.ts'
import { voicesIn } from '../../reading/voices.ts'
import { comparedOf } from '../../session/compared.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { bringIntoSight, say, session } from '../../session/session.ts'
import { nobodyHasWords } from '../../words/asked-words.ts'
import { counted } from '../../words/counts.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import { ActionCard } from './ActionCard.tsx'
import { NewLine } from './NewLine.tsx'
import { useOnlyChosen } from './OnlyChosen.tsx'
import './ActionsPanel.css'

const rank = new Map(ACTION_STATUSES.map((status, i) => [status.value, i]))
const inOrder = (a: Action, b: Action) => (rank.get(a.status) ?? 0) - (rank.get(b.status) ?? 0) || (a.due ?? '9').localeCompare(b.due ?? '9') || a.title.localeCompare(b.title, 'en-GB')
const isAbout = ({ touches, aims }: Action, id: string) => touches.includes(id) || aims.includes(id)

/** What people agreed to do, with what each touches and aims at. */
export function ActionsPanel() {
  const map = useLive((state) => state.map)
  const contents = useLive((state) => state.contents)
  const reading = useSession((state) => state.reading)
  const comparedWith = useSession((state) => state.compared)
  const voices = useSession((state) => state.voices)
  const opened = useSession((state) => state.opened)
  const all = [...(map?.actions.values() ?? [])].sort(inOrder)
  const { chosen, shown, tick } = useOnlyChosen(map, all, isAbout)
  if (!map) return null
  const isNow = reading.version === null
  const compared = comparedOf(map, contents, { reading, compared: comparedWith, voices })

  function add(title: string) {
    if (!map) return
    const outcomes = chosen.filter((id) => map.elements.get(id)?.kind === 'outcome')
    const made = addAction(map, { title, touches: chosen.filter((id) => !outcomes.includes(id)), aims: outcomes }, ports().random)
    dispatch('Add an action', made.change)
    session.setState({ opened: made.id })
    say(`Added the action ${title}.`)
  }

  return (
    <div className="actions">
      <header className="actions-head">
        <h2>{all.length === 0 ? 'No actions yet' : counted(all.length, 'action')}</h2>
        {isNow && <NewLine id="new-action" label="A new action" draft="New action" placeholder="What will we do?" onAdd={add} />}
        {isNow && <p className="quiet-text">{chosen.length > 0 ? `It will be about ${chosen.length === 1 ? nameOf(map, chosen[0] ?? '') : `the ${chosen.length} that are chosen`}.` : 'Choose a tie first, and the action is about it. In the bar: ! and what to do.'}</p>}
        {tick}
      </header>
      <Notices map={map} voices={voices} />
      <ul className="actions-list">
        {shown.map((action) => (
          <ActionCard key={action.id} map={map} action={action} isOpen={opened === action.id} disabled={!isNow} compared={compared} />
        ))}
      </ul>
    </div>
  )
}

/** What the actions together leave out: ties that are far apart and in nobody's hands, and ways to change that none of them takes. */
function Notices({ map, voices }: { readonly map: SystemMap; readonly voices: readonly string[] | null }) {
  const apart = farApart(map, voicesIn(map, voices))
  const left = withoutAction(apart, map.actions)
  const { oneSided } = changeRoutes(map.actions)
  if (left.length === 0 && oneSided === null) return null
  function show() {
    session.setState(({ filter }) => ({ filter: withClause(withClause(filter, { is: 'far apart' }), { is: 'no action' }) }))
    bringIntoSight()
  }
  return (
    <div className="actions-notices">
      {left.length > 0 && (
        <p>
          {nobodyHasWords(left.length, apart.length)}{' '}
          <Button look="link" onClick={show}>
            Show them
          </Button>
        </p>
      )}
      {oneSided !== null && <p>Your actions are all {CHANGE_ROUTES.find(({ value }) => value === oneSided)?.title}.</p>}
    </div>
  )
}
