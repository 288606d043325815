import { describe, expect, test } from 'vitest'
import { textWidth } from '../../src/boxes/boxes.ts'
import { buildScene } from '../../src/scene/build-scene.ts'
import { pointAt } from '../../src/scene/curves.ts'
import type { TextMark } from '../../src/scene/marks.ts'
import { contains } from '../../src/scene/polygons.ts'
import { around, overlapOf } from '../../src/scene/rectangles.ts'
import type { SceneElement, SceneTie } from '../../src/scene/scene.ts'
import { landsOf } from '../../src/scene/territories.ts'
import { generateMap } from '../support/generate-map.ts'
import { harbourCity, inputFor, sceneOf, sketched } from '../support/sample-scene.ts'
import { seeded } from '../support/seeded.ts'

const sample = harbourCity()
const cardOf = (element: SceneElement) => around(element.centre, element.size)
const labels = (tie: SceneTie): TextMark[] => tie.over.filter((mark): mark is TextMark => mark.is === 'text' && (mark.part === 'label' || mark.part === 'starred label'))
const labelBox = (mark: TextMark) => around([mark.x, mark.y - 4.4], [textWidth(mark.text, mark.size, 500), 12])

/** Ties that pass behind the card of a stranger. */
function passages(scene: ReturnType<typeof sceneOf>): string[] {
  const found: string[] = []
  for (const tie of scene.ties) {
    for (const element of scene.elements) {
      if (element.id === tie.from || element.id === tie.to) continue
      const [w, h] = element.size
      for (let i = 0; i <= 40; i++) {
        const [x, y] = pointAt(tie.curve, i / 40)
        if (Math.abs(x - element.centre[0]) < w / 2 && Math.abs(y - element.centre[1]) < h / 2) {
          found.push(`${tie.id} ${element.id}`)
          break
        }
      }
    }
  }
  return found
}

describe('Harbour City', () => {
  const scene = sceneOf(sample)

  test('has its 46 elements and 94 ties, each once', () => {
    expect(scene.elements).toHaveLength(46)
    expect(scene.ties).toHaveLength(94)
    expect(scene.elementById.size).toBe(46)
    expect(scene.tieById.size).toBe(94)
  })

  test('every tie starts and ends on the edge of its cards', () => {
    for (const tie of scene.ties) {
      for (const [id, [x, y]] of [[tie.from, tie.curve[0]], [tie.to, tie.curve[2]]] as const) {
        const { centre, size } = scene.elementById.get(id) as SceneElement
        const [dx, dy] = [Math.abs(x - centre[0]) - size[0] / 2, Math.abs(y - centre[1]) - size[1] / 2]
        expect(Math.max(dx, dy)).toBeLessThanOrEqual(0.1)
        expect(Math.max(dx, dy)).toBeGreaterThan(-23)
      }
    }
  })

  test('ends at one card stand apart, so that a hub of twelve can be read', () => {
    for (const element of scene.elements) {
      const ends = scene.ties.flatMap((tie) => [...(tie.from === element.id ? [tie.curve[0]] : []), ...(tie.to === element.id ? [tie.curve[2]] : [])])
      for (const [i, a] of ends.entries()) for (const b of ends.slice(0, i)) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(3.2)
    }
  })

  test('at most six ties pass behind a card that is not theirs', () => {
    expect(new Set(passages(scene).map((passage) => passage.split(' ')[0])).size).toBeLessThanOrEqual(6)
  })

  test('thick ties are painted before thin ones', () => {
    const reaches = scene.ties.map((tie) => tie.reach)
    expect(reaches).toEqual([...reaches].sort((a, b) => b - a))
  })

  test('its bounds hold every card and every tie', () => {
    const { x, y, width, height } = scene.bounds
    for (const element of scene.elements) {
      const card = cardOf(element)
      expect(card.x >= x && card.y >= y && card.x + card.width <= x + width && card.y + card.height <= y + height).toBe(true)
    }
    for (const tie of scene.ties) {
      for (let i = 0; i <= 20; i++) {
        const [px, py] = pointAt(tie.curve, i / 20)
        expect(px >= x && px <= x + width && py >= y && py <= y + height).toBe(true)
      }
    }
  })

  test('the legend says what is used and no more', () => {
    const words = scene.legend.map((entry) => entry.words)
    expect(words).toContain('as one')
    expect(words).not.toContain('working against')
    expect(words).not.toContain('not said')
    expect(sceneOf(sample, 'AC').legend.map((entry) => entry.words)).toContain('not said')
  })

  test('in one perspective, an element is not said only where no tie of it is present either', () => {
    const acute = sceneOf(sample, 'AC')
    const said = sample.judgements.get('AC')
    for (const element of acute.elements) {
      if (element.state !== 'not said') continue
      expect(said?.get(element.id)?.presence).toBeUndefined()
      expect(acute.ties.filter((tie) => (tie.from === element.id || tie.to === element.id) && tie.strength > 0)).toEqual([])
    }
    expect(acute.elements.filter((element) => element.state === 'not said').length).toBeGreaterThan(0)
    expect(acute.elements.filter((element) => element.state === 'says no').length).toBeGreaterThan(0)
  })
})

