import { Tick } from '../../controls/Tick.tsx'
import type { GatherPlan, PlannedFile } from '../../edits/gather/plan.ts'
import type { OpenedHere } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { spokenDate } from '../../words/dates.ts'
import { nameOfMap } from '../../words/map-name.ts'

/** Lines of what was mended in one file, before its row would hide the next. */
const MOST_REPAIRS = 4

interface FilesTableProps {
  readonly plan: GatherPlan
  readonly files: readonly OpenedHere[]
  readonly refused: readonly { readonly file: string; readonly place: string; readonly reason: string }[]
  readonly included: ReadonlySet<string>
  readonly onInclude: (key: string, isIn: boolean) => void
}

/** Each file with what it brings, and what silence will mean in its view; a file that cannot come says why, in its own row. */
export function FilesTable({ plan, files, refused, included, onInclude }: FilesTableProps) {
  return (
    <table className="gather-files">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col" className="is-number">Elements</th>
          <th scope="col" className="is-number">Ties</th>
          <th scope="col" className="is-number">Said</th>
          <th scope="col">Did they look at everything?</th>
        </tr>
      </thead>
      <tbody>
        {plan.files.map((file) => (
          <tr key={file.index} className={file.standing === 'brings' ? '' : 'is-left'}>
            <th scope="row">
              {file.label} {file.savedAt && <span className="quiet-text">{spokenDate(file.savedAt)}</span>}
              <span className="gather-why gather-narrow">{silenceWords(file)}</span>
              <Standing file={file} from={files[file.index]} isIn={included.has(file.key)} onInclude={onInclude} />
            </th>
            <td className="is-number">{file.elements}</td>
            <td className="is-number">{file.ties}</td>
            <td className="is-number">{file.said}</td>
            <td>{silenceWords(file)}</td>
          </tr>
        ))}
        {refused.map(({ file, place, reason }, i) => (
          <tr key={`refused ${i}`} className="is-left">
            <th scope="row" colSpan={5}>
              {file}
              <span className="gather-why">
                Left out. {place}: {reason}.
              </span>
            </th>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function silenceWords({ isComplete }: PlannedFile): string {
  return isComplete ? 'Yes: silence means “did not name it”' : 'Open: silence means nothing'
}

function Standing({ file, from, isIn, onInclude }: { readonly file: PlannedFile; readonly from: OpenedHere | undefined; readonly isIn: boolean; readonly onInclude: FilesTableProps['onInclude'] }) {
  const words = [
    file.standing === 'twice' ? 'The same file again: it counts once.' : '',
    file.standing === 'here already' ? 'Gathered before: it brings nothing new.' : '',
    file.standing === 'earlier' ? `A newer one of this table stands; this is kept as “${file.label} (earlier)”.` : '',
    file.privateViews > 0 ? `${counted(file.privateViews, 'private view')} in it ${file.privateViews === 1 ? 'stays' : 'stay'} in the file.` : '',
  ].filter((one) => one !== '')
  return (
    <>
      {file.isOther && from && (
        <span className="gather-why">
          This is from another map: {nameOfMap(from.whole.map.meta)}.
          <Tick isOn={isIn} onChange={(isOn) => onInclude(file.key, isOn)}>
            Gather {file.label} anyway
          </Tick>
        </span>
      )}
      {from && from.repairs.length > 0 && (
        <ul className="gather-why" aria-label={`Not understood in ${file.label}`}>
          {from.repairs.slice(0, MOST_REPAIRS).map((repair, i) => (
            <li key={i}>
              {repair.place}: {repair.words}.
            </li>
          ))}
          {from.repairs.length > MOST_REPAIRS && <li>and {from.repairs.length - MOST_REPAIRS} more.</li>}
        </ul>
      )}
      {words.map((one) => (
        <span key={one} className="gather-why">
          {one}
        </span>
      ))}
    </>
  )
}
