import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readNative } from '../../src/formats/native/read-native.ts'
import { judge } from '../../src/edits/judge.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { apply } from '../../src/model/apply.ts'
import { recordFrom } from '../../src/model/project.ts'
import type { ReadingName } from '../../src/model/records.ts'
import type { Question } from '../../src/reading/question.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { legendVoices } from '../../src/scene/asked.ts'
import type { Scene, SceneTie } from '../../src/scene/scene.ts'
import { sign } from '../../src/scene/signs.ts'
import { buildScene } from '../../src/scene/build-scene.ts'
import { onScreen, type Looking } from '../../src/session/on-screen.ts'
import { START } from '../../src/session/session.ts'
import { onlyTexts, strokesOf } from '../support/marks.ts'
import { manyVoices } from '../support/many-voices.ts'
import { inputFor, sceneOf } from '../support/sample-scene.ts'

const read = readNative(readFileSync(new URL('../../src/templates/harbour-city.sightlines.json', import.meta.url), 'utf8'))
if (!read.ok) throw new Error(read.reason)
const { map, contents } = read.whole
const now: ReadingName = { version: null, perspective: 'shared' }

const shown = (looking: Partial<Looking>) => onScreen(map, contents, { ...START, ...looking })
function sceneFor(looking: Partial<Looking>): Scene {
  const { moment, reading, question } = shown(looking)
  return buildScene(null, { ...inputFor(map), moment, reading, question })
}
const marked = (scene: Scene) => scene.ties.filter(({ isMarked }) => isMarked).map(({ id }) => id).sort()
const signed = (scene: Scene, name: Parameters<typeof sign>[0]) => scene.signs.filter(({ face }) => face === sign(name)).length
const version = (at: number) => [...map.versions.values()].sort((a, b) => (a.date < b.date ? -1 : 1))[at]?.id ?? null
const seenBy = (perspective: string) => ({ reading: { version: null, perspective } })
const perspectiveOf = (code: string) => [...map.perspectives.values()].find(({ type, organisation }) => type === 'organisation' && map.organisations.get(organisation ?? '')?.code === code)?.id ?? ''

describe('Blind spots of the sample', () => {
  test.each([
    ['CO', ['r57', 'r73'], ['sc-bso']],
    ['CH', ['r17', 'r45', 'r46', 'r62'], ['co-ph']],
    ['AC', ['r14', 'r15', 'r25', 'r79'], ['pa-hou', 'pa-vcs', 'sc-bso']],
    ['SC', ['r30', 'r43', 'r46', 'r80'], ['ac-flo']],
  ])('%s does not see %j and %j, and they are lifted out of the rest', (code, ties, elements) => {
    const scene = sceneFor({ ...seenBy(perspectiveOf(code)), overlay: 'blind' })
    expect(marked(scene).filter((id) => id !== 'r63')).toEqual(ties)
    expect(scene.elements.filter(({ state }) => state === 'lifted').map(({ id }) => id).sort()).toEqual(elements)
    expect(scene.elements.filter(({ state }) => state === 'stepped back').length).toBeGreaterThan(30)
  })

  test('a tie that ends at home has a flag, and what only one sees an open eye', () => {
    const scene = sceneFor({ ...seenBy(perspectiveOf('CH')), overlay: 'blind' })
    expect([signed(scene, 'own end'), signed(scene, 'blind'), signed(scene, 'only we')]).toEqual([1, 4, 1])
    expect(scene.legend.at(-1)?.words).toBe('of Commissioning, Community healthcare, Acute care, Adult social care')
  })

  test('without who said what they are everybody’s', () => {
    const scene = sceneFor({ ...seenBy(perspectiveOf('CH')), overlay: 'blind', unattributed: true })
    expect(marked(scene).length).toBeGreaterThan(10)
    expect(scene.legend.filter(({ group }) => group === 'overlay').map(({ words }) => words).join()).not.toContain('Community')
  })
})

describe('Two ends of the sample', () => {
  const wedged = (scene: Scene) => scene.ties.filter((tie) => tie.isMarked && strokesOf(tie).some(({ fill }) => fill === 'ink'))

  test('18 ties have two views, each with a number at either end', () => {
    const scene = sceneFor({ overlay: 'ends' })
    expect(wedged(scene)).toHaveLength(18)
    expect(scene.signs).toHaveLength(36)
    expect(onlyTexts(scene.signs.slice(0, 2))).toEqual(['4', '1'])
  })

  test('without who said what, nothing tells one end from the other', () => {
    const scene = sceneFor({ overlay: 'ends', unattributed: true })
    expect(wedged(scene)).toHaveLength(0)
    expect(scene.signs).toHaveLength(0)
    expect(marked(scene)).toHaveLength(18)
  })
})

