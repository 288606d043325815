import type { Id } from '../model/ids.ts'
import { strengthWithZero } from '../reading/answer.ts'
import type { Axis } from '../reading/axis.ts'
import type { ChangeClass, Compared } from '../reading/compare.ts'
import type { Question } from '../reading/question.ts'
import { towards } from '../reading/towards.ts'
import { legendFace, legendLine, legendStrokes, MOST_CHIPS, MOST_TEXTURED, plainTie, strokedTie, widthOf, type Asked, type AskedElement, type AskedTie, type AskInput } from './asked.ts'
import type { Face, LegendEntry } from './scene.ts'
import { sign, step } from './signs.ts'
import { dotted, doubled, grown, shrunk } from './strokes.ts'

type Comparing = Extract<Question, { is: 'comparison' }>

/** What is told with texture, the rarest and weightiest first; the rest of what changed follows by size. */
const TEXTURED: readonly ChangeClass[] = ['gone', 'down', 'appeared', 'up']
const UNCHANGED = 0.32
const UNSAID = 0.16
const QUALITY = 0.38
const TOO_MANY = 'grown'
/** A step of one is drawn; from two on it is also counted. Weaker always is: nobody should have to look for it. */
const COUNTED = 2

/** What became of everything from one reading to the other. Stronger is never better: only towards a vision, or away from it, is told as direction. */
export function askComparison({ comparison, axis, way }: Comparing, { ground, scale }: AskInput): Asked {
  const nearer = (id: Id) => (way ? towards(way.before, way.now, way.vision, id) : undefined)
  const ranked = [...ground.ties.keys()].map((id) => {
    const compared = comparison.of(id)
    const by = nearer(id)
    return { id, compared, by, rank: rankOf(compared, by), size: Math.round((compared.size ?? 0) * 1e9) }
  })
  ranked.sort((a, b) => a.rank - b.rank || b.size - a.size || (a.id < b.id ? -1 : 1))
  const ties = new Map<Id, AskedTie>()
  const seen = new Set<ChangeClass>()
  let [textured, chips, more] = [0, 0, 0]
  for (const { id, compared, by } of ranked) {
    const { class: is, a, b } = compared
    const isTextured = TEXTURED.includes(is) && textured < MOST_TEXTURED
    if (TEXTURED.includes(is)) textured++
    if (TEXTURED.includes(is) && !isTextured) more++
    else seen.add(is)
    const face = way ? directionFace(by) : faceOf(compared)
    const isSigned = face !== null && chips < MOST_CHIPS && (isTextured || !TEXTURED.includes(is) || by !== undefined)
    if (isSigned) chips++
    const [before, after] = [widthOf(strengthWithZero(a), scale), widthOf(strengthWithZero(b), scale)]
    const drawn = isTextured ? changed(is, before, after, way !== null && !by) : level(is, Math.max(1, after || before))
    ties.set(id, { ...drawn, ...(isSigned ? { face } : {}) })
  }
  const elements = elementsOf(ground.elements.map(({ id }) => id), (id) => comparison.of(id), way ? nearer : null, MOST_CHIPS - chips)
  return { ties, elements, rest: 'plain', legend: legendOf(axis, seen, more, way !== null, ranked.map(({ by }) => by)) }
}

function rankOf({ class: is }: Compared, by: number | undefined): number {
  if (by !== undefined && by < 0) return -1
  const at = TEXTURED.indexOf(is)
  return at < 0 ? TEXTURED.length : at
}

/** Where a vision is asked for, what did not come nearer to it is paler. */
function changed(is: ChangeClass, before: number, after: number, isPale: boolean): AskedTie {
  switch (is) {
    case 'appeared': return strokedTie(doubled(after, isPale), { hasKind: true })
    case 'gone': return strokedTie(dotted(isPale))
    case 'up': return strokedTie(grown(before, after, isPale))
    default: return strokedTie(shrunk(before, after, isPale))
  }
}

function level(is: ChangeClass, width: number): AskedTie {
  if (is === 'unsaid') return plainTie(1, UNSAID, { hasHalo: false })
  if (is === 'warmer' || is === 'cooler') return plainTie(width, QUALITY)
  return TEXTURED.includes(is) ? plainTie(width, TOO_MANY) : plainTie(width * 0.8, UNCHANGED)
}

const whole = (value: number): string => String(value).replace('.5', '½').replace(/^0½/, '½')

