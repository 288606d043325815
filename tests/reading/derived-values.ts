import { crossings, onlyLinks } from '../../src/analysis/between-organisations.ts'
import { loops, roundTrips } from '../../src/analysis/loops.ts'
import { changeRoutes, farApart, noOneHasThis, withoutAction } from '../../src/analysis/no-one-has-this.ts'
import { residentReach } from '../../src/analysis/resident-reach.ts'
import { oneWayTies, parallelTies } from '../../src/analysis/same-ties.ts'
import { timesTold } from '../../src/analysis/times-told.ts'
import { byId, type Id } from '../../src/model/ids.ts'
import type { Perspective } from '../../src/model/records.ts'
import { centreOf, listed, sharedOf, type MapContent, type WholeMap } from '../../src/model/system-map.ts'
import { RATINGS, type Answer } from '../../src/reading/answer.ts'
import { blindSpots } from '../../src/reading/blind-spots.ts'
import { compare, elementsOfBoth, tiesOfBoth, type Comparison, type Side } from '../../src/reading/compare.ts'
import { matrixOf } from '../../src/reading/matrix.ts'
import { pool } from '../../src/reading/pool.ts'
import { presentTies } from '../../src/reading/present.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { speakerOf } from '../../src/reading/speakers.ts'
import { spreadOf, talkFirst } from '../../src/reading/spread.ts'
import { towards } from '../../src/reading/towards.ts'
import { twoEndsOf } from '../../src/reading/two-ends.ts'
import { voicesOf } from '../../src/reading/voices.ts'

type Values = Record<string, unknown>

const sorted = (ids: Iterable<Id>) => [...ids].sort(byId)
const ids = (perspectives: readonly Perspective[]) => sorted(perspectives.map(({ id }) => id))

/** Everything that the engine derives from a map, in the shape that `reading.md` gives. */
export function derivedValues({ map, contents }: WholeMap): Values {
  const versions = listed(map.versions).flatMap((card) => {
    const moment = contents.get(card.content)
    return moment ? [{ id: card.id, date: card.date, moment }] : []
  })
  const moments = new Map<string, MapContent>([['now', map], ...versions.map(({ id, moment }) => [id, moment] as const)])
  return { compare: comparisons(map, versions), moments: Object.fromEntries([...moments].map(([name, moment]) => [name, ofMoment(moment)])), structure: structure(map, moments), towards: towardsVision(map, moments) }
}

function answer(said: Answer): Values {
  const { state, derived } = said
  return { state, ...Object.fromEntries(RATINGS.flatMap((rating) => (said[rating] === undefined ? [] : [[rating, said[rating]]]))), ...(derived?.size ? { derived: [...derived].sort() } : {}) }
}

function reading(moment: MapContent, of: (subject: Id) => Answer): Values {
  const { elements, ties } = pool(moment)
  return Object.fromEntries([...elements.keys(), ...ties.keys()].flatMap((id) => {
    const said = of(id)
    return said.state === 'silent' ? [] : [[id, answer(said)]]
  }))
}

function ofMoment(moment: MapContent): Values {
  const voices = voicesOf(moment)
  const { elements, ties } = pool(moment)
  const spread = spreadOf(moment, voices)
  const open = [...moment.perspectives.values()].filter(({ type, private: isPrivate }) => type !== 'shared' && type !== 'vision' && !isPrivate)
  const words: Record<string, number> = {}
  for (const id of ties.keys()) {
    const word = spread.of(id)?.word
    if (word) words[word] = (words[word] ?? 0) + 1
  }
  const readings = Object.fromEntries([...moment.perspectives.values()].map(({ id, type }) => [type === 'shared' ? 'shared' : id, reading(moment, resolve(moment, id).of)]))
  return {
    set: ids(voices),
    hidden: sorted([...moment.relationships.keys()].filter((id) => !ties.has(id))),
    readings: { ...readings, consensus: reading(moment, resolve(moment, '*').of) },
    organisations: Object.fromEntries(sorted(moment.organisations.keys()).flatMap((id) => {
      const speaker = speakerOf(moment, id)
      return speaker && speaker.members[0]?.type !== 'organisation' ? [[id, reading(moment, speaker.reading.of)]] : []
    })),
    spread: Object.fromEntries([...elements.keys(), ...ties.keys()].flatMap((id) => {
      const of = spread.of(id)
      return of ? [[id, { n: of.n, yes: of.yes, range: of.range, consensus: of.middle, D: of.divergence ?? null, word: of.word ?? null, c: of.weight, talk: of.talk ?? null }]] : []
    })),
    tieWords: words,
    talkTies: talkFirst(spread, ties.keys()),
    talkElements: talkFirst(spread, elements.keys()),
    blind: Object.fromEntries(open.map(({ id }) => {
      const { blind, unnamed, ownEnd, onlyWe } = blindSpots(moment, id, voices)
      return [id, { blind: sorted(blind), unnamed: sorted(unnamed), ownEnd: sorted(ownEnd), onlyWe: sorted(onlyWe) }]
    })),
    twoEnds: Object.fromEntries(sorted(ties.keys()).flatMap((id) => {
      const tie = ties.get(id)
      const both = tie && twoEndsOf(moment, tie)
      return both ? [[id, { from: both.from, to: both.to, gapS: both.strengthGap ?? null, gapQ: both.qualityGap ?? null, twoViews: both.isTwoViews }]] : []
    })),
    matrix: matrix(moment),
  }
}

function matrix(moment: MapContent): Values {
  const { rows, columns, cell } = matrixOf(moment)
  return Object.fromEntries(rows.map((row) => [row.id, Object.fromEntries(columns.flatMap((column) => {
    const found = cell(row.id, column.id)
    return found ? [[column.id, { ties: found.ties.length, n: found.n, strength: found.strength ?? null, quality: found.quality ?? null }]] : []
  }))]))
}

