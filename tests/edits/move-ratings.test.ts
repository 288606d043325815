import { describe, expect, it } from 'vitest'
import { conflictsOf, mayMove, moveRatings } from '../../src/edits/move-ratings.ts'
import { ownView } from '../../src/edits/perspectives.ts'
import { judge, rate } from '../../src/edits/judge.ts'
import { apply } from '../../src/model/apply.ts'
import { isEmpty, joined } from '../../src/model/change.ts'
import { judgementOf, sharedOf } from '../../src/model/system-map.ts'
import { generateMap } from '../support/generate-map.ts'
import { sampleMap } from '../support/page-sample.ts'
import { seeded } from '../support/seeded.ts'

const base = sampleMap().map
const wrong = apply(base, joined(...['r14', 'r17'].map((tie) => rate(base, 'RE', tie, 2))))

describe('Ratings that went to the wrong view', () => {
  it('are moved in one change; what the other view says differently is told, and left or replaced', () => {
    const moved = (onConflict: 'leave' | 'replace') => apply(wrong, moveRatings(wrong, 'RE', 'SC', ['r14', 'r17'], onConflict))
    const conflicts = conflictsOf(wrong, 'RE', 'SC', ['r14', 'r17'])
    expect(conflicts.length).toBeGreaterThan(0)
    for (const tie of conflicts) {
      expect(judgementOf(moved('leave'), 'RE', tie)).toEqual(judgementOf(wrong, 'RE', tie))
      expect(judgementOf(moved('leave'), 'SC', tie)).toEqual(judgementOf(wrong, 'SC', tie))
      expect(judgementOf(moved('replace'), 'RE', tie)).toBeUndefined()
      expect(judgementOf(moved('replace'), 'SC', tie)).toMatchObject({ presence: 2 })
      expect(judgementOf(moved('replace'), 'SC', tie)?.quality).toBe(judgementOf(wrong, 'RE', tie)?.quality)
    }
  })

  it('leave what was drawn in the shared picture drawn there', () => {
    const shared = sharedOf(base).id
    const rated = apply(base, judge(apply(base, rate(base, shared, 'r14', 4)), shared, 'r14', 'quality', 1))
    const after = apply(rated, moveRatings(rated, shared, 'RE', ['r14'], 'replace'))
    expect(judgementOf(after, shared, 'r14')?.presence).toBe('yes')
    expect(judgementOf(after, 'RE', 'r14')).toMatchObject({ quality: 1 })
  })

  it('take a no of the shared picture away with them', () => {
    const shared = sharedOf(base).id
    const rated = apply(base, rate(base, shared, 'r14', 0))
    const after = apply(rated, moveRatings(rated, shared, 'RE', ['r14'], 'replace'))
    expect([judgementOf(after, shared, 'r14')?.presence, judgementOf(after, 'RE', 'r14')?.presence]).toEqual([undefined, 0])
  })

  it('stay apart where one of the two is private: a change touches one document (rule 12)', () => {
    const own = ownView(base, seeded(1))
    const map = apply(base, own.change)
    expect(mayMove(map, own.id, 'SC')).toBe(false)
    expect(isEmpty(moveRatings(map, 'SC', own.id, ['r14'], 'replace'))).toBe(true)
  })

  it('of any map are nowhere twice and nowhere lost', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const map = generateMap(seeded(seed))
      const open = [...map.perspectives.values()].filter((p) => !p.private && p.type !== 'shared').map(({ id }) => id)
      const [from, to] = open
      if (from === undefined || to === undefined) continue
      const subjects = [...(map.judgements.get(from)?.keys() ?? [])]
      const after = apply(map, moveRatings(map, from, to, subjects, 'replace'))
      expect(after.judgements.get(from), `seed ${seed}`).toBeUndefined()
      for (const subject of subjects) expect(judgementOf(after, to, subject), `seed ${seed}`).toMatchObject(judgementOf(map, from, subject) ?? {})
    }
  })
})
