import { expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { paths, planted as map, wordOf } from '../support/planted-map.ts'
import { oddMap, WRITTEN, writtenAs } from '../support/written-as.ts'

test.each(WRITTEN.map((format) => [format.title, format] as const))('%s holds the words of every field of the model, but for the fields that it says are lost', async (_, format) => {
  const text = Object.values(await writtenAs(format, map)).join('\n')
  const lost = new Set(format.losses.flatMap(({ fields }) => fields))
  const isLost = (path: string) => lost.has(path) || lost.has(path.split('.')[0] ?? '')
  expect(paths.length).toBeGreaterThan(40)
  expect(paths.filter((path) => text.includes(wordOf(path)) === isLost(path))).toEqual([])
})

test.each(WRITTEN.map((format) => [format.title, format] as const))('Whatever %s says it loses is on some generated map, and is counted', (_, format) => {
  const unseen = new Set(format.losses.map(({ id }) => id))
  for (let seed = 0; seed < 300 && unseen.size; seed++) {
    const whole = { map: oddMap(seed), contents: new Map() }
    for (const loss of format.losses) if (loss.count(whole) > 0) unseen.delete(loss.id)
  }
  expect([...unseen]).toEqual([])
  expect(format.losses.filter((loss) => loss.count({ map: emptyMap('m', { lineage: '', mapId: '' }), contents: new Map() }) > 0).map(({ id }) => id)).toEqual([])
})

const privately = apply(map, { writes: [{ at: 'perspectives', id: 'p', field: 'private', to: true }, { at: 'reflections', id: 'one-reflections', field: 'private', to: true }] })
const secrets = paths.filter((path) => /^(?:judgements|reflections)\.|^perspectives\.name/.test(path) && !path.endsWith('extra'))

test.each(WRITTEN.map((format) => [format.title, format] as const))('Nothing private is in %s unless it was ticked', async (_, format) => {
  const found = async (includePrivate: boolean) => {
    const text = Object.values(await writtenAs(format, privately, { includePrivate })).join('\n')
    return secrets.filter((path) => text.includes(wordOf(path)))
  }
  expect(secrets.length).toBeGreaterThan(5)
  expect(await found(false)).toEqual([])
  if (!format.losses.some(({ id }) => id === 'perspectives')) expect(await found(true)).toContain('perspectives.name')
})
