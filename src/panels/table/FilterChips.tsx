import { Chip } from '../../controls/Chip.tsx'
import type { Id } from '../../model/ids.ts'
import type { MapContent, SystemMap } from '../../model/system-map.ts'
import { clauseOf, withClause, withoutClause, type Filter } from '../../reading/filter.ts'
import { useSession } from '../../session/hooks.ts'
import { session, type TableTab } from '../../session/session.ts'
import { shownOf } from '../../session/shown.ts'

const UNRATED: Filter = [{ is: 'unrated' }]
const NO_ACTION: Filter = [{ is: 'no action' }]
const CHIPS = [
  { filter: UNRATED, title: 'Not rated' },
  { filter: NO_ACTION, title: 'No action' },
]

/** The questions asked most often of a table of ties, with how many they leave; the filter is the one of every view. */
export function FilterChips({ map, moment, perspective, tab }: { readonly map: SystemMap; readonly moment: MapContent; readonly perspective: Id; readonly tab: TableTab }) {
  const filter = useSession((s) => s.filter)
  return (
    <>
      {tab === 'ties' &&
        CHIPS.map(({ filter: [clause], filter: alone, title }) => {
          if (!clause) return null
          const isOn = clauseOf(filter, clause.is) !== undefined
          return (
            <Chip key={title} isOn={isOn} onPress={() => session.setState({ filter: isOn ? withoutClause(filter, clause) : withClause(filter, clause) })}>
              {title} {shownOf(map, moment, perspective, alone)?.ties.size ?? 0}
            </Chip>
          )
        })}
      <Chip onPress={() => session.setState({ dialog: { name: 'Filter' } })}>Filter…</Chip>
    </>
  )
}
