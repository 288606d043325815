import { textWidth } from '../boxes/boxes.ts'
import type { Slot } from '../model/kinds.ts'
import type { Size } from '../model/records.ts'
import { circleData, n, roundedData } from './curves.ts'
import { glyphMark, glyphOf, moveData } from './glyphs.ts'
import type { Colour, Mark, PathMark } from './marks.ts'
import { CHIP_HEIGHT, CHIP_WIDTH, CHIP_WIDTH_COUNTED } from './over-marks.ts'
import type { Face } from './scene.ts'

const known = new Map<string, Face>()
function kept(key: string, make: () => Face): Face {
  let found = known.get(key)
  if (!found) known.set(key, (found = make()))
  return found
}

const path = (d: string, look: Omit<PathMark, 'is' | 'd' | 'part'>): PathMark => ({ is: 'path', part: 'chip', d, ...look })
const words = (x: number, text: string, size: number, fill: Colour = 'ink'): Mark => ({ is: 'text', part: 'chip', x, y: size * 0.355, text, size, weight: 700, fill, anchor: 'middle' })
const plate = ([width, height]: Size, radius: number, fill: Colour, stroke: Colour, line = 1.25): PathMark => path(roundedData(-width / 2, -height / 2, width, height, radius), { fill, stroke, width: line })

/** From the lowest answer to the highest: "0–4". */
export function badge(text: string): Face {
  return kept(`badge ${text}`, () => {
    const size: Size = [Math.ceil(textWidth(text, 12.5, 700)) + 11, 18]
    return { size, marks: [plate(size, 3, 'paper', 'ink'), words(0, text, 12.5)] }
  })
}

/** The number that one end says, beside it. */
export function number(text: string): Face {
  return kept(`number ${text}`, () => ({
    size: [Math.ceil(textWidth(text, 12.5, 700)) + 4, 14],
    marks: [{ is: 'text', part: 'chip', x: 0, y: 4.4, text, size: 12.5, weight: 700, fill: 'ink', anchor: 'middle', keyline: { colour: 'paper', width: 4 } }],
  }))
}

export const STEPS = ['▲', '▼', '+', '−'] as const

/** ▲2, ▼1, +2: a step, and which way. */
export function step(sign: (typeof STEPS)[number], by: string): Face {
  return kept(`step ${sign}${by}`, () => {
    const size: Size = [by.length > 1 ? CHIP_WIDTH_COUNTED + 7 : CHIP_WIDTH_COUNTED, CHIP_HEIGHT]
    const x = by.length > 1 ? -9 : -6.5
    const arrow = sign === '▲' ? `M${n(x)} -3.8L${n(x + 4.2)} 3.6H${n(x - 4.2)}Z` : `M${n(x)} 3.8L${n(x + 4.2)} -3.6H${n(x - 4.2)}Z`
    const bars = `M${n(x - 3.6)} 0H${n(x + 3.6)}${sign === '+' ? `M${n(x)} -3.6V3.6` : ''}`
    const drawn = sign === '▲' || sign === '▼' ? path(arrow, { fill: 'ink' }) : path(bars, { stroke: 'ink', width: 1.7 })
    return { size, marks: [plate(size, CHIP_HEIGHT / 2, 'paper', 'ink'), drawn, words(5.5, by, 12)] }
  })
}

const disc = (r: number, fill: Colour): PathMark => path(circleData(0, 0, r), { fill, stroke: 'ink', width: 1.4 })

export type SignName = 'new' | 'gone' | 'towards' | 'away' | 'blind' | 'own end' | 'unnamed' | 'only we'

const FACES: Readonly<Record<SignName, () => Face>> = {
  new: () => ({ size: [15, 15], marks: [disc(7.5, 'paper'), path('M-4 0H4M0 -4V4', { stroke: 'ink', width: 1.7 })] }),
  gone: () => ({ size: [15, 15], marks: [path(circleData(0, 0, 7.2), { fill: 'paper' }), path('M-4.6 -4.6L4.6 4.6M4.6 -4.6L-4.6 4.6', { stroke: 'ink', width: 1.8 })] }),
  towards: () => ({ size: [CHIP_WIDTH, CHIP_HEIGHT], marks: [plate([CHIP_WIDTH, CHIP_HEIGHT], CHIP_HEIGHT / 2, 'paper', 'ink'), path('M-5 0H4M0.6 -3.8L4.6 0L0.6 3.8', { stroke: 'ink', width: 1.7 })] }),
  away: () => ({ size: [CHIP_WIDTH, CHIP_HEIGHT], marks: [plate([CHIP_WIDTH, CHIP_HEIGHT], CHIP_HEIGHT / 2, 'ink', 'ink'), path('M5 0H-4M-0.6 -3.8L-4.6 0L-0.6 3.8', { stroke: 'paper', width: 1.8 })] }),
  blind: () => eye('paper', 'ink', 1.6),
  'own end': () => eye('ink', 'paper', 1.8, true),
  unnamed: () => ({ size: [20, 20], marks: [path(circleData(0, 0, 9.4), { fill: 'paper', stroke: 'ink-2', width: 1.4, dash: [3, 2.4] }), path('M-5.5 5.5L5.5 -5.5', { stroke: 'ink-2', width: 1.4 })] }),
  'only we': () => ({ size: [24, 16], marks: [path('M-11 0Q0 -13 11 0Q0 13 -11 0Z', { fill: 'paper', stroke: 'ink', width: 1.5 }), path(circleData(0, 0, 3.2), { fill: 'ink' })] }),
}

