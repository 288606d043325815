/** What a PDF can only hold as pixels: four numbers each, red, green, blue and how solid. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array | Uint8ClampedArray
}

/** Pixels of a line of text, and where they lie from the start of its baseline. */
export interface TextPixels extends Pixels {
  readonly left: number
  readonly top: number
  readonly wide: number
  readonly high: number
  /** From its start to its end. */
  readonly advance: number
}

export interface Letters {
  readonly text: string
  readonly size: number
  readonly weight: number
  /** `#rrggbb`. */
  readonly fill: string
}

/** Draws what has no letters in the bundled faces, and opens pictures. */
export interface Raster {
  text(letters: Letters): Promise<TextPixels>
  picture(href: string): Promise<Pixels>
}

/** Letters that are drawn stay sharp on a poster. Pixels a unit, at 14 units high. */
const FINE = 10

function pen(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.ceil(width))
  canvas.height = Math.max(1, Math.ceil(height))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('The browser gave no canvas')
  return context
}

const read = (context: CanvasRenderingContext2D): Pixels => {
  const { width, height } = context.canvas
  return { width, height, rgba: context.getImageData(0, 0, width, height).data }
}

export const browserRaster = (family: string): Raster => ({
  async text({ text, size, weight, fill }) {
    const font = `${weight} ${size}px ${family}`
    const scale = (FINE * 14) / size
    const measured = pen(1, 1)
    measured.font = font
    const { actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent, actualBoundingBoxDescent, width: advance } = measured.measureText(text)
    const [left, top] = [-actualBoundingBoxLeft - 1, -actualBoundingBoxAscent - 1]
    const [wide, high] = [actualBoundingBoxRight - left + 1, actualBoundingBoxDescent - top + 1]
    const context = pen(wide * scale, high * scale)
    context.scale(scale, scale)
    context.font = font
    context.fillStyle = fill
    context.fillText(text, -left, -top)
    return { ...read(context), left, top, wide, high, advance }
  },
  async picture(href) {
    const image = new Image()
    image.src = href
    await image.decode()
    const context = pen(image.naturalWidth, image.naturalHeight)
    context.drawImage(image, 0, 0)
    return read(context)
  },
})
