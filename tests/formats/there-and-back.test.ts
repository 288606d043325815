import { expect, test } from 'vitest'
import { findFile } from '../../src/formats/find-file.ts'
import { FORMATS } from '../../src/formats/formats.ts'
import { SLOTS } from '../../src/model/kinds.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { guessChoices } from '../../src/formats/found/choices.ts'
import { importedMap } from '../../src/formats/found/imported.ts'
import { FIELDS, type Field } from '../../src/model/fields.ts'
import type { Judgement } from '../../src/model/records.ts'
import { namesOf } from '../../src/model/system-map.ts'
import { pool } from '../../src/reading/pool.ts'
import { generateMap } from '../support/generate-map.ts'
import { naughtyMap } from '../support/naughty.ts'
import { seeded } from '../support/seeded.ts'
import { oddMap } from '../support/written-as.ts'

const BOTH = FORMATS.filter(({ writes, isOne }) => writes !== undefined && isOne !== undefined)

/** A name as both sides of a trip hold it: on one line, and without what the format has no sign for. */
const asBothHold = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '\ufffd').replace(/\s+/gu, ' ').trim()

async function thereAndBack(format: (typeof BOTH)[number], map: SystemMap) {
  const { write } = await format.load()
  const bytes = await write?.({ map, contents: new Map() }, { app: '1.0.0', savedAt: '', includePrivate: true, colours: new Map(SLOTS.map(({ value }) => [value, '#123456'])) })
  const found = await findFile(bytes ?? new Uint8Array(), () => {})
  if (!found?.ok) throw new Error(found ? `${found.place}: ${found.reason}` : 'It was not known')
  return found
}

test.each(BOTH.map((format) => [format.title, format] as const))('%s that we wrote is known for what it is and read again: every element, and every tie with its ends, its label and its direction', async (_, format) => {
  const maps = [naughtyMap, ...Array.from({ length: 15 }, (_each, seed) => oddMap(seed)).filter(({ elements }) => elements.size > 0)]
  for (const [i, map] of maps.entries()) {
    const { format: title, maps: [found] } = await thereAndBack(format, map)
    expect(title.toLowerCase(), `map ${i}`).toContain(format.title.split(' ')[0]?.toLowerCase())
    const { elements, ties } = pool(map)
    const [nodes, edges] = [found?.elements ?? [], found?.ties ?? []]
    expect(new Map(nodes.map(({ id, name }) => [id, asBothHold(name)])), `map ${i}`).toEqual(new Map([...elements.values()].map(({ id, name }) => [id, asBothHold(name) || id])))
    expect(edges.map(({ from, to, label, mutual }) => JSON.stringify([from, to, asBothHold(label), mutual])).sort(), `map ${i}`).toEqual([...ties.values()].map(({ from, to, label, mutual }) => JSON.stringify([from, to, asBothHold(label), mutual])).sort())
    if (format.losses.some(({ id }) => id === 'places')) continue
    const places = new Map(nodes.map(({ id, at }) => [id, at]))
    for (const [id, at] of map.positions) if (elements.has(id)) expect(places.get(id), `map ${i}`).toEqual(at)
  }
})

type Row = Readonly<Record<string, unknown>>

/** A record as both sides of a trip through tables hold it, but for what their losses say. */
function held(map: SystemMap, table: 'elements' | 'relationships' | 'perspectives' | 'organisations', record: Row): Row {
  const of = (field: Field): unknown => {
    const value = record[field.name]
    if (field.type.is === 'extra' || field.type.is === 'order') return null
    if (field.name === 'organisation') return asBothHold(map.organisations.get(value as string)?.name ?? '')
    if (field.type.is === 'names') return namesOf(value as ReadonlyMap<string, number>).map(asBothHold).filter(Boolean)
    // Facts that look like numbers come back as numbers.
    if (field.type.is === 'facts') return [...(value as ReadonlyMap<string, unknown>)].map(([name, fact]) => [asBothHold(name), asBothHold(String(fact))]).filter(([, fact]) => fact !== '').sort()
    // An element without a name is called by its id.
    if (table === 'elements' && field.name === 'name') return asBothHold(value as string) || record['id']
    return typeof value === 'string' ? asBothHold(value) : value
  }
  return Object.fromEntries((FIELDS[table] as readonly Field[]).map((field) => [field.name, of(field)]))
}

