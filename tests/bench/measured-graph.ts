import { boxesOf } from '../../src/boxes/boxes.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { THEMES, slotToken } from '../../src/scene/palette.ts'

/** A map as every contender gets it: the same places, sizes, names and ties. World units. */
export interface MeasuredGraph {
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly colour: string }[]
  readonly ties: readonly { readonly id: string; readonly from: string; readonly to: string; readonly label: string }[]
}

/** `screen = world × zoom + (x, y)`, from the upper left corner of the drawing. CSS pixels. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function measuredGraph(map: SystemMap): MeasuredGraph {
  const boxes = boxesOf(map.elements.values())
  return {
    nodes: [...map.elements.values()].map(({ id, name, organisation }) => {
      const [x, y] = map.positions.get(id) ?? [0, 0]
      const { lines, width, height } = boxes.get(id) ?? { lines: [name], width: 160, height: 44 }
      const slot = map.organisations.get(organisation ?? '')?.slot
      return { id, label: lines.join('\n'), x, y, width, height, colour: slot === undefined ? '#cccccc' : THEMES.light.colours[slotToken(slot)] }
    }),
    ties: [...map.relationships.values()].map(({ id, from, to, label }) => ({ id, from, to, label })),
  }
}

/** The view of all of it. */
export function wholeView({ nodes }: MeasuredGraph, { width, height }: Frame, gutter = 20): View {
  const xs = nodes.map((node) => node.x)
  const ys = nodes.map((node) => node.y)
  const [left, right, top, bottom] = [Math.min(...xs) - 90, Math.max(...xs) + 90, Math.min(...ys) - 30, Math.max(...ys) + 30]
  const zoom = Math.min(1, (width - 2 * gutter) / (right - left), (height - 2 * gutter) / (bottom - top))
  return { zoom, x: width / 2 - ((left + right) / 2) * zoom, y: height / 2 - ((top + bottom) / 2) * zoom }
}

/** Places of the frame with nothing near them, the emptiest first: a press there moves the view. Screen pixels. */
export function emptyPlaces({ nodes, ties }: MeasuredGraph, view: View, frame: Frame): readonly (readonly [number, number])[] {
  const onScreen = (x: number, y: number) => [x * view.zoom + view.x, y * view.zoom + view.y] as const
  const places = new Map(nodes.map((node) => [node.id, onScreen(node.x, node.y)]))
  const margin = 60
  const candidates: { readonly at: readonly [number, number]; clear: number }[] = []
  for (let x = margin; x < frame.width - margin; x += 30) for (let y = margin; y < frame.height - margin; y += 20) candidates.push({ at: [x, y], clear: Infinity })
  for (const candidate of candidates) {
    const [x, y] = candidate.at
    for (const { id, width, height } of nodes) {
      const [nx, ny] = places.get(id) ?? [0, 0]
      const away = Math.hypot(Math.max(0, Math.abs(x - nx) - (width * view.zoom) / 2), Math.max(0, Math.abs(y - ny) - (height * view.zoom) / 2))
      candidate.clear = Math.min(candidate.clear, away)
    }
  }
  const best = candidates.toSorted((a, b) => b.clear - a.clear).slice(0, 120)
  for (const candidate of best) {
    for (const { from, to } of ties) candidate.clear = Math.min(candidate.clear, toSegment(candidate.at, places.get(from) ?? [0, 0], places.get(to) ?? [0, 0]))
  }
  return best.toSorted((a, b) => b.clear - a.clear).map(({ at }) => [at[0] + frame.x, at[1] + frame.y])
}

type At = readonly [number, number]

function toSegment([x, y]: At, [ax, ay]: At, [bx, by]: At): number {
  const [dx, dy] = [bx - ax, by - ay]
  const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - ax - dx * share, y - ay - dy * share)
}
