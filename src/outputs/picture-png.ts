import { pixelSize, type PixelSize } from './picture-sizes.ts'

export interface PngPicture extends PixelSize {
  readonly blob: Blob
}

function imageFrom(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('The picture could not be drawn'))
    image.src = url
  })
}

/** An SVG drawn as pixels: `size` in CSS px, enlarged `scale` times, or as far as browsers can draw; `capped` then says so. Rejects where the browser refuses the canvas. */
export async function drawnPng(svg: string, size: { readonly width: number; readonly height: number }, scale: number): Promise<PngPicture> {
  const pixels = pixelSize(size, scale)
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = await imageFrom(url)
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = pixels.width
    canvas.height = pixels.height
    const pen = canvas.getContext('2d', { alpha: false })
    if (!pen) throw new Error('The browser gave no canvas')
    pen.drawImage(image, 0, 0, pixels.width, pixels.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('The browser could not make the picture')
    return { ...pixels, blob }
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Puts a picture on the clipboard. Must be called while a click or a key press is being handled; the drawing may take longer. */
export async function copyPicture(svg: string | Promise<string>, size: { readonly width: number; readonly height: number }, scale: number): Promise<void> {
  const blob = Promise.resolve(svg).then((text) => drawnPng(text, size, scale)).then((picture) => picture.blob)
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
}
