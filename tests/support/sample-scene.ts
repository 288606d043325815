import { readFileSync } from 'node:fs'
import { readNative } from '../../src/formats/native/read-native.ts'
import type { Json } from '../../src/model/json.ts'
import { apply } from '../../src/model/apply.ts'
import { make, type Base } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { recordFrom } from '../../src/model/project.ts'
import type { Judgement, Point } from '../../src/model/records.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { buildScene, type SceneInput } from '../../src/scene/build-scene.ts'
import type { Scene } from '../../src/scene/scene.ts'

/** Harbour City, as it ships. */
export function harbourCity(): SystemMap {
  const read = readNative(readFileSync(new URL('../../src/templates/harbour-city.sightlines.json', import.meta.url), 'utf8'))
  if (!read.ok) throw new Error(read.reason)
  return read.whole.map
}

export interface Sketch {
  readonly elements: Readonly<Record<string, { readonly at: Point } & Readonly<Record<string, Json | Point>>>>
  readonly ties?: Readonly<Record<string, Base>>
  readonly organisations?: Readonly<Record<string, Base>>
  /** What the shared perspective says. */
  readonly said?: Readonly<Record<string, Judgement>>
}

/** A small map drawn by hand. */
export function sketched({ elements, ties = {}, organisations = {}, said = {} }: Sketch): SystemMap {
  const map = emptyMap('sketch')
  const shared = [...map.perspectives.keys()][0] as string
  return {
    ...map,
    organisations: new Map(Object.entries(organisations).map(([id, base]) => [id, recordFrom('organisations', id, base)])),
    elements: new Map(Object.entries(elements).map(([id, { at: _at, ...base }]) => [id, recordFrom('elements', id, base as Base)])),
    positions: new Map(Object.entries(elements).map(([id, { at }]) => [id, at])),
    relationships: new Map(Object.entries(ties).map(([id, base]) => [id, recordFrom('relationships', id, base)])),
    judgements: new Map([[shared, new Map(Object.entries(said))]]),
  }
}

/** With a note, an area that has another in it, and a background picture. */
export function furnished(map: SystemMap): SystemMap {
  return apply(map, {
    writes: [
      make('notes', 'note', { text: 'Ask the ward\nwhat it needs', position: [-300, 40], width: 200 }),
      make('areas', 'inner', { title: 'Beds', position: [-380, -260], size: [200, 120] }),
      make('areas', 'outer', { title: 'Winter plan', position: [-400, -300], size: [500, 300] }),
      { at: 'meta', id: 'map', field: 'background', to: { type: 'image/png', data: 'iVBORw0KGgo=', position: [-800, -450], size: [1600, 900] } },
    ],
  })
}

/** What of a map stands beside its elements and ties. */
export const besideIn = (map: SystemMap): Pick<SceneInput, 'notes' | 'areas' | 'background'> => ({ notes: map.notes, areas: map.areas, background: map.meta.background })

export const inputFor = (map: SystemMap, perspective = 'shared', more: Partial<SceneInput> = {}): SceneInput => ({
  moment: map, reading: resolve(map, perspective), selection: [], cardScale: 1, qualityTint: false, ...more,
})

export const sceneOf = (map: SystemMap, perspective = 'shared', more: Partial<SceneInput> = {}): Scene => buildScene(null, inputFor(map, perspective, more))
