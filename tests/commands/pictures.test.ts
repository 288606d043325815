import { expect, test } from 'vitest'
import { pictureText } from '../../src/commands/pictures.ts'
import { shownAs } from '../../src/commands/shown-as.ts'
import { AS_IT_IS, type Leaving } from '../../src/formats/leaving/what-leaves.ts'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { live } from '../../src/session/live.ts'
import { START, type SessionState } from '../../src/session/session.ts'
import { paths, planted, wordOf } from '../support/planted-map.ts'

const QUESTION = 'What helps people home?'

test.each(['', QUESTION, 'Frailty'])('a picture of a map titled “%s” shows the question once', async (title) => {
  const map = emptyMap('ward', { title, question: QUESTION })
  const svg = await pictureText({ map, moment: map, session: START, live: live.getState(), now: () => new Date('2016-05-19T10:00:00Z') }, { width: 1920, height: 1080 })
  const drawn = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text)
  expect(drawn.filter((text) => text?.includes(QUESTION))).toHaveLength(1)
})

const size = { width: 1920, height: 1080 }
const shown = (map: typeof planted, session: Partial<SessionState> = {}) => ({ map, moment: map, session: { ...START, ...session }, live: live.getState(), now: () => new Date('2016-05-19T10:00:00Z') })

test('With names as codes and nobody’s own words, a picture holds no word of the map but its title and its question, nor an id', async () => {
  const found = (svg: string) => paths.filter((path) => svg.includes(wordOf(path)))
  const named = await pictureText(shown(planted), size)
  expect(found(named)).toEqual(expect.arrayContaining(['elements.name', 'relationships.label', 'organisations.name', 'notes.text', 'areas.title', 'versions.room']))
  const coded = await pictureText(shownAs(shown(planted), { ...AS_IT_IS, names: 'codes', words: false }), size)
  expect(found(coded).sort()).toEqual(['meta.question', 'meta.title'])
  expect(coded).toContain('Element 1')
  expect([...coded.matchAll(/data-id="([^"]*)"/g)].map(([, id]) => id).filter((id) => !/^[a-z]\d+$/.test(id ?? ''))).toEqual([])
})

/** Three organisations on one tie: 1, 3 and no, and nothing agreed. */
const asked = apply(emptyMap('m', { title: 'Discharge' }), {
  writes: [
    make('elements', 'ward-sister', { name: 'Ward sister' }), make('elements', 'b', { name: 'Brokerage' }), make('elements', 'c', { name: 'Night desk' }), make('relationships', 'r', { from: 'ward-sister', to: 'b' }),
    ...['Acute', 'Social', 'Housing'].flatMap((name, i) => [make('organisations', name, { name: `${name} care`, slot: i + 1 as 1 }), make('perspectives', name, { name: `${name} says`, type: 'organisation', organisation: name, order: i + 1 })]),
    ...([['Acute', 1], ['Social', 3], ['Housing', 0]] as const).map(([who, to]) => ({ at: 'judgements' as const, id: judgementId(who, 'r'), field: 'presence', to })),
  ],
})
const pictured = (session: Partial<SessionState>, options: Partial<Leaving>) => pictureText(shownAs(shown(asked, session), { ...AS_IT_IS, ...options }), size)

test('A picture of one view leaves as the shared one where nobody is to be told apart, and differences leave without whose they are', async () => {
  const seen = { reading: { version: null, perspective: 'Acute' } }
  expect(await pictured(seen, {})).toContain('Acute says')
  for (const attribution of ['counted', 'none'] as const) expect(await pictured(seen, { attribution }), attribution).not.toContain('Acute says')
  const apart = { overlay: 'differences' } as const
  expect(await pictured(apart, {})).toContain('Housing says')
  const counted = await pictured(apart, { attribution: 'counted' })
  expect(counted).toContain('Differences')
  expect(counted).toContain('of 3 voices')
  expect(counted).not.toMatch(/(?:Acute|Social|Housing) says/)
  const none = await pictured(apart, { attribution: 'none' })
  expect(none).not.toContain('Differences')
  for (const overlay of ['ends', 'blind'] as const) expect(await pictured({ overlay }, { attribution: 'counted' })).not.toMatch(/Two ends|Blind spots/)
})

test('What a filter leaves out stays out under other names, and is told without them', async () => {
  const filter = [{ is: 'paths', from: 'ward-sister', to: 'b' }] as const
  expect(await pictured({ filter }, {})).not.toContain('Night desk')
  const roles = await pictured({ filter }, { names: 'roles' })
  expect(roles.match(/No organisation, team \d/g)?.length).toBeGreaterThan(1)
  expect(roles).not.toMatch(/No organisation, team 2|Ward sister|ward-sister/)
  expect(roles).toContain('2 elements and 1 tie of 4 things')
})
