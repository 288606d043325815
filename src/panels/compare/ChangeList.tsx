import { useState } from 'react'
import { Button } from '../../controls/Button.tsx'
import { Segments } from '../../controls/Segments.tsx'
import type { Id } from '../../model/ids.ts'
import { useSession } from '../../session/hooks.ts'
import { session } from '../../session/session.ts'
import { visit } from '../../session/visit.ts'
import { changeGroups, changeListText, changeSign, changeWords, comparedTitle, endsOf, towardsGroups, type ChangeGroup } from '../../words/change-list.ts'
import type { OnScreen } from './use-compared.ts'
import { walkRows } from './walk-rows.ts'

/** How many rows of a group stand open, and how many more each asking brings. */
const OPEN = 3
const MORE = 50
/** What did not change is counted; its rows come when they are asked for. */
const COUNTED: ReadonlySet<string> = new Set(['same', 'unsaid', 'level'])
const CHOICES = [{ value: 'ties', title: 'Ties' }, { value: 'elements', title: 'Elements' }] as const

/** What differs between two readings, in words, the largest first: all that the ghosts show, for those who read or listen. */
export function ChangeList({ compared }: { readonly compared: OnScreen }) {
  const [of, setOf] = useState<'ties' | 'elements'>('ties')
  const { map, comparison, vision } = compared
  const groups = vision ? towardsGroups(comparison, vision, of) : changeGroups(compared, of)

  async function copy() {
    try {
      await navigator.clipboard.writeText(changeListText(map, compared, vision))
      session.setState({ toast: { words: 'Copied the list' } })
    } catch {
      session.setState({ toast: { words: 'This browser does not let the list be copied' } })
    }
  }

  return (
    <div className="changes" onKeyDown={walkRows}>
      <header className="changes-head">
        <h2>{comparedTitle(map, compared)}</h2>
        <div className="changes-tools">
          <Segments label="Changes in" name="changes-in" choices={CHOICES} value={of} onChange={setOf} />
          <Button small onClick={() => void copy()}>
            Copy as text
          </Button>
        </div>
      </header>
      {groups.length === 0 && <p className="quiet-text">{vision ? `The vision says nothing of these ${of} that both also speak of.` : `There are no ${of} in either.`}</p>}
      {groups.map((group) => (
        <Group key={`${of} ${group.id}`} group={group} compared={compared} />
      ))}
    </div>
  )
}

function Group({ group, compared }: { readonly group: ChangeGroup; readonly compared: OnScreen }) {
  const [open, setOpen] = useState(COUNTED.has(group.id) ? 0 : OPEN)
  const chosen = useSession((s) => s.selection.at(-1))
  const shown = group.subjects.slice(0, open)
  const left = group.subjects.length - shown.length
  const id = `changes-${group.id}`
  return (
    <section className="change-group" aria-labelledby={id}>
      <h3 id={id}>
        {group.title} <span className="change-count">{group.subjects.length}</span>
      </h3>
      {shown.length > 0 && (
        <ul>
          {shown.map((subject) => (
            <li key={subject}>
              <button type="button" className="change-row" data-row={subject} aria-current={chosen === subject ? 'true' : undefined} onClick={() => goTo(compared, subject)}>
                <span className="change-sign" aria-hidden="true">
                  {changeSign(compared.comparison, subject)}
                </span>
                <span>
                  <b>{endsOf(compared, subject)}</b>
                  <span className="change-words">{changeWords(compared.map, compared, subject)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <Button small look="link" onClick={() => setOpen(open + MORE)} aria-label={`${open === 0 ? 'Show' : `${left} more of`} ${group.title}`}>
          {open === 0 ? 'Show them' : `${left} more`}
        </Button>
      )}
    </section>
  )
}

/** Selects a subject and brings it into sight; what is no longer here is looked for at its ends. */
function goTo(compared: OnScreen, subject: Id) {
  const { a, b } = compared.comparison
  const tie = b.moment.relationships.get(subject) ?? a.moment.relationships.get(subject)
  visit(subject, tie, `${endsOf(compared, subject)}: ${changeWords(compared.map, compared, subject)}.`)
}
