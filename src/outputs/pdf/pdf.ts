import { drawnSvg, type Page } from './drawing.ts'
import type { Faces } from './faces.ts'
import { lettering } from './lettering.ts'
import { pdfObjects, pdfWords, type PdfObjects } from './pdf-objects.ts'
import type { Pixels, Raster } from './pixels.ts'
import type { SheetOfPaper } from './sheets.ts'

export interface PdfInput {
  /** A picture as `pictureSvg` makes it. */
  readonly svg: string
  readonly sheets: readonly SheetOfPaper[]
  readonly title: string
  readonly faces: Faces
  readonly raster: Raster
}

/** Points in a CSS px. */
const POINT = 0.75
const num = (value: number): string => String(Math.round(value * 1000) / 1000)

function putPixels(objects: PdfObjects, { width, height, rgba }: Pixels): number {
  const count = width * height
  const [colours, solid] = [new Uint8Array(count * 3), new Uint8Array(count)]
  for (let i = 0; i < count; i++) {
    for (let part = 0; part < 3; part++) colours[i * 3 + part] = rgba[i * 4 + part] ?? 0
    solid[i] = rgba[i * 4 + 3] ?? 0
  }
  const about = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8`
  const mask = objects.stream(`${about}/ColorSpace/DeviceGray`, solid)
  return objects.stream(`${about}/ColorSpace/DeviceRGB/SMask ${mask} 0 R`, colours)
}

/** A picture as a PDF: lines and letters that stay sharp at any size. The picture is in the file once, however many sheets show it. */
export async function pdfOf({ svg, sheets, title, faces, raster }: PdfInput): Promise<Uint8Array> {
  const objects = pdfObjects()
  const [pages, fonts, images, states] = [objects.reserve(), objects.reserve(), objects.reserve(), objects.reserve()]
  const letters = lettering(faces)
  const [pictures, opacities]: [string[], string[]] = [[], []]
  const page: Page = {
    lettering: letters,
    raster,
    picture: (pixels) => `I${pictures.push(`/I${pictures.length + 1} ${putPixels(objects, pixels)} 0 R`)}`,
    opacity: (share) => `G${opacities.push(`/G${opacities.length + 1}<</ca ${num(share)}>>`)}`,
  }
  const [, width = '0', height = '0'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  const form = objects.stream(`/Type/XObject/Subtype/Form/BBox[0 0 ${width} ${height}]/Resources<</Font ${fonts} 0 R/XObject ${images} 0 R/ExtGState ${states} 0 R>>`, await drawnSvg(svg, page))
  const kids: number[] = []
  for (const sheet of sheets) {
    const body = objects.stream('', await sheetOperators(sheet, page))
    const box = `[0 0 ${num(sheet.width * POINT)} ${num(sheet.height * POINT)}]`
    kids.push(objects.put(`<</Type/Page/Parent ${pages} 0 R/MediaBox${box}/Contents ${body} 0 R/Resources<</Font ${fonts} 0 R/XObject<</Picture ${form} 0 R>>>>>>`))
  }
  objects.put(`<<${letters.put(objects)}>>`, fonts)
  objects.put(`<<${pictures.join('')}>>`, images)
  objects.put(`<<${opacities.join('')}>>`, states)
  objects.put(`<</Type/Pages/Count ${kids.length}/Kids[${kids.map((id) => `${id} 0 R`).join(' ')}]>>`, pages)
  const root = objects.put(`<</Type/Catalog/Pages ${pages} 0 R/Lang(en-GB)/ViewerPreferences<</DisplayDocTitle true>>>>`)
  return objects.file(root, objects.put(`<</Title ${pdfWords(title)}/Producer(Sightlines)>>`))
}

async function sheetOperators({ height, at: [x, y], within, over }: SheetOfPaper, page: Page): Promise<string> {
  const clip = within ? `${[within.x, within.y, within.width, within.height].map(num).join(' ')} re W n ` : ''
  return [
    `${POINT} 0 0 -${POINT} 0 ${num(height * POINT)} cm`,
    `q ${clip}1 0 0 1 ${num(x)} ${num(y)} cm /Picture Do Q`,
    over ? await drawnSvg(over, page) : '',
  ].join('\n')
}
