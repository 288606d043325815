import type { TextMark } from '../scene/marks.ts'
import { faded, grey, slotToken } from '../scene/palette.ts'
import type { Scene, SceneElement, SceneTie, Territory } from '../scene/scene.ts'
import { signsAt } from '../scene/signs-at.ts'
import { paintAreaTitle, paintNotes, paintPicture } from './beside.ts'
import { Brush, type CanvasOptions, type Pen } from './brush.ts'
import { textWidth } from '../scene/text-width.ts'
import { farNames, titleAt, titleScale } from './far-names.ts'

export type { CanvasOptions, Layer, Pen } from './brush.ts'

type Point = SceneElement['centre']

/** Many ties in one path and one stroke: how thousands are drawn in a frame. */
function hairlines<P>(pen: Pen<P>, ties: readonly SceneTie[], colour: string, width: number): void {
  if (!ties.length) return
  pen.beginPath()
  for (const { curve } of ties) {
    const [a, c, b] = curve
    pen.moveTo(a[0], a[1])
    if (curve.length > 3) {
      for (let i = 1; i < curve.length; i += 2) pen.quadraticCurveTo(...(curve[i] as Point), ...(curve[i + 1] as Point))
      continue
    }
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

function paintTies<P>(pen: Pen<P>, brush: Brush<P>, { hairline }: Scene, ties: readonly SceneTie[], { detail, view, pixelRatio }: CanvasOptions<P>): void {
  const full: SceneTie[] = []
  const thin: SceneTie[] = []
  const strong: SceneTie[] = []
  for (const tie of ties) {
    if (tie.standing === 'called out' || tie.isMarked) full.push(tie)
    else if (detail.hidesWithin && tie.within !== null) continue
    else if (tie.strength < detail.leastStrength || tie.standing === 'stepped back' && detail.leastStrength > 0) thin.push(tie)
    else if (detail.isHairline) strong.push(tie)
    else full.push(tie)
  }
  const onePixel = 1 / (view.zoom * pixelRatio)
  hairlines(pen, thin, brush.colour(grey(hairline)), onePixel)
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

function paintCards<P>(pen: Pen<P>, brush: Brush<P>, scene: Scene, elements: readonly SceneElement[], { detail, view, pointed }: CanvasOptions<P>): void {
  const isPlain = detail.cards === 'plain'
  if (isPlain) plainCards(pen, brush, elements)
  for (const element of elements) {
    if (isPlain && !element.isSelected) continue
    brush.place(element.centre[0], element.centre[1])
    brush.marks(detail.cards === 'full' ? element.marks : element.marks.filter((mark) => SMALL_PARTS.has(mark.part) && mark.is === 'path'))
  }
  if (detail.cards !== 'full' && !detail.isNameless) {
    for (const { element, mark, size } of farNames(elements, scene.territories, view.zoom, detail.titleFloor, scene.names, pointed)) {
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
    paintPicture(pen, scene, options)
    brush.marks(scene.frame)
    for (const area of scene.areas) brush.marks(area.ground)
    for (const territory of scene.territories) brush.marks(territory.marks)
    for (const area of scene.areas) brush.marks(area.marks)
    paintTies(pen, brush, scene, ties, options)
  }
  if (layers.includes('cards')) {
    paintNotes(pen, brush, inSight?.notes ?? scene.notes, options.detail)
    paintCards(pen, brush, scene, elements, options)
  }
  if (layers.includes('over')) {
    if (options.detail.cards !== 'full' && options.detail.labelFloor > 0 && !options.detail.isNameless) {
      // Who is named comes before what is between them.
      for (const { element, mark, size } of farNames(elements, scene.territories, options.view.zoom, options.detail.titleFloor, scene.names, options.pointed)) {
        const half = textWidth(mark.text, size, mark.weight) / 2
        brush.keepClear(element.centre[0] + mark.x + half, element.centre[1] + mark.y, half)
      }
    }
    for (const tie of ties) if (tie.over.length) brush.marks(tie.over)
    for (const { at, face, scale } of signsAt(scene.signs, options.view.zoom)) {
      brush.place(at[0], at[1], scale)
      brush.marks(face.marks)
    }
    brush.place(0, 0)
    for (const territory of scene.territories) paintTitle(brush, territory, options)
    for (const area of scene.areas) paintAreaTitle(brush, area, options)
  }
}
