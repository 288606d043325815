import { useMemo, type ReactNode } from 'react'
import { invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Chip } from '../../controls/Chip.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { ELEMENT_KINDS, TIE_KINDS } from '../../model/kinds.ts'
import { listed, type MapContent } from '../../model/system-map.ts'
import { clauseOf, withClause, withoutClause, type Clause, type Filter } from '../../reading/filter.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { momentOf } from '../../session/moment.ts'
import { bringIntoSight, say, session } from '../../session/session.ts'
import { shownOf } from '../../session/shown.ts'
import { filterWords, shownCounts } from '../../words/filter-words.ts'
import { AskedChoices } from './AskedChoices.tsx'
import { FactChoices } from './FactChoices.tsx'
import { RangeChoice } from './RangeChoice.tsx'
import './FilterDialog.css'

const ONLY = [
  { is: 'star', title: 'Matter most' },
  { is: 'unrated', title: 'Not rated' },
  { is: 'no action', title: 'No action touches them' },
  { is: 'far apart', title: 'Answers are far apart' },
] as const

/** What of the map is shown: each choice acts at once on every view behind. */
export function FilterDialog() {
  const map = useLive((s) => s.map)
  const contents = useLive((s) => s.contents)
  const reading = useSession((s) => s.reading)
  const filter = useSession((s) => s.filter)
  const moment = map && momentOf(map, contents, reading)
  const tags = useMemo(() => (moment ? [...new Set([...moment.elements.values()].flatMap((element) => [...element.tags.keys()]))].sort() : []), [moment])
  if (!map || !moment) return null
  const shown = shownOf(map, moment, reading.perspective, filter)
  const set = (next: Filter) => session.setState({ filter: next })

  function close() {
    session.setState({ dialog: null })
    bringIntoSight()
    if (shown && moment) say(filterWords(moment, filter, shown))
  }

  return (
    <Dialog
      title="Filter"
      lead="Show only what the talk is about. Every view and picture follows."
      onClose={close}
      onSubmit={close}
      footer={
        <>
          <p className="quiet-text" role="status">
            {shown ? shownCounts(moment, shown) : 'Everything is shown.'}
          </p>
          <span className="grow" />
          <Button disabled={filter.length === 0} onClick={() => void invoke('show-all')}>
            Show all
          </Button>
          <Button look="primary" keyCap="Enter" submits data-first>
            Done
          </Button>
        </>
      }
    >
      <div className="filter">
        <section aria-label="Elements">
          <h3>Elements</h3>
          <Choices title="Organisation" moment={moment} filter={filter} onChange={set} sort="organisation" choices={[
            ...listed(moment.organisations).map(({ id, name, slot }) => ({ value: id, title: name, before: <Glyph slot={slot} /> })),
            { value: null, title: 'No organisation' },
          ]} />
          <Choices title="Kind" moment={moment} filter={filter} onChange={set} sort="kind" choices={ELEMENT_KINDS} />
          {tags.length > 0 && <Choices title="Tag" moment={moment} filter={filter} onChange={set} sort="tag" choices={tags.map((tag) => ({ value: tag, title: tag }))} />}
          <FactChoices records={moment.elements} on="element" filter={filter} onChange={set} />
        </section>
        <section aria-label="Ties">
          <h3>Ties</h3>
          <Choices title="Kind of tie" moment={moment} filter={filter} onChange={set} sort="tie kind" choices={TIE_KINDS.map(({ value, short }) => ({ value, title: short }))} />
          <RangeChoice title="Strength" sort="strength" filter={filter} onChange={set} />
          <RangeChoice title="Quality" sort="quality" filter={filter} onChange={set} />
          <div className="filter-part">
            {ONLY.map(({ is, title }) => (
              <Tick key={is} isOn={clauseOf(filter, is) !== undefined} onChange={(isOn) => set(isOn ? withClause(filter, { is }) : withoutClause(filter, { is }))}>
                {title}
              </Tick>
            ))}
          </div>
          <AskedChoices map={map} moment={moment} filter={filter} />
          <FactChoices records={moment.relationships} on="tie" filter={filter} onChange={set} />
        </section>
      </div>
    </Dialog>
  )
}

type ListSort = 'organisation' | 'kind' | 'tag' | 'tie kind'

interface ChoicesProps {
  readonly title: string
  readonly moment: MapContent
  readonly filter: Filter
  readonly sort: ListSort
  readonly choices: readonly { readonly value: string | null; readonly title: string; readonly before?: ReactNode }[]
  readonly onChange: (filter: Filter) => void
}

/** Several of a list: those that are pressed are shown; none pressed means all. */
function Choices({ title, filter, sort, choices, onChange }: ChoicesProps) {
  const clause = clauseOf(filter, sort)
  const on: readonly (string | null)[] = clause?.of ?? []
  function press(value: string | null) {
    const of = on.includes(value) ? on.filter((other) => other !== value) : [...on, value]
    const next = { is: sort, of } as Clause
    onChange(of.length === 0 ? withoutClause(filter, next) : withClause(filter, next))
  }
  return (
    <div className="filter-part" role="group" aria-label={title}>
      <h4>{title}</h4>
      <div className="filter-choices">
        {choices.map((choice) => (
          <Chip key={choice.value ?? ''} isOn={on.includes(choice.value)} onPress={() => press(choice.value)}>
            {choice.before} {choice.title}
          </Chip>
        ))}
      </div>
    </div>
  )
}
