import { expect, test } from 'vitest'
import { columnsOf, guessChoices, withUse, type Choices } from '../../../src/formats/found/choices.ts'
import { spreadOut } from '../../../src/formats/found/spread-out.ts'
import { firstIn, mapOf } from '../../support/find.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const TABLE = bytes([
  'Name,Type,Organisation,Tags,Notes,Beds,Colour', 'Ward,Team,Acute care,a|b,Six beds,6,red', 'GP,Doctor,GPs,,,,blue', 'Board,team,acute  CARE,,,,red', '', '',
  'From,To,Type,Strength,Quality,Polarity,Delay', 'Ward,GP,refers,4,-1,,', 'GP,Board,causes,0,2,-,yes', 'Board,Ward,,7,,,',
].join('\n'))

test('good guesses: kinds, organisations whatever their capitals, tags, descriptions, strengths and signs', async () => {
  const found = await firstIn(TABLE)
  const choices = guessChoices(found)
  expect([...choices.elementUses]).toEqual([['Type', 'kind'], ['Organisation', 'organisation'], ['Notes', 'description'], ['Beds', 'fact'], ['Colour', 'fact']])
  const map = mapOf(found, choices)
  const named = (name: string) => [...map.elements.values()].find((element) => element.name === name)
  expect([...map.organisations.values()].map(({ name, code, slot }) => [name, code, slot])).toEqual([['Acute care', 'AC', 1], ['GPs', 'GP', 2]])
  expect(named('Ward')).toMatchObject({ kind: 'team', organisation: 'organisation-1', description: 'Six beds', facts: new Map<string, unknown>([['Beds', 6], ['Colour', 'red']]) })
  expect([...(named('Ward')?.tags.keys() ?? [])]).toEqual(['a', 'b'])
  expect(named('GP')).toMatchObject({ kind: 'role', facts: new Map([['Type', 'Doctor'], ['Colour', 'blue']]) })
  expect(named('Board')?.organisation).toBe('organisation-1')
  const ties = [...map.relationships.values()].map(({ kind, polarity, delay, facts }) => [kind, polarity, delay, ...facts])
  expect(ties).toEqual([['refers', null, false], ['influences', '-', true, ['Type', 'causes']], ['refers', null, false, ['Strength', 7]]])
  const said = [...(map.judgements.get('file')?.entries() ?? [])].filter(([id]) => map.relationships.has(id)).map(([, judgement]) => judgement)
  // No tie is no quality; a strength past the scale is a fact.
  expect(said).toEqual([{ presence: 4, quality: -1 }, { presence: 0 }, { presence: 'yes' }])
})

test('what a person says stands: another column for kinds, no organisation, a column left out', async () => {
  const found = await firstIn(TABLE)
  let choices: Choices = withUse(found, guessChoices(found), 'element', 'Colour', 'kind')
  expect([choices.elementUses.get('Type'), [...choices.kinds.keys()]]).toEqual(['fact', ['red', 'blue']])
  choices = withUse(found, { ...choices, kinds: new Map(choices.kinds).set('red', 'asset'), noOrganisations: new Set(['gps']) }, 'element', 'Beds', 'ignore')
  const map = mapOf(found, choices)
  const ward = [...map.elements.values()].find(({ name }) => name === 'Ward')
  expect([ward?.kind, [...(ward?.facts ?? [])]]).toEqual(['asset', [['Type', 'Team'], ['Colour', 'red']]])
  expect([...map.organisations.values()].map(({ name }) => name)).toEqual(['Acute care'])
  expect([...map.elements.values()].find(({ name }) => name === 'GP')?.facts.get('Organisation')).toBe('GPs')
})

test('columns say how much is in them and give examples', async () => {
  expect(columnsOf((await firstIn(TABLE)).elements).find(({ name }) => name === 'Colour')).toEqual({ name: 'Colour', filled: 3, different: 2, examples: ['red', 'blue'] })
})

test('close places are moved apart alike, roomy ones stay, and far ones stay within what a map holds', () => {
  expect(spreadOut([[0, 0], [10, 0], [0, 19]])).toEqual([[0, 0], [190, 0], [0, 361]])
  expect(spreadOut([[0, 0], [400, 0], null, [0, -300]])).toEqual([[0, 0], [400, 0], null, [0, -300]])
  expect(spreadOut([[5, 5], [5, 5]])).toEqual([[5, 5], [5, 5]])
  expect(spreadOut([[1e300, 0], [0, 0]])[0]).toEqual([1e9, 0])
  expect(spreadOut([[0, 0], [10, 0]], [[5, 5]])).toEqual([[0, 0], [190, 0], [95, 95]])
})
