import { INFLUENCE, INTEREST } from '../../model/scales.ts'
import { across, down, type Plot } from './lay-marks.ts'

/** How wide a plot has to be for the words of the scale to stand beneath it. CSS px. */
const ROOM_FOR_WORDS = 560
/** The same for the corners in the size of a heading. */
const ROOM_FOR_CORNERS = 420
const TICK = 6

/** The field, its middle lines, both scales and the four corners. */
export function GridScale({ plot, left, bottom }: { readonly plot: Plot; readonly left: number; readonly bottom: number }) {
  const { width, height, text } = plot
  const hasWords = width >= (ROOM_FOR_WORDS * text) / 13
  const ticks = [1.5, 2.5, 3.5, 4.5]
  const corner = width < ROOM_FOR_CORNERS ? 13 : text * 1.5
  return (
    <svg className="grid-scale" width={width + left} height={height + bottom} viewBox={`${-left} 0 ${width + left} ${height + bottom}`} aria-hidden="true">
      <rect className="grid-field" x="0" y="0" width={width} height={height} />
      <path className="grid-middle" d={`M${across(3, plot)} 0V${height}M0 ${down(3, plot)}H${width}`} />
      <path className="grid-tick" d={ticks.map((at) => `M${across(at, plot)} 0v${TICK}M${across(at, plot)} ${height}v${-TICK}M0 ${down(at, plot)}h${TICK}M${width} ${down(at, plot)}h${-TICK}`).join('')} />
      {[
        ['Bring in', 14, 26, 'start'], ['Work with', width - 14, 26, 'end'], ['Keep open', 14, height - 14, 'start'], ['Give weight to', width - 14, height - 14, 'end'],
      ].map(([words, x, y, anchor]) => (
        <text key={words} className="grid-corner" x={x} y={y} fontSize={corner} textAnchor={anchor as 'start'}>
          {words}
        </text>
      ))}
      {INFLUENCE.steps.map(({ value, short }) => (
        <text key={value} className="grid-step" x={-10} y={down(value, plot) + text / 3} textAnchor="end">
          {hasWords ? `${short} ${value}` : value}
        </text>
      ))}
      {INTEREST.steps.map(({ value, short }) => (
        <text key={value} className="grid-step" x={across(value, plot)} y={height + text + 7} textAnchor="middle">
          {hasWords ? `${value} ${short}` : value}
        </text>
      ))}
      <text className="grid-question" x={across(3, plot)} y={height + text * 2.4 + 10} textAnchor="middle">
        {hasWords ? INTEREST.question : 'Interest →'}
      </text>
      <text className="grid-question" transform={`translate(${-left + text + 1} ${height / 2}) rotate(-90)`} textAnchor="middle">
        {height >= 26 * text ? INFLUENCE.question : 'Influence →'}
      </text>
    </svg>
  )
}
