import { expect, test } from 'vitest'
import { boxOf } from '../../src/boxes/boxes.ts'
import { readNative } from '../../src/formats/native/read-native.ts'
import { writeNative } from '../../src/formats/native/write-native.ts'
import { centreOf, judgementOf, listed, sharedOf, type SystemMap } from '../../src/model/system-map.ts'
import { BENEFITS } from '../../src/templates/benefits.ts'
import { loadSample } from '../../src/templates/sample.ts'
import { TEMPLATES } from '../../src/templates/templates.ts'
import { seeded } from '../support/seeded.ts'

const now = new Date('2026-11-22T10:00:00Z')
const question = 'What has to be true between us for an older person to be cared for at home?'

function made(id: string, more: object = {}): SystemMap {
  const template = TEMPLATES.find((one) => one.id === id)
  if (!template) throw new Error(`No template ${id}`)
  return template.make({ question, random: seeded(1), now, ...more }).map
}

test('every template begins with the question, seven organisations, a perspective for each of the four, and somebody in the middle', () => {
  for (const { id } of TEMPLATES) {
    const map = made(id)
    expect(map.meta.question, id).toBe(question)
    expect(map.meta.title, id).toBe('')
    expect(listed(map.organisations).map(({ code, slot }) => `${code} ${slot}`), id).toEqual(['CO 1', 'CH 2', 'AC 3', 'SC 4', 'PA partner', 'RE people', 'AL shared'])
    expect(listed(map.perspectives).map(({ name, type }) => `${name}: ${type}`), id).toEqual([
      'Shared picture: shared', 'Commissioning: organisation', 'Community healthcare: organisation', 'Acute care: organisation', 'Adult social care: organisation',
    ])
    expect(map.elements.has(centreOf(map) ?? ''), id).toBe(true)
    const shared = sharedOf(map).id
    for (const subject of [...map.elements.keys(), ...map.relationships.keys()]) expect(judgementOf(map, shared, subject)?.presence, id).toBe('yes')
  }
})

test('the person in the middle is of kind people, and stands in the middle', () => {
  const map = made('four-organisations')
  expect([...map.elements.values()].map(({ name, kind, organisation }) => ({ name, kind, organisation }))).toEqual([{ name: 'The person in the middle', kind: 'people', organisation: 'RE' }])
  expect([...map.positions.values()]).toEqual([[0, 0]])
})

test('the 22 benefits are ten for residents, five for staff and seven for providers, and stand on the map where they are asked for', () => {
  expect(BENEFITS.map(({ code }) => code).join(' ')).toBe('R1 R2 R3 R4 R5 R6 R7 R8 R9 R10 S1 S2 S3 S4 S5 P1 P2 P3 P4 P5 P6 P7')
  const map = made('four-organisations', { benefits: true })
  const outcomes = [...map.elements.values()].filter(({ kind }) => kind === 'outcome')
  expect(outcomes.map(({ outcomeFor }) => outcomeFor).sort()).toEqual([...Array(7).fill('providers'), ...Array(10).fill('residents'), ...Array(5).fill('staff')])
  expect(new Set(outcomes.map(({ name }) => name))).toEqual(new Set(BENEFITS.map(({ name }) => name)))
})

test('no two cards of a template overlap', () => {
  for (const { id } of TEMPLATES) {
    const map = made(id, { benefits: true })
    const cards = [...map.elements.values()].map((element) => ({ name: element.name, box: boxOf(element), at: map.positions.get(element.id) ?? [0, 0] }))
    for (const [i, a] of cards.entries()) {
      for (const b of cards.slice(i + 1)) {
        const isApart = Math.abs(a.at[0] - b.at[0]) >= (a.box.width + b.box.width) / 2 + 8 || Math.abs(a.at[1] - b.at[1]) >= (a.box.height + b.box.height) / 2 + 8
        expect(isApart, `${a.name} and ${b.name}`).toBe(true)
      }
    }
  }
})

test('a journey hands over from the first step to the last, and begins and ends with the person', () => {
  const map = made('one-journey')
  const ties = [...map.relationships.values()]
  const person = centreOf(map)
  let at = ties.find(({ from }) => from === person)?.to
  let handed = 0
  for (let next; (next = ties.find(({ from, kind }) => from === at && kind === 'refers')); at = next.to) handed++
  expect(handed).toBe(5)
  expect(ties.some(({ from, to }) => from === at && to === person)).toBe(true)
  expect(ties.every(({ mutual }) => !mutual)).toBe(true)
})

test('organisations given by the room take the place of the usual ones', () => {
  const organisations = [{ name: 'Harbour Trust', code: 'HT', slot: 5 }, { name: 'Harbour Homes', code: 'HT', slot: 6 }, { name: 'Odd', code: 'é', slot: 'people' }] as const
  const map = made('four-organisations', { organisations })
  expect(listed(map.organisations).map(({ id, name, slot }) => [id, name, slot])).toEqual([['HT', 'Harbour Trust', 5], ['organisation-2', 'Harbour Homes', 6], ['organisation-3', 'Odd', 'people']])
  expect(listed(map.perspectives).map(({ organisation }) => organisation)).toEqual([null, 'HT', 'organisation-2'])
  expect([...map.elements.values()][0]?.organisation).toBe('organisation-3')
})

test('a template’s map is written and read again without a repair', () => {
  for (const { id } of TEMPLATES) {
    const map = made(id, { benefits: true })
    const read = readNative(writeNative({ map, contents: new Map() }, { app: '1.0.0', savedAt: now.toISOString(), includePrivate: true }))
    expect(read).toMatchObject({ ok: true, repairs: [] })
  }
})

test('the sample opens as a copy with an id of its own, keeps its lineage and is marked as illustrative', async () => {
  const [one, other] = [await loadSample(seeded(1)), await loadSample(seeded(2))]
  expect(one.map.meta.mapId).toMatch(/^[0-9a-z]{12}$/)
  expect(one.map.meta.mapId).not.toBe(other.map.meta.mapId)
  expect(one.map.meta).toMatchObject({ lineage: 'harbour-city', illustrative: true, title: 'Harbour City: one system, one budget' })
  expect([one.map.elements.size, one.map.relationships.size, one.contents.size]).toEqual([46, 94, 2])
})