describe('selection', () => {
  const scene = sceneOf(sample, 'shared', { selection: ['sc-bro'] })
  const own = scene.ties.filter((tie) => tie.from === 'sc-bro' || tie.to === 'sc-bro')

  test('calls out its ties and their ends, and steps everything else back', () => {
    for (const tie of scene.ties) expect(tie.standing).toBe(own.includes(tie) ? 'called out' : 'stepped back')
    const near = new Set(own.flatMap((tie) => [tie.from, tie.to]))
    for (const element of scene.elements) if (element.state !== 'says no') expect(element.state).toBe(near.has(element.id) ? 'plain' : 'stepped back')
  })

  test('labels its ties, clear of cards and of one another', () => {
    const shown = own.flatMap(labels)
    expect(shown.length).toBe(own.filter((tie) => sample.relationships.get(tie.id)?.label).length)
    for (const [i, mark] of shown.entries()) {
      for (const other of shown.slice(0, i)) expect(overlapOf(labelBox(mark), labelBox(other))).toBe(0)
    }
    const covered = shown.filter((mark) => scene.elements.some((element) => overlapOf(labelBox(mark), cardOf(element)) > 0))
    expect(covered).toEqual([])
  })

  test('an element without ties pushes nothing back', () => {
    const map = sketched({ elements: { a: { at: [0, 0], name: 'A' }, b: { at: [300, 0], name: 'B' } } })
    const lone = sceneOf(map, 'shared', { selection: ['a'] })
    expect(lone.elements.map((element) => element.state)).toEqual(['plain', 'plain'])
    expect(lone.elementById.get('a')?.isSelected).toBe(true)
  })
})

describe('a label where a place is clear', () => {
  test('is not put under a card that covers the middle', () => {
    const map = sketched({
      elements: { a: { at: [0, 0], name: 'A' }, b: { at: [900, 0], name: 'B' }, wall: { at: [450, 40], name: 'Right in the way' } },
      ties: { r: { from: 'a', to: 'b', label: 'weekly call' } },
      said: { r: { presence: 3 } },
    })
    const scene = sceneOf(map, 'shared', { selection: ['r'] })
    const [mark] = labels(scene.tieById.get('r') as SceneTie)
    expect(mark?.text).toBe('weekly call')
    for (const element of scene.elements) expect(overlapOf(labelBox(mark as TextMark), cardOf(element))).toBe(0)
  })

  test('stands beside a tie that is too short for it', () => {
    const map = sketched({
      elements: { a: { at: [0, 0], name: 'Older person with several conditions', kind: 'people' }, b: { at: [190, -20], name: 'Community nursing teams' } },
      ties: { r: { from: 'b', to: 'a', label: 'visits at home' } },
      said: { r: { presence: 4 } },
    })
    const scene = sceneOf(map, 'shared', { selection: ['a'] })
    const [mark] = labels(scene.tieById.get('r') as SceneTie)
    for (const element of scene.elements) expect(overlapOf(labelBox(mark as TextMark), cardOf(element))).toBe(0)
  })

  test('says that a strength is the middle of what others said', () => {
    const derived = sceneOf(sample, '*', { selection: ['r41'] })
    expect(labels(derived.tieById.get('r41') as SceneTie)[0]?.text).toMatch(/^~/)
  })
})

