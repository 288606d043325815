import { describe, expect, test } from 'vitest'
import type { Question } from '../../src/reading/question.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import type { SceneTie } from '../../src/scene/scene.ts'
import { harbourCity, sceneOf } from '../support/sample-scene.ts'
import { onlyTexts, strokesOf } from '../support/marks.ts'
import { manyVoices } from '../support/many-voices.ts'

const sample = harbourCity()
const differences = (map = sample, unattributed = false): Question => ({ is: 'differences', voices: voicesOf(map), unattributed })

const isRunged = (tie: SceneTie) => strokesOf(tie).some(({ dash }) => dash?.join() === '1,3.2')
const greyOf = (tie: SceneTie): unknown => (strokesOf(tie)[0]?.stroke as { readonly mix?: number } | undefined)?.mix
const isOutlined = (tie: SceneTie) => !isRunged(tie) && strokesOf(tie).some(({ stroke }) => stroke === 'paper')

describe('Harbour City, seen by its four organisations', () => {
  const scene = sceneOf(sample, 'shared', { question: differences() })

  test('23 ties are far apart and have rungs, 29 differ and are outlined, 36 are plain', () => {
    expect(scene.ties.filter(isRunged)).toHaveLength(23)
    expect(scene.ties.filter(isOutlined)).toHaveLength(29)
    expect(scene.ties.filter((tie) => !isRunged(tie) && !isOutlined(tie) && strokesOf(tie)[0]?.stroke === 'grown')).toHaveLength(36)
    expect(scene.ties.filter((tie) => greyOf(tie) === 0.22)).toHaveLength(6)
  })

  test('the five to talk about first wear a badge from the lowest to the highest answer', () => {
    const badges = onlyTexts(scene.signs).filter((text) => text.includes('–'))
    expect(badges).toHaveLength(5)
    expect(badges[0]).toBe('0–5')
  })

  test('five elements that somebody says no to wear a pip for each voice', () => {
    expect(scene.signs.filter(({ face }) => face.size[0] === 4 * 13 + 9)).toHaveLength(5)
  })

  test('without who said what, pips are a count', () => {
    const counted = onlyTexts(sceneOf(sample, 'shared', { question: differences(sample, true) }).signs).filter((text) => text.endsWith(' of 4'))
    expect(counted).toHaveLength(5)
  })

  test('no tie moves when differences are asked for, and one that is picked out of them stands among the others', () => {
    const plain = sceneOf(sample)
    for (const tie of scene.ties) expect(tie.curve).toEqual(plain.tieById.get(tie.id)?.curve)
    const chosen = sceneOf(sample, 'shared', { question: differences(), selection: [scene.ties[0]?.id ?? ''] })
    expect(chosen.ties.filter(({ standing }) => standing === 'stepped back')).toEqual([])
  })
})

test('of twelve voices on 300 elements no more is textured, badged and signed than can be told apart', () => {
  const map = manyVoices(300, 900, 12)
  const scene = sceneOf(map, 'shared', { question: differences(map) })
  expect(scene.ties.filter(isRunged)).toHaveLength(25)
  expect(onlyTexts(scene.signs).filter((text) => text.includes('–') || text.includes(' to '))).toHaveLength(5)
  expect(onlyTexts(scene.signs).filter((text) => text.endsWith(' of 12')).length).toBeLessThanOrEqual(24)
  expect(scene.legend.some(({ words }) => words === 'of 12 voices')).toBe(true)
})
