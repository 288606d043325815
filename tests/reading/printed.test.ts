import { expect, it } from 'vitest'
import { readNative } from '../../src/formats/native/read-native.ts'
import { asLine, derivedValues } from './derived-values.ts'

const element = (id: string, more: object = {}) => ({ id, name: id, organisation: null, kind: 'team', added: '2016-01-01T10:00:00Z', ...more })
const content = (strength: number) => ({
  organisations: [],
  elements: [element('a'), element('b'), element('c')],
  relationships: [{ id: 't', from: 'a', to: 'b', kind: 'informs', mutual: false }],
  perspectives: [
    { id: 'all', name: 'Shared', type: 'shared', judgements: { t: { seen: 'yes', strength } } },
    { id: 'me', name: 'My own view', type: 'person', private: true, judgements: { t: { seen: 'no' } } },
    { id: 'dream', name: 'Dream', type: 'vision', private: true, judgements: { t: { seen: 'yes', strength: 5 } } },
  ],
})
const scene = (id: string, version: string | null, perspective: string) => ({ id, beat: null, title: '', words: '', path: ['a', 'b'], reading: { version, perspective } })

function printed(): Record<string, Record<string, never>> {
  const file = {
    format: 'sightlines', formatVersion: 1, lineage: 'l', map: { id: 'm' }, ...content(2),
    versions: [{ id: 'v', name: 'Then', date: '2016-01-01', content: content(4) }],
    stories: [
      { id: 's1', title: 'One', scenes: [scene('then', 'v', 'all'), scene('now', null, 'all'), scene('mine', 'v', 'me')] },
      { id: 's2', title: 'Two', scenes: [scene('gone', 'w', 'all'), scene('nobody', 'v', 'nobody'), scene('together', 'v', '*')] },
    ],
  }
  const read = readNative(JSON.stringify(file))
  if (!read.ok) throw new Error(read.reason)
  return JSON.parse(asLine(derivedValues(read.whole))) as Record<string, Record<string, never>>
}

it('What is printed of a map counts a walk by the moment and the view of its scene, story by story, and by shared now where that is not there', () => {
  const path = ['a', 'b']
  // Then the tie was rated 4, which carries the story; now 2, which does not.
  expect(printed()['structure']?.['told']).toEqual([
    { scene: 'then', path, told: 1 }, { scene: 'now', path, told: 2 }, { scene: 'mine', path, told: 2 },
    { scene: 'gone', path, told: 2 }, { scene: 'nobody', path, told: 2 }, { scene: 'together', path, told: 2 },
  ])
})

it('What is printed of a map reads every perspective, the private ones too, and asks these of nobody else', () => {
  const { moments, compare, towards } = printed()
  expect(moments?.['now']).toMatchObject({ readings: { shared: { t: { state: 'yes', strength: 2 } }, me: { t: { state: 'no' } }, dream: { t: { state: 'yes', strength: 5 } }, consensus: {} }, set: [], blind: {} })
  expect(Object.keys(compare ?? {})).toEqual(['now:shared now:dream', 'now:shared now:me', 'v:shared now:shared'])
  expect(compare?.['now:shared now:me']).toMatchObject({ subjects: { t: { class: 'gone', delta: { strength: -2 }, size: 0.4 } } })
  expect(towards).toEqual({ 'v:shared now:shared dream': { subjects: { t: -2 }, towards: 0, away: 1, noChange: 0 } })
})
