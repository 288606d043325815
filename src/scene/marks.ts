/** A colour by its name in `palette.ts`; a painter looks it up for its theme. A mix is `grey(k)` of VOCABULARY: k·a + (1−k)·b in sRGB, solid, never alpha. */
export type Colour = string | { readonly mix: number; readonly of: string; readonly into: string }

/** What a mark is for, so that a painter can leave it out where it would not show: `detail.ts`. */
export const PARTS = [
  'halo', 'ring', 'body', 'band', 'pattern', 'block', 'glyph', 'outline', 'name',
  'line', 'saw', 'head', 'kind', 'bead', 'label', 'starred label', 'chip', 'words',
] as const
export type Part = (typeof PARTS)[number]

/** A filled or stroked path. `d` is SVG path data in world units. */
export interface PathMark {
  readonly is: 'path'
  readonly part?: Part
  readonly d: string
  readonly fill?: Colour
  readonly stroke?: Colour
  readonly width?: number
  readonly dash?: readonly number[]
  readonly cap?: 'butt' | 'round'
  readonly join?: 'miter' | 'round'
}

/** One line of text, on its baseline. `keyline` is the width of a paper stroke behind it. */
export interface TextMark {
  readonly is: 'text'
  readonly part?: Part
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly weight: 400 | 500 | 600 | 700
  readonly fill: Colour
  readonly anchor: 'start' | 'middle' | 'end'
  readonly keyline?: { readonly colour: Colour; readonly width: number }
  readonly tracking?: number
}

/** All that a painter knows how to draw. Three painters (canvas 2D, SVG text, mounted SVG) walk the same list. */
export type Mark = PathMark | TextMark
