import { memo } from 'react'

/** A colour by its custom property, or a solid mix of two. */
type Ink = string | { readonly mix: number; readonly of: string; readonly into: string }

/** What can be drawn: the same shapes as the marks of a scene. */
export type Drawn =
  | { readonly is: 'path'; readonly part?: string; readonly d: string; readonly fill?: Ink; readonly stroke?: Ink; readonly width?: number; readonly dash?: readonly number[]; readonly cap?: 'butt' | 'round'; readonly join?: 'miter' | 'round' }
  | {
      readonly is: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly weight: number; readonly fill: Ink
      readonly anchor: 'start' | 'middle' | 'end'; readonly keyline?: { readonly colour: Ink; readonly width: number }; readonly tracking?: number
    }

/** As CSS: a change of theme then redraws nothing. */
function css(ink: Ink): string {
  if (typeof ink === 'string') return ink === 'none' ? 'none' : `var(--${ink})`
  return `color-mix(in srgb, ${css(ink.of)} ${Math.round(ink.mix * 1000) / 10}%, ${css(ink.into)})`
}

/** Marks as SVG in the page, to stand in an `<svg>`. */
export const MarksSvg = memo(function MarksSvg({ marks }: { readonly marks: readonly Drawn[] }) {
  return marks.map((mark, i) => (mark.is === 'path' ? <Path key={i} mark={mark} /> : <Words key={i} mark={mark} />))
})

function Path({ mark }: { readonly mark: Extract<Drawn, { is: 'path' }> }) {
  return (
    <path
      d={mark.d}
      data-part={mark.part}
      fill={mark.fill === undefined ? 'none' : css(mark.fill)}
      {...(mark.stroke !== undefined && { stroke: css(mark.stroke), strokeWidth: mark.width ?? 1 })}
      {...(mark.dash && { strokeDasharray: mark.dash.join(' ') })}
      {...(mark.cap && { strokeLinecap: mark.cap })}
      {...(mark.join && { strokeLinejoin: mark.join })}
    />
  )
}

/** Letters are set at their own size and then enlarged, as the painters do: set anew at each zoom, a name that changed its colour in the frame of a zoom kept the letters of the zoom before. */
function Words({ mark }: { readonly mark: Extract<Drawn, { is: 'text' }> }) {
  return (
    <text
      x={mark.x}
      y={mark.y}
      fontSize={mark.size}
      fontWeight={mark.weight}
      textAnchor={mark.anchor}
      textRendering="geometricPrecision"
      fill={css(mark.fill)}
      {...(mark.tracking !== undefined && { letterSpacing: mark.tracking })}
      {...(mark.keyline && { stroke: css(mark.keyline.colour), strokeWidth: mark.keyline.width, paintOrder: 'stroke', strokeLinejoin: 'round' as const })}
    >
      {mark.text}
    </text>
  )
}