/** ⌀; a flag on it where the tie ends at home. */
function eye(fill: Colour, line: Colour, width: number, hasFlag = false): Face {
  const marks: Mark[] = [path(circleData(0, 0, 10), { fill, stroke: 'ink', width }), path(circleData(0, 0, 5), { stroke: line, width }), path('M-6.5 6.5L6.5 -6.5', { stroke: line, width })]
  if (hasFlag) marks.push(path('M9 -6V-20', { stroke: 'ink', width: 1.6 }), path('M9 -20L19 -16.5L9 -13Z', { fill: 'ink' }))
  return { size: hasFlag ? [40, 40] : [21, 21], marks }
}

export const SIGN_NAMES = Object.keys(FACES) as readonly SignName[]

export const sign = (name: SignName): Face => kept(name, FACES[name])

export const PIP_SAYS = ['yes', 'no', 'unnamed', 'silent'] as const

/** What one voice says of an element. */
export interface Pip {
  /** Null for a voice of no organisation with a sign of its own. */
  readonly slot: Slot | null
  /** What a table is told by. */
  readonly text: string
  readonly says: (typeof PIP_SAYS)[number]
}

const PIP = 13
const PIP_R = 3.9

/** One pip a voice, in their order: filled sees it, hollow says no, dashed did not name it, a dash has not said. */
export function pips(list: readonly Pip[]): Face {
  return kept(`pips ${list.map(({ slot, text, says }) => `${slot} ${text} ${says}`).join()}`, () => {
    const size: Size = [list.length * PIP + 9, 14]
    const left = -((list.length - 1) * PIP) / 2
    return { size, marks: [plate(size, 7, 'paper', 'hairline', 1), ...list.flatMap((pip, i) => pipMarks(pip, left + i * PIP))] }
  })
}

/** One pip without its plate. */
export const bare = (pip: Pip): Face => ({ size: [PIP, PIP], marks: pipMarks(pip, 0) })

function pipMarks({ slot, text, says }: Pip, x: number): readonly Mark[] {
  if (says === 'silent') return [path(`M${n(x - 2.5)} 0H${n(x + 2.5)}`, { stroke: 'ink-2', width: 1.4 })]
  if (text !== '') {
    const round = path(circleData(x, 0, 5.4), says === 'yes' ? { fill: 'ink' } : { fill: 'paper', stroke: says === 'no' ? 'ink' : 'ink-2', width: says === 'no' ? 1.5 : 1.1, ...(says === 'no' ? {} : { dash: [1.5, 1.5] }) })
    return [round, { is: 'text', part: 'chip', x, y: 2.9, text, size: 8, weight: 700, fill: says === 'yes' ? 'paper' : 'ink', anchor: 'middle' }]
  }
  const place = slot ?? 2
  if (says === 'yes') return [{ ...glyphMark(place, x, 0, PIP_R, 'ink'), part: 'chip' } as Mark]
  const d = moveData(glyphOf(place, PIP_R).d, x, 0)
  return [path(d, says === 'no' ? { fill: 'paper', stroke: 'ink', width: 1.5 } : { fill: 'paper', stroke: 'ink-2', width: 1.1, dash: [1.5, 1.5] })]
}

/** Of many voices, or of voices that are not to be known: how many see it, and a bar. */
export function share(yes: number, of: number): Face {
  return kept(`share ${yes} ${of}`, () => {
    const text = `${yes} of ${of}`
    const wide = Math.ceil(textWidth(text, 11, 700))
    const size: Size = [wide + 40, 14]
    const bar = -size[0] / 2 + wide + 10
    return {
      size,
      marks: [
        plate(size, 7, 'paper', 'hairline', 1), words(-size[0] / 2 + 6 + wide / 2, text, 11),
        path(`M${n(bar)} -3H${n(bar + 24)}V3H${n(bar)}Z`, { stroke: 'ink', width: 1 }), ...(yes > 0 ? [path(`M${n(bar)} -3H${n(bar + (24 * yes) / of)}V3H${n(bar)}Z`, { fill: 'ink' })] : []),
      ],
    }
  })
}
