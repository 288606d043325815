import { LABEL_LINE, LABEL_SIZE, LABEL_WEIGHT, type Box } from '../boxes/boxes.ts'
import type { ElementKind, Slot } from '../model/kinds.ts'
import { n, roundedData, scaledData } from './curves.ts'
import { glyphMark } from './glyphs.ts'
import type { Colour, Mark } from './marks.ts'
import { keptOutline } from './outlines.ts'
import { faded, grey, slotToken, type ColourName } from './palette.ts'
import { patternData } from './patterns.ts'
import { clipped, polygonData, type Polygon } from './polygons.ts'
import type { ElementState } from './scene.ts'

/** All that decides how a card looks. */
export interface CardLook {
  readonly kind: ElementKind
  /** Null where the element is in no organisation. */
  readonly slot: Slot | null
  readonly box: Box
  readonly state: ElementState
  readonly isSelected: boolean
  readonly isPinned: boolean
  readonly scale: number
}

/** Of VOCABULARY §1. */
const BAND: Partial<Record<ElementKind, number>> = { role: 18, group: 20, people: 14 }
const BAND_WIDTH = 13
const AFTER_BAND: Partial<Record<ElementKind, number>> = { role: 4, people: 6, group: 6 }
const BLOCK = 15
const GLYPH = 3.6
const FACTOR_INSET = 4

/** How strong a colour of the organisation is in each state, over paper. */
const BAND_STRENGTH: Readonly<Record<ElementState, number>> = { plain: 1, lifted: 1, 'says no': 1, 'not said': 0.55, 'stepped back': 0.45 }
const FILL_STRENGTH: Readonly<Record<ElementState, number>> = { plain: 1, lifted: 1, 'says no': 0, 'not said': 0.4, 'stepped back': 0.4 }

/** The shape, 1.25 ink; an organisation is heavier. */
const lineWidth = (kind: ElementKind): number => (kind === 'organisation' ? 2.25 : 1.25)

const textColour = (state: ElementState): Colour => (state === 'stepped back' ? grey(0.66) : state === 'not said' ? grey(0.76) : 'ink')
const lineColour = (state: ElementState): Colour => (state === 'stepped back' ? grey(0.45) : state === 'not said' ? grey(0.4) : 'outline')

const strength = (k: number, name: ColourName): Colour => (k === 1 ? name : k === 0 ? 'paper' : faded(k, name))

/** Partners, residents, what is shared and what is nobody's have a hollow band. */
const isHollow = (slot: Slot | null): boolean => slot === null || typeof slot === 'string'

function fillOf({ kind, slot, state }: CardLook): Colour {
  if (kind === 'factor' || state === 'says no') return 'paper'
  return strength(FILL_STRENGTH[state], slot === null || isHollow(slot) ? 'panel' : `${slotToken(slot)}-tint`)
}

interface Band {
  readonly band: string
  readonly block: string
  readonly pattern: string
}
const bands = new WeakMap<Polygon, Map<Slot, Band>>()

/** A slot's band within an outline: few of the cards of a map differ in both. */
function keptBand(outline: Polygon, slot: Slot, left: number, right: number, height: number): Band {
  let ofOutline = bands.get(outline)
  if (!ofOutline) bands.set(outline, (ofOutline = new Map()))
  let found = ofOutline.get(slot)
  if (!found) {
    const band = clipped(outline, [[left - 1, -height], [right, -height], [right, height], [left - 1, height]])
    const block = clipped(band, [[left - 1, -BLOCK / 2], [right, -BLOCK / 2], [right, BLOCK / 2], [left - 1, BLOCK / 2]])
    ofOutline.set(slot, (found = { band: polygonData(band), block: polygonData(block), pattern: patternData(slot, band) }))
  }
  return found
}

function bandOf(look: CardLook, outline: Polygon): Mark[] {
  const { kind, slot, box, state } = look
  if (kind === 'factor' || state === 'says no' || slot === null) return []
  const left = -box.width / 2
  const width = BAND[kind] ?? BAND_WIDTH
  const middle = left + width / 2 + (kind === 'role' ? 1.5 : kind === 'group' ? 2.5 : kind === 'people' ? 1.5 : 0)
  const k = BAND_STRENGTH[state]
  const colour = strength(k, slotToken(slot))
  const right = left + width
  if (isHollow(slot)) {
    return [
      { is: 'path', part: 'band', d: `M${n(right)} ${n(-box.height / 2)}V${n(box.height / 2)}`, stroke: faded(0.5 * k, slotToken(slot)), width: 1 },
      glyphMark(slot, middle, 0, GLYPH, colour),
    ]
  }
  const { band, block, pattern } = keptBand(outline, slot, left, right, box.height)
  const marks: Mark[] = [{ is: 'path', part: 'band', d: band, fill: colour }]
  if (pattern) {
    marks.push({ is: 'path', part: 'pattern', d: pattern, fill: 'paper' })
    marks.push({ is: 'path', part: 'block', d: block, fill: colour })
  }
  marks.push(glyphMark(slot, middle, 0, GLYPH, 'paper'))
  return marks
}

