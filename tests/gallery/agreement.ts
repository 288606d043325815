import { embeddedFontCss } from '../../src/outputs/embedded-fonts.ts'
import type { Colour, Mark } from '../../src/scene/marks.ts'
import { colourOf, type Theme } from '../../src/scene/palette.ts'
import { textWidth } from '../../src/scene/text-width.ts'
import { drawnMarks, recoloured, type Placed } from './drawn-marks.ts'
import { EVERY_SIZE, ONE_OF_EACH, paintSheet, pixelsOf, svgOfSheet, themes, type As } from './drawings.ts'
import type { Sheet } from './sheet.ts'

/** Of 255. */
const NEAR = 8
const ENOUGH = 0.95
const MOST_POINTS = 60
const MOST_PIXELS = 200
/** Fewer points than this are no line. */
const FEW = 8
/** Letters stand on the pixel, or the quarter of it, that is nearest: they are held against one another by how much ink there is. */
const SAME_INK = 0.7

/** What of a mark is its own: its fill, or its line (of letters, the keyline). */
interface Own {
  readonly mark: Mark
  readonly colour: Colour
  /** Where its own colour alone stands, as offsets into the pixels. */
  readonly pixels: number[]
  isSeen: boolean
  /** Round every place where it is drawn. */
  readonly boxes: readonly Box[]
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

export interface Found {
  readonly faults: readonly string[]
  /** Along how many centre lines, at how many points, the two were held against each other. */
  readonly lines: number
  readonly points: number
  /** Marks of ink of which not one pixel shows at the largest size: something lies over them. */
  readonly unseen: readonly string[]
}

const host = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
host.style.position = 'absolute'
const probe = document.createElementNS('http://www.w3.org/2000/svg', 'path')
host.append(probe)
const tester = new OffscreenCanvas(1, 1).getContext('2d')

type Points = readonly (readonly [x: number, y: number])[]
const lines = new WeakMap<Mark, { readonly points: Points; readonly box: DOMRect }>()

/** Points along a mark's line; of what is filled, within it. In its own units. */
function lineOf(mark: Mark): { readonly points: Points; readonly box: DOMRect } {
  let found = lines.get(mark)
  if (!found) lines.set(mark, (found = mark.is === 'text' ? { points: [], box: lettersBox(mark) } : ofPath(mark)))
  return found
}

function ofPath({ d, stroke }: Extract<Mark, { is: 'path' }>): ReturnType<typeof lineOf> {
  probe.setAttribute('d', d)
  const box = probe.getBBox()
  if (stroke !== undefined) {
    const length = probe.getTotalLength()
    const count = Math.min(MOST_POINTS, Math.max(24, Math.round(length / 1.5)))
    return { box, points: Array.from({ length: count }, (_, i) => probe.getPointAtLength(((i + 0.5) * length) / count)).map(({ x, y }) => [x, y] as const) }
  }
  const path = new Path2D(d)
  const step = Math.max(0.7, Math.sqrt((box.width * box.height) / MOST_POINTS))
  return { box, points: within(box, step).filter(([x, y]) => tester?.isPointInPath(path, x, y)) }
}

function lettersBox({ x, y, text, size, weight, anchor, tracking = 0 }: Extract<Mark, { is: 'text' }>): DOMRect {
  const width = textWidth(text, size, weight) + tracking * text.length
  return new DOMRect(x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0), y - size * 0.75, width, size)
}

function within({ x, y, width, height }: DOMRect, step: number): Points {
  const points: (readonly [number, number])[] = []
  for (let py = y + step / 2; py < y + height; py += step) for (let px = x + step / 2; px < x + width; px += step) points.push([px, py])
  return points
}

