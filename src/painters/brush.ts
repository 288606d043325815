import type { Detail } from '../scene/detail.ts'
import type { Mark, PathMark, TextMark } from '../scene/marks.ts'
import { colourOf, type Theme } from '../scene/palette.ts'
import type { SceneElement, SceneNote, SceneTie } from '../scene/scene.ts'
import { textWidth } from '../scene/text-width.ts'
import { FONT_FAMILY } from './fonts.ts'

type Id = SceneElement['id']

/** As much of a 2D context as is drawn with; the browser's has all of it. `P` is its path. */
export interface Pen<P> {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: unknown
  lineJoin: unknown
  miterLimit: number
  font: string
  textAlign: unknown
  textBaseline: unknown
  letterSpacing?: string
  textRendering?: unknown
  globalAlpha: number
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void
  setLineDash(segments: number[]): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void
  rect(x: number, y: number, width: number, height: number): void
  fill(path: P): void
  fill(): void
  stroke(path: P): void
  stroke(): void
  fillText(text: string, x: number, y: number): void
  strokeText(text: string, x: number, y: number): void
  drawImage(image: never, x: number, y: number, width: number, height: number): void
}

/** `under` is the background, territories, areas and ties, `cards` the notes and the elements, `over` chips, labels and titles. */
export type Layer = 'under' | 'cards' | 'over'

export interface CanvasOptions<P> {
  readonly theme: Theme
  /** Screen = world × zoom + (x, y), in CSS px. */
  readonly view: { readonly x: number; readonly y: number; readonly zoom: number }
  readonly pixelRatio: number
  readonly layers: readonly Layer[]
  readonly detail: Detail
  readonly makePath: (d: string) => P
  /** What has to be painted; all of the scene where nobody says. */
  readonly inSight?: { readonly elements: readonly SceneElement[]; readonly ties: readonly SceneTie[]; readonly notes: readonly SceneNote[] }
  /** The decoded background; left out until there is one. */
  readonly picture?: unknown
  /** The element under the pointer: it is named at any zoom. */
  readonly pointed?: Id | null
  /** Drawn by someone else, such as cards that are mounted. */
  readonly skip?: ReadonlySet<Id>
}

/** More grown labels than this are a cloud of words: VOCABULARY §5. */
const MOST_GROWN = 24

const paths = new WeakMap<PathMark, unknown>()

/** Draws marks with a pen, in world units wherever it was placed. */
export class Brush<P> {
  private readonly pen: Pen<P>
  private readonly options: CanvasOptions<P>
  private font = ''
  /** Labels that were grown, and the middle, baseline and half the width of each, and of what they have to leave clear. */
  private grown = 0
  private readonly labels: (readonly [x: number, y: number, half: number])[] = []

  constructor(pen: Pen<P>, options: CanvasOptions<P>) {
    this.pen = pen
    this.options = options
    pen.textBaseline = 'alphabetic'
    pen.miterLimit = 6
    // Letters as they are measured, and as mounted cards set them: hinted for their size, they would change as a card is mounted.
    if (pen.textRendering !== undefined) pen.textRendering = 'geometricPrecision'
    this.place(0, 0)
  }

  /** Puts world (x, y) at the origin, enlarged by `scale`. */
  place(x: number, y: number, scale = 1): void {
    const { view, pixelRatio } = this.options
    const k = view.zoom * pixelRatio
    this.pen.setTransform(k * scale, 0, 0, k * scale, view.x * pixelRatio + x * k, view.y * pixelRatio + y * k)
  }

  colour(colour: Parameters<typeof colourOf>[1]): string {
    return colourOf(this.options.theme, colour)
  }

  marks(marks: readonly Mark[]): void {
    const { without } = this.options.detail
    for (const mark of marks) {
      if (mark.part && without.has(mark.part)) continue
      if (mark.is === 'path') this.path(mark)
      else if (mark.part === 'label') this.label(mark)
      else this.text(mark)
    }
  }

  private path(mark: PathMark): void {
    const { pen } = this
    let path = paths.get(mark) as P | undefined
    if (path === undefined) paths.set(mark, (path = this.options.makePath(mark.d)))
    if (mark.fill !== undefined) {
      pen.fillStyle = this.colour(mark.fill)
      pen.fill(path)
    }
    if (mark.stroke !== undefined) {
      pen.strokeStyle = this.colour(mark.stroke)
      pen.lineWidth = mark.width ?? 1
      pen.lineCap = mark.cap ?? 'butt'
      pen.lineJoin = mark.join ?? 'miter'
      pen.setLineDash(mark.dash ? [...mark.dash] : [])
      pen.stroke(path)
    }
  }

  /** What is called out can be read at any zoom: its label grows about its middle. */
  private label(mark: TextMark): void {
    const by = this.options.detail.labelFloor / (mark.size * this.options.view.zoom)
    if (by <= 1) return this.text(mark)
    const size = mark.size * by
    const half = textWidth(mark.text, size, mark.weight) / 2
    if (this.grown >= MOST_GROWN) return
    const row = [0, -1, 1, -2, 2].map((rows) => rows * size * 1.15).find((down) => this.isClear(mark.x, mark.y + down, half, size))
    // Grown labels that have no room are left to the panel, which says them all.
    if (row === undefined) return
    this.labels.push([mark.x, mark.y + row, half])
    this.grown++
    const middle = mark.y + row - mark.size * 0.35
    this.text({ ...mark, y: middle + mark.size * by * 0.35, size: mark.size * by, ...(mark.keyline ? { keyline: { ...mark.keyline, width: mark.keyline.width * by } } : {}) })
  }

  /** Words that grown labels leave room for: the middle and the height of their line, and half of their width. */
  keepClear(x: number, y: number, half: number): void {
    this.labels.push([x, y, half])
  }

  private isClear(x: number, y: number, half: number, size: number): boolean {
    return this.labels.every(([otherX, otherY, otherHalf]) => Math.abs(x - otherX) > half + otherHalf || Math.abs(y - otherY) >= size * 1.1)
  }

  text(mark: TextMark, size = mark.size): void {
    const { pen } = this
    const font = `${mark.weight} ${size}px ${FONT_FAMILY}`
    if (font !== this.font) pen.font = this.font = font
    pen.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor
    if (pen.letterSpacing !== undefined) pen.letterSpacing = `${mark.tracking ?? 0}px`
    if (mark.keyline) {
      pen.strokeStyle = this.colour(mark.keyline.colour)
      pen.lineWidth = mark.keyline.width
      pen.lineJoin = 'round'
      pen.setLineDash([])
      pen.strokeText(mark.text, mark.x, mark.y)
    }
    pen.fillStyle = this.colour(mark.fill)
    pen.fillText(mark.text, mark.x, mark.y)
  }
}
