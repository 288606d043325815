import { describe, expect, it } from 'vitest'
import { MapDocument } from '../../src/document/map-document.ts'
import { addPerspective, changePerspective, keepPrivate, lookedAtEverything, orderPerspectives, ownView, removePerspective } from '../../src/edits/perspectives.ts'
import { rate } from '../../src/edits/judge.ts'
import { apply } from '../../src/model/apply.ts'
import { isEmpty } from '../../src/model/change.ts'
import { listed, sharedOf, type SystemMap } from '../../src/model/system-map.ts'
import { sampleMap } from '../support/page-sample.ts'
import { seeded } from '../support/seeded.ts'

const map = sampleMap().map
const random = seeded(5)
const names = (of: SystemMap) => listed(of.perspectives).filter((p) => p.type !== 'shared').map(({ name }) => name)

describe('A perspective', () => {
  it('takes the organisation of its name, and a person is private from the first', () => {
    const bare = apply(map, removePerspective(map, 'AC'))
    const made = addPerspective(bare, { name: ' acute  care', type: 'organisation' }, random)
    expect(apply(bare, made.change).perspectives.get(made.id)).toMatchObject({ name: 'acute care', type: 'organisation', organisation: map.perspectives.get('AC')?.organisation, private: false })
    const person = addPerspective(map, { name: 'Me', type: 'person' }, random)
    expect(apply(map, person.change).perspectives.get(person.id)).toMatchObject({ private: true, organisation: null })
    expect(isEmpty(addPerspective(map, { name: '  ', type: 'table' }, random).change)).toBe(true)
  })

  it('that is removed takes what it said with it, and no one else’s', () => {
    const after = apply(map, removePerspective(map, 'AC'))
    expect(map.judgements.get('AC')?.size).toBeGreaterThan(50)
    expect([after.perspectives.has('AC'), after.judgements.has('AC')]).toEqual([false, false])
    expect(after.judgements.get('SC')).toBe(map.judgements.get('SC'))
  })

  it('that is the shared picture is not renamed, put apart or removed, and no other becomes it', () => {
    const { id } = sharedOf(map)
    for (const change of [removePerspective(map, id), keepPrivate(map, id, true), changePerspective(map, id, { name: 'Ours', type: 'table' }), lookedAtEverything(map, id, true, new Date(0))]) expect(isEmpty(change)).toBe(true)
  })

  it('goes where it is put among the others, whatever the shared picture’s number', () => {
    const [first = '', second = '', ...rest] = listed(map.perspectives).filter((p) => p.type !== 'shared').map(({ id }) => id)
    const after = apply(map, orderPerspectives(map, [second, first]))
    expect(names(after)).toEqual([second, first, ...rest].map((id) => map.perspectives.get(id)?.name))
  })

  it('that looked at everything keeps the moment when it did', () => {
    const after = apply(map, lookedAtEverything(map, 'AC', true, new Date('2016-05-19T10:00:00Z')))
    expect(after.perspectives.get('AC')).toMatchObject({ coverage: 'complete', coverageAt: '2016-05-19T10:00:00.000Z' })
    expect(apply(after, lookedAtEverything(after, 'AC', false, new Date(0))).perspectives.get('AC')).toMatchObject({ coverage: 'open', coverageAt: null })
  })
})

describe('My own view', () => {
  it('is made once, private, and is the same one ever after', () => {
    const made = ownView(map, random)
    const after = apply(map, made.change)
    expect(after.perspectives.get(made.id)).toMatchObject({ name: 'My own view', type: 'person', private: true })
    expect(ownView(after, random)).toEqual({ id: made.id, change: { writes: [] } })
  })

  it('stands in a document of its own until it is shared, and cannot be put apart once it has spoken', () => {
    const document = MapDocument.from(map)
    const own = ownView(map, random)
    const step = (title: string) => ({ title, before: [], after: [] })
    document.change(own.change, step('My own view'))
    document.change(rate(document.map, own.id, 'r14', 4), step('Rate'))
    const main = () => new TextDecoder('latin1').decode(document.state('map'))
    expect(main()).not.toContain(own.id)
    document.change(keepPrivate(document.map, own.id, false), step('Share'))
    expect(main()).toContain(own.id)
    expect(document.map.judgements.get(own.id)?.get('r14')).toEqual({ presence: 4 })
    expect(isEmpty(keepPrivate(document.map, own.id, true))).toBe(true)
  })
})
