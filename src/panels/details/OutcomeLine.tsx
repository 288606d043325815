import type { MapElement, OutcomeReading } from '../../model/records.ts'
import { spokenDate } from '../../words/dates.ts'

const WIDTH = 278
const HEIGHT = 56
/** Room for a dot at every edge. */
const EDGE = 6

interface Read {
  readonly date: string
  readonly value: number
}

/** How an outcome's measure went, day by day, with its target as a dashed line. What it shows is said beneath it. */
export function OutcomeLine({ element: { better, target, unit }, readings }: { readonly element: MapElement; readonly readings: readonly OutcomeReading[] }) {
  const read: readonly Read[] = readings.flatMap(({ date, value }) => (date === '' || value === null ? [] : [{ date, value }])).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const [first, last] = [read[0], read.at(-1)]
  if (!first || !last || read.length < 2) return null
  const day = (date: string) => Date.parse(date)
  const values = [...read.map(({ value }) => value), ...(target === null ? [] : [target])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (date: string) => EDGE + ((day(date) - day(first.date)) / Math.max(1, day(last.date) - day(first.date))) * (WIDTH - 2 * EDGE)
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / Math.max(1e-9, high - low)) * (HEIGHT - 2 * EDGE)
  const points = read.map(({ date, value }) => [x(date), y(value)] as const)
  const said = (value: number) => `${value}${unit === '' ? '' : ` ${unit}`}`
  return (
    <figure className="outcome-line">
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {target !== null && <path className="outcome-target" d={`M${EDGE} ${y(target)}H${WIDTH - EDGE}`} />}
        <path className="outcome-path" d={`M${points.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L')}`} />
        {points.map(([px, py], i) => (
          <circle key={i} className="outcome-dot" cx={px} cy={py} r={i === points.length - 1 ? 4 : 2.5} />
        ))}
      </svg>
      <figcaption>
        {said(first.value)} on {spokenDate(first.date)}, {said(last.value)} on {spokenDate(last.date)}
        {target === null ? '' : `; target ${said(target)}`}. {better === 'up' ? 'Higher' : 'Lower'} is better.
      </figcaption>
    </figure>
  )
}
