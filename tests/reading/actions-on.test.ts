import { expect, it } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { make, set } from '../../src/model/change.ts'
import { actionsOn } from '../../src/reading/actions-on.ts'
import { generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'

it('A subject is in hand with each action that touches it, but not with one that is stopped', () => {
  const map = apply({ ...generateMap(seeded(1)), actions: new Map() }, {
    writes: [make('actions', 'first', { title: 'Meet', touches: ['x', 'y'] }), make('actions', 'second', { title: 'Write', touches: ['x'], status: 'done' }), make('actions', 'third', { title: 'Stop', touches: ['x', 'z'], status: 'stopped' })],
  })
  expect(Object.fromEntries(actionsOn(map.actions))).toEqual({ x: 2, y: 1 })
  expect(actionsOn(apply(map, { writes: [set('actions', 'first', 'status', 'stopped')] }).actions).get('x')).toBe(1)
  expect(actionsOn(map.actions)).toBe(actionsOn(map.actions))
})
