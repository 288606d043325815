import { useMemo, useState } from 'react'
import { SelectField } from '../../controls/Field.tsx'
import type { Id } from '../../model/ids.ts'
import type { Facts } from '../../model/records.ts'
import { withClause, withoutClause, type Clause, type Filter } from '../../reading/filter.ts'

/** More values than this are no choice any more: then only whether the fact is there can be asked. */
const MOST_VALUES = 200
const ANY = ''

type FactClause = Extract<Clause, { readonly is: 'fact' }>

interface FactProps {
  readonly records: ReadonlyMap<Id, { readonly facts: Facts }>
  readonly on: FactClause['on']
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

/** By one fact at a time: its name, then any value of it or one. */
export function FactChoices({ records, on, filter, onChange }: FactProps) {
  const values = useMemo(() => valuesByName(records), [records])
  const clause = filter.find((one): one is FactClause => one.is === 'fact' && one.on === on)
  const [name, setName] = useState(clause?.name ?? ANY)
  if (values.size === 0) return null
  const of = [...(values.get(name) ?? [])].sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1))
  const at = clause?.name === name && clause.value !== null ? of.indexOf(clause.value) : -1
  const rest = clause ? withoutClause(filter, clause) : filter

  function choose(next: string) {
    setName(next)
    onChange(next === ANY ? rest : withClause(rest, { is: 'fact', on, name: next, value: null }))
  }

  return (
    <div className="filter-part filter-range" role="group" aria-label={`Fact of ${on === 'element' ? 'an element' : 'a tie'}`}>
      <h4>Fact</h4>
      <SelectField label="Fact" hidesLabel value={name} onChange={(event) => choose(event.target.value)}>
        <option value={ANY}>any</option>
        {[...values.keys()].sort().map((one) => (
          <option key={one}>{one}</option>
        ))}
      </SelectField>
      {name !== ANY && of.length <= MOST_VALUES && (
        <>
          <span aria-hidden="true">is</span>
          <SelectField label={`${name} is`} hidesLabel value={at < 0 ? ANY : String(at)} onChange={(event) => onChange(withClause(rest, { is: 'fact', on, name, value: event.target.value === ANY ? null : (of[Number(event.target.value)] ?? null) }))}>
            <option value={ANY}>anything</option>
            {of.map((value, i) => (
              <option key={`${typeof value} ${value}`} value={i}>
                {value}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </div>
  )
}

function valuesByName(records: FactProps['records']): ReadonlyMap<string, ReadonlySet<string | number>> {
  const found = new Map<string, Set<string | number>>()
  for (const { facts } of records.values()) {
    for (const [name, value] of facts) {
      const values = found.get(name)
      if (values) values.add(value)
      else found.set(name, new Set([value]))
    }
  }
  return found
}
