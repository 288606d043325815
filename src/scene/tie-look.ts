import type { Answer } from '../reading/answer.ts'
import type { Colour } from './marks.ts'
import { faded, grey } from './palette.ts'
import type { Strokes } from './strokes.ts'
import type { Wedge } from './wedge.ts'

export type TieBody = 'solid' | 'dash' | 'saw' | 'not rated' | 'says no' | 'not said'

/** How a tie's line is drawn, before its geometry is known. */
export interface TieLook {
  readonly body: TieBody
  readonly width: number
  /** The width that it has on a card's edge: the same when it steps back, so that a selection moves no tie. */
  readonly room: number
  readonly colour: Colour
  readonly bead: 'filled' | 'open' | null
  /** Heads and the marks of its kind. */
  readonly hasKind: boolean
  readonly hasHalo: boolean
  /** A selected tie lies on the focus colour. */
  readonly isSelected: boolean
  /** What a question draws in place of the line. */
  readonly strokes?: Strokes
  readonly wedge?: Wedge
}

/** Widths by strength, in world units: at least 1.4 apart a step, so that each is told from the next. */
const TIE_WIDTHS: readonly number[] = [0, 1.25, 2, 3.25, 5, 7]
/** The grey that doubles the width at rest. */
const TIE_GREYS: readonly number[] = [0, 0.6, 0.68, 0.76, 0.86, 0.94]
const NOT_RATED_WIDTH = 1.3

/** A half (a median) lies between its two steps. */
function between(steps: readonly number[], at: number): number {
  const low = Math.floor(at)
  const from = steps[low] ?? 0
  return from + ((steps[low + 1] ?? from) - from) * (at - low)
}

export const tieWidth = (strength: number): number => between(TIE_WIDTHS, Math.min(5, Math.max(1, strength)))
const tieGrey = (strength: number): Colour => grey(Math.round(between(TIE_GREYS, Math.min(5, Math.max(1, strength))) * 100) / 100)

/** A half between two qualities is drawn as the one nearer to untested. */
export const wholeQuality = (quality: number | undefined): number => Math.trunc(quality ?? 0)

export interface TieView {
  /** Whether the reading is one in which silence about a tie means no more than *not rated*: the shared picture, or all voices together. */
  readonly isTogether: boolean
  readonly qualityTint: boolean
  readonly standing: 'plain' | 'called out' | 'stepped back'
  readonly isSelected: boolean
  /** Ties are a little wider on a projector. */
  readonly scale: number
}

function colourFor(strength: number, quality: number, { qualityTint, standing }: TieView): Colour {
  if (standing === 'stepped back') return grey(0.15)
  if (qualityTint) return quality > 0 ? 'growth' : quality < 0 ? 'strain' : grey(0.62)
  return standing === 'called out' ? 'ink' : tieGrey(strength)
}

export function tieLook(answer: Answer, view: TieView): TieLook {
  const back = view.standing === 'stepped back'
  const { isSelected } = view
  const plain = { bead: null, isSelected } as const
  if (answer.state === 'no') {
    return { ...plain, body: 'says no', width: 1.8, room: 1.8, colour: back ? grey(0.22) : view.standing === 'called out' ? 'ink' : 'ink-2', hasKind: false, hasHalo: !back }
  }
  if (answer.state === 'silent' && !view.isTogether) {
    return { ...plain, body: 'not said', width: 1, room: 1, colour: back ? grey(0.12) : view.standing === 'called out' ? 'hairline' : faded(0.5, 'hairline'), hasKind: false, hasHalo: false }
  }
  const { strength } = answer
  if (strength === undefined) {
    return { ...plain, body: 'not rated', width: NOT_RATED_WIDTH * view.scale, room: NOT_RATED_WIDTH * view.scale, colour: back ? grey(0.22) : view.standing === 'called out' ? 'ink' : tieGrey(1), hasKind: !back, hasHalo: !back }
  }
  const quality = wholeQuality(answer.quality)
  const room = tieWidth(strength) * view.scale
  const isOpenBead = quality === 1 && (view.qualityTint || isSelected)
  return {
    isSelected,
    body: back ? 'solid' : quality === -1 ? 'dash' : quality === -2 ? 'saw' : 'solid',
    width: room * (back ? 0.6 : 1),
    room,
    colour: colourFor(strength, quality, view),
    bead: back ? null : quality === 2 ? 'filled' : isOpenBead ? 'open' : null,
    hasKind: !back,
    hasHalo: !back,
  }
}
