import type { Part } from './marks.ts'

/** What is drawn at a zoom and a density: the table of VOCABULARY §5, and the one place where it is decided. */
export interface Detail {
  /** Parts that are left out. */
  readonly without: ReadonlySet<Part>
  /** Ties below this strength are hairlines, unless they are called out. */
  readonly leastStrength: number
  /** Ties inside one organisation are left out. */
  readonly hidesWithin: boolean
  /** Cards are a band, a glyph and a first line; only some keep their name, at this size on screen. */
  readonly cards: 'full' | 'small' | 'plain'
  /** Not one card keeps its name: a map in small, where a name would cover half of it. */
  readonly isNameless?: boolean
  /** The words of notes, or a grey bar for each line, or nothing. */
  readonly notes: 'words' | 'bars' | 'none'
  /** Titles of territories are never smaller than this on screen, in CSS px. */
  readonly titleFloor: number
  /** Labels of what is called out are never smaller than this on screen, in CSS px. */
  readonly labelFloor: number
  /** Lines are at most one pixel wide: what many ties cost while everything moves. */
  readonly isHairline: boolean
}

export interface Sight {
  readonly zoom: number
  /** 1, 1.15 or 1.3: cards are larger on a projector. */
  readonly cardScale: number
  readonly tiesInSight: number
  readonly cardsInSight: number
  readonly starredInSight: number
  /** While the view pans, zooms, or a card is dragged. */
  readonly isMoving: boolean
}

/** Text is 14 units, so this is its size on screen in CSS px. */
const LABEL = 14
const READABLE = 8
/** Below this a name is a grey bar: the territories' titles may lie over it. Above it they leave it room. */
const ONLY_SHAPES = 6
/** How large a territory's title is at least where it may lie over cards, and where it leaves them room. CSS px. */
export const OVER_CARDS = 14
const BESIDE_CARDS = 10
/** Below this the bars of a note run into one. */
const BARS = 2.5

/** Below this the texture of a band would be a blur. */
const TEXTURED = 11

/** In rising order of what they ask of a frame. */
const FINE: readonly Part[] = ['kind', 'bead']
const SMALL: readonly Part[] = [...FINE, 'pattern', 'block']
const TINY: readonly Part[] = [...SMALL, 'head', 'halo', 'starred label']

const sizeOf = (zoom: number, cardScale: number): number => LABEL * zoom * cardScale

/** Whether the names of cards can be read, so that each is drawn whole. */
export const isReadable = (zoom: number, cardScale: number): boolean => sizeOf(zoom, cardScale) >= READABLE

/** Whether the bands of cards show their texture. */
export const isTextured = (zoom: number, cardScale: number): boolean => sizeOf(zoom, cardScale) >= TEXTURED

export function detailAt({ zoom, cardScale, tiesInSight, cardsInSight, starredInSight, isMoving }: Sight): Detail {
  const text = sizeOf(zoom, cardScale)
  const without = new Set<Part>(text < READABLE ? TINY : text < TEXTURED ? SMALL : [])
  if (zoom < 1.2 || starredInSight > 24) without.add('starred label')
  const isDense = tiesInSight > 120
  if (isMoving && (tiesInSight > 300 || cardsInSight > 200)) for (const part of TINY) without.add(part)
  if (cardsInSight > 400) for (const part of ['pattern', 'block', 'halo'] as const) without.add(part)
  return {
    without,
    leastStrength: isDense || text < READABLE ? 3 : 0,
    hidesWithin: tiesInSight > 250 && text < TEXTURED,
    cards: text >= READABLE && cardsInSight <= 1200 ? 'full' : cardsInSight > 600 || zoom < 0.12 ? 'plain' : 'small',
    notes: text >= READABLE ? 'words' : text >= BARS ? 'bars' : 'none',
    titleFloor: text < ONLY_SHAPES ? OVER_CARDS : text < READABLE ? BESIDE_CARDS : 0,
    labelFloor: isMoving ? 0 : 11,
    isHairline: tiesInSight > 1500 || (isMoving && tiesInSight > 600),
  }
}
