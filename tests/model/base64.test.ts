import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../src/model/base64.ts'

test('base64 gives every byte back, and refuses what is none', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 89 + length) % 256)
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
  }
  expect(fromBase64('A')).toBeNull()
  expect(fromBase64('A$==')).toBeNull()
})
