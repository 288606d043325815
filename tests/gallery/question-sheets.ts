import { judgementId, make, place, type Write } from '../../src/model/change.ts'
import type { Id } from '../../src/model/ids.ts'
import type { Point, Size } from '../../src/model/records.ts'
import { sharedOf, type SystemMap } from '../../src/model/system-map.ts'
import type { Axis } from '../../src/reading/axis.ts'
import { compare } from '../../src/reading/compare.ts'
import type { Question, WayToVision } from '../../src/reading/question.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { mapOf, sceneOf, type Item, type Sheet } from './sheet.ts'

/** What somebody says of a tie: 0 is no, *yes* no more than that, null is silence; the second number is a quality. */
type Said = readonly [strength: number | 'yes' | null, quality?: number]
interface Case {
  readonly a: Said
  readonly b: Said
  readonly c?: Said
  /** What is wished for. */
  readonly vision?: Said
}

const CASES: readonly Case[] = [
  { a: [3], b: [3], vision: [3] }, { a: [3], b: [4], vision: [5] }, { a: [2], b: [4], vision: [4] }, { a: [4], b: [2], vision: [4] }, { a: [1], b: [5], vision: [2] }, { a: [5], b: [1], vision: [2] },
  { a: [0], b: [4], vision: [0] }, { a: [4], b: [0], c: [0], vision: [4] }, { a: [0], b: [0] }, { a: [4, 2], b: [1, -2], vision: [3, 0] }, { a: [4, -1], b: [2, 1] }, { a: [3, -2], b: [3, 2], vision: [3, 2] },
  { a: [3, 2], b: [3, -1], vision: [3, 2] }, { a: ['yes'], b: [4] }, { a: [null], b: [2] }, { a: [3], b: [null] }, { a: [null], b: [null] }, { a: [2], b: [0], vision: [4] },
]

const COLUMNS = 3
const CELL: Size = [380, 62]
const APART = 120
const middleOf = (i: number): Point => [((i % COLUMNS) + 0.5) * CELL[0], (Math.floor(i / COLUMNS) + 0.5) * CELL[1]]

function said(perspective: Id, subject: Id, [strength, quality]: Said): readonly Write[] {
  const id = judgementId(perspective, subject)
  return [
    ...(strength === null ? [] : [{ at: 'judgements', id, field: 'presence', to: strength } as const]),
    ...(quality === undefined ? [] : [{ at: 'judgements', id, field: 'quality', to: quality } as const]),
  ]
}

/** Two columns of cards with a tie between each pair: A and B say what each case says, and so did the shared picture then and now. C looked at everything. */
function talk(at: 'then' | 'now'): SystemMap {
  const shared = sharedOf(mapOf([])).id
  return mapOf([
    make('organisations', 'a', { name: 'Acute care', code: 'A', slot: 3 }), make('organisations', 'b', { name: 'Brokerage', code: 'B', slot: 4 }), make('organisations', 'c', { name: 'Community', code: 'C', slot: 2 }),
    ...['a', 'b', 'c'].map((id, order) => make('perspectives', `v${id}`, { name: id.toUpperCase(), type: 'organisation', organisation: id, order, ...(id === 'c' ? { coverage: 'complete', coverageAt: '2020-01-01T00:00:00Z' } : {}) })),
    make('perspectives', 'wish', { name: 'Vision', type: 'vision', order: 9 }),
    ...CASES.flatMap(({ a, b, c, vision }, i) => {
      const [x, y] = middleOf(i)
      const [from, to, tie] = [`a${i}`, `b${i}`, `r${i}`]
      return [
        make('elements', from, { name: `From ${i}`, organisation: 'a' }), place(from, x - APART, y),
        make('elements', to, { name: `To ${i}`, organisation: 'b' }), place(to, x + APART, y),
        make('relationships', tie, { from, to, kind: 'refers' }),
        ...said('va', tie, a), ...said('vb', tie, b), ...said('vc', tie, c ?? [null]), ...said(shared, tie, at === 'then' ? a : b), ...said('wish', tie, vision ?? [null]),
        ...said('vb', from, [i % 4 === 1 ? 0 : 'yes']), ...said('va', from, [i % 4 === 3 ? 0 : 'yes']), ...said('vb', to, ['yes']), ...said('va', to, [i % 5 === 0 ? 0 : null]),
      ]
    }),
  ])
}

const then = talk('then')
const now = talk('now')
const voices = voicesOf(now)
const sideOf = (moment: SystemMap, perspective: Id) => ({ moment, reading: resolve(moment, perspective) })
const shared = sharedOf(now).id
const wish = resolve(now, 'wish')

const strengthOf = ([strength, quality]: Said): string => `${strength ?? 'silent'}${quality === undefined ? '' : ` (${quality})`}`
const items = CASES.map(({ a, b }, i): Item => ({ name: `${strengthOf(a)} and ${strengthOf(b)}`, at: middleOf(i) }))

function sheet(title: string, question: Question): Sheet {
  return { title, items, isMap: true, cell: CELL, bounds: { x: 0, y: 0, width: COLUMNS * CELL[0], height: Math.ceil(CASES.length / COLUMNS) * CELL[1] }, scene: sceneOf(now, { question }) }
}

function compared(title: string, axis: Axis, a: readonly [SystemMap, Id], b: readonly [SystemMap, Id], way: WayToVision | null = null): Sheet {
  return sheet(title, { is: 'comparison', axis, comparison: compare(sideOf(...a), sideOf(...b)), way })
}

export const QUESTIONS: readonly Sheet[] = [
  sheet('How far apart the voices are', { is: 'differences', voices, unattributed: false }),
  sheet('The same, without who said what', { is: 'differences', voices, unattributed: true }),
  sheet('What some do not see', { is: 'blind', voices, asked: null, unattributed: false }),
  sheet('What A does not see', { is: 'blind', voices, asked: 'va', unattributed: false }),
  sheet('Two ends', { is: 'ends', unattributed: false }),
  sheet('Two ends, without who said what', { is: 'ends', unattributed: true }),
  compared('From A to B', 'perspective', [now, 'va'], [now, 'vb']),
  compared('From then to now', 'time', [then, shared], [now, shared]),
  compared('From now to the vision: to build, to let go, to strengthen, to ease, to repair', 'vision', [now, shared], [now, 'wish']),
  compared('Towards the vision, or away from it', 'vision', [now, shared], [now, 'wish'], { before: sideOf(then, shared), now: sideOf(now, shared), vision: wish }),
]
