import { OVER_CARDS } from '../scene/detail.ts'
import type { Mark, TextMark } from '../scene/marks.ts'
import type { SceneElement, Territory } from '../scene/scene.ts'
import { textWidth } from '../scene/text-width.ts'

/** CSS px: names that are kept never go below it. */
const NAME_FLOOR = 8
/** Nor that of what is in hand below this: as large as the labels of its ties. */
const IN_HAND_FLOOR = 11

/** A name as it is painted far out: its first line, of what is selected all of it, relative to its element's middle, at least 8 CSS px. */
export interface FarName {
  readonly element: SceneElement
  readonly mark: TextMark
  readonly size: number
}

/** How much a territory's title is enlarged to stay at its floor, CSS px. */
export const titleScale = (text: TextMark | undefined, zoom: number, floor: number): number => (text ? Math.max(1, floor / (text.size * zoom)) : 1)

/** The most of its land's width that an enlarged title may take. */
const MOST_OF_LAND = 0.5

/** A territory's title; its organisation's code where the name, kept at its floor, would lie over half of the land, or on a card that can be read. */
export function titleAt({ title, code, width, clear }: Territory, zoom: number, floor: number): readonly Mark[] {
  const text = title.find((mark): mark is TextMark => mark.is === 'text')
  const scale = titleScale(text, zoom, floor)
  if (!text || scale === 1 || code === '') return title
  const isOnCard = floor < OVER_CARDS && scale > clear
  if (!isOnCard && scale * (textWidth(text.text, text.size, text.weight) + (text.tracking ?? 0) * text.text.length) <= width * MOST_OF_LAND) return title
  return title.map((mark) => (mark.is === 'text' ? { ...mark, text: code } : mark))
}

type Box = readonly [left: number, top: number, right: number, bottom: number]
const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

function boxAt(x: number, y: number, mark: TextMark, size: number): Box {
  const width = textWidth(mark.text, size, mark.weight) + (mark.tracking ?? 0) * mark.text.length * (size / mark.size)
  return [x, y - size, x + width, y + size * 0.3]
}

/** The names that can be read from afar: of the elements that matter, those that lie on no title and on no other name; first what is pointed at and what is selected, then those that matter most. */
export function farNames(elements: readonly SceneElement[], territories: readonly Territory[], zoom: number, titleFloor: number, kept: ReadonlySet<SceneElement['id']>, pointed: SceneElement['id'] | null = null): readonly FarName[] {
  const taken: Box[] = []
  for (const territory of territories) {
    const text = titleAt(territory, zoom, titleFloor).find((mark): mark is TextMark => mark.is === 'text')
    if (text) taken.push(boxAt(text.x, text.y, text, text.size * titleScale(text, zoom, titleFloor)))
  }
  const names: FarName[] = []
  const isFree = (box: Box) => !taken.some((other) => meet(box, other))
  const order = new Map([...kept].map((id, i) => [id, i]))
  const rank = ({ id, isSelected }: SceneElement) => (id === pointed ? -2 : isSelected ? -1 : (order.get(id) ?? order.size))
  const ranked = elements.filter((element) => element.matters || rank(element) < 0).sort((a, b) => rank(a) - rank(b))
  for (const element of ranked) {
    const lines = element.marks.filter((mark): mark is TextMark => mark.is === 'text' && mark.part === 'name')
    const [name] = lines
    if (!name?.text) continue
    const isInHand = rank(element) < 0
    const size = Math.max(name.size, (isInHand ? IN_HAND_FLOOR : NAME_FLOOR) / zoom)
    const text = isInHand ? lines.map((line) => line.text).join(' ') : name.text
    const at = (y: number) => {
      const mark: TextMark = { ...name, text, y, keyline: { colour: 'paper', width: size * 0.22 } }
      return { mark, box: boxAt(element.centre[0] + mark.x, element.centre[1] + y, mark, size) }
    }
    const inside = at(size * 0.36)
    // What is in hand is named below its card or above it where it would lie on other words; the first of it whatever else is there.
    const [below, above] = [at(element.size[1] / 2 + size), at(-element.size[1] / 2 - size * 0.3)]
    const place = [inside, ...(isInHand ? [below, above] : [])].find(({ box }) => isFree(box)) ?? (isInHand && names.length === 0 ? inside : null)
    if (!place) continue
    taken.push(place.box)
    names.push({ element, mark: place.mark, size })
  }
  return names
}