const answer = (said: Judgement) => Object.fromEntries(Object.entries(said).filter(([field, value]) => field !== 'extra' && value !== null && value !== '').map(([field, value]) => [field, typeof value === 'string' ? asBothHold(value) : value]).sort())

test.each(BOTH.filter(({ id }) => id === 'csv' || id === 'xlsx').map((format) => [format.title, format] as const))('%s of ours come back whole: every field of elements, ties, organisations and views, and yes, no and silence of everybody about everything', async (_, format) => {
  let answers = 0
  for (let seed = 0; seed < 40; seed++) {
    const open = generateMap(seeded(seed))
    const map = { ...open, perspectives: new Map([...open.perspectives].filter(([, one]) => !one.private)) }
    if (map.elements.size === 0) continue
    const found = await thereAndBack(format, map)
    const [first] = found.maps
    if (!first) throw new Error('No map')
    const back = importedMap(first, guessChoices(first), { mapId: 'back', lineage: 'back', added: '', title: 'A file', perspective: 'file' }).map
    const { elements, ties } = pool(map)
    const all = (one: SystemMap, table: 'elements' | 'relationships' | 'perspectives' | 'organisations', ids: Iterable<string>) => [...ids].sort().map((id) => [id, held(one, table, one[table].get(id) as unknown as Row)])
    expect(all(back, 'elements', back.elements.keys()), `seed ${seed}`).toEqual(all(map, 'elements', elements.keys()))
    expect(all(back, 'relationships', back.relationships.keys()), `seed ${seed}`).toEqual(all(map, 'relationships', ties.keys()))
    expect(all(back, 'organisations', back.organisations.keys()), `seed ${seed}`).toEqual(all(map, 'organisations', map.organisations.keys()))
    expect(all(back, 'perspectives', back.perspectives.keys()), `seed ${seed}`).toEqual(all(map, 'perspectives', map.perspectives.keys()))
    const said = (one: SystemMap) => [...one.judgements].flatMap(([who, about]) => [...about].flatMap(([subject, judgement]) => (one.perspectives.has(who) && (elements.has(subject) || ties.has(subject)) ? [`${who} ${subject} ${JSON.stringify(answer(judgement))}`] : []))).filter((line) => !line.endsWith(' {}')).sort()
    expect(said(back), `seed ${seed}`).toEqual(said(map))
    answers += said(map).length
  }
  expect(answers).toBeGreaterThan(500)
})

test.each(BOTH.filter(({ id }) => id !== 'csv' && id !== 'xlsx').map((format) => [format.title, format] as const))('%s that we wrote comes back with kinds, organisations, directions and signs, as they are guessed', async (_, format) => {
  let [homes, signs] = [0, 0]
  for (let seed = 0; seed < 25; seed++) {
    const map = generateMap(seeded(seed))
    if (map.elements.size === 0) continue
    const { maps: [found] } = await thereAndBack(format, map)
    if (!found) throw new Error('No map')
    const back = importedMap(found, guessChoices(found), { mapId: 'back', lineage: 'back', added: '', title: 'A file', perspective: 'file' }).map
    const home = (one: SystemMap, organisation: string | null) => asBothHold(one.organisations.get(organisation ?? '')?.name ?? '').toLowerCase()
    const elements = (one: SystemMap) => new Map([...one.elements.values()].map(({ id, kind, organisation }) => [id, [kind, home(one, organisation)]]))
    // A drawing has no signs.
    const isSigned = !format.losses.some(({ id }) => id === 'details')
    const ties = (one: SystemMap) => [...pool(one).ties.values()].map(({ from, to, kind, mutual, polarity }) => JSON.stringify([from, to, kind, mutual, isSigned && kind === 'influences' ? (polarity ?? '?') : null])).sort()
    expect(elements(back), `seed ${seed}`).toEqual(elements(map))
    expect(ties(back), `seed ${seed}`).toEqual(ties(map))
    homes += [...back.elements.values()].filter(({ organisation }) => organisation !== null).length
    signs += [...back.relationships.values()].filter(({ polarity }) => polarity !== null).length
  }
  expect(Math.min(homes, signs)).toBeGreaterThan(3)
})
