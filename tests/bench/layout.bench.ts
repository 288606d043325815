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
import type { Bench, Figure } from './bench.ts'
import { syntheticMap } from './synthetic-map.ts'

interface Goal {
  readonly crossings: number
  readonly behind: number
}

/** The layout built as the worker gets it: straight from the source, module by module, it takes half as long again. */
async function builtSettle(): Promise<typeof settleModule.settle> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const outDir = join(root, 'node_modules/.cache/bench')
  const rolldownOptions = { output: { format: 'cjs', entryFileNames: 'settle.cjs' } } as const
  await build({ configFile: false, root, logLevel: 'error', build: { ssr: 'src/layout/settle.ts', outDir, target: 'es2022', rolldownOptions } })
  return (createRequire(import.meta.url)(join(outDir, 'settle.cjs')) as typeof settleModule).settle
}

/** Crossings and hidden ties on straight ties, and where the map is small enough to route them, as drawn. */
function figures(name: string, map: SystemMap, settle: typeof settleModule.settle, carefully: boolean, goal?: Goal): Figure[] {
  const boxes = boxesOf(map.elements.values())
  const begun = performance.now()
  const result = settle(map, boxes, { carefully })
  const took = performance.now() - begun
  const next = apply(map, settled(map, result))
  const graph = graphOf(next, boxes)
  const quality = layoutQuality(graph, graph.startX, graph.startY)
  const strangers = quality.territories.map((territory) => territory.strangers / (territory.own + territory.strangers || 1))
  const seen = graph.from.length <= 500 ? seenQuality(next) : null
  const atMost = (most: number | undefined) => (most === undefined ? {} : { goal: { atMost: most } })
  return [
    { name: `${name}: time`, value: took, unit: 'ms' },
    { name: `${name}: crossings, straight`, value: quality.crossings, unit: '', ...atMost(goal?.crossings) },
    { name: `${name}: behind a stranger, straight`, value: quality.behind, unit: '' },
    { name: `${name}: stress`, value: 100 * stressOf(graph, graph.startX, graph.startY), unit: '%' },
    ...(seen
      ? [
          { name: `${name}: crossings, as drawn`, value: seen.crossings, unit: '', ...atMost(goal?.crossings) },
          { name: `${name}: behind a stranger, as drawn`, value: seen.behind, unit: '', ...atMost(goal?.behind) },
        ]
      : []),
    { name: `${name}: cards that overlap`, value: quality.overlaps.length, unit: '', goal: { atMost: 0 } },
    { name: `${name}: strangers, worst territory`, value: 100 * Math.max(0, ...strangers), unit: '%', goal: { atMost: 10 } },
  ]
}

const unplaced = (map: SystemMap): SystemMap => ({ ...map, positions: new Map() })

export const bench: Bench = {
  title: 'Layout (in Node, one core)',
  async run() {
    const settle = await builtSettle()
    const sample = sampleMap()
    return [
      ...figures('sample as shipped', sample, settle, false, { crossings: 160, behind: 6 }),
      ...figures('sample unplaced', unplaced(sample), settle, false, { crossings: 160, behind: 6 }),
      ...figures('sample, carefully', unplaced(sample), settle, true, { crossings: 135, behind: 3 }),
      ...figures('75 wards, 413 transfers', wardsMap(), settle, false),
      ...figures('300 elements', unplaced(syntheticMap(300).map), settle, false),
      ...figures('1,500 elements', unplaced(syntheticMap(1500).map), settle, false),
      ...figures('5,000 elements', unplaced(syntheticMap(5000).map), settle, false),
    ]
  },
}
