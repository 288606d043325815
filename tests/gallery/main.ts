import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import 'virtual:palette.css'
import '../../src/app/tokens.css'
import './gallery.css'
import { agreement } from './agreement.ts'
import { paintSheet, pixelsOf, SIZES, svgOfSheet, themes, type As } from './drawings.ts'
import type { Sheet } from './sheet.ts'
import { SHEETS } from './sheets.ts'

const main = document.querySelector('main') as HTMLElement
const form = document.querySelector('form') as HTMLFormElement

/** One of several, kept in the form. */
function choice(name: string, of: readonly string[]): HTMLElement {
  const set = document.createElement('fieldset')
  set.append(Object.assign(document.createElement('legend'), { textContent: name }))
  for (const [i, value] of of.entries()) {
    const label = document.createElement('label')
    label.append(Object.assign(document.createElement('input'), { type: 'radio', name, value, checked: i === 0 }), ` ${value}`)
    set.append(label)
  }
  return set
}

function figure(sheet: Sheet, { theme, zoom }: As, by: string, drawing: Element): HTMLElement {
  const framed = document.createElement('figure')
  const names = Object.assign(document.createElement('div'), { className: 'names' })
  const [width, height] = sheet.cell
  for (const { name, at: [x, y] } of sheet.items) {
    const words = Object.assign(document.createElement('span'), { textContent: name, title: name })
    Object.assign(words.style, { left: `${(x - sheet.bounds.x) * zoom}px`, top: `${(y + height / 2 - sheet.bounds.y) * zoom}px`, width: `${width * zoom}px`, color: theme.colours['ink-2'] })
    names.append(words)
  }
  framed.append(Object.assign(document.createElement('figcaption'), { textContent: by }), drawing, names)
  return framed
}

function canvasOf(sheet: Sheet, as: As): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), pixelsOf(sheet, as.zoom, as.ratio))
  Object.assign(canvas.style, { width: `${canvas.width / as.ratio}px`, height: `${canvas.height / as.ratio}px`, display: 'block' })
  const pen = canvas.getContext('2d')
  if (pen) paintSheet(pen, sheet, as)
  return canvas
}

const svgOf = (sheet: Sheet, as: As): Element => document.importNode(new DOMParser().parseFromString(svgOfSheet(sheet, as), 'image/svg+xml').documentElement, true)

function draw(): void {
  const chosen = new FormData(form)
  const theme = themes()[chosen.get('Colours') as keyof ReturnType<typeof themes>]
  const as: As = { theme, zoom: Number(chosen.get('Size')), ratio: devicePixelRatio }
  document.documentElement.dataset['theme'] = theme.name === 'dark' ? 'dark' : 'light'
  main.replaceChildren(...SHEETS.flatMap((sheet) => {
    const pair = Object.assign(document.createElement('div'), { className: 'pair' })
    pair.append(figure(sheet, as, 'SVG', svgOf(sheet, as)), figure(sheet, as, 'Canvas', canvasOf(sheet, as)))
    return [Object.assign(document.createElement('h2'), { textContent: sheet.title }), pair]
  }))
}

form.append(choice('Colours', Object.keys(themes())), choice('Size', [...SIZES].map(String).sort((a, b) => Math.abs(Number(a) - 1) - Math.abs(Number(b) - 1))))
async function agreements() {
  const found = []
  for (const sheet of SHEETS) found.push(await agreement(sheet))
  return found
}

form.addEventListener('change', draw)
Object.assign(globalThis, { agreement: agreements })
await Promise.all([400, 500, 600, 700].map((weight) => document.fonts.load(`${weight} 14px 'Atkinson Hyperlegible Next Variable'`)))
draw()
