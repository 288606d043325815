import type { Id } from '../model/ids.ts'
import type { Perspective } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import type { Reading } from '../reading/resolve.ts'
import type { Ground } from './ground.ts'
import type { Colour, Mark } from './marks.ts'
import { grey } from './palette.ts'
import { LEGEND_SAMPLE, type ElementState, type Face, type LegendEntry } from './scene.ts'
import { acrossOf, type Strokes } from './strokes.ts'
import { tieWidth, type TieLook } from './tie-look.ts'

/** What can be told apart on one picture, by rank; the list beside it holds the rest. VOCABULARY §5. */
export const MOST_TEXTURED = 25
export const MOST_BADGES = 5
export const MOST_CHIPS = 24

/** A tie as a question draws it. */
export interface AskedTie {
  readonly look: Pick<TieLook, 'width' | 'colour' | 'hasKind' | 'hasHalo' | 'strokes' | 'wedge'>
  /** What the question spends its ink on: drawn whole however many ties are in sight. */
  readonly isMarked: boolean
  readonly face?: Face
  /** The number beside each end. */
  readonly numbers?: readonly [from: Face, to: Face]
}

export interface AskedElement {
  readonly state?: ElementState
  readonly face?: { readonly is: Face; readonly at: 'below' | 'corner' }
}

/** A question answered for everything on the map. Signs come in the order of the maps: the first matter most. */
export interface Asked {
  readonly ties: ReadonlyMap<Id, AskedTie>
  /** How an element stands that neither map names. */
  readonly rest: ElementState
  readonly elements: ReadonlyMap<Id, AskedElement>
  readonly legend: readonly LegendEntry[]
}

export interface AskInput {
  readonly moment: MapContent
  readonly reading: Reading
  readonly ground: Pick<Ground, 'elements' | 'ties'>
  /** Ties are a little wider on a projector. */
  readonly scale: number
}

const NOT_RATED = 1.3

/** The width of a strength on the map: nothing for no tie, fine for one that nobody rated. */
export function widthOf(strength: number | undefined, scale: number): number {
  return strength === 0 ? 0 : (strength === undefined ? NOT_RATED : tieWidth(strength)) * scale
}

/** How dark a line of no news is: a grey, or the palette's own for what is agreed, which stays one where the system's colours are forced. */
type Shade = number | 'grown'
const shaded = (shade: Shade): Colour => (shade === 'grown' ? shade : grey(shade))

/** One line of no news. */
export function plainTie(width: number, shade: Shade, more: Partial<AskedTie['look']> = {}): AskedTie {
  return { look: { width: Math.max(1, width), colour: shaded(shade), hasKind: false, hasHalo: shade === 'grown' || shade > 0.3, ...more }, isMarked: false }
}

export function strokedTie(strokes: Strokes, more: Partial<AskedTie> & { readonly hasKind?: boolean } = {}): AskedTie {
  const { hasKind = false, ...rest } = more
  return { look: { width: acrossOf(strokes), colour: 'ink', hasKind, hasHalo: true, strokes }, isMarked: true, ...rest }
}

const line = (width: number, colour: Colour, dash?: readonly number[], cap?: 'round'): Mark => ({
  is: 'path', part: 'line', d: `M0 0H${LEGEND_SAMPLE[0]}`, stroke: colour, width, ...(dash ? { dash } : {}), ...(cap ? { cap } : {}),
})

/** A line of the legend, drawn as the map draws it. */
export const legendLine = (words: string, width: number, shade: Shade): LegendEntry => ({ group: 'overlay', words, marks: [line(width, shaded(shade))] })
export const legendStrokes = (words: string, strokes: Strokes): LegendEntry => ({ group: 'overlay', words, marks: strokes.map(({ width, colour, dash, cap }) => line(width, colour, dash, cap)) })

/** A sign in the middle of its sample, made small enough for it. */
export function legendFace(words: string, face: Face): LegendEntry {
  return { group: 'overlay', words, marks: face.marks.map((mark) => movedMark(mark, LEGEND_SAMPLE[0] / 2)) }
}

/** A mark moved to the right: path data here begins each part of itself with M and has no arcs. */
function movedMark(mark: Mark, by: number): Mark {
  return mark.is === 'text' ? { ...mark, x: mark.x + by } : { ...mark, d: movedRight(mark.d, by) }
}

function movedRight(d: string, by: number): string {
  return d.replace(/([MLQCHV])([^MLQCHVZ]*)/g, (_, letter: string, rest: string) => {
    let i = 0
    const isMoved = (at: number) => (letter === 'H' ? true : letter === 'V' ? false : at % 2 === 0)
    return letter + rest.replace(/-?\d*\.?\d+/g, (value) => String(isMoved(i++) ? Math.round((Number(value) + by) * 100) / 100 : Number(value)))
  })
}

/** How many names of voices a legend says, and how long they may be together: beyond it organisations go by their codes. */
const NAMED = 8
const LONG = 110

/** Whose answers these are; how many there are, where that is not told. */
export function legendVoices({ organisations }: Pick<MapContent, 'organisations'>, voices: readonly Perspective[], unattributed: boolean): LegendEntry {
  const names = voices.map(({ name }) => name).join(', ')
  const codes = voices.map(({ name, organisation }) => (organisation !== null && organisations.get(organisation)?.code) || name).join(', ')
  const isCounted = voices.length > NAMED || (unattributed && voices.length > 0)
  return { group: 'overlay', words: isCounted ? `of ${voices.length} ${voices.length === 1 ? 'voice' : 'voices'}` : voices.length ? `of ${names.length > LONG ? codes : names}` : 'of nobody yet', marks: [] }
}
