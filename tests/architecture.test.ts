import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findBreaches } from './support/architecture.ts'
import { core, rooms } from './support/rooms.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

function read(folder: string): Record<string, string> {
  const names = readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
  const paths = names.filter((name) => /\.(tsx?|css)$/.test(name)).map((name) => `${folder}/${name}`)
  return Object.fromEntries(paths.map((path) => [path, readFileSync(root + path, 'utf8')]))
}

const source = read('src')

test('The source keeps to its rooms and rules', () => {
  expect(Object.keys(source).length).toBeGreaterThan(3)
  expect(findBreaches(source)).toEqual([])
})

test('No test file is longer than a source file may be', () => {
  const long = Object.entries(read('tests')).filter(([, text]) => text.split('\n').length > 351)
  expect(long.map(([path]) => path)).toEqual([])
})

test('Every end-to-end test watches for foreign requests, policy violations and errors', () => {
  const specs = Object.entries(read('tests/e2e')).filter(([path]) => path.endsWith('.spec.ts'))
  const unwatched = specs.filter(
    ([, text]) => !/from '(?:\.\.?\/)+fixture\.ts'/.test(text) || /\btest\b.*from '@playwright\/test'/.test(text),
  )
  expect(specs.length).toBeGreaterThan(0)
  expect(unwatched.map(([path]) => path)).toEqual([])
})

test('The compiler sees every core room without the DOM', () => {
  const config = JSON.parse(readFileSync(`${root}src/tsconfig.core.json`, 'utf8')) as {
    compilerOptions: { lib: string[] }
    include: string[]
  }
  expect(config.include.filter((path) => !path.endsWith('.d.ts')).toSorted()).toEqual([...core].toSorted())
  expect(config.compilerOptions.lib).toEqual(['ES2023'])
})

test('Every room points down: no room reaches itself through others', () => {
  const reach = (room: string): string[] => (rooms[room]?.rooms ?? []).flatMap((next) => [next, ...reach(next)])
  for (const room of Object.keys(rooms)) expect(reach(room)).not.toContain(room)
})

