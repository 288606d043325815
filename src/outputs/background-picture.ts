import { toBase64 } from '../model/base64.ts'
import type { Background, Size } from '../model/records.ts'

/** A picture as a map keeps it: small enough to travel in its file, and nothing in it but what is seen. */
export interface MadePicture extends Pick<Background, 'type' | 'data'> {
  readonly pixels: Size
}

/** No file past this is read. Bytes. */
export const MOST_FILE = 40 * 1024 * 1024
/** What a map keeps of it, in bytes: a map with a picture can still be sent by mail, and moving the picture writes all of it. */
const MOST_KEPT = 600_000
/** A drawing with few colours is sharper as PNG, and often no larger. Bytes. */
const MOST_PNG = 200_000
/** The longer side in pixels, and the quality, from the best that is tried to the least. */
const TRIED: readonly (readonly [side: number, quality: number])[] = [[2000, 0.85], [2000, 0.7], [1600, 0.7], [1200, 0.65], [800, 0.6]]

/**
 * Draws a picture anew, so that nothing of its file stays but what it shows: no place, no camera, no name. At most 2,000 pixels on the
 * longer side and `MOST_KEPT` bytes. What the browser cannot read as a picture is refused, in words that go on from "the picture:".
 */
export async function madePicture(bytes: Uint8Array): Promise<MadePicture | { readonly reason: string }> {
  const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>])).catch(() => null)
  if (!bitmap) return { reason: 'this browser cannot read it as a picture. PNG, JPEG and WebP work everywhere' }
  try {
    const first = drawn(bitmap, TRIED[0]?.[0] ?? 2000)
    const png = await encoded(first, 'image/png')
    if (png && png.size <= MOST_PNG) return await kept(png, first)
    for (const [side, quality] of TRIED) {
      const canvas = drawn(bitmap, side)
      const blob = await encoded(canvas, 'image/webp', quality)
      if (blob && blob.size <= MOST_KEPT) return await kept(blob, canvas)
    }
    return { reason: 'it cannot be made small enough to travel with a map' }
  } finally {
    bitmap.close()
  }
}

function drawn(bitmap: ImageBitmap, side: number): HTMLCanvasElement {
  const by = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * by))
  canvas.height = Math.max(1, Math.round(bitmap.height * by))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('The browser gave no canvas')
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** A browser that writes no WebP gives PNG instead: then it is a JPEG, on white where it was clear. */
async function encoded(canvas: HTMLCanvasElement, type: 'image/png' | 'image/webp' | 'image/jpeg', quality?: number): Promise<Blob | null> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))
  if (blob?.type === type || type !== 'image/webp') return blob
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.globalCompositeOperation = 'destination-over'
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  return encoded(canvas, 'image/jpeg', quality)
}

async function kept(blob: Blob, { width, height }: HTMLCanvasElement): Promise<MadePicture> {
  return { type: blob.type as MadePicture['type'], data: toBase64(new Uint8Array(await blob.arrayBuffer())), pixels: [width, height] }
}
