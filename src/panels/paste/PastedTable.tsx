import type { Pasted } from '../../capture/paste.ts'
import { COLUMN_USES, type ColumnUse } from '../../capture/paste-columns.ts'

const SHOWN = 5

/** The first rows as they will be read, with what each column is. */
export function PastedTable({ pasted, onColumn }: { readonly pasted: Pasted; readonly onColumn: (column: number, use: ColumnUse) => void }) {
  const rows = pasted.rows.slice(pasted.hasHeader ? 1 : 0, SHOWN + (pasted.hasHeader ? 1 : 0))
  if (pasted.as === 'lines') {
    return (
      <ol className="paste-lines">
        {pasted.rows.slice(0, SHOWN).map((row, i) => (
          <li key={i}>{row.join(' ')}</li>
        ))}
      </ol>
    )
  }
  if (pasted.as === 'matrix') {
    return (
      <div className="paste-table" role="region" aria-label="What was pasted" tabIndex={0}>
        <table>
          <tbody>
            {pasted.rows.slice(0, SHOWN + 1).map((row, i) => (
              <tr key={i}>{row.map((cell, column) => (i === 0 || column === 0 ? <th key={column} scope={i === 0 ? 'col' : 'row'}>{cell}</th> : <td key={column}>{cell}</td>))}</tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  }
  const [header = []] = pasted.rows
  return (
    <div className="paste-table" role="region" aria-label="What was pasted" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {pasted.columns.map((use, i) => {
              const title = (pasted.hasHeader && header[i]) || `Column ${i + 1}`
              return (
                <th key={i} scope="col">
                  <select className="field" aria-label={`${title} is`} value={use} onChange={(event) => onColumn(i, event.target.value as ColumnUse)}>
                    {COLUMN_USES[pasted.as].map((choice) => (
                      <option key={choice.use} value={choice.use}>
                        {choice.use === 'fact' && pasted.hasHeader && header[i] ? `Fact: ${header[i]}` : choice.title}
                      </option>
                    ))}
                  </select>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {pasted.columns.map((use, column) => (
                <td key={column} className={use === 'ignore' ? 'is-ignored' : ''}>
                  {row[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
