import { ports } from '../../commands/dispatch.ts'
import { Chip } from '../../controls/Chip.tsx'
import { Menu } from '../../controls/Menu.tsx'
import type { Id } from '../../model/ids.ts'
import { listed, type MapContent, type SystemMap } from '../../model/system-map.ts'
import { inTime } from '../../reading/axis.ts'
import { clauseOf, withClause, withoutClause, type Clause, type Filter } from '../../reading/filter.ts'
import { useSession } from '../../session/hooks.ts'
import { bringIntoSight, session, type TableTab } from '../../session/session.ts'
import { shownOf } from '../../session/shown.ts'
import { spokenDate } from '../../words/dates.ts'

const UNRATED: Filter = [{ is: 'unrated' }]
const NO_ACTION: Filter = [{ is: 'no action' }]
const FAR_APART: Filter = [{ is: 'far apart' }]
const CHIPS: readonly { readonly filter: Filter; readonly title: string; readonly tabs: readonly TableTab[] }[] = [
  { filter: UNRATED, title: 'Not rated', tabs: ['ties'] },
  { filter: FAR_APART, title: 'Far apart', tabs: ['ties', 'elements'] },
  { filter: NO_ACTION, title: 'No action', tabs: ['ties'] },
]
const ASKED_OF: readonly TableTab[] = ['ties', 'elements']

const show = (clause: Clause) => {
  session.setState(({ filter }) => ({ filter: withClause(filter, clause) }))
  bringIntoSight()
}
const showAlso = (clause: Clause) => {
  session.setState(({ filter }) => ({ filter: withoutClause(filter, clause) }))
  bringIntoSight()
}

/** The questions asked most often of a table, with how many rows they leave; the filter is the one of every view. */
export function FilterChips({ map, moment, perspective, tab }: { readonly map: SystemMap; readonly moment: MapContent; readonly perspective: Id; readonly tab: TableTab }) {
  const filter = useSession((s) => s.filter)
  useSession((s) => s.voices)
  const left = (alone: Filter) => shownOf(map, moment, perspective, alone)?.[tab === 'ties' ? 'ties' : 'elements'].size ?? 0
  return (
    <>
      {CHIPS.map(({ filter: alone, title, tabs }) => {
        const [clause] = alone
        if (!clause || !tabs.includes(tab)) return null
        const isOn = clauseOf(filter, clause.is) !== undefined
        return (
          <Chip key={title} isOn={isOn} onPress={() => (isOn ? showAlso : show)(clause)}>
            {title} {left(alone)}
          </Chip>
        )
      })}
      {ASKED_OF.includes(tab) && <BlindChip moment={moment} filter={filter} />}
      {ASKED_OF.includes(tab) && <NewChip map={map} filter={filter} />}
      <Chip onPress={() => session.setState({ dialog: { name: 'Filter' } })}>Filter…</Chip>
    </>
  )
}

/** What one perspective does not see and others do. */
function BlindChip({ moment, filter }: { readonly moment: MapContent; readonly filter: Filter }) {
  const on = clauseOf(filter, 'blind')
  if (on) {
    const name = moment.perspectives.get(on.to)?.name ?? ''
    return (
      <Chip onRemove={() => showAlso(on)} removeLabel={`Not only blind to ${name}`}>
        Blind to {name}
      </Chip>
    )
  }
  const asked = listed(moment.perspectives).filter(({ type }) => type !== 'shared' && type !== 'vision')
  return (
    <Menu
      name="Blind to"
      face="Blind to…"
      faceClass="chip"
      items={asked.map(({ id, name }) => ({ id, title: name, onChoose: () => show({ is: 'blind', to: id }) }))}
      {...(asked.length === 0 ? { foot: 'Nobody has a view of their own yet.' } : {})}
    />
  )
}

/** What a version did not have. */
function NewChip({ map, filter }: { readonly map: SystemMap; readonly filter: Filter }) {
  const reading = useSession((s) => s.reading)
  const on = clauseOf(filter, 'new')
  if (on) {
    return (
      <Chip onRemove={() => showAlso(on)} removeLabel={`Not only new since ${on.named}`}>
        New since {on.named}
      </Chip>
    )
  }
  const versions = inTime(map).toReversed().flatMap((id) => (id === reading.version ? [] : (map.versions.get(id) ?? [])))
  async function since(id: Id) {
    const card = map.versions.get(id)
    if (!card) return
    await ports().maps.contentOf(card)
    show({ is: 'new', since: id, named: card.name || spokenDate(card.date) })
  }
  return (
    <Menu
      name="New since"
      face="New since…"
      faceClass="chip"
      items={versions.map(({ id, name, date }) => ({ id, title: name || 'Version', end: spokenDate(date), onChoose: () => void since(id) }))}
      {...(versions.length === 0 ? { foot: 'No other version is kept yet.' } : {})}
    />
  )
}
