import type { Id } from '../model/ids.ts'
import type { ReadingName } from '../model/records.ts'
import type { MapContent, SystemMap } from '../model/system-map.ts'
import { inTime } from '../reading/axis.ts'
import { bothMoments } from '../reading/both-moments.ts'
import { PLAIN, type Question, type WayToVision } from '../reading/question.ts'
import { resolve, resolveTogether, type Reading } from '../reading/resolve.ts'
import { veiled } from '../reading/veiled.ts'
import { visionOf } from '../reading/vision.ts'
import { voicesIn } from '../reading/voices.ts'
import { comparedOf, sideOf, type Compared } from './compared.ts'
import type { LiveState } from './live.ts'
import type { SessionState } from './session.ts'

export type Looking = Pick<SessionState, 'reading' | 'compared' | 'compareLook' | 'overlay' | 'vision' | 'voices' | 'unattributed'> & Partial<Pick<SessionState, 'veiled'>>

/** What the map shows: what there is to draw, what is said of it, and what is asked. */
export interface OnScreen {
  readonly moment: MapContent
  readonly reading: Reading
  readonly question: Question
}

const NONE: readonly Id[] = []

let last: { readonly from: readonly unknown[]; readonly shown: OnScreen } | null = null

/** The same object as long as nothing it is made of changed, so that scenes and words are made anew only where they differ. */
export function onScreen(map: SystemMap, contents: LiveState['contents'], looking: Looking): OnScreen {
  const { reading, compared, compareLook, overlay, vision, voices, unattributed, veiled: ties = NONE } = looking
  const from = [map, contents, reading.version, reading.perspective, compared?.version, compared?.perspective, compared === null, compareLook, overlay, vision, voices, unattributed, ties]
  if (last && from.every((part, i) => part === last?.from[i])) return last.shown
  const shown = read(map, contents, looking)
  const isSame = last?.shown.moment === shown.moment && last.shown.reading === shown.reading && isSameQuestion(last.shown.question, shown.question)
  last = { from, shown: isSame && last ? last.shown : shown }
  return last.shown
}

function read(map: SystemMap, contents: LiveState['contents'], looking: Looking): OnScreen {
  const { reading, overlay, unattributed } = looking
  const side = asAsked(sideOf(map, contents, reading, looking.voices), looking)
  // Beside one another, or one over the other, each of the two is drawn as what it says.
  if (looking.compared && looking.compareLook !== 'ghosts') return { ...side, question: PLAIN }
  const compared = comparedOf(map, contents, looking)
  if (compared) {
    const [a, b] = [sideOf(map, contents, compared.names.a, looking.voices), sideOf(map, contents, compared.names.b, looking.voices)]
    const way = overlay === 'towards' ? wayToVision(map, contents, compared, looking) : null
    return { moment: bothMoments(a.moment, b.moment, map), reading: side.reading, question: { is: 'comparison', axis: compared.axis, comparison: compared.comparison, way } }
  }
  const heard = { voices: voicesIn(side.moment, looking.voices), unattributed }
  if (overlay === 'differences') return { ...side, question: { is: 'differences', ...heard } }
  if (overlay === 'blind') return { ...side, question: { is: 'blind', asked: unattributed ? null : askedOf(side.moment, reading), ...heard } }
  if (overlay === 'ends') return { ...side, question: { is: 'ends', unattributed } }
  return { ...side, question: PLAIN }
}

/** What is on screen, without what was said before of the ties that are being asked about. */
function asAsked(side: ReturnType<typeof sideOf>, { reading: { perspective }, voices, veiled: ties = NONE }: Looking): ReturnType<typeof sideOf> {
  if (ties.length === 0) return side
  const moment = veiled(side.moment, ties, perspective)
  return { moment, reading: perspective === '*' ? resolveTogether(moment, voicesIn(moment, voices)) : resolve(moment, perspective) }
}

/** Whose blind spots are asked for: those of the perspective on screen, if it is somebody's. */
function askedOf(moment: MapContent, { perspective }: ReadingName): string | null {
  const whose = moment.perspectives.get(perspective)
  return whose && whose.type !== 'shared' && whose.type !== 'vision' ? whose.id : null
}

/**
 * From then to now, towards a vision. Of two moments, these two and the vision that was picked; of a moment and a vision, from the first
 * version on, seen by the same people. Null where there is no vision, or no moment before.
 */
function wayToVision(map: SystemMap, contents: LiveState['contents'], { axis, names, comparison }: Compared, { vision: picked, voices }: Looking): WayToVision | null {
  if (axis === 'time') {
    const vision = visionOf(map, picked)
    return vision ? { before: comparison.a, now: comparison.b, vision: resolve(map, vision.id) } : null
  }
  const [first] = inTime(map)
  if (axis !== 'vision' || first === undefined || first === names.a.version || !contents.has(map.versions.get(first)?.content ?? '')) return null
  return { before: sideOf(map, contents, { version: first, perspective: names.a.perspective }, voices), now: comparison.a, vision: comparison.b.reading }
}

function isSameQuestion(a: Question, b: Question): boolean {
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => (key === 'way' ? isSameWay(value as WayToVision | null, right.get(key) as WayToVision | null) : right.get(key) === value))
}

function isSameWay(a: WayToVision | null, b: WayToVision | null): boolean {
  return a === b || (a !== null && b !== null && a.before.reading === b.before.reading && a.now.reading === b.now.reading && a.vision === b.vision)
}