describe('Then and now in the sample', () => {
  const compared = { reading: { version: version(1), perspective: 'shared' }, compared: { version: version(0), perspective: 'shared' } }
  const isDotted = (tie: SceneTie) => strokesOf(tie).some(({ dash }) => dash?.join() === '0.1,6')

  test('what is gone is still drawn, as dots, and what is new has ⊕', () => {
    const scene = sceneFor(compared)
    expect(scene.ties.filter(isDotted).map(({ id }) => id)).toEqual(['r85'])
    expect(signed(scene, 'gone')).toBe(1)
    expect(signed(scene, 'new')).toBe(11)
    expect(onlyTexts(scene.signs).filter((text) => text === '2' || text === '1').length).toBeGreaterThan(1)
    expect(marked(scene)).toHaveLength(25)
  })

  test('an element that is gone by now still stands where it stood, with its ties', () => {
    const less = apply(map, removeSubjects(map, ['sc-bso']))
    const { moment, reading, question } = onScreen(less, contents, { ...START, reading: now, compared: { version: version(1), perspective: 'shared' } })
    const scene = buildScene(null, { ...inputFor(less), moment, reading, question })
    expect(scene.elementById.get('sc-bso')).toMatchObject({ centre: contents.get(map.versions.get(version(1) ?? '')?.content ?? '')?.positions.get('sc-bso'), state: 'says no' })
    expect(scene.ties.filter(isDotted).length).toBeGreaterThan(0)
    for (const tie of scene.ties.filter(isDotted)) expect([tie.from, tie.to]).toContain('sc-bso')
  })

  test('side by side and under the wipe each of the two says what it says', () => {
    expect(shown({ ...compared, compareLook: 'side by side' }).question).toEqual({ is: 'reading' })
  })

  test('towards the vision 47 ties came nearer and two went away', () => {
    const vision = [...map.perspectives.values()].find(({ type }) => type === 'vision')?.id ?? ''
    const scene = sceneFor({ reading: now, compared: { version: null, perspective: vision }, overlay: 'towards' })
    expect(signed(scene, 'away')).toBe(2)
    expect(signed(scene, 'towards')).toBeGreaterThan(10)
    expect(scene.signs.length).toBeLessThanOrEqual(24)
  })
})

test('the voices together are those that were picked, and so are the differences', () => {
  const [one = '', two = ''] = voicesOf(map).map(({ id }) => id)
  const all = shown({ reading: { version: null, perspective: '*' }, overlay: 'differences' })
  const picked = shown({ reading: { version: null, perspective: '*' }, voices: [one, two], overlay: 'differences' })
  expect(all.question).toMatchObject({ voices: { length: 4 } })
  expect(picked.question).toMatchObject({ voices: [{ id: one }, { id: two }] })
  // Commissioning says as one, Community healthcare no tie, Adult social care coordinated.
  expect([all.reading.of('r17').strength, picked.reading.of('r17').strength]).toEqual([3, 2.5])
})

test('of thousands of changes and blind spots no more is drawn than can be told apart', () => {
  const many = manyVoices(300, 900, 12)
  const blind: Question = { is: 'blind', voices: voicesOf(many), asked: 't1', unattributed: false }
  const scene = sceneOf(many, 't1', { question: blind })
  expect(scene.ties.filter(({ isMarked }) => isMarked)).toHaveLength(25)
  expect(scene.signs.length).toBeLessThanOrEqual(24)
  const { moment, reading, question } = onScreen(many, new Map(), { ...START, reading: { version: null, perspective: 't1' }, compared: { version: null, perspective: 't2' } })
  const ghosts = buildScene(null, { ...inputFor(many), moment, reading, question })
  expect(ghosts.ties.filter(({ isMarked }) => isMarked)).toHaveLength(25)
  expect(ghosts.signs.length).toBeLessThanOrEqual(24)
})

test('one rating makes one tie anew under every question', () => {
  const voice = voicesOf(map)[0]?.id ?? ''
  const after = apply(map, judge(map, voice, 'r1', 'presence', 5))
  for (const overlay of ['differences', 'ends'] as const) {
    const before = buildScene(null, { ...inputFor(map), ...onScreen(map, contents, { ...START, overlay }) })
    const next = buildScene(before, { ...inputFor(after), ...onScreen(after, contents, { ...START, overlay }) })
    expect(next.ties.filter((tie) => tie !== before.tieById.get(tie.id)).map(({ id }) => id).filter((id) => id !== 'r1')).toEqual([])
  }
})

describe('The legend says whose answers these are', () => {
  const voices = (...names: readonly string[]) => names.map((name, i) => recordFrom('perspectives', `p${i}`, { name, type: i === 0 ? 'table' : 'organisation', organisation: i === 0 ? null : `o${i}` }))
  const organisations = new Map([1, 2, 3].map((i) => [`o${i}`, recordFrom('organisations', `o${i}`, { name: `Organisation ${i}`, code: `O${i}`, slot: i })] as const))
  const said = (...names: readonly string[]) => legendVoices({ organisations }, voices(...names), false).words

  test('by name, and where the names are long by the codes of organisations', () => {
    expect(said('Table 1', 'Acute care')).toBe('of Table 1, Acute care')
    expect(said('Table 1', 'Health and Social Care Commissioning Partnership', 'Community Healthcare and Rehabilitation Trust', 'Adult Social Care Directorate')).toBe('of Table 1, O1, O2, O3')
    expect(said()).toBe('of nobody yet')
  })

  test('by how many they are, where that is not told', () => {
    const counted = (...names: readonly string[]) => legendVoices({ organisations }, voices(...names), true).words
    expect([counted('Table 1', 'Acute care'), counted('Table 1'), counted()]).toEqual(['of 2 voices', 'of 1 voice', 'of nobody yet'])
  })
})