describe('ties between the same two', () => {
  const map = sketched({
    elements: { a: { at: [0, 0], name: 'A' }, b: { at: [400, 0], name: 'B' } },
    ties: { r1: { from: 'a', to: 'b' }, r2: { from: 'b', to: 'a', kind: 'funds' }, r3: { from: 'a', to: 'b', kind: 'informs' } },
    said: { r1: { presence: 3 }, r2: { presence: 3 }, r3: { presence: 3 } },
  })

  test('stand 18 apart in the middle, whichever way they run', () => {
    const scene = sceneOf(map)
    const offs = scene.ties.map((tie) => {
      const [a, , b] = tie.curve
      return pointAt(tie.curve, 0.5)[1] - (a[1] + b[1]) / 2
    }).sort((a, b) => a - b)
    expect(offs.map((off) => Math.round(off))).toEqual([-18, 0, 18])
  })

  test('an element tied to itself has a loop that leaves its card', () => {
    const loop = sceneOf(sketched({ elements: { a: { at: [0, 0], name: 'A' } }, ties: { r: { from: 'a', to: 'a' } } }))
    const [x, y] = pointAt((loop.ties[0] as SceneTie).curve, 0.5)
    const card = cardOf(loop.elements[0] as SceneElement)
    expect(x > card.x + card.width || y < card.y).toBe(true)
  })

  test('an influence is never straight', () => {
    const curved = sceneOf(sketched({ elements: { a: { at: [0, 0], kind: 'factor' }, b: { at: [300, 0], kind: 'factor' } }, ties: { r: { from: 'a', to: 'b', kind: 'influences' } } }))
    expect(Math.abs(pointAt((curved.ties[0] as SceneTie).curve, 0.5)[1])).toBeGreaterThanOrEqual(13.9)
  })
})

describe('territories', () => {
  const scene = sceneOf(sample)

  test('one for each organisation that has a colour and a card', () => {
    expect(scene.territories.map((territory) => territory.organisation)).toEqual(['CO', 'CH', 'AC', 'SC'])
  })

  test('hold every card of theirs', () => {
    const members = new Map<string, { centre: readonly [number, number]; size: readonly [number, number] }[]>()
    for (const element of scene.elements) {
      const organisation = sample.elements.get(element.id)?.organisation ?? ''
      members.set(organisation, [...(members.get(organisation) ?? []), element])
    }
    for (const { organisation, hull } of landsOf([...sample.organisations.values()], members)) {
      for (const { centre: [x, y], size: [w, h] } of members.get(organisation.id) ?? []) {
        for (const corner of [[x - w / 2, y - h / 2], [x + w / 2, y - h / 2], [x + w / 2, y + h / 2], [x - w / 2, y + h / 2]] as const) expect(contains(hull, corner)).toBe(true)
      }
    }
  })

  test('have their titles off every card', () => {
    for (const { title } of scene.territories) {
      const text = title.find((mark): mark is TextMark => mark.is === 'text') as TextMark
      const place = { x: text.x, y: text.y - 9, width: textWidth(text.text, text.size, 700) + text.text.length, height: 11 }
      for (const element of scene.elements) expect(overlapOf(place, cardOf(element))).toBe(0)
    }
  })
})

describe('what did not change is the same object', () => {
  const first = sceneOf(sample)
  const kept = (next: ReturnType<typeof sceneOf>) => ({
    elements: next.elements.filter((element) => first.elementById.get(element.id) === element).length,
    ties: next.ties.filter((tie) => first.tieById.get(tie.id) === tie).length,
  })

  test('nothing', () => {
    expect(kept(buildScene(first, inputFor(sample)))).toEqual({ elements: 46, ties: 94 })
  })

  test('a new object of the same map, as after an edit elsewhere', () => {
    expect(kept(buildScene(first, inputFor({ ...sample, meta: { ...sample.meta, title: 'Renamed' } })))).toEqual({ elements: 46, ties: 94 })
  })

  test('one element moved: it, its ties, and the ties at cards it pushes are new; its marks are not', () => {
    const moved = buildScene(first, inputFor(sample, 'shared', { positions: new Map([['co-phe', [-530, -300]]]) }))
    const { elements, ties } = kept(moved)
    expect(elements).toBeGreaterThanOrEqual(45)
    expect(ties).toBeGreaterThan(80)
    for (const element of moved.elements) expect(element.marks).toBe(first.elementById.get(element.id)?.marks)
  })

  test('one tie rated: its own line is new, and the ends beside it at most', () => {
    const shared = new Map(sample.judgements.get('shared'))
    shared.set('r41', { presence: 5 })
    const rated = buildScene(first, inputFor({ ...sample, judgements: new Map([...sample.judgements, ['shared', shared]]) }))
    expect(kept(rated).elements).toBe(46)
    expect(kept(rated).ties).toBeGreaterThan(75)
    expect(rated.tieById.get('r41')).not.toBe(first.tieById.get('r41'))
  })

  test('one element renamed: the other cards stay', () => {
    const renamed = { ...(sample.elements.get('sc-bro') as NonNullable<ReturnType<typeof sample.elements.get>>), name: 'Brokerage desk' }
    expect(kept(buildScene(first, inputFor({ ...sample, elements: new Map([...sample.elements, ['sc-bro', renamed]]) }))).elements).toBe(45)
  })
})

