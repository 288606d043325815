import { SelectField } from '../../controls/Field.tsx'
import { QUALITY, STRENGTH } from '../../model/scales.ts'
import { clauseOf, withClause, withoutClause, type Filter } from '../../reading/filter.ts'
import { signed } from '../../words/ratings.ts'

interface RangeProps {
  readonly title: string
  readonly sort: 'strength' | 'quality'
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

/** From one step of a scale to another; the whole scale still leaves out what is not rated. */
export function RangeChoice({ title, sort, filter, onChange }: RangeProps) {
  const { steps } = sort === 'strength' ? STRENGTH : QUALITY
  const clause = clauseOf(filter, sort)
  const [least, most] = [steps[0]?.value ?? 0, steps.at(-1)?.value ?? 0]

  function set(end: 'from' | 'to', value: string) {
    if (value === '') return onChange(withoutClause(filter, clause ?? { is: sort, from: least, to: most }))
    const before = clause ?? { is: sort, from: least, to: most }
    const next = { ...before, [end]: Number(value) }
    // An end that is drawn past the other takes it along.
    onChange(withClause(filter, next.from > next.to ? { is: sort, from: Number(value), to: Number(value) } : next))
  }

  const options = steps.map(({ value, short }) => (
    <option key={value} value={value}>
      {sort === 'quality' ? signed(value) : value} {short}
    </option>
  ))
  return (
    <div className="filter-part filter-range" role="group" aria-label={title}>
      <h4>{title}</h4>
      <SelectField label={`${title} from`} hidesLabel value={clause?.from ?? ''} onChange={(event) => set('from', event.target.value)}>
        <option value="">any</option>
        {options}
      </SelectField>
      <span aria-hidden="true">to</span>
      <SelectField label={`${title} to`} hidesLabel value={clause?.to ?? ''} onChange={(event) => set('to', event.target.value)}>
        <option value="">any</option>
        {options}
      </SelectField>
    </div>
  )
}
