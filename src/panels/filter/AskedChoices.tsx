import { ports } from '../../commands/dispatch.ts'
import { SelectField } from '../../controls/Field.tsx'
import { listed, type MapContent, type SystemMap } from '../../model/system-map.ts'
import { inTime } from '../../reading/axis.ts'
import { clauseOf, withClause, withoutClause, type Clause, type Filter } from '../../reading/filter.ts'
import { session } from '../../session/session.ts'
import { spokenDate } from '../../words/dates.ts'

/** Puts a condition in place of the one of its sort, or takes that off. */
function put(sort: 'blind' | 'new', clause: Clause | null): void {
  session.setState(({ filter }) => {
    const before = clauseOf(filter, sort)
    return { filter: clause ? withClause(filter, clause) : before ? withoutClause(filter, before) : filter }
  })
}

/** What somebody does not see, and what a version did not have. */
export function AskedChoices({ map, moment, filter }: { readonly map: SystemMap; readonly moment: MapContent; readonly filter: Filter }) {
  const perspectives = listed(moment.perspectives).filter(({ type }) => type !== 'shared' && type !== 'vision')
  const versions = inTime(map).toReversed().flatMap((id) => map.versions.get(id) ?? [])
  async function since(id: string) {
    const card = map.versions.get(id)
    if (!card) return put('new', null)
    await ports().maps.contentOf(card)
    put('new', { is: 'new', since: id, named: card.name || spokenDate(card.date) })
  }
  if (perspectives.length + versions.length === 0) return null
  return (
    <div className="filter-part filter-asked">
      {perspectives.length > 0 && (
        <SelectField label="Not seen by" value={clauseOf(filter, 'blind')?.to ?? ''} onChange={({ target }) => put('blind', target.value === '' ? null : { is: 'blind', to: target.value })}>
          <option value="">Anybody or nobody</option>
          {perspectives.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {versions.length > 0 && (
        <SelectField label="New since" value={clauseOf(filter, 'new')?.since ?? ''} onChange={({ target }) => void since(target.value)}>
          <option value="">Whenever it was added</option>
          {versions.map(({ id, name, date }) => (
            <option key={id} value={id}>
              {name || 'Version'}, {spokenDate(date)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  )
}
