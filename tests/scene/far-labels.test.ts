import { expect, test } from 'vitest'
import { textWidth } from '../../src/scene/text-width.ts'
import { around, overlapOf } from '../../src/scene/rectangles.ts'
import { harbourCity, sceneOf } from '../support/sample-scene.ts'

/** On a small laptop the whole sample is shown at this much less than the size at which words are laid: labels keep theirs on screen. */
const ENLARGED = 1.5

test('the words on the ties of what is chosen keep off names and off each other, as large as a whole map shows them', () => {
  const map = harbourCity()
  let [labels, onNames, onLabels] = [0, 0, 0]
  for (const [i, id] of [...map.elements.keys()].entries()) {
    if (i % 4 !== 0) continue
    const scene = sceneOf(map, 'shared', { selection: [id], cardScale: 1.3 })
    const cards = scene.elements.map(({ centre, size }) => around(centre, size))
    const boxes = scene.ties.flatMap(({ over, marks }) => [...marks, ...over].flatMap((mark) => (mark.is === 'text' && mark.part === 'label' ? [around([mark.x, mark.y - 4.4], [textWidth(mark.text, mark.size, 500) * ENLARGED, 12 * ENLARGED])] : [])))
    labels += boxes.length
    onNames += boxes.filter((box) => cards.some((card) => overlapOf(box, card) > 0)).length
    onLabels += boxes.filter((box, at) => boxes.slice(0, at).some((other) => overlapOf(box, other) > 0)).length
  }
  expect(labels).toBeGreaterThan(30)
  expect(onNames / labels).toBeLessThan(0.16)
  expect(onLabels / labels).toBeLessThan(0.08)
})
