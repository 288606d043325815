/** A size that a picture is made in. Everything is laid out in CSS px and then enlarged `scale` times. */
export interface PictureSize {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly height: number
  readonly scale: number
}

export const PICTURE_SIZES: readonly PictureSize[] = [
  { id: 'slide', title: 'Slide, 1920 × 1080', width: 1920, height: 1080, scale: 1 },
  { id: 'slide-4k', title: 'Large slide, 3840 × 2160', width: 1920, height: 1080, scale: 2 },
  { id: 'a4', title: 'A4, 300 dots per inch', width: 1754, height: 1240, scale: 2 },
  { id: 'a3', title: 'A3, 300 dots per inch', width: 2480.5, height: 1754, scale: 2 },
]

/** Safari draws no picture with more: the least of what browsers allow. */
export const MOST_PIXELS = 16_777_216

export interface PixelSize {
  readonly width: number
  readonly height: number
  /** Said where the picture had to be made smaller than was asked; null where it was not. */
  readonly capped: string | null
}

/** The pixels of a picture: `size` × `scale`, or as many as a browser can draw. */
export function pixelSize(size: { readonly width: number; readonly height: number }, scale: number): PixelSize {
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)]
  if (width * height <= MOST_PIXELS) return { width, height, capped: null }
  const by = Math.sqrt(MOST_PIXELS / (width * height))
  const [less, lower] = [Math.floor(width * by), Math.floor(height * by)]
  return { width: less, height: lower, capped: `${width} × ${height} is more than browsers can draw, so this picture is ${less} × ${lower}.` }
}
