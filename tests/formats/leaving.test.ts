import { expect, test } from 'vitest'
import { counted, mayCount } from '../../src/formats/leaving/attribution.ts'
import { leaving } from '../../src/formats/leaving/leaving.ts'
import { AS_IT_IS } from '../../src/formats/leaving/what-leaves.ts'
import { readNative } from '../../src/formats/native/read-native.ts'
import { writeNative } from '../../src/formats/native/write-native.ts'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { pool } from '../../src/reading/pool.ts'
import { generateWhole } from '../support/generate-whole.ts'
import { paths, planted, wordOf } from '../support/planted-map.ts'
import { seeded } from '../support/seeded.ts'
import { WRITTEN, writtenAs } from '../support/written-as.ts'

const options = { app: '1.0.0', savedAt: '', includePrivate: true }
const coded = { ...AS_IT_IS, names: 'codes', words: false } as const

test('With names as codes and nobody’s own words, no word of the map but its title and its question is in any file', async () => {
  const { map } = leaving({ map: planted, contents: new Map() }, coded)
  const found = (text: string) => paths.filter((path) => text.includes(wordOf(path)))
  expect(found(writeNative({ map, contents: new Map() }, options)).filter((path) => path !== 'meta.lineage')).toEqual(['meta.title', 'meta.question'])
  for (const format of WRITTEN) expect(found(Object.values(await writtenAs(format, map)).join('\n')).filter((path) => path !== 'meta.title' && path !== 'meta.question'), format.title).toEqual([])
})

test('Under other names every element, tie and answer is there, and the file opens without a repair, over 60 generated maps', () => {
  for (let seed = 0; seed < 60; seed++) {
    const whole = generateWhole(seeded(seed))
    for (const names of ['roles', 'codes'] as const) {
      for (const words of [true, false]) {
        const left = leaving(whole, { ...AS_IT_IS, includePrivate: words, names, words })
        expect(left.map.elements.size, `seed ${seed}`).toBe(whole.map.elements.size)
        expect(pool(left.map).ties.size, `seed ${seed}`).toBe(pool(whole.map).ties.size)
        const answers = (said: typeof whole.map.judgements) => [...said.values()].reduce((sum, one) => sum + one.size, 0)
        if (words) expect(answers(left.map.judgements), `seed ${seed}`).toBe(answers(whole.map.judgements))
        const read = readNative(writeNative(left, options))
        if (!read.ok) throw new Error(`seed ${seed}: ${read.place}: ${read.reason}`)
        expect(read.repairs, `seed ${seed}`).toEqual([])
      }
    }
  }
})

test('An organisation and its perspective that have one id are both called otherwise, and still belong together', () => {
  const map = apply(emptyMap('m'), { writes: [make('organisations', 'AC', { name: 'Acute care' }), make('perspectives', 'AC', { name: 'Acute care', type: 'organisation', organisation: 'AC' }), make('elements', 'AC', { name: 'Acute care', organisation: 'AC' }), { at: 'judgements', id: 'AC:AC', field: 'presence', to: 'yes' }] })
  const { map: left } = leaving({ map, contents: new Map() }, coded)
  expect(writeNative({ map: left, contents: new Map() }, options)).not.toMatch(/Acute|"AC"/)
  expect(left.perspectives.get('p1')).toMatchObject({ name: 'Perspective 1', organisation: 'o1' })
  expect(left.elements.get('e1')).toMatchObject({ name: 'Element 1', organisation: 'o1' })
  expect(left.judgements.get('p1')?.get('e1')).toEqual({ presence: 'yes' })
})

test('Of a map that leaves as it is, nothing is changed', () => {
  const open = apply(emptyMap('m'), { writes: [make('elements', 'e', { name: 'Ward' })] })
  expect(leaving({ map: open, contents: new Map() }, AS_IT_IS).map).toEqual(open)
})

/** Three tables on one tie: 1, 3 and no; two of them on its quality; two of them on the element. */
const asked = apply(emptyMap('m'), {
  writes: [
    make('elements', 'a', { name: 'Ward' }), make('elements', 'b', { name: 'Brokerage' }), make('relationships', 'r', { from: 'a', to: 'b' }),
    ...['t1', 't2', 't3'].map((id, i) => make('perspectives', id, { name: `Table ${i + 1}`, type: 'table', order: i + 1 })),
    ...([['t1', 1], ['t2', 3], ['t3', 0], ['shared', 2]] as const).map(([who, to]) => ({ at: 'judgements' as const, id: judgementId(who, 'r'), field: 'presence', to })),
    ...(['t1', 't2'] as const).flatMap((who) => [{ at: 'judgements' as const, id: judgementId(who, 'r'), field: 'quality', to: -1 }, { at: 'judgements' as const, id: judgementId(who, 'a'), field: 'presence', to: 'yes' }, { at: 'judgements' as const, id: judgementId(who, 'r'), field: 'note', to: 'Only we know' }]),
  ],
})

test('Counted says how many, and the lowest, middle and highest; never what fewer than three gave, nor who', () => {
  const { relationships, elements, perspectives, judgements } = counted(asked)
  expect([...(relationships.get('r')?.facts ?? [])]).toEqual([
    ['Voices who answered', 3], ['Voices who said yes', 2], ['Voices on strength, lowest', 0], ['Voices on strength, middle', 1], ['Voices on strength, highest', 3],
  ])
  expect(elements.get('a')?.facts.size).toBe(0)
  expect([...perspectives.keys()]).toEqual(['shared'])
  expect([...judgements.keys()]).toEqual(['shared'])
  const text = writeNative(leaving({ map: asked, contents: new Map() }, { ...AS_IT_IS, attribution: 'counted' }), options)
  for (const secret of ['Table 1', 't1', 'Only we know']) expect(text).not.toContain(secret)
})

test('A private view that a version from elsewhere holds stays behind as well', () => {
  const hidden = apply(asked, { writes: [{ at: 'perspectives', id: 't1', field: 'private', to: true }] })
  const whole = { map: asked, contents: new Map([['then', hidden]]) }
  const then = leaving(whole, AS_IT_IS).contents.get('then')
  expect([...(then?.perspectives.keys() ?? [])]).toEqual(['shared', 't2', 't3'])
  expect([...(then?.judgements.keys() ?? [])].sort()).toEqual(['shared', 't2', 't3'])
  expect(leaving(whole, { ...AS_IT_IS, includePrivate: true }).contents.get('then')?.judgements.has('t1')).toBe(true)
})

test('Below three voices nothing is counted', () => {
  const two = apply(asked, { writes: [{ at: 'perspectives', id: 't3', remove: true }] })
  expect(mayCount(two)).toBe(false)
  expect(counted(two).relationships.get('r')?.facts.size).toBe(0)
})
