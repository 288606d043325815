import type { Id } from '../model/ids.ts'
import type { Slot } from '../model/kinds.ts'
import type { SystemMap } from '../model/system-map.ts'
import { grouped, plural } from '../words/counts.ts'
import { spokenDate } from '../words/dates.ts'
import { inSentence, ratingWord, scaleOf } from '../words/ratings.ts'
import { viewName } from '../words/reading-name.ts'
import { isMoreOf, nameOf, tieVerb } from '../words/tie-sentence.ts'
import type { CaptureContext, Intent, Named, NamedTie, Segment } from './intent.ts'

/** More than this many of one sort are counted, not named. */
const NAMED_AT_MOST = 4

function strong(text: string, glyph?: Slot): Segment {
  return glyph === undefined ? { text, strong: true } : { text, strong: true, glyph }
}

/** What Enter would do, in words. */
export function previewOf(intent: Intent, context: CaptureContext): readonly Segment[] {
  switch (intent.is) {
    case 'nothing':
      return []
    case 'organisation':
      return [{ text: 'The next ones join ' }, home(intent.organisation, context.map), { text: '.' }]
    case 'elements':
      return elementsPreview(intent.elements, context)
    case 'ties':
      return tiesPreview(intent.elements, intent.ties, context)
    case 'action':
      return actionPreview(intent, context.map)
    case 'reflection':
      return reflectionPreview(intent, context.map)
    case 'command':
      return [{ text: 'Command ' }, strong(intent.words)]
  }
}

export function slotOf(map: SystemMap, organisation: Id | null): Slot | undefined {
  return organisation === null ? undefined : map.organisations.get(organisation)?.slot
}

function home(organisation: Id | null, map: SystemMap): Segment {
  const found = organisation === null ? undefined : map.organisations.get(organisation)
  return found ? strong(found.name, found.slot) : { text: 'no organisation' }
}

function named(element: Named, map: SystemMap): Segment {
  return element.existing === null ? strong(element.name) : strong(element.name, slotOf(map, element.organisation))
}

function introduced(element: Named, map: SystemMap): readonly Segment[] {
  const where: readonly Segment[] = element.organisation === null ? [{ text: ', of no organisation.' }] : [{ text: ' in ' }, home(element.organisation, map), { text: '.' }]
  return [{ text: `New ${element.kind} ` }, strong(element.name), ...where]
}

function elementsPreview(elements: readonly Named[], context: CaptureContext): readonly Segment[] {
  const { map, perspective } = context
  const fresh = elements.filter((element) => element.existing === null)
  const here = elements.filter((element) => element.existing !== null)
  const [first] = fresh
  const segments: Segment[] = []
  if (first && fresh.length > 1 && fresh.every((one) => one.kind === first.kind && one.organisation === first.organisation)) {
    const where: readonly Segment[] = first.organisation === null ? [{ text: ', of no organisation.' }] : [{ text: ' in ' }, home(first.organisation, map), { text: '.' }]
    segments.push({ text: `${grouped(fresh.length)} new ${plural(first.kind)}${fresh.length > NAMED_AT_MOST ? '' : ': '}` })
    if (fresh.length <= NAMED_AT_MOST) segments.push(...inARow(fresh.map((one) => [strong(one.name)])))
    segments.push(...where)
  } else for (const element of fresh) segments.push(...introduced(element, map), { text: ' ' })
  if (here.length) {
    const voice = map.perspectives.get(perspective)
    const yes = voice && voice.type !== 'shared' ? ` and says yes as ${voice.name}` : ''
    segments.push({ text: segments.length ? ' ' : '' }, ...inARow(here.map((one) => [named(one, map)])), { text: ` ${here.length === 1 ? 'is' : 'are'} already here. Enter selects ${here.length === 1 ? 'it' : 'them'}${yes}.` })
  }
  return joinedUp(segments)
}

function tiesPreview(elements: readonly Named[], ties: readonly NamedTie[], context: CaptureContext): readonly Segment[] {
  const { map } = context
  if (ties.length > 0 && ties.every((tie) => tie.existing !== null && tie.strength === undefined && tie.quality === undefined && isLabelled(tie, map))) {
    return [{ text: ties.length === 1 ? 'This tie is already here. Enter selects it.' : 'These ties are already here. Enter selects them.' }]
  }
  const segments: Segment[] = []
  const met = new Set<number>()
  const done = new Set<NamedTie>()
  for (const tie of ties) {
    if (done.has(tie)) continue
    const alike = ties.filter((one) => one.from === tie.from && one.kind === tie.kind && one.polarity === tie.polarity)
    for (const one of alike) done.add(one)
    const source = elements[tie.from]
    if (!source) continue
    const isNew = source.existing === null && !met.has(tie.from)
    if (isNew) segments.push(...introduced(source, map), { text: ' ' })
    met.add(tie.from)
    const isSigned = isMoreOf(tie, source.kind)
    if (isNew) segments.push({ text: isSigned ? 'More of it' : 'It' })
    else segments.push({ text: isSigned ? 'More of ' : '' }, named(source, map))
    segments.push({ text: ` ${tieVerb(tie)} ` })
    segments.push(...inARow(alike.map((one) => target(elements, one, met, isNew ? source : null, map))))
    segments.push({ text: `${tie.mutual && tie.kind !== 'works' ? ', both ways' : ''}${tie.label === '' ? '' : `, “${tie.label}”`}. ` })
  }
  return joinedUp([...segments, ...ratingPreview(ties, context)])
}

