import lz from 'lz-string'
import { expect, test } from 'vitest'
import { unpackLz } from '../../../src/formats/prsm/unpack-lz.ts'
import { firstIn, mapOf, refusalOf } from '../../support/find.ts'

const NEW = {
  saved: 'x', version: '3.1.0', room: 'ABC-DEF-GHI-JKL', mapTitle: 'Getting home', history: [{ user: 'Ann Example', action: 'created' }], attributeTitles: { att1: 'Organisation' },
  styles: { nodes: { group0: { groupLabel: 'Team' }, group1: { groupLabel: 'Sample' } }, edges: { edge0: { groupLabel: 'funds' } } },
  nodes: [
    { id: 'n1', label: 'Stroke\nward', x: 10, y: 20.5, grp: 'group0', note: { ops: [{ insert: 'Six ' }, { insert: 'beds\n' }] }, att1: 'Acute care', shape: 'box', color: { background: '#fff' } },
    { id: 7, label: '🏥', x: null, y: null, grp: 'group1', title: '<p>Kept <b>short</b></p>' },
  ],
  edges: [
    { id: 1, from: 'n1', to: 7, label: 'pays', grp: 'edge0', arrows: { to: { enabled: true, type: 'vee' }, from: { enabled: false } } },
    { id: 'e2', from: 'n1', to: 'gone', arrows: { from: { enabled: true }, to: { enabled: false } } },
    { id: 'e3', from: 7, to: 'n1', arrows: 'to, from', dashes: true }, { id: 'e3', from: 7, to: 7 },
  ],
}

test.each([['plain', JSON.stringify(NEW)], ['packed', lz.compressToUTF16(JSON.stringify(NEW))], ['packed after a byte order mark', `\ufeff${lz.compressToUTF16(JSON.stringify(NEW))}`]])('a map that is %s: groups, attributes, notes of both sorts, arrows, and a tie whose end is gone', async (_, text) => {
  const found = await firstIn(text)
  expect(found.title).toBe('Getting home')
  expect(found.elements.map(({ id, name, at, description, values }) => [id, name, at, description, ...values])).toEqual([
    ['n1', 'Stroke ward', [10, 20.5], 'Six beds', ['Group', 'Team'], ['Organisation', 'Acute care']], ['7', '🏥', null, 'Kept short'],
  ])
  expect(found.ties.map(({ id, from, to, label, mutual, values }) => [id, from, to, label, mutual, ...values])).toEqual([
    ['1', 'n1', '7', 'pays', false, ['Group', 'funds']], ['e2', 'gone', 'n1', '', false], ['e3', '7', 'n1', '', true], ['e3', '7', '7', '', false],
  ])
  expect(JSON.stringify(found)).not.toMatch(/ABC-DEF|Ann Example/)
  expect(found.losses.map(({ place }) => place)).toEqual(['Node 1; Edge 3', '“room”', '“history”'])
  expect(found.repairs.map(({ place }) => place)).toEqual(['Node 2', 'Edge 2', 'Edge 4'])
  const map = mapOf(found)
  expect([map.elements.size, map.relationships.size, map.organisations.size]).toEqual([2, 4, 1])
  expect(map.elements.get('n1')).toMatchObject({ kind: 'team', facts: new Map() })
  expect(map.relationships.get('1')).toMatchObject({ kind: 'funds', from: 'n1', to: '7' })
})

test.each([
  ['samples by group', { samples: { nodes: { group2: { groupLabel: 'Board' } } } }],
  ['samples in a list', { samples: [{}, {}, { groupLabel: 'Board' }] }],
  ['groups of the oldest', { groups: { group2: { label: 'Board' } } }],
])('older maps: %s, and edges with source and target', async (_, older) => {
  const { elements, ties } = await firstIn(JSON.stringify({ ...older, nodes: [{ id: 'a', label: 'A', group: 'group2' }, { id: 'b' }], edges: [{ source: 'a', target: 'b' }] }))
  expect(elements.map(({ name, values }) => [name, ...values])).toEqual([['A', ['Group', 'Board']], ['b']])
  expect(ties).toMatchObject([{ from: 'a', to: 'b', mutual: false }])
})

test('what lz-string packs is unpacked as it was', () => {
  for (const text of ['{"a":1}', JSON.stringify(NEW), `{"${'ab'.repeat(5000)}"}`, `{${'病房😀\u0000'.repeat(300)}`, `{${Array.from({ length: 8_000 }, (_, i) => String.fromCharCode(i % 0xd7ff)).join('')}`]) {
    expect(unpackLz(lz.compressToUTF16(text))).toEqual({ is: 'text', text })
  }
})

test('a packed map that is cut, or that grows without end, is refused', async () => {
  const packed = lz.compressToUTF16(JSON.stringify(NEW))
  expect(await refusalOf(packed.slice(0, packed.length / 2))).toMatchObject({ place: 'The file', reason: expect.stringMatching(/cut short/) as string })
  expect(await refusalOf(lz.compressToUTF16(`{"nodes":"${'x'.repeat(1_500_000)}"`))).toMatchObject({ reason: 'it unpacks to more than 200 times its size' })
  expect(await refusalOf(lz.compressToUTF16('{"nodes":[}'))).toMatchObject({ place: 'Unpacked, line 1, column 11' })
})
