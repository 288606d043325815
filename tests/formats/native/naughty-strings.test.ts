import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { writeNative } from '../../../src/formats/native/write-native.ts'
import { apply } from '../../../src/model/apply.ts'
import { make } from '../../../src/model/change.ts'
import { emptyMap } from '../../../src/model/empty-map.ts'
import { rankedMap } from '../../support/ranked.ts'

const naughty = JSON.parse(readFileSync(new URL('../../fixtures/strings/blns.json', import.meta.url), 'utf8')) as readonly string[]

test('the big list of naughty strings survives as names, tags, names of facts, facts, questions and notes', () => {
  const strings = [...new Set(naughty)]
  expect(strings.length).toBeGreaterThan(400)
  const map = apply(emptyMap('m', { question: strings.join('\n') }), {
    writes: strings.flatMap((text, i) => [
      make('elements', `e${i}`, { name: text, tags: [text], aliases: [text, 'x'], facts: [[text, text]], description: text }),
      { at: 'judgements' as const, id: `shared:e${i}`, field: 'note', to: text },
    ]),
  })
  const read = readNative(new TextEncoder().encode(writeNative({ map, contents: new Map() }, { app: '1.0.0', savedAt: '', includePrivate: true })))
  if (!read.ok) throw new Error(read.reason)
  expect(read.repairs).toEqual([])
  expect(rankedMap(read.whole.map)).toEqual(rankedMap(map))
})

test('ids and keys that trip careless code are plain ids and keys', () => {
  for (const id of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '10', '9', '-', '_']) {
    const map = apply(emptyMap('m'), {
      writes: [make('elements', id, { name: id, facts: [[id, id]] }), make('organisations', id, { name: id, order: 1 }), { at: 'judgements', id: `shared:${id}`, field: 'presence', to: 3 }, { at: 'positions', id, field: 'at', to: [1, 2] }],
    })
    const read = readNative(writeNative({ map, contents: new Map() }, { app: '1.0.0', savedAt: '', includePrivate: true }))
    expect(read.ok && read.repairs, id).toEqual([])
    expect(read.ok && rankedMap(read.whole.map), id).toEqual(rankedMap(map))
  }
})
