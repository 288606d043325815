import { expect, test } from 'vitest'
import { ELEMENT_KINDS, SLOTS } from '../../src/model/kinds.ts'
import { PARTS } from '../../src/scene/marks.ts'
import { ELEMENT_STATES } from '../../src/scene/scene.ts'
import { badge, sign, SIGN_NAMES } from '../../src/scene/signs.ts'
import { drawnMarks } from './drawn-marks.ts'
import { SHEETS } from './sheets.ts'

const cards = SHEETS.flatMap(({ scene }) => scene.elements)
const faces = new Set(SHEETS.flatMap(({ scene }) => scene.signs.map(({ face }) => face)))

test('The gallery shows every part that a mark can be, every card in every state and every sign', () => {
  expect(new Set(SHEETS.flatMap(({ scene }) => drawnMarks(scene, 1).flatMap(({ mark }) => mark.part ?? [])))).toEqual(new Set(PARTS))
  for (const { value: kind } of ELEMENT_KINDS) {
    for (const slot of [...SLOTS.map(({ value }) => value), null]) expect(cards.some((card) => card.kind === kind && card.slot === slot)).toBe(true)
    for (const state of ELEMENT_STATES) expect(cards.some((card) => card.kind === kind && card.state === state)).toBe(true)
    expect(cards.some((card) => card.kind === kind && card.isSelected)).toBe(true)
  }
  for (const name of SIGN_NAMES) expect(faces).toContain(sign(name))
  expect(faces).toContain(badge('0–4'))
})

test('What every question asks is answered in it, to the last line of its legend', () => {
  const words = SHEETS.flatMap(({ scene }) => scene.legend.map((entry) => entry.words)).join('; ')
  for (const said of [
    'far apart, lowest to highest', 'different', 'close or the same', 'not rated by two', 'others see it, A says no, and it ends at home', 'only A sees it', 'looked at everything and did not name it',
    'the thick end says joined', 'this end says no tie', 'the ends agree within one', 'they see it, we don’t', 'we see it, they don’t', 'new', 'lost', 'stronger', 'weaker', 'warmer or cooler', 'unchanged',
    'to build', 'to let go', 'to strengthen', 'to ease', 'to repair or cool', 'already there', 'not imagined', 'away from it', 'paler: no nearer',
  ]) expect(words).toContain(said)
})
