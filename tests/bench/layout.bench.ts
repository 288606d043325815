import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { boxesOf } from '../../src/boxes/boxes.ts'
import { settled } from '../../src/edits/settle.ts'
import { graphOf } from '../../src/layout/layout-graph.ts'
import { layoutQuality } from '../../src/layout/quality.ts'
import { stressOf } from '../../src/layout/stress.ts'
import type * as settleModule from '../../src/layout/settle.ts'
import { apply } from '../../src/model/apply.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { sampleMap, wardsMap } from '../layout/layout-maps.ts'
import { seenQuality } from '../layout/seen-quality.ts'
import type { Bench, Figure, FigureTable } from './bench.ts'
import { d3Alone, forceAtlas, inTheAreaOf, type Places } from './other-layouts.ts'
import { sizesOf } from './sizes.ts'
import { syntheticMap } from './synthetic-map.ts'

/** The layout built as the worker gets it: straight from the source, module by module, it takes half as long again. */
async function builtSettle(): Promise<typeof settleModule.settle> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const outDir = join(root, 'node_modules/.cache/bench')
  const rolldownOptions = { output: { format: 'cjs', entryFileNames: 'settle.cjs' } } as const
  await build({ configFile: false, root, logLevel: 'error', build: { ssr: 'src/layout/settle.ts', outDir, target: 'es2022', rolldownOptions } })
  return (createRequire(import.meta.url)(join(outDir, 'settle.cjs')) as typeof settleModule).settle
}

/** Crossings and hidden ties on straight ties, and where the map is small enough to route them, as drawn. */
function figures(name: string, map: SystemMap, settle: typeof settleModule.settle, carefully: boolean): Figure[] {
  const boxes = boxesOf(map.elements.values())
  const begun = performance.now()
  const result = settle(map, boxes, { carefully })
  const took = performance.now() - begun
  const next = apply(map, settled(map, result))
  const graph = graphOf(next, boxes)
  const quality = layoutQuality(graph, graph.startX, graph.startY)
  const strangers = quality.territories.map((territory) => territory.strangers / (territory.own + territory.strangers || 1))
  const seen = graph.from.length <= 500 ? seenQuality(next) : null
  return [
    { name: `${name}: time`, value: took, unit: 'ms' },
    { name: `${name}: crossings, straight`, value: quality.crossings, unit: '' },
    { name: `${name}: behind a stranger, straight`, value: quality.behind, unit: '' },
    { name: `${name}: stress`, value: 100 * stressOf(graph, graph.startX, graph.startY), unit: '%' },
    ...(seen
      ? [
          { name: `${name}: crossings, as drawn`, value: seen.crossings, unit: '' },
          { name: `${name}: behind a stranger, as drawn`, value: seen.behind, unit: '' },
        ]
      : []),
    { name: `${name}: cards that overlap`, value: quality.overlaps.length, unit: '' },
    { name: `${name}: strangers, worst territory`, value: 100 * Math.max(0, ...strangers), unit: '%' },
  ]
}

const unplaced = (map: SystemMap): SystemMap => ({ ...map, positions: new Map() })

/** *Settle* beside others of its kind, on the same map without places. */
function beside(elements: number, settle: typeof settleModule.settle): { readonly figures: readonly Figure[]; readonly rows: readonly (readonly string[])[] } {
  const map = unplaced(syntheticMap(elements).map)
  const boxes = boxesOf(map.elements.values())
  const graph = graphOf(map, boxes)
  const ways: readonly (readonly [title: string, run: () => Places])[] = [
    ['Settle', () => {
      const settledGraph = graphOf(apply(map, settled(map, settle(map, boxes))), boxes)
      return { x: settledGraph.startX, y: settledGraph.startY }
    }],
    ['d3-force alone', () => d3Alone(graph)],
    ['ForceAtlas2', () => forceAtlas(graph)],
  ]
  const found = ways.map(([title, run]) => {
    const begun = performance.now()
    const places = run()
    return { title, places, time: performance.now() - begun }
  })
  const ours = found[0]?.places
  const measured = found.map(({ title, places, time }) => {
    const { x, y } = ours && ours !== places ? inTheAreaOf(places, ours) : places
    const quality = layoutQuality(graph, x, y)
    return { title, time, stress: stressOf(graph, x, y), crossings: quality.crossings, behind: quality.behind, overlaps: quality.overlaps.length }
  })
  const [own, d3] = measured
  const of = elements.toLocaleString('en-GB')
  return {
    figures: [
      ...measured.flatMap(({ title, time, stress, crossings, behind, overlaps }) => [
        { name: `${of} · ${title} · time`, value: time, unit: 'ms' },
        { name: `${of} · ${title} · stress`, value: stress, unit: '' },
        { name: `${of} · ${title} · crossings`, value: crossings, unit: '' },
        { name: `${of} · ${title} · ties behind a card`, value: behind, unit: '' },
        { name: `${of} · ${title} · cards that overlap`, value: overlaps, unit: '' },
      ]),
      ...(own && d3
        ? [
            { name: `${of} · time, ours to d3-force alone`, value: own.time / d3.time, unit: '×' },
            { name: `${of} · stress, ours to d3-force alone`, value: own.stress / d3.stress, unit: '×' },
          ]
        : []),
    ],
    rows: measured.map(({ title, time, stress, crossings, behind, overlaps }) => [of, title, `${time.toFixed(0)} ms`, stress.toFixed(3), String(crossings), String(behind), String(overlaps)]),
  }
}

export const bench: Bench = {
  title: 'Layout (in Node, one core)',
  async run() {
    const settle = await builtSettle()
    const sample = sampleMap()
    const found = sizesOf([200, 1000, 5000]).map((elements) => beside(elements, settle))
    const table: FigureTable = {
      title: 'The same map without places, each enlarged to the area of ours',
      head: ['elements', '', 'time', 'stress', 'crossings', 'ties behind a card', 'cards that overlap'],
      rows: found.flatMap(({ rows }) => rows),
    }
    return {
      figures: [
        ...figures('sample as shipped', sample, settle, false),
        ...figures('sample unplaced', unplaced(sample), settle, false),
        ...figures('sample, carefully', unplaced(sample), settle, true),
        ...figures('75 wards, 413 transfers', wardsMap(), settle, false),
        ...figures('300 elements', unplaced(syntheticMap(300).map), settle, false),
        ...figures('1,500 elements', unplaced(syntheticMap(1500).map), settle, false),
        ...found.flatMap((one) => one.figures),
      ],
      tables: [table],
    }
  },
}
