import { useId, useState } from 'react'
import { dispatch } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { mergeElements, type Merged } from '../../edits/merge.ts'
import { mergeTies } from '../../edits/merge-ties.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { tiesOf } from '../../reading/pool.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { focusOn, say, select, session } from '../../session/session.ts'
import { counted, someOf } from '../../words/counts.ts'
import { lostWords } from '../../words/lost-words.ts'
import { organisationName, spokenTie } from '../../words/spoken.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import './SameAsDialog.css'

/** What gives way is listed up to here, then counted. */
const MOST = 12

const merge = (map: SystemMap, kept: Id, gone: readonly Id[]): Merged => (map.elements.has(kept) ? mergeElements(map, kept, gone) : mergeTies(map, kept, gone))

function close() {
  session.setState({ dialog: null })
  if (session.getState().view === 'map') focusOn('map')
}

/** Two or more elements, or parallel ties, become one: which of them stays, and what gives way, before it is done. */
export function SameAsDialog() {
  const dialog = useSession((state) => (state.dialog?.name === 'Same as' ? state.dialog : null))
  const map = useLive((state) => state.map)
  const [chosen, setChosen] = useState<Id | null>(null)
  const group = useId()
  if (!dialog || !map) return null
  const all = [dialog.kept, ...dialog.gone].filter((id) => map.elements.has(id) || map.relationships.has(id))
  const kept = chosen !== null && all.includes(chosen) ? chosen : (all[0] ?? '')
  const gone = all.filter((id) => id !== kept)
  const areTies = map.relationships.has(kept)
  const { lost, dropped, change } = merge(map, kept, gone)
  const resting = restingIn(map, [...gone, ...dropped])

  function make() {
    if (!map || change.writes.length === 0) return
    const words = areTies ? `One tie now, instead of ${all.length}` : `${someOf(gone.map((id) => nameOf(map, id)))} ${gone.length === 1 ? 'is' : 'are'} ${nameOf(map, kept)} now`
    dispatch(areTies ? 'Make one of these ties' : 'Same as', (now) => merge(now, kept, gone).change)
    select([kept])
    session.setState({ toast: { words, button: { title: 'Undo', command: 'undo' } } })
    say(`${words}. ${lost.slice(0, 3).map((one) => lostWords(map, one)).join(' ')}${lost.length > 3 ? ` And ${lost.length - 3} more.` : ''}`.trim())
    close()
  }

  return (
    <Dialog
      title={areTies ? 'Make one of these ties' : 'Same as'}
      name="Same as"
      lead={areTies ? 'They say the same of the same two.' : 'One thing, under several names.'}
      width="message"
      onClose={close}
      onSubmit={make}
      footer={
        <>
          <span className="grow" />
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" keyCap="Enter" submits disabled={change.writes.length === 0}>
            Make them one
          </Button>
        </>
      }
    >
      <fieldset className="same-as">
        <legend className="field-label">Which one stays?</legend>
        {all.map((id) => (
          <label key={id} className="same-as-one">
            <input type="radio" name={group} checked={id === kept} onChange={() => setChosen(id)} />
            <b>{nameOf(map, id)}</b>
            <span className="quiet-text">{about(map, id)}</span>
          </label>
        ))}
      </fieldset>
      <p className="spaced">
        {areTies
          ? 'It keeps its label and what was said of it. Actions, loops, facts and stars of the others become its own.'
          : 'It keeps its place and what was said of it. Ties, actions, tags and facts of the others become its own, and their names other names of it.'}
      </p>
      <GivesWay map={map} lost={lost} dropped={dropped} resting={resting} />
    </Dialog>
  )
}

function GivesWay({ map, lost, dropped, resting }: { readonly map: SystemMap; readonly lost: Merged['lost']; readonly dropped: readonly Id[]; readonly resting: number }) {
  if (lost.length + dropped.length + resting === 0) return <p className="quiet-text spaced">Nothing gives way.</p>
  return (
    <>
      <h3 className="same-as-head">What gives way</h3>
      <ul className="same-as-lost">
        {dropped.map((id) => (
          <li key={id}>The tie between them: {nameOf(map, id)}.</li>
        ))}
        {lost.slice(0, MOST).map((one) => (
          <li key={`${one.perspective} ${one.subject}`}>{lostWords(map, one)}</li>
        ))}
        {lost.length > MOST && <li>And {counted(lost.length - MOST, 'judgement')} more.</li>}
        {resting > 0 && <li>What {resting === 1 ? 'a private view' : `${resting} private views`} said of it stays there, unread.</li>}
      </ul>
    </>
  )
}

/** How many private perspectives said something of these. */
function restingIn(map: SystemMap, ids: readonly Id[]): number {
  return [...map.judgements].filter(([perspective, said]) => map.perspectives.get(perspective)?.private && ids.some((id) => said.has(id))).length
}

function about(map: SystemMap, id: Id): string {
  const element = map.elements.get(id)
  if (element) return [organisationName(map, element.organisation), element.kind, counted(tiesOf(map, id).length, 'tie')].join(' · ')
  return spokenTie(map, id, session.getState().reading.perspective).slice(nameOf(map, id).length).replace(/^[,.] ?/, '')
}
