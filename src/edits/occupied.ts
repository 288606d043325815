import type { Point, Size } from '../model/records.ts'

/** Room between two cards: `.3` of the half sizes together, so that a projector's larger cards still fit in place, and as much as a tie needs to show its head. */
const SHARE = 0.3
const LEAST = 18
/** World units. About one card with its room, so that a card stands in few cells. */
const CELL_WIDTH = 220
const CELL_HEIGHT = 90

interface Card {
  readonly x: number
  readonly y: number
  /** Half sizes with the card's share of the room. */
  readonly halfWidth: number
  readonly halfHeight: number
}

/** The places already taken, in a grid. Adding a card and asking for one cost the cells that it covers. */
export class Occupied {
  private readonly columns = new Map<number, Map<number, Card[]>>()

  add([x, y]: Point, [width, height]: Size): void {
    const card: Card = { x, y, halfWidth: (width / 2) * (1 + SHARE) + LEAST, halfHeight: (height / 2) * (1 + SHARE) + LEAST }
    const lastColumn = Math.floor((x + card.halfWidth) / CELL_WIDTH)
    const lastRow = Math.floor((y + card.halfHeight) / CELL_HEIGHT)
    for (let column = Math.floor((x - card.halfWidth) / CELL_WIDTH); column <= lastColumn; column++) {
      let rows = this.columns.get(column)
      if (!rows) this.columns.set(column, (rows = new Map()))
      for (let row = Math.floor((y - card.halfHeight) / CELL_HEIGHT); row <= lastRow; row++) {
        const cell = rows.get(row)
        if (cell) cell.push(card)
        else rows.set(row, [card])
      }
    }
  }

  /** Whether a card of this size, its centre here, would have its room. */
  isFree(x: number, y: number, width: number, height: number): boolean {
    const halfWidth = (width / 2) * (1 + SHARE)
    const halfHeight = (height / 2) * (1 + SHARE)
    const lastColumn = Math.floor((x + halfWidth) / CELL_WIDTH)
    const lastRow = Math.floor((y + halfHeight) / CELL_HEIGHT)
    for (let column = Math.floor((x - halfWidth) / CELL_WIDTH); column <= lastColumn; column++) {
      const rows = this.columns.get(column)
      if (!rows) continue
      for (let row = Math.floor((y - halfHeight) / CELL_HEIGHT); row <= lastRow; row++) {
        const cell = rows.get(row)
        if (!cell) continue
        for (const card of cell) if (Math.abs(card.x - x) < card.halfWidth + halfWidth && Math.abs(card.y - y) < card.halfHeight + halfHeight) return false
      }
    }
    return true
  }
}