/** Each colour of each mark as a colour of its own, so that one can tell in the picture whose a pixel is. */
function ownColours(sheet: Sheet, zoom: number, ratio: number, lettered: Uint8Array): readonly Own[] {
  const owners: Own[] = []
  const numbered = SALTS.map(() => new Map<number, Own>())
  const colours = SALTS.map((): Record<string, string> => ({ paper: '#FFFFFF', ink: '#000000' }))
  const boxes = new Map<Mark, Box[]>()
  for (const one of drawnMarks(sheet.scene, zoom)) boxes.set(one.mark, [...(boxes.get(one.mark) ?? []), boxOf(one, sheet, zoom * ratio)])
  const own = (mark: Mark, colour: Colour): string => {
    const name = `own-${owners.length}`
    const one: Own = { mark, colour, pixels: [], isSeen: false, boxes: boxes.get(mark) ?? [] }
    SALTS.forEach((salt, i) => {
      // In no order: what lies evenly between two numbers is then no third.
      const value = (((owners.length + 7919) ** 2 % 99991) * salt) % 0xfffffd
      numbered[i]?.set(value, one)
      const list = colours[i]
      if (list) list[name] = `#${value.toString(16).padStart(6, '0')}`
    })
    owners.push(one)
    return name
  }
  const scene = recoloured(sheet.scene, (mark) =>
    mark.is === 'path'
      ? { ...mark, ...(mark.fill === undefined ? {} : { fill: own(mark, mark.fill) }), ...(mark.stroke === undefined ? {} : { stroke: own(mark, mark.stroke) }) }
      : { ...mark, fill: own(mark, mark.fill), ...(mark.keyline ? { keyline: { ...mark.keyline, colour: own(mark, mark.keyline.colour) } } : {}) },
  )
  const [first, second] = colours.map((of) => canvasPixels({ ...sheet, scene }, { theme: { name: 'light', colours: of as Theme['colours'], solid: 1 }, zoom, ratio }).data)
  if (!first || !second) return owners
  const valueAt = (data: Uint8ClampedArray, i: number) => ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0)
  for (let i = 0; i < first.length; i += 4) {
    const one = numbered[0]?.get(valueAt(first, i))
    // What two colours blend to may be a third, but not twice.
    if (!one || (one.isSeen && one.pixels.length === MOST_PIXELS) || one !== numbered[1]?.get(valueAt(second, i))) continue
    one.isSeen = true
    if (one.pixels.length < MOST_PIXELS && lettered[i / 4] === 0) one.pixels.push(i)
  }
  return owners
}

/** From here on nothing is so fine that it shows nowhere. */
const MOST_ENLARGED = 3
const SALTS = [2654435, 7368787] as const

function boxOf({ mark, at, scale }: Placed, { bounds }: Sheet, k: number): Box {
  const { box } = lineOf(mark)
  const off = ((mark.is === 'path' ? mark.width : mark.keyline?.width) ?? 0) + 2
  const to = (along: 0 | 1, value: number) => (at[along] + scale * value - (along === 0 ? bounds.x : bounds.y)) * k
  return [to(0, box.x - off), to(1, box.y - off), to(0, box.x + box.width + off), to(1, box.y + box.height + off)]
}

function sheetPen({ width, height }: { readonly width: number; readonly height: number }): OffscreenCanvasRenderingContext2D {
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('This browser gives no canvas')
  return pen
}

function canvasPixels(sheet: Sheet, as: As): ImageData {
  const { width, height } = pixelsOf(sheet, as.zoom, as.ratio)
  const pen = sheetPen({ width, height })
  paintSheet(pen, sheet, as)
  return pen.getImageData(0, 0, width, height)
}

async function svgPixels(sheet: Sheet, as: As, fontCss: string): Promise<ImageData> {
  const { width, height } = pixelsOf(sheet, as.zoom, as.ratio)
  const pen = sheetPen({ width, height })
  const url = URL.createObjectURL(new Blob([svgOfSheet(sheet, as, fontCss)], { type: 'image/svg+xml' }))
  const image = new Image()
  // Its face is there once it is loaded, which may be after it is decoded.
  await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject, src: url }))
  await image.decode()
  pen.drawImage(image, 0, 0, width, height)
  URL.revokeObjectURL(url)
  return pen.getImageData(0, 0, width, height)
}

function isNear(a: Uint8ClampedArray, i: number, b: ArrayLike<number>, j: number): boolean {
  for (let channel = 0; channel < 3; channel++) if (Math.abs((a[i + channel] ?? 0) - (b[j + channel] ?? 0)) > NEAR) return false
  return true
}

const nameOf = (mark: Mark): string => (mark.is === 'text' ? `“${mark.text}”` : `${mark.part ?? 'path'} ${mark.d.slice(0, 40)}`)

