/** What a room may import: other rooms, and packages by name. A file always may import its own room. */
export interface Room {
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
}

const sum = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())]

const upToFormats = [
  'model',
  'boxes',
  'reading',
  'words',
  'edits',
  'capture',
  'analysis',
  'layout',
  'scene',
  'painters',
  'formats',
] as const

const lists = ['analysis', 'layout', 'formats', 'outputs', 'templates'] as const

const screen: Room = {
  rooms: sum(['model', 'reading', 'words', 'scene', 'painters', 'edits', 'capture'], lists, [
    'session',
    'commands',
    'controls',
  ]),
  packages: ['react', 'react-dom', '@xyflow/react', '@tanstack/react-virtual', 'zustand'],
}

/** The room table of the README, as data. Each `panels/<name>` is a room of its own. */
export const rooms: Readonly<Record<string, Room>> = {
  model: { rooms: [], packages: ['valibot'] },
  boxes: { rooms: ['model'], packages: [] },
  reading: { rooms: ['model'], packages: [] },
  words: { rooms: ['model', 'reading'], packages: [] },
  edits: { rooms: ['model', 'boxes', 'reading'], packages: [] },
  capture: { rooms: ['model', 'words', 'edits'], packages: [] },
  analysis: {
    rooms: ['model', 'reading'],
    packages: ['graphology', 'graphology-metrics', 'graphology-communities-louvain'],
  },
  layout: { rooms: ['model', 'boxes', 'reading'], packages: ['d3-force'] },
  scene: { rooms: ['model', 'boxes', 'reading'], packages: ['flatbush'] },
  painters: { rooms: ['scene'], packages: [] },
  formats: {
    rooms: ['model', 'reading', 'edits', 'words'],
    packages: ['papaparse', 'fflate', 'fast-xml-parser', 'saxes', 'read-excel-file', 'write-excel-file', 'lz-string'],
  },
  outputs: {
    rooms: ['model', 'reading', 'words', 'analysis', 'scene', 'painters', 'formats'],
    packages: ['@fontsource-variable/atkinson-hyperlegible-next', '@fontsource/atkinson-hyperlegible-next', 'fflate', 'saxes'],
  },
  templates: { rooms: ['model', 'edits', 'formats'], packages: [] },
  document: { rooms: ['model'], packages: ['yjs'] },
  storage: { rooms: ['model', 'document'], packages: ['dexie'] },
  worker: { rooms: upToFormats, packages: [] },
  session: { rooms: ['model', 'reading', 'formats'], packages: ['zustand'] },
  commands: { rooms: sum(upToFormats, ['outputs', 'templates', 'session']), packages: [] },
  controls: { rooms: [], packages: ['react', 'react-dom', '@base-ui/react'] },
  canvas: screen,
  panels: screen,
  app: { rooms: sum(screen.rooms, ['canvas', 'panels']), packages: sum(screen.packages, ['tinykeys']) },
  offline: { rooms: [], packages: [] },
}

/** The rooms that compile without the DOM and repeat exactly: time and chance are arguments there. */
export const core: readonly string[] = [...upToFormats, 'templates', 'document']
