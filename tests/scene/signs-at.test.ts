import { describe, expect, test } from 'vitest'
import { badge, number, share } from '../../src/scene/signs.ts'
import { signsAt } from '../../src/scene/signs-at.ts'

describe('Signs at a zoom', () => {
  test('are as large as they are while their words can be read', () => {
    expect(signsAt([{ at: [5, 6], face: badge('0–4') }], 1)[0]).toMatchObject({ at: [5, 6], scale: 1 })
  })

  test('far out their words never fall below ten pixels', () => {
    const [far] = signsAt([{ at: [0, 0], face: badge('0–4') }], 0.25)
    expect(12 * 0.25 * (far?.scale ?? 0)).toBeCloseTo(10)
  })

  test('those that would then cover a weightier one are left out', () => {
    const signs = [{ at: [0, 0] as const, face: badge('0–5') }, { at: [60, 0] as const, face: badge('0–4') }, { at: [400, 0] as const, face: badge('1–4') }]
    expect(signsAt(signs, 1)).toHaveLength(3)
    expect(signsAt(signs, 0.25).map(({ at }) => at[0])).toEqual([0, 400])
  })

  test('the number of one end is left out before it could be taken for another’s', () => {
    const sign = { at: [0, 0], face: number('3'), isOfPlace: true } as const
    expect([1, 0.6, 0.3].map((zoom) => signsAt([sign], zoom).length)).toEqual([1, 1, 0])
  })

  test('pips grow away from the card they hang on', () => {
    const face = share(3, 12)
    const [far] = signsAt([{ at: [0, 20], face, grows: [0, 1] }], 0.25)
    expect((far?.at[1] ?? 0) - (face.size[1] * (far?.scale ?? 0)) / 2).toBeCloseTo(20 - face.size[1] / 2)
  })
})