function comparison(of: Comparison): Values {
  const subject = (id: Id) => {
    const { class: is, delta, size, a, b } = of.of(id)
    const derived = [...(a.derived?.size ? ['a'] : []), ...(b.derived?.size ? ['b'] : [])]
    return { class: is, ...(Object.keys(delta).length ? { delta } : {}), ...(derived.length ? { derived } : {}), size: size ?? null }
  }
  const tally = (all: Iterable<Id>) => {
    const counts: Record<string, number> = {}
    for (const id of all) counts[of.of(id).class] = (counts[of.of(id).class] ?? 0) + 1
    return counts
  }
  const [elements, ties] = [elementsOfBoth(of), tiesOfBoth(of)]
  return { elements: tally(elements), ties: tally(ties), subjects: Object.fromEntries([...elements, ...ties].map((id) => [id, subject(id)])) }
}

function comparisons(map: MapContent, versions: readonly { readonly id: Id; readonly date: string; readonly moment: MapContent }[]): Values {
  const side = (moment: MapContent, perspective: Id): Side => ({ moment, reading: resolve(moment, perspective) })
  const shared = (moment: MapContent) => side(moment, sharedOf(moment).id)
  const inTime = [...versions].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).map(({ id, moment }) => ({ name: id, moment }))
  const moments = [...inTime, { name: 'now', moment: map }]
  const found: Values = {}
  const add = (a: string, b: string, from: Side, to: Side) => (found[`${a} ${b}`] = comparison(compare(from, to)))
  moments.slice(1).forEach(({ name, moment }, i) => {
    const before = moments[i]
    if (before) add(`${before.name}:shared`, `${name}:shared`, shared(before.moment), shared(moment))
  })
  const [first] = moments
  if (first && first.moment !== map) add(`${first.name}:shared`, 'now:shared', shared(first.moment), shared(map))
  for (const { id, type } of map.perspectives.values()) if (type !== 'shared') add('now:shared', `now:${id}`, shared(map), side(map, id))
  const voices = ids(voicesOf(map))
  voices.slice(1).forEach((id, i) => add(`now:${voices[i]}`, `now:${id}`, side(map, voices[i] ?? ''), side(map, id)))
  return found
}

function towardsVision(map: MapContent, moments: ReadonlyMap<string, MapContent>): Values {
  const found: Values = {}
  for (const { id: vision, type } of map.perspectives.values()) {
    if (type !== 'vision') continue
    for (const [name, moment] of moments) {
      if (name === 'now') continue
      const [then, now] = [{ moment, reading: resolve(moment, sharedOf(moment).id) }, { moment: map, reading: resolve(map, sharedOf(map).id) }]
      const subjects: Record<string, number> = {}
      const outcomes = [...map.elements.values()].filter(({ kind }) => kind === 'outcome').map(({ id }) => id)
      for (const id of [...tiesOfBoth(compare(then, now)), ...outcomes]) {
        const by = towards(then, now, resolve(map, vision), id)
        if (by !== undefined) subjects[id] = by
      }
      const all = Object.values(subjects)
      found[`${name}:shared now:shared ${vision}`] = { subjects, towards: all.filter((by) => by > 0).length, away: all.filter((by) => by < 0).length, noChange: all.filter((by) => by === 0).length }
    }
  }
  return found
}

/** Every walked path, story by story, in the reading of its scene; where that is not there, in shared now. */
function told(map: WholeMap['map'], moments: ReadonlyMap<string, MapContent>): readonly Values[] {
  const scenes = listed(map.stories).flatMap((story) => listed(map.scenes).filter((scene) => scene.story === story.id))
  return scenes.filter(({ path }) => path.length > 0).map(({ id, path, reading: { version, perspective } }) => {
    const moment = moments.get(version ?? 'now')
    const isThere = moment && (perspective === '*' || moment.perspectives.has(perspective))
    return { scene: id, path, told: isThere ? timesTold(moment, resolve(moment, perspective), path) : timesTold(map, resolve(map, sharedOf(map).id), path) }
  })
}

function structure(map: WholeMap['map'], moments: ReadonlyMap<string, MapContent>): Values {
  const shared = resolve(map, sharedOf(map).id)
  const voices = voicesOf(map)
  const far = farApart(map, voices)
  const { counts, oneSided } = changeRoutes(map.actions)
  const { groups, reached } = residentReach(map, shared)
  const present = presentTies(map, shared)
  return {
    centre: centreOf(map),
    loops: loops(map, shared).list.map(({ elements, ties, type }) => ({ elements, ties, type })),
    roundTrips: roundTrips(map, shared).list.map(({ elements, ties }) => ({ elements, steps: elements.length, ties })),
    told: told(map, moments),
    onlyBridges: Object.fromEntries(onlyLinks(map, shared)),
    spanners: Object.fromEntries(crossings(map, shared)),
    reach: { groups, reached },
    actions: { routes: Object.fromEntries(counts), oneSided: oneSided === null ? [] : [oneSided], farTies: far, farTiesNoAction: withoutAction(far, map.actions), missing: noOneHasThis(map, voices, map.actions) },
    oneWay: oneWayTies(present),
    parallel: parallelTies(present),
  }
}

/** One line of JSON, keys in order, numbers with at most nine decimals. */
export function asLine(value: unknown): string {
  return JSON.stringify(value, (_, of: unknown) => {
    if (typeof of === 'number') return Math.round(of * 1e9) / 1e9 + 0
    if (typeof of !== 'object' || of === null || Array.isArray(of)) return of
    return Object.fromEntries(Object.entries(of).sort(([a], [b]) => byId(a, b)))
  })
}