function isLabelled(tie: NamedTie, map: SystemMap): boolean {
  return tie.label === '' || tie.existing === null || map.relationships.get(tie.existing)?.label !== ''
}

function target(elements: readonly Named[], tie: NamedTie, met: Set<number>, introducedBefore: Named | null, map: SystemMap): readonly Segment[] {
  const element = elements[tie.to]
  if (!element) return []
  if (tie.from === tie.to) return [{ text: 'itself' }]
  const isKnown = met.has(tie.to)
  met.add(tie.to)
  if (element.existing !== null) return introducedBefore ? [named(element, map), { text: ', already here' }] : [named(element, map)]
  if (isKnown) return [strong(element.name)]
  const article = /^[aeiou]/u.test(element.kind) ? 'an' : 'a'
  const isThereToo = introducedBefore?.organisation === element.organisation
  const where: readonly Segment[] = element.organisation === null ? [] : isThereToo ? [{ text: ' there too' }] : [{ text: ' in ' }, home(element.organisation, map)]
  return [strong(element.name), { text: `, ${article} new ${element.kind}` }, ...where]
}

function ratingPreview(ties: readonly NamedTie[], { map, perspective }: CaptureContext): readonly Segment[] {
  const rated = ties.find((tie) => tie.strength !== undefined || tie.quality !== undefined)
  if (!rated) return []
  const said: string[] = []
  if (rated.strength !== undefined) said.push(inSentence(ratingWord(scaleOf('strength', rated.kind), rated.strength)))
  if (rated.quality !== undefined) said.push(inSentence(ratingWord(scaleOf('quality'), rated.quality)))
  const voice = map.perspectives.get(perspective)
  const view = viewName(map, perspective)
  return [strong(view.charAt(0).toUpperCase() + view.slice(1), slotOf(map, voice?.organisation ?? null)), { text: ` says ${said.join(', ')}.` }]
}

function actionPreview(intent: Extract<Intent, { is: 'action' }>, map: SystemMap): readonly Segment[] {
  const who = intent.organisations.map((id) => [home(id, map)])
  return joinedUp([
    { text: 'Action' }, ...onWhat(intent.touches, map), { text: ': ' }, strong(intent.title),
    ...(who.length ? [{ text: ', ' }, ...inARow(who)] : []),
    { text: intent.due === null ? '.' : `, by ${spokenDate(intent.due)}.` },
  ])
}

function reflectionPreview(intent: Extract<Intent, { is: 'reflection' }>, map: SystemMap): readonly Segment[] {
  return joinedUp([{ text: intent.private ? 'Reflection kept to yourself' : 'Reflection for the room' }, ...onWhat(intent.about, map), { text: `: ${intent.words}` }])
}

function onWhat(subjects: readonly Id[], map: SystemMap): readonly Segment[] {
  if (subjects.length === 0) return []
  if (subjects.length > NAMED_AT_MOST) return [{ text: ` on ${grouped(subjects.length)} things` }]
  return [{ text: ' on ' }, ...inARow(subjects.map((id) => [strong(nameOf(map, id), slotOf(map, map.elements.get(id)?.organisation ?? null))]))]
}

function inARow(items: readonly (readonly Segment[])[]): readonly Segment[] {
  return items.flatMap((item, i) => (i === 0 ? item : [{ text: i === items.length - 1 ? ' and ' : ', ' }, ...item]))
}

/** Plain neighbours as one piece, empty ones and the last space gone. */
function joinedUp(segments: readonly Segment[]): readonly Segment[] {
  const out: Segment[] = []
  for (const segment of segments) {
    if (segment.text === '') continue
    const last = out.at(-1)
    if (last && last.strong === segment.strong && segment.glyph === undefined && !segment.strong) out[out.length - 1] = { ...last, text: last.text + segment.text }
    else out.push(segment)
  }
  const end = out.at(-1)
  if (end && !end.strong) {
    const text = end.text.trimEnd()
    if (text === '') out.pop()
    else out[out.length - 1] = { ...end, text }
  }
  return out
}
