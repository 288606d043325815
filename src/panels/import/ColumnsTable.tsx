import { useMemo } from 'react'
import { Button } from '../../controls/Button.tsx'
import { columnsOf, withUse, type Choices } from '../../formats/found/choices.ts'
import type { Found } from '../../formats/found/found.ts'
import type { Column, ElementUse, TieUse } from '../../formats/found/uses.ts'

interface Use<U> {
  readonly value: U
  readonly title: string
}

const ELEMENT_USES: readonly Use<ElementUse>[] = [
  { value: 'kind', title: 'Kind' },
  { value: 'organisation', title: 'Organisation' },
  { value: 'tags', title: 'Tags' },
  { value: 'description', title: 'Description' },
  { value: 'fact', title: 'Fact' },
  { value: 'ignore', title: 'Leave out' },
]
const TIE_USES: readonly Use<TieUse>[] = [
  { value: 'kind', title: 'Kind of tie' },
  { value: 'sign', title: 'Sign' },
  { value: 'strength', title: 'Strength, 0 to 5' },
  { value: 'quality', title: 'Quality, −2 to +2' },
  { value: 'description', title: 'Description' },
  { value: 'fact', title: 'Fact' },
  { value: 'ignore', title: 'Leave out' },
]

/** Columns from which on answering each of them is work. */
const MANY = 6

/** Every column that has one use put to another. */
function turned(choices: Choices, from: 'fact' | 'ignore', to: 'fact' | 'ignore'): Choices {
  const all = <U extends ElementUse | TieUse>(uses: ReadonlyMap<string, U>) => new Map([...uses].map(([name, use]) => [name, use === from ? (to as U) : use]))
  return { ...choices, elementUses: all(choices.elementUses), tieUses: all(choices.tieUses) }
}

/** What else the file says of its things, column by column, and what becomes of each. */
export function ColumnsTable({ found, choices, onChange }: { readonly found: Found; readonly choices: Choices; readonly onChange: (next: Choices) => void }) {
  const elements = useMemo(() => columnsOf(found.elements), [found])
  const ties = useMemo(() => columnsOf(found.ties), [found])
  if (elements.length + ties.length === 0) return null
  const having = (use: 'fact' | 'ignore') => [...choices.elementUses.values(), ...choices.tieUses.values()].filter((one) => one === use).length
  const [facts, left] = [having('fact'), having('ignore')]
  return (
    <section aria-label="Columns">
      <div className="import-head">
        <h3>What else it says</h3>
        {facts >= MANY && (
          <Button small onClick={() => onChange(turned(choices, 'fact', 'ignore'))}>
            Leave out all {facts} facts
          </Button>
        )}
        {facts === 0 && left >= MANY && (
          <Button small onClick={() => onChange(turned(choices, 'ignore', 'fact'))}>
            Keep all {left} as facts
          </Button>
        )}
      </div>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">Of</th>
            <th scope="col">Column</th>
            <th scope="col">For example</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {elements.map((column) => (
            <Row key={`element ${column.name}`} of="elements" column={column} uses={ELEMENT_USES} use={choices.elementUses.get(column.name) ?? 'fact'} onUse={(use) => onChange(withUse(found, choices, 'element', column.name, use))} />
          ))}
          {ties.map((column) => (
            <Row key={`tie ${column.name}`} of="ties" column={column} uses={TIE_USES} use={choices.tieUses.get(column.name) ?? 'fact'} onUse={(use) => onChange(withUse(found, choices, 'tie', column.name, use))} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row<U extends string>({ of, column, uses, use, onUse }: { readonly of: string; readonly column: Column; readonly uses: readonly Use<U>[]; readonly use: U; readonly onUse: (use: U) => void }) {
  return (
    <tr className={use === 'ignore' ? 'is-left' : ''}>
      <td>{of}</td>
      <th scope="row">{column.name}</th>
      <td className="import-examples">{column.examples.join(' · ')}</td>
      <td>
        <select className="field" aria-label={`“${column.name}” of ${of} becomes`} value={use} onChange={(event) => onUse(event.target.value as U)}>
          {uses.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}
