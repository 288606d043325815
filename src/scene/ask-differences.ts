import type { Id } from '../model/ids.ts'
import type { Perspective } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { furthestIn } from '../reading/extremes.ts'
import type { Question } from '../reading/question.ts'
import { resolve } from '../reading/resolve.ts'
import { spreadOf, talkFirst, type SubjectSpread } from '../reading/spread.ts'
import { isUnnamedBy } from '../reading/blind-spots.ts'
import { legendFace, legendLine, legendStrokes, legendVoices, MOST_BADGES, MOST_CHIPS, MOST_TEXTURED, plainTie, strokedTie, widthOf, type Asked, type AskedElement, type AskedTie, type AskInput } from './asked.ts'
import type { Face, LegendEntry } from './scene.ts'
import { badge, bare, pips, share, type Pip } from './signs.ts'
import { outlined, runged } from './strokes.ts'

/** Up to here the voices are close, and to here they differ; beyond they are far apart. */
const CLOSE = 0.25
const DIFFERENT = 0.5
/** More voices than this are counted and not shown one by one. */
const PIPS = 8

/** How far apart the voices are: agreement is plain, difference is texture. */
export function askDifferences({ voices, unattributed }: Extract<Question, { is: 'differences' }>, { moment, reading, ground, scale }: AskInput): Asked {
  const spread = spreadOf(moment, voices)
  const first = talkFirst(spread, ground.ties.keys())
  const far = first.filter((id) => (spread.of(id)?.divergence ?? 0) > DIFFERENT)
  const textured = new Set(far.slice(0, MOST_TEXTURED))
  const badged = new Set(far.slice(0, MOST_BADGES))
  const ties = new Map<Id, AskedTie>()
  // In the order of talk, so that the first badges get the clearest places.
  for (const id of new Set([...first, ...ground.ties.keys()])) {
    const apart = spread.of(id)
    if (apart?.divergence === undefined) {
      ties.set(id, plainTie(1.25, 0.22))
      continue
    }
    const { range, lowest } = apart
    const said = reading.of(id).strength
    const [low, high] = range.strength === undefined ? [said, said] : [lowest.strength, (lowest.strength ?? 0) + range.strength]
    const [inner, outer] = [widthOf(low, scale), widthOf(high, scale)]
    if (apart.divergence <= CLOSE) ties.set(id, plainTie(inner || outer, 'grown', { hasKind: true }))
    else if (textured.has(id)) ties.set(id, strokedTie(runged(inner, outer), badged.has(id) ? { face: badge(badgeText(apart)) } : {}))
    else ties.set(id, strokedTie(outlined(inner, outer), { isMarked: false }))
  }
  const elements = elementsOf(moment, voices, unattributed, talkFirst(spread, ground.elements.map(({ id }) => id)))
  return { ties, elements, rest: 'plain', legend: [...legendOf(ties, spread.of, far.length), ...pipLegend(elements, voices, unattributed), legendVoices(moment, voices, unattributed)] }
}

const digits = (value: number): string => (value < 0 ? `−${-value}` : value > 0 ? `+${value}` : '0')

/** In what they differ most: "0–4", "−2 to +1", or whether it is there at all. */
function badgeText(apart: SubjectSpread): string {
  const of = furthestIn(apart)
  if (of === null || of === 'presence') return 'yes or no'
  const [low, high] = [apart.lowest[of] ?? 0, (apart.lowest[of] ?? 0) + (apart.range[of] ?? 0)]
  return of === 'quality' ? `${digits(low)} to ${digits(high)}` : `${low}–${high}`
}

/** Pips stand only where somebody said no: elsewhere they would say that everybody agrees. */
function elementsOf(moment: MapContent, voices: readonly Perspective[], unattributed: boolean, first: readonly Id[]): ReadonlyMap<Id, AskedElement> {
  const readings = voices.map(({ id }) => resolve(moment, id))
  const found = new Map<Id, AskedElement>()
  for (const id of first) {
    const states = readings.map((reading) => reading.of(id).state)
    const yes = states.filter((state) => state === 'yes').length
    const no = states.filter((state) => state === 'no').length
    if (no === 0) continue
    const face: Face = unattributed || voices.length > PIPS ? share(yes, voices.length) : pips(voices.map((voice, i) => pipOf(moment, voice, states[i] ?? 'silent', id)))
    found.set(id, { face: { is: face, at: 'below' } })
    if (found.size === MOST_CHIPS) break
  }
  return found
}

function pipOf(moment: MapContent, voice: Perspective, state: 'yes' | 'no' | 'silent', id: Id): Pip {
  const slot = (voice.organisation === null ? undefined : moment.organisations.get(voice.organisation)?.slot) ?? null
  const element = moment.elements.get(id)
  const says = state === 'silent' && element && isUnnamedBy(voice, element) ? 'unnamed' : state
  const text = voice.type === 'table' || slot === null ? (/\d+/.exec(voice.name)?.[0] ?? voice.name.trim().slice(0, 1).toUpperCase()) : ''
  return { slot, text: text.slice(0, 2), says }
}

function legendOf(ties: ReadonlyMap<Id, AskedTie>, of: (id: Id) => SubjectSpread | null, far: number): readonly LegendEntry[] {
  const entries: LegendEntry[] = []
  const has = (is: (divergence: number | undefined) => boolean) => [...ties.keys()].some((id) => is(of(id)?.divergence))
  if (far > 0) entries.push(legendStrokes(far > MOST_TEXTURED ? `the ${MOST_TEXTURED} furthest apart, lowest to highest` : 'far apart, lowest to highest', runged(1.6, 9)))
  if (far > MOST_TEXTURED || has((d) => d !== undefined && d > CLOSE && d <= DIFFERENT)) entries.push(legendStrokes(far > MOST_TEXTURED ? 'different, or further apart' : 'different', outlined(2, 7)))
  if (has((d) => d !== undefined && d <= CLOSE)) entries.push(legendLine('close or the same', 3.25, 'grown'))
  if (has((d) => d === undefined)) entries.push(legendLine('not rated by two', 1.25, 0.32))
  return entries
}

function pipLegend(elements: ReadonlyMap<Id, AskedElement>, voices: readonly Perspective[], unattributed: boolean): readonly LegendEntry[] {
  if (elements.size === 0) return []
  if (unattributed || voices.length > PIPS) return [{ group: 'overlay', words: 'how many see it, where somebody says no', marks: [] }]
  const one = (words: string, says: Pip['says']) => legendFace(words, bare({ slot: 2, text: '', says }))
  return [one('sees it', 'yes'), one('says no', 'no'), ...(voices.some(({ coverage }) => coverage === 'complete') ? [one('did not name it', 'unnamed')] : []), one('not said', 'silent')]
}