function namesOf(look: CardLook): Mark[] {
  const { kind, box } = look
  const left = -box.width / 2
  if (look.slot === null && kind !== 'factor') return lined(look, 0, 'middle')
  const x = kind === 'factor' ? left + 6 : left + (BAND[kind] ?? BAND_WIDTH) + (AFTER_BAND[kind] ?? 5)
  return lined(look, x, 'start')
}

/** Without a band the name stands in the middle of its card. */
function lined({ box: { lines }, state }: CardLook, x: number, anchor: 'start' | 'middle'): Mark[] {
  const first = lines.length > 1 ? -3.6 : 4.9
  return lines.map((text, i) => ({
    is: 'text', part: 'name', x, y: first + i * LABEL_LINE, text, size: LABEL_SIZE, weight: LABEL_WEIGHT as 600, fill: textColour(state), anchor,
  }))
}

/** A pin at the card's upper right corner, where *Settle* leaves it. */
function pinOf({ box, state }: CardLook): Mark {
  const [x, y] = [box.width / 2 - 9, -box.height / 2 + 8]
  return { is: 'path', part: 'glyph', d: `M${n(x - 2.5)} ${n(y - 3)}H${n(x + 2.5)}M${n(x)} ${n(y - 3)}V${n(y + 4)}M${n(x - 3.5)} ${n(y + 0.5)}H${n(x + 3.5)}`, stroke: textColour(state), width: 1.1 }
}

/** A card about its centre, from the back to the front, in world units. */
export function cardMarks(look: CardLook): readonly Mark[] {
  const { kind, box, state, isSelected, isPinned } = look
  const { d, polygon } = keptOutline(kind, box.width, box.height)
  const line = lineColour(state)
  const second = kind === 'people' ? roundedData(-box.width / 2 - 3.2, -box.height / 2 - 3.2, box.width + 6.4, box.height + 6.4, 11) : null
  const outer = second ?? d
  const marks: Mark[] = [{ is: 'path', part: 'halo', d, stroke: 'paper', width: second ? 11 : state === 'lifted' ? 11 : 5, join: 'round' }]
  if (isSelected) {
    marks.push({ is: 'path', part: 'ring', d: outer, stroke: 'focus', width: 8, join: 'round' })
    marks.push({ is: 'path', part: 'ring', d: outer, stroke: 'paper', width: 3.5, join: 'round', ...(second ? { fill: 'paper' } : {}) })
  }
  marks.push({ is: 'path', part: 'body', d, fill: fillOf(look) }, ...bandOf(look, polygon))
  if (state === 'says no') {
    marks.push({ is: 'path', part: 'outline', d, stroke: 'ink-2', width: 2, dash: [0.1, 4], cap: 'round', join: 'round' })
  } else if (kind === 'factor') {
    const y = box.height / 2 - 1
    marks.push({ is: 'path', part: 'outline', d: `M${n(FACTOR_INSET - box.width / 2)} ${n(y)}H${n(box.width / 2 - FACTOR_INSET)}`, stroke: line, width: 2.5 })
  } else {
    marks.push({ is: 'path', part: 'outline', d, stroke: line, width: lineWidth(kind), join: kind === 'organisation' ? 'miter' : 'round' })
    if (second) marks.push({ is: 'path', part: 'outline', d: second, stroke: line, width: 1.25, join: 'round' })
  }
  marks.push(...namesOf(look))
  if (isPinned) marks.push(pinOf(look))
  return look.scale === 1 ? marks : marks.map((mark) => scaled(mark, look.scale))
}

/** A mark enlarged about 0, 0, lines and letters with it. */
export function scaled(mark: Mark, by: number): Mark {
  if (mark.is === 'text') {
    return { ...mark, x: mark.x * by, y: mark.y * by, size: mark.size * by, ...(mark.keyline ? { keyline: { ...mark.keyline, width: mark.keyline.width * by } } : {}) }
  }
  return {
    ...mark,
    d: scaledData(mark.d, by),
    ...(mark.width === undefined ? {} : { width: mark.width * by }),
    ...(mark.dash ? { dash: mark.dash.map((length) => length * by) } : {}),
  }
}
