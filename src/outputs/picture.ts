import { textWidth } from '../scene/text-width.ts'
import { svgDocument, svgMarks, svgScene, type Named } from '../painters/svg.ts'
import { n } from '../scene/curves.ts'
import { frameMarks } from '../scene/frame.ts'
import type { Colour, Mark, TextMark } from '../scene/marks.ts'
import { colourOf, type Theme } from '../scene/palette.ts'
import { LEGEND_SAMPLE, type Bounds, type LegendEntry, type Scene } from '../scene/scene.ts'

/** What a picture says besides the map. Empty words are left out. */
export interface PictureInput {
  readonly scene: Scene
  readonly theme: Theme
  /** CSS px. */
  readonly width: number
  readonly height: number
  readonly title: string
  readonly question: string
  readonly date: string
  /** Which moment and whose view: "Now, seen by the shared picture". */
  readonly reading: string
  /** Who was in the room, and who was not, when a version was saved. */
  readonly room?: string
  readonly absent?: string
  /** What of the map is shown where it is not all, as a sentence. */
  readonly filtered?: string
  /** Such as "illustrative". */
  readonly note?: string
  /** Says each element and tie, for its title. */
  readonly nameOf?: Named
  /** Every tie as a sentence, for the description. */
  readonly sentences?: readonly string[]
  /** What stands over an empty part at the side, where people write on paper. */
  readonly addYours?: string
  /** The face as CSS with data: URLs, so that the picture stands alone. */
  readonly fontCss?: string
}

const PAD = 36
const BETWEEN = 22
const ROW = 26
const LEGEND_TEXT = 14
/** The part that is left empty to write on, of the picture's width. */
const EMPTY_PART = 0.11
const EMPTY_GAP = 18

/** One step for all letters: a picture of an A3 page is read from as near as one of A4. */
const unit = ({ width, height }: PictureInput): number => Math.max(0.6, Math.min(width / 1920, height / 1080))

const words = (x: number, y: number, text: string, size: number, weight: TextMark['weight'], fill: Colour, anchor: TextMark['anchor'] = 'start'): TextMark => ({ is: 'text', x, y, text, size, weight, fill, anchor })

/** Lines of at most `widest`, broken at spaces; a longer word stands alone. */
export function wrapped(text: string, widest: number, size: number, weight: TextMark['weight']): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (line && textWidth(longer, size, weight) > widest) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line) lines.push(line)
  return lines
}

interface Laid {
  readonly svg: string
  /** How high it is, in units. */
  readonly height: number
}

function legend(entries: readonly LegendEntry[], width: number, theme: Theme): Laid {
  let [x, y] = [0, ROW / 2]
  let svg = ''
  let group = entries[0]?.group
  for (const entry of entries) {
    const space = LEGEND_SAMPLE[0] + 9 + textWidth(entry.words, LEGEND_TEXT, 400)
    const isNewGroup = entry.group !== group && (group === 'organisation' || entry.group === 'kind')
    if (x > 0 && (isNewGroup || x + space > width)) {
      x = 0
      y += ROW
    }
    group = entry.group
    svg += `<g transform="translate(${Math.round(x * 10) / 10} ${y})">${svgMarks(entry.marks, theme)}${svgMarks([words(LEGEND_SAMPLE[0] + 9, 5, entry.words, LEGEND_TEXT, 400, 'ink-2')], theme)}</g>`
    x += space + BETWEEN
  }
  return { svg, height: entries.length ? y + ROW / 2 : 0 }
}

function heading(input: PictureInput, width: number): Laid {
  const { theme } = input
  const marks: TextMark[] = []
  const right = [input.date, input.note].filter(Boolean).join(' · ')
  let y = 30
  for (const line of wrapped(input.title, width - textWidth(right, 16, 400) - 40, 30, 700)) {
    marks.push(words(0, y, line, 30, 700, 'ink'))
    y += 38
  }
  marks.push(words(width, 30, right, 16, 400, 'ink-2', 'end'))
  y -= 2
  for (const line of wrapped(input.question, width, 21, 500)) {
    marks.push(words(0, y, line, 21, 500, 'ink'))
    y += 29
  }
  y += 1
  for (const line of wrapped(input.reading, width, 17, 600)) {
    marks.push(words(0, y, line, 17, 600, 'ink-2'))
    y += 24
  }
  return { svg: svgMarks(marks, theme), height: y - 10 }
}