function faceOf({ class: is, delta }: Compared): Face | null {
  const by = Math.abs(delta.strength || delta.influence || delta.progress || delta.interest || 0)
  const quality = Math.abs(delta.quality ?? 0)
  switch (is) {
    case 'appeared': return sign('new')
    case 'gone': return sign('gone')
    case 'up': return by >= COUNTED ? step('▲', whole(by)) : null
    case 'down': return step('▼', whole(by))
    case 'warmer': return quality >= COUNTED ? step('+', whole(quality)) : null
    case 'cooler': return quality >= COUNTED ? step('−', whole(quality)) : null
    default: return null
  }
}

function directionFace(by: number | undefined): Face | null {
  if (by === undefined) return null
  return by < 0 ? sign('away') : by >= COUNTED ? sign('towards') : null
}

function elementsOf(ids: readonly Id[], of: (id: Id) => Compared, nearer: ((id: Id) => number | undefined) | null, room: number): ReadonlyMap<Id, AskedElement> {
  const found = new Map<Id, AskedElement>()
  const ranked = ids.map((id) => ({ id, compared: of(id) })).sort((a, b) => rankOf(a.compared, undefined) - rankOf(b.compared, undefined) || (b.compared.size ?? 0) - (a.compared.size ?? 0) || (a.id < b.id ? -1 : 1))
  let chips = 0
  for (const { id, compared } of ranked) {
    const by = nearer?.(id)
    const face = nearer && by !== undefined ? directionFace(by) : faceOf(compared)
    const isSigned = face !== null && chips < room
    if (isSigned) chips++
    const isGone = compared.class === 'gone'
    if (isSigned || isGone) found.set(id, { ...(isGone ? { state: 'says no' as const } : {}), ...(isSigned ? { face: { is: face, at: 'corner' as const } } : {}) })
  }
  return found
}

/** What each mark means, in the words of what is compared. */
const WORDS: Readonly<Record<Axis, Readonly<Record<ChangeClass, string>>>> = {
  time: { appeared: 'new', gone: 'lost', up: 'stronger: ink then, grey now', down: 'weaker: dots then, ink now', warmer: 'warmer or cooler', cooler: 'warmer or cooler', same: 'unchanged', unsaid: 'not recorded then' },
  perspective: {
    appeared: 'they see it, we don’t', gone: 'we see it, they don’t', up: 'they rate it higher: ink ours, grey theirs', down: 'they rate it lower: dots ours, ink theirs',
    warmer: 'they find it better or harder', cooler: 'they find it better or harder', same: 'agreed', unsaid: 'not said',
  },
  vision: { appeared: 'to build', gone: 'to let go', up: 'to strengthen: ink today, grey in the vision', down: 'to ease: dots today, ink in the vision', warmer: 'to repair or cool', cooler: 'to repair or cool', same: 'already there', unsaid: 'not imagined' },
}

function legendOf(axis: Axis, seen: ReadonlySet<ChangeClass>, more: number, isWay: boolean, by: readonly (number | undefined)[]): readonly LegendEntry[] {
  const words = WORDS[axis]
  const entries: LegendEntry[] = []
  if (isWay) {
    if (by.some((each) => each !== undefined && each >= COUNTED)) entries.push(legendFace('two or more steps towards the vision', sign('towards')))
    if (by.some((each) => each !== undefined && each < 0)) entries.push(legendFace('away from it', sign('away')))
  }
  if (seen.has('appeared')) entries.push(legendStrokes(words.appeared, doubled(4)))
  if (seen.has('gone')) entries.push(legendStrokes(words.gone, dotted()))
  if (seen.has('up')) entries.push(legendStrokes(words.up, grown(2, 7)))
  if (seen.has('down')) entries.push(legendStrokes(words.down, shrunk(7, 2)))
  if (isWay) entries.push(legendStrokes('paler: no nearer to the vision and no further', grown(2, 7, true)))
  if (more > 0) entries.push(legendLine(`${more} more that changed`, 4, TOO_MANY))
  if (seen.has('warmer') || seen.has('cooler')) entries.push(legendLine(words.warmer, 4, QUALITY))
  if (seen.has('same')) entries.push(legendLine(words.same, 2.6, UNCHANGED))
  if (seen.has('unsaid')) entries.push(legendLine(words.unsaid, 1, 0.32))
  return entries
}
