import type { Detail } from '../scene/detail.ts'
import type { Mark, Part, PathMark, TextMark } from '../scene/marks.ts'
import { colourOf, PICTURE_SHOWS, type Theme } from '../scene/palette.ts'
import type { Scene, SceneElement, ScenePicture } from '../scene/scene.ts'
import { signsAt } from '../scene/signs-at.ts'
import { FONT_FAMILY } from './fonts.ts'
import { xmlText } from './xml.ts'

const num = (value: number): string => String(Math.round(value * 100) / 100)
/** What adds up, dash by dash, or is enlarged with what stands in it: rounded as coarsely, lines would shift by a shade against the canvas. */
const fine = (value: number): string => String(Math.round(value * 1e4) / 1e4)

function pathElement(mark: PathMark, theme: Theme): string {
  const stroke = mark.stroke === undefined ? '' : ` stroke="${colourOf(theme, mark.stroke)}" stroke-width="${fine(mark.width ?? 1)}"`
  const dash = mark.dash ? ` stroke-dasharray="${mark.dash.map(fine).join(' ')}"` : ''
  const cap = mark.cap === 'round' ? ' stroke-linecap="round"' : ''
  const join = mark.join === 'round' ? ' stroke-linejoin="round"' : mark.join === 'miter' ? ' stroke-miterlimit="6"' : ''
  return `<path d="${mark.d}" fill="${mark.fill === undefined ? 'none' : colourOf(theme, mark.fill)}"${stroke}${dash}${cap}${join}/>`
}

function textElement(mark: TextMark, theme: Theme): string {
  const keyline = mark.keyline ? ` stroke="${colourOf(theme, mark.keyline.colour)}" stroke-width="${num(mark.keyline.width)}" stroke-linejoin="round" paint-order="stroke"` : ''
  const anchor = mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`
  const tracking = mark.tracking ? ` letter-spacing="${num(mark.tracking)}"` : ''
  return `<text x="${num(mark.x)}" y="${num(mark.y)}" font-size="${num(mark.size)}" font-weight="${mark.weight}"${anchor}${tracking} fill="${colourOf(theme, mark.fill)}"${keyline}>${xmlText(mark.text)}</text>`
}

/** Marks as SVG elements, from the back to the front. */
export function svgMarks(marks: readonly Mark[], theme: Theme, without?: ReadonlySet<Part>): string {
  let text = ''
  for (const mark of marks) {
    if (mark.part && without?.has(mark.part)) continue
    text += mark.is === 'path' ? pathElement(mark, theme) : textElement(mark, theme)
  }
  return text
}

type Id = SceneElement['id']

/** What people say of a subject, for its `<title>`. */
export type Named = (id: Id) => string

const group = (inside: string, attributes = '', name = ''): string => (inside ? `<g${attributes}>${name ? `<title>${xmlText(name)}</title>` : ''}${inside}</g>` : '')

/** The background with its bytes in it. What a map holds as one is base64 and no more. */
function pictureElement({ background: { type, data }, bounds }: ScenePicture, theme: Theme): string {
  return `<image href="data:${type};base64,${data}" x="${num(bounds.x)}" y="${num(bounds.y)}" width="${num(bounds.width)}" height="${num(bounds.height)}" preserveAspectRatio="none" opacity="${PICTURE_SHOWS[theme.name]}"/>`
}

/** A scene as SVG groups in world units; signs are grown where `zoom`, in CSS px a unit, would make them too small to read. */
export function svgScene(scene: Scene, theme: Theme, detail: Pick<Detail, 'without'>, nameOf?: Named, zoom = 1): string {
  const marks = (list: readonly Mark[]) => svgMarks(list, theme, detail.without)
  const named = (id: Id, inside: string, attributes = '') => group(inside, `${attributes} data-id="${xmlText(id)}"`, nameOf?.(id))
  const at = ([x, y]: readonly [number, number]) => ` transform="translate(${fine(x)} ${fine(y)})"`
  return [
    group(scene.picture ? pictureElement(scene.picture, theme) : '', ' aria-hidden="true"'),
    group(marks(scene.frame), ' aria-hidden="true"'),
    group(scene.areas.map((area) => marks(area.ground)).join(''), ' aria-hidden="true"'),
    group(scene.territories.map((territory) => marks(territory.marks)).join(''), ' aria-hidden="true"'),
    group(scene.areas.map((area) => marks(area.marks)).join(''), ' aria-hidden="true"'),
    group(scene.ties.map((tie) => named(tie.id, marks(tie.marks))).join('')),
    group(scene.notes.map((note) => group(marks(note.marks), at(note.centre))).join('')),
    group(scene.elements.map((element) => named(element.id, marks(element.marks), at(element.centre))).join('')),
    group(scene.ties.map((tie) => group(marks(tie.over), ` data-id="${xmlText(tie.id)}"`)).join('')),
    group(signsAt(scene.signs, zoom).map(({ of, at: [x, y], face, scale }) => group(marks(face.marks), `${of === undefined ? '' : ` data-id="${xmlText(of)}"`} transform="translate(${fine(x)} ${fine(y)})${scale === 1 ? '' : ` scale(${fine(scale)})`}"`)).join('')),
    group(scene.territories.map((territory) => marks(territory.title)).join('')),
    group(scene.areas.map((area) => marks(area.title)).join('')),
  ].join('')
}

export interface SvgFrame {
  /** CSS px. */
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  /** CSS that defines the face, put in a `<style>` of its own so that the picture stands alone. */
  readonly fontCss?: string
}

/** A whole SVG document round what is inside: no script, no foreign object, no reference to anything outside. */
export function svgDocument({ width, height, title, description, fontCss }: SvgFrame, inside: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}" role="img" aria-labelledby="title desc" font-family="${xmlText(FONT_FAMILY)}" text-rendering="geometricPrecision">` +
    `<title id="title">${xmlText(title)}</title><desc id="desc">${xmlText(description)}</desc>` +
    (fontCss ? `<defs><style>${xmlText(fontCss).replaceAll('&#39;', "'").replaceAll('&quot;', '"')}</style></defs>` : '') +
    `${inside}</svg>`
  )
}

export interface SvgOptions extends SvgFrame {
  readonly theme: Theme
  /** Screen = world × zoom + (x, y), in CSS px. */
  readonly view: { readonly x: number; readonly y: number; readonly zoom: number }
  readonly detail: Pick<Detail, 'without'>
  readonly nameOf?: Named
}

/** A scene as an SVG document on paper. */
export function svgText(scene: Scene, options: SvgOptions): string {
  const { width, height, theme, view, detail, nameOf } = options
  const paper = `<rect width="${num(width)}" height="${num(height)}" fill="${colourOf(theme, 'paper')}"/>`
  return svgDocument(options, `${paper}<g transform="translate(${fine(view.x)} ${fine(view.y)}) scale(${Math.round(view.zoom * 1e6) / 1e6})">${svgScene(scene, theme, detail, nameOf, view.zoom)}</g>`)
}
