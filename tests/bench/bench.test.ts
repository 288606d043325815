import { expect, test } from 'vitest'
import { verdictOf } from './goals.ts'
import { limited, TooLong } from './limited.ts'
import { emptyPlaces, measuredGraph, wholeView } from './measured-graph.ts'
import { withSpeed, type BenchResult } from './readme-speed.ts'
import { syntheticMap } from './synthetic-map.ts'

test('A missed ratio or count fails the run, a missed time does not, and what was not reached is missed', () => {
  const ratio = { name: '5000 · wheel: slow frames, ours to the best of the others', unit: '×' }
  expect(verdictOf({ ...ratio, value: 1 })).toMatchObject({ isMissed: false, fails: true })
  expect(verdictOf({ ...ratio, value: 1.2 })).toMatchObject({ isMissed: true, fails: true })
  expect(verdictOf({ ...ratio, value: Number.NaN, said: 'more than 15 s' })).toMatchObject({ isMissed: true, fails: true })
  expect(verdictOf({ name: '5000 · Sightlines · wheel, p95', value: 40, unit: 'ms' })).toMatchObject({ isMissed: true, fails: false })
  expect(verdictOf({ name: '1,000 · Settle · cards that overlap', value: 1, unit: '' })).toMatchObject({ isMissed: true, fails: true })
  expect(verdictOf({ name: '1,000 · ForceAtlas2 · cards that overlap', value: 9, unit: '' })).toMatchObject({ words: '', isMissed: false })
})

test('Work that takes too long is given up, and work that fails says why', async () => {
  await expect(limited(0.01, () => new Promise(() => undefined))).rejects.toThrow(new TooLong(0.01))
  await expect(limited(5, () => Promise.reject(new Error('Broken')))).rejects.toThrow('Broken')
  await expect(limited(5, async () => 7)).resolves.toBe(7)
})

test('The hand is put where the map is empty', () => {
  const graph = measuredGraph(syntheticMap(200).map)
  const frame = { x: 10, y: 20, width: 1000, height: 600 }
  const view = wholeView(graph, frame)
  const [x, y] = emptyPlaces(graph, view, frame)[0] ?? [0, 0]
  const isCovered = graph.nodes.some((node) =>
    Math.abs(node.x * view.zoom + view.x + frame.x - x) < (node.width * view.zoom) / 2 + 4 && Math.abs(node.y * view.zoom + view.y + frame.y - y) < (node.height * view.zoom) / 2 + 4)
  expect(isCovered).toBe(false)
})

test('The figures of the README are replaced, never added to', () => {
  const result: BenchResult = {
    at: '2026-11-25T18:00:00.000Z',
    machine: { cpu: 'Some', cores: 2, memory: 25e9, node: 'v20', browser: '150.0.1', loadBefore: 0, loadAfter: 0 },
    missed: [], failed: [],
    benches: [{
      title: 'Contenders', seconds: 1,
      figures: [{ name: '5,000 · Settle · time', value: 1900.4, unit: 'ms' }],
      tables: [{ title: '5,000 elements, 12,500 ties', head: ['', 'first paint'], rows: [['Sightlines', '300 ms']] }],
    }],
  }
  const readme = 'Before\n<!-- npm run bench -- --readme writes from here -->\nOld\n<!-- to here -->\nAfter\n'
  const once = withSpeed(readme, result)
  expect(once).toContain('25 November 2026: 2 cores, 25 GB')
  expect(once).toContain('| Sightlines | 300 ms |')
  expect(once).toContain('| *Settle*, 5,000 elements | 1900 ms |')
  expect(once).not.toContain('Old')
  expect(withSpeed(once, result)).toBe(once)
  expect(() => withSpeed('No place', result)).toThrow('no place')
})