describe('any map', () => {
  test.each(Array.from({ length: 25 }, (_, seed) => seed))('seed %i: no number is missing, and building again changes nothing', (seed) => {
    const map = generateMap(seeded(seed))
    for (const perspective of [...map.perspectives.keys(), '*']) {
      const scene = sceneOf(map, perspective, { selection: [...map.elements.keys()].slice(0, 2) })
      const again = buildScene(scene, inputFor(map, perspective, { selection: [...map.elements.keys()].slice(0, 2) }))
      expect(again.elements.every((element, i) => element === scene.elements[i])).toBe(true)
      expect(again.ties.every((tie, i) => tie === scene.ties[i])).toBe(true)
      const all = [...scene.frame, ...scene.territories.flatMap((t) => [...t.marks, ...t.title]), ...scene.elements.flatMap((e) => e.marks), ...scene.ties.flatMap((t) => [...t.marks, ...t.over]), ...scene.legend.flatMap((l) => l.marks)]
      for (const mark of all) {
        if (mark.is === 'path') expect(mark.d).toMatch(/^[MLHVCQZ\d\s.-]*$/)
        else expect(Number.isFinite(mark.x) && Number.isFinite(mark.y)).toBe(true)
      }
      expect(Number.isFinite(scene.bounds.width) && scene.bounds.width > 0).toBe(true)
    }
  })

  test('an empty map has a place to begin', () => {
    const scene = sceneOf(sketched({ elements: {} }))
    expect(scene.elements).toEqual([])
    expect(scene.bounds.width).toBeGreaterThan(0)
  })

  test('what was never placed stands apart, beneath the rest', () => {
    const map = sketched({ elements: { a: { at: [0, 0] }, b: { at: [0, 0] }, c: { at: [0, 0] } } })
    const scene = sceneOf({ ...map, positions: new Map([['a', [0, 0] as const]]) })
    const [a, b, c] = scene.elements as readonly SceneElement[]
    expect(b?.centre[1]).toBeGreaterThan(a?.centre[1] ?? 0)
    expect(overlapOf(cardOf(b as SceneElement), cardOf(c as SceneElement))).toBe(0)
  })

  test('what a filter hides is gone with its ties', () => {
    const scene = sceneOf(sample, 'shared', { hidden: new Set(['sc-bro', 'r01']) })
    expect(scene.elementById.has('sc-bro')).toBe(false)
    expect(scene.tieById.has('r01')).toBe(false)
    expect(scene.ties.some((tie) => tie.from === 'sc-bro' || tie.to === 'sc-bro')).toBe(false)
  })
})

test('a tie that actions touch carries a chip, with how many where more than one', () => {
  const scene = sceneOf(sample, 'shared', { actions: new Map([['r41', 2], ['r79', 1]]) })
  const chip = (id: string) => scene.tieById.get(id)?.over.filter((mark) => mark.part === 'chip') ?? []
  expect(chip('r41').some((mark) => mark.is === 'text' && mark.text === '2')).toBe(true)
  expect(chip('r79').length).toBeGreaterThan(0)
  expect(chip('r79').some((mark) => mark.is === 'text')).toBe(false)
  expect(chip('r01')).toEqual([])
})
