import { apply } from '../../src/model/apply.ts'
import type { Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Point, Size } from '../../src/model/records.ts'
import { sharedOf, type SystemMap } from '../../src/model/system-map.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { buildScene, type SceneInput } from '../../src/scene/build-scene.ts'
import type { Bounds, Scene } from '../../src/scene/scene.ts'

/** One mark, or what belongs together, by what it says; `at` is the middle of its cell. */
export interface Item {
  readonly name: string
  readonly at: Point
}

/** Marks that belong together, as a scene that both painters can draw. */
export interface Sheet {
  readonly title: string
  readonly scene: Scene
  readonly bounds: Bounds
  readonly cell: Size
  readonly items: readonly Item[]
  /** Real maps with a question asked of them: most of their marks stand on other sheets by themselves. */
  readonly isMap: boolean
}

/** A map of these writes, as a scene. */
export function sceneOf(map: SystemMap, more: Partial<SceneInput> = {}): Scene {
  return buildScene(null, { moment: map, reading: resolve(map, sharedOf(map).id), selection: [], cardScale: 1, qualityTint: false, ...more })
}

export const mapOf = (writes: readonly Write[]): SystemMap => apply(emptyMap('gallery'), { writes })

const BLANK = sceneOf(mapOf([]))

/** Cells in rows, one for each of what is to be shown; `draw` puts it about the middle of its cell. */
export function gridSheet<T>(title: string, cell: Size, columns: number, shown: readonly (readonly [name: string, what: T])[], draw: (what: T, at: Point, i: number) => Partial<Scene>): Sheet {
  const items = shown.map(([name], i): Item => ({ name, at: [((i % columns) + 0.5) * cell[0], (Math.floor(i / columns) + 0.5) * cell[1]] }))
  const drawn = shown.map(([, what], i) => draw(what, items[i]?.at ?? [0, 0], i))
  return {
    title, cell, items, isMap: false,
    bounds: { x: 0, y: 0, width: Math.min(columns, shown.length) * cell[0], height: Math.ceil(shown.length / columns) * cell[1] },
    scene: { ...BLANK, elements: drawn.flatMap(({ elements = [] }) => elements), ties: drawn.flatMap(({ ties = [] }) => ties), signs: drawn.flatMap(({ signs = [] }) => signs) },
  }
}
