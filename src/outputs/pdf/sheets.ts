import { svgDocument, svgMarks } from '../../painters/svg.ts'
import type { Mark } from '../../scene/marks.ts'
import type { Theme } from '../../scene/palette.ts'

/** CSS px in a millimetre. */
export const MM = 96 / 25.4

/** A page of a PDF, in CSS px: the part of the picture that it shows, and what is drawn over it. */
export interface SheetOfPaper {
  readonly width: number
  readonly height: number
  /** Where the picture's top left lies. */
  readonly at: readonly [x: number, y: number]
  /** What of the picture shows, or all of it. */
  readonly within?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly over?: string
}

/** Standing A3, as office printers take it. Millimetres. */
const TILE = { width: 297, height: 420, margin: 12, overlap: 12, columns: 4, rows: 2 } as const
const LIVE = { width: TILE.width - 2 * TILE.margin, height: TILE.height - 2 * TILE.margin } as const

/** How large the picture is that eight sheets of A3 make, in CSS px: all but A0, since printers leave a margin and sheets lie over each other. */
export const TILED = {
  width: (TILE.columns * LIVE.width - (TILE.columns - 1) * TILE.overlap) * MM,
  height: (TILE.rows * LIVE.height - (TILE.rows - 1) * TILE.overlap) * MM,
} as const

const line = (x: number, y: number, toX: number, toY: number, dash?: readonly number[]): Mark => ({ is: 'path', d: `M${x} ${y}L${toX} ${toY}`, stroke: 'ink', width: 0.7, ...(dash ? { dash } : {}) })

/** Where to cut, where the next sheet begins, and which sheet it is. */
function marksOver(column: number, row: number): readonly Mark[] {
  const [left, top] = [TILE.margin * MM, TILE.margin * MM]
  const [right, bottom] = [left + LIVE.width * MM, top + LIVE.height * MM]
  const [reach, gap, over] = [6 * MM, 1.5 * MM, TILE.overlap * MM]
  const corners = [left, right].flatMap((x) => [top, bottom].flatMap((y) => {
    const [outX, outY] = [x === left ? -1 : 1, y === top ? -1 : 1]
    return [line(x + outX * gap, y, x + outX * (gap + reach), y), line(x, y + outY * gap, x, y + outY * (gap + reach))]
  }))
  const next = [
    ...(column < TILE.columns - 1 ? [line(right - over, top, right - over, bottom, [6, 6])] : []),
    ...(row < TILE.rows - 1 ? [line(left, bottom - over, right, bottom - over, [6, 6])] : []),
  ]
  const edges = [column > 0 ? 'left' : '', row > 0 ? 'top' : ''].filter(Boolean).join(' and the ')
  const words = `Sheet ${row * TILE.columns + column + 1} of ${TILE.columns * TILE.rows}: row ${row + 1}, column ${column + 1}.${edges ? ` Cut along the ${edges}, and lay it on the dashed line of the sheet before.` : ''}`
  return [...corners, ...next, { is: 'text', x: left + 10 * MM, y: bottom + 6 * MM, text: words, size: 12, weight: 400, fill: 'ink', anchor: 'start' }]
}

/** A picture of the size `TILED` on sheets that are glued together. */
export function tiles(theme: Theme): readonly SheetOfPaper[] {
  const [width, height] = [TILE.width * MM, TILE.height * MM]
  const [x, y] = [TILE.margin * MM, TILE.margin * MM]
  return Array.from({ length: TILE.columns * TILE.rows }, (_, i) => {
    const [column, row] = [i % TILE.columns, Math.floor(i / TILE.columns)]
    return {
      width,
      height,
      at: [x - column * (LIVE.width - TILE.overlap) * MM, y - row * (LIVE.height - TILE.overlap) * MM],
      within: { x, y, width: LIVE.width * MM, height: LIVE.height * MM },
      over: svgDocument({ width, height, title: '', description: '' }, svgMarks(marksOver(column, row), theme)),
    }
  })
}