describe('A planted breach is found', () => {
  const plants: readonly (readonly [breach: string, files: Record<string, string>, said: RegExp])[] = [
    ['an upward import', { 'src/model/a.ts': "import { b } from '../edits/b.ts';" }, /model may not import edits/],
    [
      'an upward type import',
      { 'src/model/a.ts': "import type { B } from '../edits/b.ts';" },
      /model may not import edits/,
    ],
    ['an upward re-export', { 'src/reading/a.ts': "export * from '../words/b.ts';" }, /reading may not import words/],
    ['an upward dynamic import', { 'src/scene/a.ts': "void import('../canvas/b.ts');" }, /scene may not import canvas/],
    [
      'an upward import in a type',
      { 'src/layout/a.ts': "type A = import('../app/b.ts').B;" },
      /layout may not import app/,
    ],
    [
      'an upward worker import',
      { 'src/commands/a.ts': "import u from '../worker/b.ts?worker&url';" },
      /commands may not import worker/,
    ],
    [
      'a command that reaches the document',
      { 'src/commands/a.ts': "import { b } from '../document/b.ts';" },
      /may not import document/,
    ],
    [
      'a command that reaches storage',
      { 'src/commands/a.ts': "import { b } from '../storage/b.ts';" },
      /may not import storage/,
    ],
    [
      'a panel that imports another',
      { 'src/panels/key/a.ts': "import { b } from '../rate/b.ts';" },
      /panels\/key may not import panels\/rate/,
    ],
    [
      'a panel that imports the app',
      { 'src/panels/key/a.ts': "import { b } from '../../app/b.ts';" },
      /panels may not import app/,
    ],
    [
      'a control that knows maps',
      { 'src/controls/A.tsx': "import type { B } from '../model/b.ts';" },
      /controls may not import model/,
    ],
    [
      'the app reaching storage outside its wiring',
      { 'src/app/a.ts': "import { b } from '../storage/b.ts';" },
      /app may not import storage/,
    ],
    [
      'the app reaching its own wiring',
      { 'src/app/a.ts': "import { b } from './wiring/b.ts';" },
      /app may not import \*/,
    ],
    [
      'a room that is not in the table',
      { 'src/shed/a.ts': "import { b } from '../model/b.ts';" },
      /shed is not a room/,
    ],
    ['an import from outside src', { 'src/model/a.ts': "import { b } from '../../tests/b.ts';" }, /outside src/],
    [
      'more than the version from package.json',
      { 'src/model/a.ts': "import { scripts } from '../../package.json'" },
      /outside src/,
    ],
    [
      'a package in the wrong room',
      { 'src/model/a.ts': "import * as Y from 'yjs';" },
      /may not import the package yjs/,
    ],
    ['a package by a path inside it', { 'src/words/a.ts': "import { b } from 'zustand/vanilla';" }, /package zustand/],
    ['a scoped package', { 'src/scene/a.ts': "import '@xyflow/react/dist/base.css';" }, /package @xyflow\/react/],
    ['a part of Node', { 'src/formats/a.ts': "import { b } from 'node:fs';" }, /package node:fs/],
    ['React in a command', { 'src/commands/a.ts': "import { useState } from 'react';" }, /package react/],
    ['a module whose name is computed', { 'src/model/a.ts': 'export const a = (b: string) => import(b);' }, /computed/],
    ['an import without its extension', { 'src/model/a.ts': "import { b } from './b';" }, /without its extension/],
    [
      'two files in a ring',
      { 'src/model/a.ts': "import { b } from './b.ts';", 'src/model/b.ts': "import { a } from './a.ts';" },
      /model\/a\.ts, src\/model\/b\.ts import each other/,
    ],
    [
      'a ring of types, three long',
      {
        'src/model/a.ts': "import type { B } from './b.ts';",
        'src/model/b.ts': "export type { C } from './c.ts';",
        'src/model/c.ts': "import type { A } from './a.ts';",
      },
      /import each other in a ring/,
    ],
    ['a file that imports itself', { 'src/model/a.ts': "export * from './a.ts';" }, /ring/],
    ['a barrel', { 'src/model/index.ts': '' }, /says nothing/],
    ['a drawer named utils', { 'src/model/utils.ts': '' }, /says nothing/],
    ['a drawer named Helpers', { 'src/app/Helpers.tsx': '' }, /says nothing/],
    ['a drawer named common', { 'src/model/common.ts': '' }, /says nothing/],
    ['a drawer named misc', { 'src/model/misc.ts': '' }, /says nothing/],
    ['a drawer named manager', { 'src/model/manager.ts': '' }, /says nothing/],
    ['a drawer named types', { 'src/model/types.ts': '' }, /says nothing/],
    ['a module in PascalCase', { 'src/model/SystemMap.ts': '' }, /kebab-case/],
    ['a component in kebab-case', { 'src/app/top-bar.tsx': '' }, /PascalCase/],
    ['a file past its length', { 'src/model/a.ts': '\n'.repeat(351) }, /351 lines/],
    [
      'an edge component from React Flow',
      { 'src/canvas/A.tsx': "import { BaseEdge } from '@xyflow/react';" },
      /BaseEdge/,
    ],
    ['the properties of one', { 'src/canvas/A.tsx': "import type { EdgeProps } from '@xyflow/react';" }, /EdgeProps/],
    ['the path of one', { 'src/canvas/a.ts': "import { getBezierPath } from '@xyflow/react';" }, /getBezierPath/],
    ['edge components handed over', { 'src/canvas/A.tsx': 'export const a = <B edgeTypes={{}} />;' }, /edge component/],
    ['innerHTML', { 'src/app/a.ts': "document.body.innerHTML = '';" }, /innerHTML/],
    [
      'innerHTML by way of React',
      { 'src/app/A.tsx': 'export const a = <p dangerouslySetInnerHTML={{}} />;' },
      /dangerouslySet/,
    ],
    ['a cast to any', { 'src/model/a.ts': 'export const a = 1 as any;' }, /casts to any/],
    ['a cast to any on the way', { 'src/model/a.ts': 'export const a = 1 as any as string;' }, /casts to any/],
    ['a raw colour in a component', { 'src/app/A.tsx': 'export const a = <p color="#a1b2c3" />;' }, /raw colour/],
    ['a raw colour in a style sheet', { 'src/app/a.css': '.a { color: #fff; }' }, /raw colour/],
    ['a raw colour by function', { 'src/app/a.css': '.a { border: 1px solid rgb(1 2 3); }' }, /raw colour/],
    ['a clock in the core', { 'src/model/a.ts': 'export const a = () => Date.now();' }, /Date\.now/],
    ['a date of today in the core', { 'src/reading/a.ts': 'export const a = () => new Date();' }, /new Date\(\)/],
    ['chance in the core', { 'src/layout/a.ts': 'export const a = () => Math.random();' }, /Math\.random/],
  ]

  test.each(plants)('%s', (_, files, said) => {
    const found = findBreaches(files)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(said)
  })
})

test('What the table allows is not called a breach', () => {
  const files = {
    'src/commands/version.ts': "import { version } from '../../package.json'\nexport const app = version",
    'src/main.tsx': "import 'virtual:palette.css';\nimport { a } from './app/wiring/a.ts';",
    'src/app/wiring/a.ts': "import Dexie from 'dexie';\nimport url from '../../worker/w.ts?worker&url';",
    'src/canvas/A.tsx':
      "import { ReactFlow, type Edge } from '@xyflow/react';\nimport './a.css';\nimport { b } from '../scene/b.ts';",
    'src/canvas/a.css': '/* #fff */ #add .a { color: var(--ink); mask: url(#fade); }',
    'src/panels/key/A.tsx': 'import { b } from \'./b.ts\';\nexport const a = <a href="#key">{b}</a>;',
    'src/panels/key/b.ts': "import { c } from '../../commands/c.ts';\nexport const b = c;",
    'src/scene/palette.ts': "export const ink = '#1b2733';",
    'src/model/a.ts': 'export const year = (at: number) => new Date(at).getUTCFullYear();',
    'src/model/b.ts':
      "// as any, innerHTML and import '../app/a.ts' in a comment are words.\nimport { year } from './a.ts';",
  }
  expect(findBreaches(files)).toEqual([])
})

test('A file that does not parse stops the check', () => {
  expect(() => findBreaches({ 'src/model/a.ts': 'const = ;' })).toThrow('does not parse')
})
