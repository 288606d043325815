import type { Point } from '../model/records.ts'
import type { LayoutGraph } from './layout-graph.ts'

/** Width by height of a picture that fills a screen beside the panel. */
const ASPECT = 1.75
/** The largest part is tried wider too, so that what stands beneath it has room; the others lie as flat as they can. */
const ASPECTS = [ASPECT, 2.2, 2.8, 3.6]
const FLAT = 6
/** Cards can grow by these for a projector where they stand. */
const CARD_HEIGHT = 1.3
const CARD_WIDTH = 1.12
/** Room for a tie and its head between two columns, between two cards of one, and between two parts. World units. */
const BETWEEN_COLUMNS = 84
const BETWEEN_CARDS = 26
const BETWEEN_PARTS = 56
/** Where columns reach into one another: room between the cards of two, and how much further than half the way the next one is. */
const BETWEEN_TURNS = 6
const STEP_MORE = 20
/** What reaching into one another has to win in size each time. */
const NARROWER = 0.85
const SHORT = 5
/** Columns stand apart by this much more where there is width to spare. */
const MOST_STRETCH = 1.4

/** A part of a flow: its columns from left to right, and the places of each from the top, the first column's x at 0 and the middle's y at 0. */
interface Block {
  readonly columns: readonly number[][]
  readonly slots: readonly (readonly Point[])[]
  readonly width: number
  readonly height: number
}

/** Blocks, and where the origin of each stands when they are stacked round the origin of all. */
export interface Stack {
  readonly blocks: readonly Block[]
  readonly offsets: readonly Point[]
  readonly width: number
  readonly height: number
}

/** The grids of all parts, largest first, and what is alone in lines beneath them, in the shape that a screen shows largest. */
export function stackOf(graph: LayoutGraph, parts: readonly number[][][], alone: readonly number[]): Stack {
  const all = ASPECTS.map((aspect) => {
    const blocks: Block[] = parts.map((columns, p) => gridOf(graph, columns, p === 0 ? aspect : FLAT))
    if (alone.length > 0) blocks.push(linesOf(graph, alone, Math.max(0, ...blocks.map((block) => block.width))))
    return stacked(blocks)
  })
  // Of equals the widest, which gives ties most room.
  return all.reduce((best, stack) => (sizeOf(stack) >= sizeOf(best) ? stack : best))
}

function sizeOf({ width, height }: Stack): number {
  return Math.min(ASPECT / Math.max(1, width), 1 / Math.max(1, height))
}

function largest(graph: LayoutGraph, members: readonly number[]): { readonly width: number; readonly height: number } {
  return {
    width: members.reduce((most, i) => Math.max(most, graph.widths[i] as number), 0),
    height: members.reduce((most, i) => Math.max(most, graph.heights[i] as number), 0),
  }
}

/** Places for each column, as many as the longest has; columns next to each other do not stand level, so that ties pass between cards. */
function gridOf(graph: LayoutGraph, columns: readonly number[][], aspect: number): Block {
  const card = largest(graph, columns.flat())
  const most = columns.reduce((of, column) => Math.max(of, column.length), 0)
  // Where columns are short, a tie that passes one would have no room beside its cards.
  const longest = most + (most < SHORT && columns.length > 2 ? 1 : 0)
  // Columns apart; or, where there are many of them, so near that each reaches between the cards of the next one, or of the next two.
  const grids = [1, 2, 3, 4].map((turns) => ({
    turns: Math.max(2, turns),
    near: (card.width * CARD_WIDTH + BETWEEN_COLUMNS) / turns + (turns > 1 ? STEP_MORE : 0),
    pitch: turns * (card.height * CARD_HEIGHT + (turns > 1 ? BETWEEN_TURNS : BETWEEN_CARDS)),
    worth: NARROWER ** (turns - 1),
  }))
  const sizes = grids.map(({ near, pitch, worth }) => worth * Math.min(aspect / ((columns.length - 1) * near + card.width), 1 / (longest * pitch)))
  const { turns, near, pitch } = grids[sizes.indexOf(Math.max(...sizes))] as (typeof grids)[number]
  const step = near * Math.max(1, Math.min(MOST_STRETCH, (aspect * longest * pitch - card.width) / Math.max(1, (columns.length - 1) * near)))
  const slots = columns.map((_, c) => Array.from({ length: longest }, (__, k): Point => [c * step, (k - longest / 2 + (c % turns) / turns) * pitch]))
  return { columns, slots, width: (columns.length - 1) * step + card.width, height: longest * pitch }
}

/** Elements without a tie, in lines as wide as the rest. */
function linesOf(graph: LayoutGraph, alone: readonly number[], width: number): Block {
  const card = largest(graph, alone)
  const pitchX = card.width * CARD_WIDTH + BETWEEN_CARDS
  const pitchY = card.height * CARD_HEIGHT + BETWEEN_CARDS
  const perLine = Math.max(1, Math.min(alone.length, Math.max(Math.floor(width / pitchX), Math.ceil(Math.sqrt((alone.length * pitchY * ASPECT) / pitchX)))))
  const lines = Math.ceil(alone.length / perLine)
  const sorted = [...alone].sort((a, b) => (graph.organisations[a] as number) - (graph.organisations[b] as number) || a - b)
  const slots = sorted.map((_, k): Point => [(k % perLine) * pitchX, (Math.floor(k / perLine) - (lines - 1) / 2) * pitchY])
  return { columns: [sorted], slots: [slots], width: (perLine - 1) * pitchX + card.width, height: lines * pitchY }
}

/** The first block above, later ones beside one another beneath it while they are together no wider. */
function stacked(blocks: readonly Block[]): Stack {
  const width = Math.max(0, ...blocks.map((block) => block.width))
  const offsets: Point[] = []
  let [top, left, deepest] = [0, 0, 0]
  for (const block of blocks) {
    if (left > 0 && left + block.width > width) [top, left, deepest] = [top + deepest + BETWEEN_PARTS, 0, 0]
    offsets.push([left - width / 2, top + block.height / 2])
    left += block.width + BETWEEN_PARTS
    deepest = Math.max(deepest, block.height)
  }
  const height = top + deepest
  return { blocks, offsets: offsets.map(([dx, dy]) => [dx, dy - height / 2]), width, height }
}