function footing(input: PictureInput, width: number): Laid {
  const { theme, scene } = input
  const key = legend(scene.legend, width, theme)
  const said = [
    input.room ? `In the room: ${input.room}.` : '',
    input.absent ? `Not in the room: ${input.absent}.` : '',
    input.filtered ?? '',
  ].map((text) => text.replace(/\.\.$/, '.')).filter(Boolean).flatMap((text) => wrapped(text, width, 15, 500))
  const marks = said.map((line, i) => words(0, key.height + 22 + i * 22, line, 15, 500, 'ink'))
  return { svg: key.svg + svgMarks(marks, theme), height: key.height + (said.length ? 10 + said.length * 22 : 0) }
}

function emptyPart(title: string, { x, y, width, height }: Bounds): readonly Mark[] {
  return [
    { is: 'path', d: `M${n(x)} ${n(y)}H${n(x + width)}V${n(y + height)}H${n(x)}Z`, stroke: 'coast', width: 1.5, dash: [6, 6] },
    ...wrapped(title, width - 28, 17, 600).map((line, i) => words(x + 14, y + 30 + i * 23, line, 17, 600, 'ink-2')),
  ]
}

/** A map as a picture that explains itself: title, question, date, whose view, who was there, the key to its marks, and what it leaves out. */
export function pictureSvg(input: PictureInput): string {
  const { scene, theme } = input
  const k = unit(input)
  const [width, height] = [input.width / k, input.height / k]
  const inner = width - 2 * PAD
  const head = heading(input, inner)
  const foot = footing(input, inner)
  const top = PAD + head.height + 14
  const bottom = height - PAD - foot.height - 16
  const empty = input.addYours ? inner * EMPTY_PART : 0
  const frame = { x: PAD, y: top, width: inner - empty, height: Math.max(120, bottom - top) }
  const room = { width: frame.width - 32, height: frame.height - 32 }
  const zoom = Math.min(room.width / scene.bounds.width, room.height / scene.bounds.height, 2.5)
  const x = frame.x + frame.width / 2 - zoom * (scene.bounds.x + scene.bounds.width / 2)
  const y = frame.y + frame.height / 2 - zoom * (scene.bounds.y + scene.bounds.height / 2)
  const place = (at: number): string => String(Math.round(at * 100) / 100)
  const inside =
    `<rect width="100%" height="100%" fill="${colourOf(theme, 'paper')}"/>` +
    `<g transform="scale(${Math.round(k * 1e6) / 1e6})">` +
    `<g transform="translate(${PAD} ${PAD})">${head.svg}</g>` +
    `<g aria-hidden="true">${svgMarks(frameMarks(frame), theme)}</g>` +
    (input.addYours ? svgMarks(emptyPart(input.addYours, { ...frame, x: frame.x + frame.width + EMPTY_GAP, width: empty - EMPTY_GAP }), theme) : '') +
    `<g transform="translate(${place(x)} ${place(y)}) scale(${Math.round(zoom * 1e6) / 1e6})">${svgScene(scene, theme, { without: new Set(zoom * k < 1.2 ? ['starred label'] : []) }, input.nameOf, zoom * k)}</g>` +
    `<g transform="translate(${PAD} ${place(height - PAD - foot.height)})">${foot.svg}</g></g>`
  const description = [`${input.reading}.`, input.question, ...(input.sentences ?? []).map((sentence) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`))].filter(Boolean).join('\n')
  return svgDocument({ width: input.width, height: input.height, title: input.title, description, ...(input.fontCss === undefined ? {} : { fontCss: input.fontCss }) }, inside)
}
