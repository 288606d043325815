import { describe, expect, it } from 'vitest'
import type { ReadingName } from '../../src/model/records.ts'
import { sharedOf, type MapContent } from '../../src/model/system-map.ts'
import { sidesOf } from '../../src/reading/axis.ts'
import { compare } from '../../src/reading/compare.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { changeGroups, changeListText, changeSign, changeWords, comparedTitle, endsOf, towardsGroups, type ComparedWords } from '../../src/words/change-list.ts'
import { sampleMap } from '../support/page-sample.ts'

const { map, contents } = sampleMap()
const [v1 = '', v2 = ''] = [...map.versions.values()].sort((a, b) => (a.date < b.date ? -1 : 1)).map(({ id }) => id)
const vision = [...map.perspectives.values()].find(({ type }) => type === 'vision')?.id ?? ''
const shared = sharedOf(map).id
const momentOf = ({ version }: ReadingName): MapContent => (version === null ? map : (contents.get(map.versions.get(version)?.content ?? '') ?? map))

function compared(shown: ReadingName, other: ReadingName): ComparedWords {
  const { axis, a, b } = sidesOf(map, shown, other)
  const side = (name: ReadingName) => ({ moment: momentOf(name), reading: resolve(momentOf(name), name.perspective) })
  return { axis, names: { a, b }, comparison: compare(side(a), side(b)) }
}
const counts = (groups: readonly { readonly title: string; readonly subjects: readonly unknown[] }[]) => Object.fromEntries(groups.map(({ title, subjects }) => [title, subjects.length]))

describe('What changed on the sample map', () => {
  const time = compared({ version: v2, perspective: shared }, { version: v1, perspective: shared })

  it('between the two versions is told in the groups of the design', () => {
    expect(counts(changeGroups(time, 'ties'))).toEqual({ New: 11, Lost: 1, 'Stronger or warmer': 39, 'Weaker or cooler': 2, Unchanged: 41 })
    expect(changeGroups(time, 'ties').find(({ title }) => title === 'Lost')?.subjects).toEqual(['r85'])
    expect(changeGroups(time, 'ties').find(({ title }) => title === 'Weaker or cooler')?.subjects).toEqual(['r84', 'r60'])
  })

  it('has a sign, a name and words for each row, and never calls stronger better', () => {
    expect([changeSign(time.comparison, 'r85'), endsOf(time, 'r85')]).toEqual(['×', 'Housing and adaptations – Hospital social workers'])
    expect(changeSign(time.comparison, 'r84')).toBe('▼2')
    expect(changeWords(map, time, 'r60')).toBe('from joined to coordinated')
    expect(changeListText(map, time)).not.toMatch(/better|worse/)
  })

  it('towards the vision is counted over ties of which all three speak', () => {
    const groups = towardsGroups(compared({ version: null, perspective: shared }, { version: v1, perspective: shared }).comparison, resolve(map, vision), 'ties')
    expect(counts(groups)).toEqual({ 'Towards the vision': 47, 'Away from it': 2, 'No nearer and no further': 17 })
    expect(groups[1]?.subjects).toEqual(['r84', 'r85'])
    expect(groups[0]?.subjects).toContain('r60')
  })

  it('reads as text: a title, what changed one by one, what did not by number', () => {
    const text = changeListText(map, time)
    expect(text).toMatch(/^\S.* and .*, seen by the shared picture\n\nNew: 11 ties\n• /)
    expect(text).toContain('Lost: 1 tie\n• Housing and adaptations works with Hospital social workers: from ')
    expect(text).toContain('\n\nUnchanged: 41 ties\n')
  })

  it('between two organisations says who says what; against the vision, what to build and to ease', () => {
    const two = compared({ version: null, perspective: 'AC' }, { version: null, perspective: 'SC' })
    expect(changeWords(map, two, 'r41')).toBe('Acute care says joined, untested; Adult social care says aware, working against')
    expect(comparedTitle(map, two)).toBe('Acute care and Adult social care, now')
    const wish = compared({ version: null, perspective: shared }, { version: null, perspective: vision })
    expect(counts(changeGroups(wish, 'ties'))).toEqual({ 'To build': 1, 'To strengthen or repair': 62, 'To ease or cool': 3, 'Not imagined': 28 })
    expect(comparedTitle(map, wish)).toMatch(/^Now and .*, seen by the shared picture$/)
  })
})
