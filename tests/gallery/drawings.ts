import { systemColours } from '../../src/canvas/system-colours.ts'
import { paintScene } from '../../src/painters/canvas.ts'
import { svgText } from '../../src/painters/svg.ts'
import { detailAt, type Detail } from '../../src/scene/detail.ts'
import { colourOf, forcedTheme, THEMES, type Theme } from '../../src/scene/palette.ts'
import type { Sheet } from './sheet.ts'

/** No neighbours of whole or half pixels: on those, what the painters round alike falls either way. */
export const SIZES = [0.63, 1, 1.57] as const
const RATIOS = [1, 2] as const
export const EVERY_SIZE = SIZES.flatMap((zoom) => RATIOS.map((ratio) => [zoom, ratio] as const))
export const ONE_OF_EACH = [[0.63, 1], [1, 1], [1.57, 2]] as const

/** Light, dark, grey as a copier makes it, and the colours of the system that the page runs on. */
export const themes = (): Readonly<Record<'light' | 'dark' | 'grey' | 'forced', Theme>> => ({
  light: THEMES.light, dark: THEMES.dark, grey: THEMES.print, forced: forcedTheme(systemColours()),
})

/** Everything, at any size: what is left out far away is a matter of the map. */
const ALL: Detail = { ...detailAt({ zoom: 2, cardScale: 1, tiesInSight: 1, cardsInSight: 1, starredInSight: 1, isMoving: false }), labelFloor: 0 }

export interface As {
  readonly theme: Theme
  readonly zoom: number
  readonly ratio: number
}

export const pixelsOf = ({ bounds }: Sheet, zoom: number, ratio: number) => ({ width: Math.ceil(bounds.width * zoom) * ratio, height: Math.ceil(bounds.height * zoom) * ratio })

const viewOf = ({ bounds }: Sheet, zoom: number) => ({ x: -bounds.x * zoom, y: -bounds.y * zoom, zoom })

/** On the paper of its theme. */
export function paintSheet(pen: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, sheet: Sheet, { theme, zoom, ratio }: As): void {
  const { width, height } = pixelsOf(sheet, zoom, ratio)
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.fillStyle = colourOf(theme, 'paper')
  pen.fillRect(0, 0, width, height)
  paintScene<Path2D>(pen as CanvasRenderingContext2D, sheet.scene, { theme, view: viewOf(sheet, zoom), pixelRatio: ratio, layers: ['under', 'cards', 'over'], detail: ALL, makePath: (d) => new Path2D(d) })
}

export function svgOfSheet(sheet: Sheet, { theme, zoom }: As, fontCss = ''): string {
  const { width, height } = pixelsOf(sheet, zoom, 1)
  return svgText(sheet.scene, { width, height, title: sheet.title, description: '', theme, view: viewOf(sheet, zoom), detail: ALL, ...(fontCss ? { fontCss } : {}) })
}
