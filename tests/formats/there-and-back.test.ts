import { expect, test } from 'vitest'
import { findFile } from '../../src/formats/find-file.ts'
import { FORMATS } from '../../src/formats/formats.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { pool } from '../../src/reading/pool.ts'
import { naughtyMap } from '../support/naughty.ts'
import { oddMap } from '../support/written-as.ts'

const BOTH = FORMATS.filter(({ writes, isOne }) => writes !== undefined && isOne !== undefined)

/** A name as both sides of a trip hold it: on one line, and without what the format has no sign for. */
const asBothHold = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '\ufffd').replace(/\s+/gu, ' ').trim()

async function thereAndBack(format: (typeof BOTH)[number], map: SystemMap) {
  const { write } = await format.load()
  const bytes = await write?.({ map, contents: new Map() }, { app: '1.0.0', savedAt: '', includePrivate: true, colourOf: () => '#123456' })
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
