import { MarksSvg } from '../../controls/MarksSvg.tsx'
import type { Slot } from '../../model/kinds.ts'
import { compassMarks } from '../../scene/frame.ts'
import { glyphMark } from '../../scene/glyphs.ts'
import { slotToken } from '../../scene/palette.ts'

interface Card {
  readonly at: readonly [x: number, y: number]
  readonly slot: Slot
}
interface Picture {
  readonly cards: readonly Card[]
  /** Pairs of indexes, −1 for the one in the middle; a third number is the width of the line. */
  readonly ties: readonly (readonly [from: number, to: number, width: number])[]
  readonly middle: 'person' | 'you' | null
}

const around = (slots: readonly (readonly [Slot, number, number])[]): readonly Card[] => slots.map(([slot, x, y]) => ({ slot, at: [x, y] }))

const PICTURES: Readonly<Record<string, Picture>> = {
  'four-organisations': {
    middle: 'person',
    cards: around([[1, 34, 20], [1, 74, 30], [1, 36, 44], [2, 172, 22], [2, 212, 32], [2, 180, 46], [4, 34, 78], [4, 72, 94], [4, 32, 106], [3, 178, 80], [3, 216, 94], [3, 182, 106]]),
    ties: Array.from({ length: 12 }, (_, i) => [i, -1, 1] as const),
  },
  'one-journey': {
    middle: null,
    cards: around([['partner', 26, 60], [3, 73, 72], [3, 120, 60], [4, 167, 72], [2, 214, 60]]),
    ties: [[0, 1, 2], [1, 2, 2], [2, 3, 2], [3, 4, 2]],
  },
  'one-team': {
    middle: 'you',
    cards: around([[1, 40, 26], ['partner', 120, 18], [2, 198, 24], [3, 210, 72], ['people', 172, 106], ['partner', 90, 108], [4, 34, 82]]),
    ties: [[0, -1, 1.5], [1, -1, 3], [2, -1, 4], [3, -1, 2.5], [4, -1, 4], [5, -1, 1.5], [6, -1, 1.5]],
  },
}
const MIDDLE = [120, 62] as const
/** The compass at a quarter of its size, its lines as thick as ever. */
const ROSE = compassMarks([0, 0], [40, 20]).map((mark) => (mark.is === 'path' ? { ...mark, width: 3.4 } : mark))

/** What a template begins with, drawn as the map draws. */
export function TemplatePicture({ id }: { readonly id: string }) {
  const picture = PICTURES[id] ?? PICTURES['four-organisations']
  if (!picture) return null
  const placeOf = (i: number) => (i < 0 ? MIDDLE : (picture.cards[i]?.at ?? MIDDLE))
  return (
    <svg className="template-picture" viewBox="0 0 240 124" aria-hidden="true">
      {picture.middle && (
        <g transform={`translate(${MIDDLE[0]} ${MIDDLE[1]}) scale(.26)`}>
          <MarksSvg marks={ROSE} />
        </g>
      )}
      {picture.middle === null && <path className="template-way" d="M40 24H222" />}
      {picture.ties.map(([from, to, width]) => {
        const [ax, ay] = placeOf(from)
        const [bx, by] = placeOf(to)
        return <path key={`${from} ${to}`} className={picture.middle === 'person' ? 'template-faint' : 'template-tie'} strokeWidth={width} d={`M${ax} ${ay}L${bx} ${by}`} />
      })}
      {picture.cards.map(({ at: [x, y], slot }, i) => (
        <g key={i} transform={`translate(${x} ${y})`}>
          <rect className="template-card" x="-16" y="-8" width="32" height="16" rx="1.5" fill={`var(--${slotToken(slot)}-tint)`} />
          <MarksSvg marks={[glyphMark(slot, -9, 0, 3.2)]} />
        </g>
      ))}
      {picture.middle === null && (
        <>
          <MarksSvg marks={[glyphMark('people', 26, 24, 6)]} />
          {picture.cards.map(({ at: [x] }, i) => (
            <text key={i} x={x} y="104" className="template-number">
              {i + 1}
            </text>
          ))}
        </>
      )}
      {picture.middle && (
        <g transform={`translate(${MIDDLE[0]} ${MIDDLE[1]})`}>
          <rect className="template-card is-middle" x="-23" y="-12" width="46" height="24" rx="2" />
          <rect className="template-inner" x="-20" y="-9" width="40" height="18" rx="1" />
          {picture.middle === 'you' ? (
            <text y="4" className="template-you">
              You
            </text>
          ) : (
            <MarksSvg marks={[glyphMark('people', 0, 0, 5)]} />
          )}
        </g>
      )}
    </svg>
  )
}
