import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { make, place } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { buildScene } from '../../src/scene/build-scene.ts'
import { measuredCurve, pointAt } from '../../src/scene/curves.ts'
import type { TextMark } from '../../src/scene/marks.ts'
import { around, overlapOf } from '../../src/scene/rectangles.ts'
import type { Bounds, Scene, SceneTie } from '../../src/scene/scene.ts'
import { textWidth } from '../../src/scene/text-width.ts'
import { largeMap } from '../../src/templates/large-map.ts'
import { harbourCity, inputFor, sceneOf } from '../support/sample-scene.ts'
import { seeded } from '../support/seeded.ts'

/** A week of transfers between wards, 413 ties between 75 wards in rows: many have several between the same two. */
function wards(): SystemMap {
  const [, ...rows] = readFileSync(new URL('../fixtures/csv/hospital-transfers-2015-week-25.csv', import.meta.url), 'utf8').trim().split(/\r?\n/).map((line) => line.slice(1, -1).split('","'))
  const names = [...new Set(rows.flatMap(([from = '', fromSite = '', to = '', toSite = '']) => [`${from} ${fromSite}`, `${to} ${toSite}`]))]
  return apply(emptyMap('wards'), {
    writes: [
      ...names.flatMap((name, i) => [make('elements', `w${i}`, { name }), place(`w${i}`, (i % 10) * 260, Math.floor(i / 10) * 150 + (i % 2) * 40)]),
      ...rows.map(([from = '', fromSite = '', to = '', toSite = '', transfers = ''], i) => make('relationships', `r${i}`, { from: `w${names.indexOf(`${from} ${fromSite}`)}`, to: `w${names.indexOf(`${to} ${toSite}`)}`, kind: 'refers', label: transfers })),
    ],
  })
}

function large(): SystemMap {
  const steps = largeMap({ id: 'large', random: seeded(7), now: new Date(0) })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value.map
  }
}

const labelsOf = (scene: Scene): readonly TextMark[] => scene.ties.flatMap(({ over }) => over.filter((mark): mark is TextMark => mark.is === 'text' && (mark.part === 'label' || mark.part === 'starred label')))
const boxOf = ({ x, y, text, size, weight }: TextMark): Bounds => around([x, y - 4.4], [textWidth(text, size, weight), 15])

/** Those with most ties: what is hardest to label. */
function hubs(map: SystemMap, count: number): readonly string[] {
  const ties = new Map<string, number>()
  for (const { from, to } of map.relationships.values()) for (const id of [from, to]) ties.set(id, (ties.get(id) ?? 0) + 1)
  return [...ties].sort((a, b) => b[1] - a[1]).slice(0, count).map(([id]) => id)
}

describe.each([['the sample', harbourCity, 24], ['75 wards', wards, 8], ['a map of 5,000', large, 2]] as const)('On %s', (_, made, asked) => {
  let map: SystemMap
  let plain: Scene
  beforeAll(() => {
    map = made()
    plain = sceneOf(map)
  })

  test('labels are clear of cards, but for a corner of one in fifty, and of one another', () => {
    let [shown, covered, met] = [0, 0, 0]
    for (const hub of hubs(map, asked)) {
      const scene = buildScene(plain, inputFor(map, 'shared', { selection: [hub] }))
      const boxes = labelsOf(scene).map(boxOf)
      shown += boxes.length
      boxes.forEach((box, i) => {
        if (scene.elements.some(({ centre, size }) => overlapOf(box, around(centre, size)) > 0)) covered++
        if (boxes.slice(0, i).some((other) => overlapOf(box, other) > 0)) met++
      })
    }
    expect(shown).toBeGreaterThanOrEqual(10)
    expect(covered).toBeLessThanOrEqual(shown / 50)
    expect(met).toBe(0)
  })

  test('ties between the same two bow apart', () => {
    const bundles = new Map<string, SceneTie[]>()
    for (const tie of plain.ties) {
      if (tie.from === tie.to) continue
      const key = [tie.from, tie.to].sort().join(' ')
      bundles.set(key, [...(bundles.get(key) ?? []), tie])
    }
    for (const ties of bundles.values()) {
      const middles = ties.map(({ curve }) => pointAt(curve, 0.5))
      middles.forEach(([x, y], i) => {
        for (const [ox, oy] of middles.slice(0, i)) expect(Math.hypot(x - ox, y - oy)).toBeGreaterThan(8)
      })
    }
  })

  test('every tie that is long enough has its halo, so that those which it crosses are broken', () => {
    const some = plain.ties.filter((_, i) => i % Math.ceil(plain.ties.length / 500) === 0)
    for (const tie of some) if (measuredCurve(tie.curve).length > 33) expect(tie.marks.some(({ part }) => part === 'halo')).toBe(true)
  })
})
