import { SaxesParser } from 'saxes'
import type { Lettering } from './lettering.ts'
import { pathOperators } from './path-operators.ts'
import { pdfWords } from './pdf-objects.ts'
import type { Letters, Pixels, Raster } from './pixels.ts'

/** What a drawing needs of the page that it stands on; each gives the name of a resource. */
export interface Page {
  readonly lettering: Lettering
  readonly raster: Raster
  picture(pixels: Pixels): string
  opacity(share: number): string
}

type Attributes = Readonly<Record<string, string>>

const num = (value: number): string => String(Math.round(value * 10_000) / 10_000)

const colour = (hex: string): string => {
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new Error(`${hex} is no colour of the palette`)
  return [1, 3, 5].map((i) => num(Number.parseInt(hex.slice(i, i + 2), 16) / 255)).join(' ')
}

function placed(transform = ''): string {
  return Array.from(transform.matchAll(/(translate|scale)\(([^)]*)\)/g), ([, kind, inside = '']) => {
    const [a = 0, b = kind === 'scale' ? a : 0] = inside.split(/[\s,]+/).map(Number)
    return kind === 'scale' ? `${num(a)} 0 0 ${num(b)} 0 0 cm` : `1 0 0 1 ${num(a)} ${num(b)} cm`
  }).join(' ')
}

function pen(of: Attributes): string {
  const join = of['stroke-linejoin'] === 'round' ? 1 : 0
  return [
    `${colour(of['stroke'] ?? '')} RG ${num(Number(of['stroke-width'] ?? 1))} w`,
    `${of['stroke-linecap'] === 'round' ? 1 : 0} J ${join} j ${num(Number(of['stroke-miterlimit'] ?? 4))} M [${of['stroke-dasharray'] ?? ''}] 0 d`,
  ].join(' ')
}

function pathPart(of: Attributes): string {
  const [isFilled, isStroked] = [of['fill'] !== 'none', of['stroke'] !== undefined]
  return [isFilled ? `${colour(of['fill'] ?? '#000000')} rg` : '', isStroked ? pen(of) : '', pathOperators(of['d'] ?? ''), isFilled ? (isStroked ? 'B' : 'f') : isStroked ? 'S' : 'n'].filter(Boolean).join('\n')
}

const image = (name: string, x: number, y: number, width: number, height: number): string => `${num(width)} 0 0 ${num(-height)} ${num(x)} ${num(y + height)} cm /${name} Do`

async function picturePart(of: Attributes, page: Page): Promise<string> {
  const name = page.picture(await page.raster.picture(of['href'] ?? ''))
  return `q /${page.opacity(Number(of['opacity'] ?? 1))} gs ${image(name, Number(of['x']), Number(of['y']), Number(of['width']), Number(of['height']))} Q`
}

const ANCHORS: Readonly<Record<string, number>> = { middle: 0.5, end: 1 }

/** Letters that stay letters where the faces have them; what they lack is drawn, and still found and read aloud. */
async function textPart(of: Attributes, text: string, page: Page): Promise<string> {
  const letters: Letters = { text, size: Number(of['font-size']), weight: Number(of['font-weight']), fill: of['fill'] ?? '#000000' }
  const [x, y, share] = [Number(of['x']), Number(of['y']), ANCHORS[of['text-anchor'] ?? ''] ?? 0]
  const line = page.lettering.line(text, letters.weight)
  if (!line) {
    const drawn = await page.raster.text(letters)
    return `/Span <</ActualText ${pdfWords(text)}>> BDC q ${image(page.picture(drawn), x + drawn.left - drawn.advance * share, y + drawn.top, drawn.wide, drawn.high)} Q EMC`
  }
  const tracking = Number(of['letter-spacing'] ?? 0)
  const start = x - share * (line.width * letters.size + tracking * line.letters)
  const shown = (mode: number) => `BT ${mode} Tr ${num(tracking)} Tc 1 0 0 -1 ${num(start)} ${num(y)} Tm ${line.runs.map(({ font, glyphs }) => `/${font} ${num(letters.size)} Tf <${glyphs}> Tj`).join(' ')} ET`
  // The same letters twice would be read twice.
  const keyline = of['stroke'] ? `/Artifact <</ActualText <FEFF>>> BDC ${pen(of)} ${shown(1)} EMC\n` : ''
  return `${keyline}${colour(letters.fill)} rg ${shown(0)}`
}

/** One of our own SVG documents as the operators of a PDF page, in CSS px from its top left, downwards. Its ground is left to the paper. */
export async function drawnSvg(svg: string, page: Page): Promise<string> {
  const parts: (string | Promise<string>)[] = []
  const parser = new SaxesParser({ xmlns: false })
  let said: { readonly of: Attributes; text: string } | null = null
  parser.on('error', (fault) => {
    throw fault
  })
  parser.on('opentag', ({ name, attributes }) => {
    const of = attributes as Attributes
    if (name === 'g') parts.push(`q ${placed(of['transform'])}`)
    else if (name === 'path') parts.push(pathPart(of))
    else if (name === 'image') parts.push(picturePart(of, page))
    else if (name === 'text') said = { of, text: '' }
  })
  parser.on('text', (text) => {
    if (said) said.text += text
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'g') parts.push('Q')
    if (name !== 'text' || !said) return
    parts.push(textPart(said.of, said.text, page))
    said = null
  })
  parser.write(svg).close()
  return (await Promise.all(parts)).join('\n')
}
