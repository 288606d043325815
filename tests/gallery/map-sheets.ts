import { judgementId, make, place, type Write } from '../../src/model/change.ts'
import { SLOTS } from '../../src/model/kinds.ts'
import { sharedOf } from '../../src/model/system-map.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { frameMarks } from '../../src/scene/frame.ts'
import type { Bounds } from '../../src/scene/scene.ts'
import { mapOf, sceneOf, type Sheet } from './sheet.ts'

const BOUNDS: Bounds = { x: -80, y: -150, width: 1240, height: 520 }
const lands = SLOTS.filter(({ value }) => typeof value === 'number')
const shared = sharedOf(mapOf([])).id

const rated = (perspective: string, tie: string, presence: number): Write => ({ at: 'judgements', id: judgementId(perspective, tie), field: 'presence', to: presence })

/** A land for every colour, with notes, areas, a loop, parallel ties, crossings, a starred tie and one that an action touches. */
const MAP = mapOf([
  { at: 'meta', id: 'map', field: 'centre', to: 'middle' },
  ...lands.flatMap(({ value, title }, i) => [
    make('organisations', `o${value}`, { name: title, code: `C${value}`, slot: value }),
    make('perspectives', `v${value}`, { name: title, type: 'organisation', organisation: `o${value}`, order: i }),
    make('elements', `e${value}`, { name: `Team ${value}`, organisation: `o${value}` }), place(`e${value}`, (i % 4) * 240, Math.floor(i / 4) * 200),
    make('elements', `f${value}`, { name: `Ward ${value}`, organisation: `o${value}` }), place(`f${value}`, (i % 4) * 240 + 30, Math.floor(i / 4) * 200 + 56),
  ]),
  make('elements', 'middle', { name: 'Older person', kind: 'people' }), place('middle', 960, 100),
  make('relationships', 'loop', { from: 'f1', to: 'f1', kind: 'influences', polarity: '+' }),
  make('relationships', 'parallel-1', { from: 'f2', to: 'f3', kind: 'refers' }),
  make('relationships', 'parallel-2', { from: 'f2', to: 'f3', kind: 'funds', label: 'two nurses' }),
  make('relationships', 'parallel-3', { from: 'f3', to: 'f2', kind: 'informs' }),
  make('relationships', 'crossing-1', { from: 'e6', to: 'f1', kind: 'refers' }),
  make('relationships', 'crossing-2', { from: 'e5', to: 'f2', kind: 'refers' }),
  make('relationships', 'starred', { from: 'e8', to: 'f3', star: true, label: 'the daily call' }),
  make('relationships', 'touched', { from: 'e7', to: 'f4', kind: 'supports' }),
  ...(['loop', 'crossing-1', 'crossing-2', 'starred', 'touched', 'parallel-1'] as const).flatMap((tie, i) => [rated(shared, tie, (i % 5) + 1), rated('v1', tie, (i % 5) + 1), rated('v2', tie, 2)]),
  make('notes', 'note', { text: 'Ask the ward\nwhat it needs', position: [860, -110], width: 180 }),
  make('notes', 'other', { text: 'A second one', position: [860, -40], width: 150 }),
  make('areas', 'outer', { title: 'Winter plan', position: [840, 180], size: [280, 150] }),
  make('areas', 'inner', { title: 'Beds', position: [870, 230], size: [140, 80] }),
])

const beside = { notes: MAP.notes, areas: MAP.areas, background: null }
const actions = new Map([['touched', 1], ['crossing-1', 3]])

function sheet(title: string, more: Parameters<typeof sceneOf>[1]): Sheet {
  const scene = sceneOf(MAP, { ...beside, actions, ...more })
  return { title, items: [], isMap: true, cell: [0, 0], bounds: BOUNDS, scene: { ...scene, frame: [...scene.frame, ...frameMarks({ x: BOUNDS.x + 10, y: BOUNDS.y + 10, width: BOUNDS.width - 20, height: BOUNDS.height - 20 })] } }
}

export const MAPS: readonly Sheet[] = [
  sheet('Territories, areas, notes, loops, parallel ties, crossings and the neatline', {}),
  sheet('With a selection: its ties called out and named, the rest stepped back', { selection: ['f3', 'other', 'inner'] }),
  sheet('All voices together: what is the middle of what others said', { reading: resolve(MAP, '*'), selection: ['f1'] }),
]