/** Draws a sheet by both painters in every theme, size and pixel ratio, and says where they are not the same, or not what the scene says. */
export async function agreement(sheet: Sheet): Promise<Found> {
  document.body.append(host)
  const fontCss = await embeddedFontCss()
  const faults: string[] = []
  let unseen: readonly string[] = []
  let [along, points] = [0, 0]
  for (const [zoom, ratio] of sheet.isMap ? ONE_OF_EACH : EVERY_SIZE) {
    const placed = drawnMarks(sheet.scene, zoom)
    const lettered = letteredIn(placed, sheet, zoom, ratio)
    const owners = ownColours(sheet, zoom, ratio, lettered)
    const here = pixelsAlong(placed, sheet, zoom, ratio, lettered)
    if (zoom * ratio >= MOST_ENLARGED) unseen = owners.filter(({ isSeen, colour }) => !isSeen && colour !== 'paper' && colour !== 'coast').map(({ mark }) => `${sheet.title}: ${nameOf(mark)}`)
    for (const [name, theme] of Object.entries(themes())) {
      const as: As = { theme, zoom, ratio }
      const [canvas, svg] = [canvasPixels(sheet, as), await svgPixels(sheet, as, fontCss)]
      const say = (what: string, share: number) => faults.push(`${sheet.title}, ${name}, ${zoom} × ${ratio}: ${what} (${Math.round(share * 100)} %)`)
      for (const { mark, pixels } of here) {
        along++
        points += pixels.length
        const share = pixels.filter((i) => isNear(canvas.data, i, svg.data, i)).length / pixels.length
        if (share < ENOUGH && (1 - share) * pixels.length > 2) say(`${nameOf(mark)} is not the same`, share)
      }
      for (const { mark, colour, pixels, boxes } of owners) {
        const asSaid = [1, 3, 5].map((i) => Number.parseInt(colourOf(theme, colour).slice(i, i + 2), 16))
        if (mark.is === 'text') {
          const [more = 0, less = 0] = [canvas, svg].map((picture) => boxes.reduce((sum, box) => sum + inked(picture, box, asSaid), 0)).sort((a, b) => b - a)
          if (more > 20 && less < more * SAME_INK) say(`${nameOf(mark)} is not the same`, less / more)
          continue
        }
        for (const [by, { data }] of [['canvas', canvas], ['SVG', svg]] as const) {
          // A pixel or two may be a blend of others that happens to be this number.
          const share = pixels.length < 4 ? 1 : pixels.filter((i) => isNear(data, i, asSaid, 0)).length / pixels.length
          if (share < ENOUGH) say(`${nameOf(mark)} is not ${colourOf(theme, colour)} on the ${by}`, share)
        }
      }
    }
  }
  host.remove()
  return { faults, unseen, lines: along, points }
}

/** A 1 for each pixel that letters may lie on. */
function letteredIn(placed: readonly Placed[], sheet: Sheet, zoom: number, ratio: number): Uint8Array {
  const size = pixelsOf(sheet, zoom, ratio)
  const lettered = new Uint8Array(size.width * size.height)
  for (const one of placed) {
    if (one.mark.is !== 'text') continue
    const [left, top, right, bottom] = boxOf(one, sheet, zoom * ratio)
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(size.height, bottom); y++) lettered.fill(1, y * size.width + Math.max(0, Math.floor(left)), y * size.width + Math.min(size.width, Math.ceil(right)))
  }
  return lettered
}

/** Along each mark's line, where no letters lie over it, as offsets into the pixels. */
function pixelsAlong(placed: readonly Placed[], sheet: Sheet, zoom: number, ratio: number, lettered: Uint8Array): readonly { readonly mark: Mark; readonly pixels: readonly number[] }[] {
  const size = pixelsOf(sheet, zoom, ratio)
  return placed.flatMap(({ mark, at, scale }) => {
    if (mark.is === 'text') return []
    const pixels = lineOf(mark).points
      .map(([x, y]) => offset((at[0] + scale * x - sheet.bounds.x) * zoom * ratio, (at[1] + scale * y - sheet.bounds.y) * zoom * ratio, size))
      .filter((i) => i >= 0 && lettered[i / 4] === 0)
    return pixels.length < FEW ? [] : [{ mark, pixels }]
  })
}

/** How many pixels of a box are of this colour. */
function inked({ data, width, height }: ImageData, [left, top, right, bottom]: Box, colour: readonly number[]): number {
  let count = 0
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) if (isNear(data, 4 * (y * width + x), colour, 0)) count++
  }
  return count
}

function offset(x: number, y: number, { width, height }: { readonly width: number; readonly height: number }): number {
  const [px, py] = [Math.floor(x), Math.floor(y)]
  return px < 0 || py < 0 || px >= width || py >= height ? -1 : 4 * (py * width + px)
}
