import { describe, expect, it } from 'vitest'
import type { Version } from '../../src/model/records.ts'
import { timeline } from '../../src/reading/timeline.ts'

const versions = (...dates: readonly string[]) => ({
  versions: new Map(dates.map((date, order) => [`v${order}`, { id: `v${order}`, name: '', date, order, content: '' } as unknown as Version])),
})
const places = (map: ReturnType<typeof versions>, now: string) => timeline(map, now).map(({ version, at }) => [version, Math.round(at * 1000) / 1000])

describe('The line of time', () => {
  it('places moments by their dates, and now last', () => {
    expect(places(versions('2016-07-01', '2016-01-01'), '2017-01-01')).toEqual([['v1', 0], ['v0', 0.497], [null, 1]])
  })
  it('keeps what falls on one day far enough apart to be pressed, in its order', () => {
    expect(places(versions('2016-01-01', '2016-12-30', '2016-12-30'), '2016-12-30')).toEqual([['v0', 0], ['v1', 0.92], ['v2', 0.96], [null, 1]])
    expect(places(versions('2016-01-01', '2016-01-01'), '2016-12-31')).toEqual([['v0', 0], ['v1', 0.04], [null, 1]])
  })
  it('stands evenly where dates say nothing, or where there are more than fit', () => {
    expect(places(versions('', ''), '2016-01-01')).toEqual([['v0', 0], ['v1', 0.5], [null, 1]])
    const many = timeline(versions(...Array.from({ length: 40 }, () => '2016-01-01')), '2017-01-01')
    expect(many).toHaveLength(41)
    expect(many[20]?.at).toBeCloseTo(0.5, 9)
  })
  it('is now alone where nothing is kept', () => {
    expect(places(versions(), '2016-01-01')).toEqual([[null, 1]])
  })
})
