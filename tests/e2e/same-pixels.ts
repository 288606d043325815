import type { Page } from './fixture.ts'

interface Clip {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A picture of a part of the page once it stands still. */
export async function still(page: Page, clip: Clip): Promise<Buffer> {
  let before: Buffer = Buffer.alloc(0)
  for (;;) {
    const now = await page.screenshot({ clip })
    if (now.equals(before)) return now
    before = now
    await page.waitForTimeout(150)
  }
}

export interface Differing {
  /** Pixels of which a channel is more than 8 of 255 apart. */
  readonly apart: number
  /** Pixels of the first that are on the other side of the middle from most: that there is something to compare. */
  readonly drawn: number
  readonly all: number
}

/** Where two pictures of the same size differ. */
export function differing(page: Page, a: Buffer, b: Buffer): Promise<Differing> {
  return page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (picture) => {
          const image = new Image()
          image.src = `data:image/png;base64,${picture}`
          await image.decode()
          const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
          pen?.drawImage(image, 0, 0)
          return pen?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
        }),
      )
      if (!first || !second || first.length !== second.length) throw new Error('These pictures are not of one size')
      const lightness = (i: number) => (first[i] ?? 0) + (first[i + 1] ?? 0) + (first[i + 2] ?? 0)
      let [apart, drawn] = [0, 0]
      for (let i = 0; i < first.length; i += 4) {
        if ([0, 1, 2].some((channel) => Math.abs((first[i + channel] ?? 0) - (second[i + channel] ?? 0)) > 8)) apart++
        if (lightness(i) < 384) drawn++
      }
      return { apart, drawn: Math.min(drawn, first.length / 4 - drawn), all: first.length / 4 }
    },
    [a.toString('base64'), b.toString('base64')],
  )
}
