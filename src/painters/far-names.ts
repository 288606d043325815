import type { TextMark } from '../scene/marks.ts'
import type { SceneElement, Territory } from '../scene/scene.ts'
import { textWidth } from '../scene/text-width.ts'

/** CSS px: names that are kept never go below it. */
const NAME_FLOOR = 8

/** A name as it is painted far out: its first line, relative to its element's middle, at least 8 CSS px. */
export interface FarName {
  readonly element: SceneElement
  readonly mark: TextMark
  readonly size: number
}

/** How much a territory's title is enlarged to stay at its floor, CSS px. */
export const titleScale = (text: TextMark | undefined, zoom: number, floor: number): number => (text ? Math.max(1, floor / (text.size * zoom)) : 1)

type Box = readonly [left: number, top: number, right: number, bottom: number]
const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

function boxAt(x: number, y: number, mark: TextMark, size: number): Box {
  const width = textWidth(mark.text, size, mark.weight) + (mark.tracking ?? 0) * mark.text.length * (size / mark.size)
  return [x, y - size, x + width, y + size * 0.3]
}

/** The names that can be read from afar: of the elements that matter, those that lie on no title and on no other name, what is selected first. */
export function farNames(elements: readonly SceneElement[], territories: readonly Territory[], zoom: number, titleFloor: number): readonly FarName[] {
  const taken: Box[] = []
  for (const { title } of territories) {
    const text = title.find((mark): mark is TextMark => mark.is === 'text')
    if (text) taken.push(boxAt(text.x, text.y, text, text.size * titleScale(text, zoom, titleFloor)))
  }
  const names: FarName[] = []
  const ranked = elements.filter((element) => element.matters || element.isSelected).sort((a, b) => Number(b.isSelected) - Number(a.isSelected))
  for (const element of ranked) {
    const name = element.marks.find((mark): mark is TextMark => mark.is === 'text' && mark.part === 'name')
    if (!name?.text) continue
    const size = Math.max(name.size, NAME_FLOOR / zoom)
    const mark: TextMark = { ...name, y: size * 0.36, keyline: { colour: 'paper', width: size * 0.22 } }
    const box = boxAt(element.centre[0] + mark.x, element.centre[1] + mark.y, mark, size)
    if (taken.some((other) => meet(box, other))) continue
    taken.push(box)
    names.push({ element, mark, size })
  }
  return names
}
