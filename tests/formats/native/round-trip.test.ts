import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { writeNative } from '../../../src/formats/native/write-native.ts'
import { generateWhole } from '../../support/generate-whole.ts'
import { rankedWhole } from '../../support/ranked.ts'
import { seeded } from '../../support/seeded.ts'

const options = { app: '1.0.0', savedAt: '2026-11-22T10:00:00Z', includePrivate: true }

test('writing then reading gives the same map field for field, and the same text, over 1,000 generated maps', () => {
  for (let seed = 0; seed < 1000; seed++) {
    const whole = generateWhole(seeded(seed))
    const text = writeNative(whole, options)
    const read = readNative(text)
    if (!read.ok) throw new Error(`seed ${seed}: refused at ${read.place}: ${read.reason}`)
    expect(read.repairs, `seed ${seed}`).toEqual([])
    const [after, before] = [rankedWhole(read.whole), rankedWhole(whole)]
    if (!isDeepStrictEqual(after, before)) expect(after, `seed ${seed}`).toEqual(before)
    expect(writeNative(read.whole, options) === text, `seed ${seed}: the text`).toBe(true)
  }
}, 60_000)
