import type { Id } from '../model/ids.ts'
import type { Question } from '../reading/question.ts'
import { strengthWithZero, type Answer } from '../reading/answer.ts'
import { twoEndsOf, twoViews } from '../reading/two-ends.ts'
import { legendLine, legendStrokes, MOST_TEXTURED, plainTie, strokedTie, widthOf, type Asked, type AskedTie, type AskInput } from './asked.ts'
import { faded, grey } from './palette.ts'
import { LEGEND_SAMPLE, type LegendEntry } from './scene.ts'
import { number } from './signs.ts'
import { outlined, runged } from './strokes.ts'
import { wholeQuality } from './tie-look.ts'
import { wedge, wedgeMarks, type Wedge, type WedgePattern } from './wedge.ts'

/** How much wider than at rest: a taper over a short tie has to be seen. */
const WIDER = 1.25

const patternOf = ({ quality }: Answer): WedgePattern => (wholeQuality(quality) === -1 ? 'dash' : wholeQuality(quality) === -2 ? 'saw' : 'solid')

/** What the organisation at either end of a tie says of it. */
export function askEnds({ unattributed }: Extract<Question, { is: 'ends' }>, { moment, ground, scale }: AskInput): Asked {
  const first = twoViews(moment).filter((id) => ground.ties.has(id))
  const textured = new Set(first.slice(0, MOST_TEXTURED))
  const ties = new Map<Id, AskedTie>()
  let within = 0
  let nobody = 0
  for (const id of new Set([...first, ...ground.ties.keys()])) {
    const tie = ground.ties.get(id)
    const ends = tie && twoEndsOf(moment, tie)
    if (!ends) {
      nobody++
      ties.set(id, { look: { width: 1, colour: faded(0.45, 'hairline'), hasKind: false, hasHalo: false }, isMarked: false })
      continue
    }
    if (!ends.isTwoViews) within++
    const strengths = ends.answers.map(strengthWithZero)
    const widths = strengths.map((strength) => widthOf(strength, scale * WIDER)) as [number, number]
    ties.set(id, unattributed ? casing(widths, textured.has(id), ends.isTwoViews) : wedged(widths, ends.answers, strengths, textured.has(id), ends.isTwoViews))
  }
  return { ties, elements: new Map(), rest: 'plain', legend: legendOf(unattributed, first.length, within, nobody) }
}

function wedged(widths: [number, number], answers: readonly Answer[], strengths: readonly (number | undefined)[], isTextured: boolean, isTwoViews: boolean): AskedTie {
  const [from = SOLID, to = SOLID] = isTextured ? answers.map(patternOf) : []
  const shape = isTextured ? wedge(widths, [from, to], 'ink', 'ink') : wedge(widths, [SOLID, SOLID], isTwoViews ? grey(0.72) : 'grown', isTwoViews ? 'dark' : 'grey')
  const [a, b] = strengths.map((strength) => number(strength === undefined ? '?' : digits(strength)))
  return {
    look: { width: Math.max(1, ...widths), colour: shape.colour, hasKind: false, hasHalo: true, wedge: shape },
    isMarked: isTextured,
    ...(isTextured && a && b ? { numbers: [a, b] } : {}),
  }
}

const SOLID: WedgePattern = 'solid'
const digits = (value: number): string => (Number.isInteger(value) ? String(value) : `${Math.floor(value)}–${Math.ceil(value)}`)

/** The same without which end says what: from the lower to the higher of the two. */
function casing(widths: readonly [number, number], isTextured: boolean, isTwoViews: boolean): AskedTie {
  const [low, high] = [Math.min(...widths), Math.max(...widths)]
  if (isTextured) return strokedTie(runged(low, high))
  return isTwoViews ? strokedTie(outlined(low, high), { isMarked: false }) : plainTie(low || high, 'grown')
}

const sampled = (words: string, shape: Wedge): LegendEntry => ({
  group: 'overlay', words, marks: wedgeMarks([[0, 0], [LEGEND_SAMPLE[0] / 2, 0], [LEGEND_SAMPLE[0], 0]], shape, false),
})

function legendOf(unattributed: boolean, two: number, within: number, nobody: number): readonly LegendEntry[] {
  const entries: LegendEntry[] = []
  if (unattributed) {
    if (two > 0) entries.push(legendStrokes('the ends differ by two or more, lower to higher', runged(1.6, 9)))
  } else if (two > 0) {
    entries.push(sampled('the thick end says joined, the thin end aware', wedge([9, 1.6], [SOLID, SOLID], 'ink', 'ink')))
    entries.push(sampled('this end says no tie', wedge([6, 0], [SOLID, SOLID], 'ink', 'ink')))
  }
  if (two > MOST_TEXTURED) entries.push(unattributed ? legendStrokes('the rest of them', outlined(2, 7)) : sampled('the rest of them', wedge([9, 1.6], [SOLID, SOLID], grey(0.72), 'dark')))
  if (within > 0) entries.push(legendLine('the ends agree within one', 4, 'grown'))
  if (nobody > 0) entries.push(legendLine('not said by both ends', 1, 0.32))
  return entries
}
