import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { filtered, type Filter } from '../../src/reading/filter.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { readSample } from './sample.ts'

const { now, versions } = readSample(fileURLToPath(new URL('../fixtures/reading/harbour-city.sightlines.json', import.meta.url)))
const show = (filter: Filter) => filtered({ moment: now, reading: resolve(now, 'shared'), touched: new Set(), voices: voicesOf(now), earlier: versions }, filter)
const sorted = (ids: Iterable<string>) => [...ids].sort().join(' ')

/** product.md 5.1. */
describe('Of Harbour City, a filter leaves', () => {
  it('the 23 ties that are far apart, with their ends', () => {
    const { ties, elements } = show([{ is: 'far apart' }])
    expect(ties.size).toBe(23)
    for (const id of ties) expect([now.relationships.get(id)?.from, now.relationships.get(id)?.to].every((end) => elements.has(end ?? ''))).toBe(true)
  })

  it('what each organisation does not see: ties, and elements that are no end of them', () => {
    const blind = { CO: ['r57 r73', 'sc-bso'], CH: ['r17 r45 r46 r62', 'co-ph'], AC: ['r14 r15 r25 r79', 'pa-hou pa-vcs sc-bso'], SC: ['r30 r43 r46 r80', 'ac-flo'] }
    for (const [to, [ties, elements]] of Object.entries(blind)) {
      const shown = show([{ is: 'blind', to }])
      expect(sorted(shown.ties)).toBe(ties)
      const ends = new Set([...shown.ties].flatMap((id) => [now.relationships.get(id)?.from, now.relationships.get(id)?.to]))
      for (const id of elements?.split(' ') ?? []) expect(shown.elements.has(id)).toBe(true)
      for (const id of shown.elements) expect(ends.has(id) || elements?.split(' ').includes(id)).toBe(true)
    }
  })

  it('the 11 ties that are new since the first version, and nothing since one that nobody opened', () => {
    const [first] = versions.keys()
    const { ties } = show([{ is: 'new', since: first ?? '', named: 'Starting point' }])
    expect(ties.size).toBe(11)
    expect(show([{ is: 'new', since: 'never', named: '' }]).ties.size).toBe(0)
  })
})
