import type { Detail } from '../scene/detail.ts'
import type { Mark, PathMark, TextMark } from '../scene/marks.ts'
import { colourOf, faded, grey, slotToken, type Theme } from '../scene/palette.ts'
import type { Scene, SceneElement, SceneTie, Territory } from '../scene/scene.ts'
import { textWidth } from '../scene/text-width.ts'
import { farNames, titleAt, titleScale } from './far-names.ts'
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
}

/** `under` is territories and ties, `cards` the elements, `over` chips, labels and the territories' titles. */
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
  readonly inSight?: { readonly elements: readonly SceneElement[]; readonly ties: readonly SceneTie[] }
  /** Drawn by someone else, such as cards that are mounted. */
  readonly skip?: ReadonlySet<Id>
}

const paths = new WeakMap<PathMark, unknown>()

class Brush<P> {
  private readonly pen: Pen<P>
  private readonly options: CanvasOptions<P>
  private font = ''
  /** Middle, baseline and half the width of each label that was grown. */
  private readonly labels: (readonly [x: number, y: number, half: number])[] = []

  constructor(pen: Pen<P>, options: CanvasOptions<P>) {
    this.pen = pen
    this.options = options
    pen.textBaseline = 'alphabetic'
    pen.miterLimit = 6
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
    const row = [0, -1, 1, -2, 2].map((rows) => rows * size * 1.15).find((down) => this.isClear(mark.x, mark.y + down, half, size))
    // Grown labels that have no room are left to the panel, which says them all.
    if (row === undefined) return
    this.labels.push([mark.x, mark.y + row, half])
    const middle = mark.y + row - mark.size * 0.35
    this.text({ ...mark, y: middle + mark.size * by * 0.35, size: mark.size * by, ...(mark.keyline ? { keyline: { ...mark.keyline, width: mark.keyline.width * by } } : {}) })
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

/** Many ties in one path and one stroke: how thousands are drawn in a frame. */
function hairlines<P>(pen: Pen<P>, ties: readonly SceneTie[], colour: string, width: number): void {
  if (!ties.length) return
  pen.beginPath()
  for (const { curve } of ties) {
    const [a, c, b] = curve
    pen.moveTo(a[0], a[1])
    const isStraight = Math.abs((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) < 1 + Math.abs(b[0] - a[0]) + Math.abs(b[1] - a[1])
    if (isStraight) pen.lineTo(b[0], b[1])
    else pen.quadraticCurveTo(c[0], c[1], b[0], b[1])
  }
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.lineCap = 'butt'
  pen.setLineDash([])
  pen.stroke()
}

function paintTies<P>(pen: Pen<P>, brush: Brush<P>, ties: readonly SceneTie[], { detail, view, pixelRatio }: CanvasOptions<P>): void {
  const full: SceneTie[] = []
  const thin: SceneTie[] = []
  const strong: SceneTie[] = []
  for (const tie of ties) {
    if (tie.standing === 'called out') full.push(tie)
    else if (detail.hidesWithin && tie.within !== null) continue
    else if (tie.strength < detail.leastStrength || tie.standing === 'stepped back' && detail.leastStrength > 0) thin.push(tie)
    else if (detail.isHairline) strong.push(tie)
    else full.push(tie)
  }
  const onePixel = 1 / (view.zoom * pixelRatio)
  hairlines(pen, thin, brush.colour(grey(0.32)), onePixel)
  hairlines(pen, strong, brush.colour(grey(0.76)), onePixel)
  for (const tie of full) brush.marks(tie.marks)
}

/** How much of its organisation's colour a card far out keeps: enough to be told from the land it lies on. */
const PLAIN = 0.5

/** Cards as tinted blocks, one fill a colour. */
function plainCards<P>(pen: Pen<P>, brush: Brush<P>, elements: readonly SceneElement[]): void {
  const byColour = new Map<string, SceneElement[]>()
  for (const element of elements) {
    const colour = brush.colour(faded(PLAIN, typeof element.slot === 'number' ? slotToken(element.slot) : 'hairline'))
    const list = byColour.get(colour)
    if (list) list.push(element)
    else byColour.set(colour, [element])
  }
  for (const [colour, list] of byColour) {
    pen.beginPath()
    for (const { centre, size } of list) pen.rect(centre[0] - size[0] / 2, centre[1] - size[1] / 2, size[0], size[1])
    pen.fillStyle = colour
    pen.fill()
  }
}

const SMALL_PARTS: ReadonlySet<string | undefined> = new Set(['body', 'band', 'glyph', 'outline', 'ring'])

function paintCards<P>(pen: Pen<P>, brush: Brush<P>, scene: Scene, elements: readonly SceneElement[], { detail, view }: CanvasOptions<P>): void {
  const isPlain = detail.cards === 'plain'
  if (isPlain) plainCards(pen, brush, elements)
  for (const element of elements) {
    if (isPlain && !element.isSelected) continue
    brush.place(element.centre[0], element.centre[1])
    brush.marks(detail.cards === 'full' ? element.marks : element.marks.filter((mark) => SMALL_PARTS.has(mark.part) && mark.is === 'path'))
  }
  if (detail.cards !== 'full') {
    for (const { element, mark, size } of farNames(elements, scene.territories, view.zoom, detail.titleFloor)) {
      brush.place(element.centre[0], element.centre[1])
      brush.text(mark, size)
    }
  }
  brush.place(0, 0)
}

function paintTitle<P>(brush: Brush<P>, territory: Territory, { detail, view }: CanvasOptions<P>): void {
  const { within } = territory
  const title = titleAt(territory, view.zoom, detail.titleFloor)
  const text = title.find((mark): mark is TextMark => mark.is === 'text')
  const scale = titleScale(text, view.zoom, detail.titleFloor)
  if (text && scale > 1) brush.place(text.x * (1 - scale), text.y * (1 - scale), scale)
  const isCounted = detail.hidesWithin && within > 0
  brush.marks(isCounted ? title.map((mark) => (mark.is === 'text' ? { ...mark, text: `${mark.text} · ${within} WITHIN` } : mark)) : title)
  brush.place(0, 0)
}

/** Paints layers of a scene in device pixels. Leaves the context's transform and styles changed. */
export function paintScene<P>(pen: Pen<P>, scene: Scene, options: CanvasOptions<P>): void {
  const brush = new Brush(pen, options)
  const { inSight, skip, layers } = options
  const ties = inSight?.ties ?? scene.ties
  const elements = (inSight?.elements ?? scene.elements).filter((element) => !skip?.has(element.id))
  if (layers.includes('under')) {
    brush.marks(scene.frame)
    for (const territory of scene.territories) brush.marks(territory.marks)
    paintTies(pen, brush, ties, options)
  }
  if (layers.includes('cards')) paintCards(pen, brush, scene, elements, options)
  if (layers.includes('over')) {
    for (const tie of ties) if (tie.over.length) brush.marks(tie.over)
    for (const territory of scene.territories) paintTitle(brush, territory, options)
  }
}
