import { paintScene, type Layer } from '../painters/canvas.ts'
import type { Id } from '../model/ids.ts'
import { detailAt, type Detail } from '../scene/detail.ts'
import { hitIndexOf } from '../scene/hit.ts'
import { forcedTheme, colourOf, THEMES, type Theme } from '../scene/palette.ts'
import type { Scene } from '../scene/scene.ts'
import { shownIn, type View } from './camera.ts'
import { canvas, type CanvasState } from './canvas-store.ts'
import { systemColours } from './system-colours.ts'

export interface Sheet {
  readonly context: CanvasRenderingContext2D
  readonly view: View
  readonly pixelRatio: number
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  readonly isMoving: boolean
  /** Elements that are drawn where they are mounted. */
  readonly drawn: ReadonlySet<Id>
}

const NONE_DRAWN: ReadonlySet<Id> = new Set()
const makePath = (d: string) => new Path2D(d)

/** The theme the page wears, the system's own colours under forced colours. */
function themeOnScreen(): Theme {
  if (matchMedia('(forced-colors: active)').matches) return forcedTheme(systemColours())
  return THEMES[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light']
}

/** How much is drawn at this zoom, by what is in sight. */
function sight(scene: Scene, sheet: Sheet): { readonly detail: Detail; readonly inSight: ReturnType<ReturnType<typeof hitIndexOf>['inSight']> } {
  const inSight = hitIndexOf(scene).inSight(shownIn(sheet.view, sheet.width, sheet.height))
  const starred = inSight.ties.filter((tie) => tie.over.length > 0 && tie.standing === 'plain').length
  const detail = detailAt({
    zoom: sheet.view.zoom,
    cardScale: scene.cardScale,
    tiesInSight: inSight.ties.length,
    cardsInSight: inSight.elements.length,
    starredInSight: starred,
    isMoving: sheet.isMoving,
  })
  return { detail, inSight }
}

function paint(sheet: Sheet, layers: readonly Layer[], scene: Scene | null): Theme | null {
  const { picture } = canvas.getState()
  if (!scene) return null
  const theme = themeOnScreen()
  const { view, pixelRatio, drawn } = sheet
  const { detail, inSight } = sight(scene, sheet)
  paintScene<Path2D>(sheet.context, scene, { theme, view, pixelRatio, layers, detail, inSight, skip: drawn, pointed: canvas.getState().hovered, makePath, ...(picture ? { picture } : {}) })
  return theme
}

/** The background, territories, areas, ties, notes, and the cards of elements that are not drawn where they are mounted. */
export function drawUnder(sheet: Sheet): void {
  paint(sheet, ['under', 'cards'], canvas.getState().scene)
}

/** Chips, labels and titles, and what the pointer is drawing. */
export function drawOver(sheet: Sheet): void {
  const theme = paint(sheet, ['over'], canvas.getState().scene)
  if (theme) drawPointer(sheet, theme, canvas.getState())
}

/** The reading that is compared: nothing of it is mounted. */
export function drawOther(sheet: Sheet): void {
  paint({ ...sheet, drawn: NONE_DRAWN }, ['under', 'cards', 'over'], canvas.getState().other)
}

/** All of the scene in small, so that one sees where one is: territories, areas, notes and cards. Ties and names would only cover them. */
export function drawWhole({ context, view, pixelRatio, width, height }: Pick<Sheet, 'context' | 'view' | 'pixelRatio' | 'width' | 'height'>): void {
  const { scene, picture } = canvas.getState()
  if (!scene) return
  const { elements, notes } = scene
  const detail = { ...sight(scene, { context, view, pixelRatio, width, height, isMoving: false, drawn: NONE_DRAWN }).detail, cards: 'plain', isNameless: true } as const
  context.setTransform(1, 0, 0, 1, 0, 0)
  paintScene<Path2D>(context, scene, { theme: themeOnScreen(), view, pixelRatio, layers: ['under', 'cards'], detail, inSight: { elements, notes, ties: [] }, makePath, ...(picture ? { picture } : {}) })
}

function drawPointer({ context, view, pixelRatio }: Sheet, theme: Theme, { scene, line, marquee, lasso }: CanvasState): void {
  const k = view.zoom * pixelRatio
  context.setTransform(k, 0, 0, k, view.x * pixelRatio, view.y * pixelRatio)
  context.strokeStyle = colourOf(theme, 'focus')
  context.lineWidth = 2 / view.zoom
  const from = line && scene?.elementById.get(line.from)
  if (line && from) {
    const target = line.target === null ? undefined : scene?.elementById.get(line.target)
    const [ax, ay] = edgeOf(from.centre, from.size, target?.centre ?? line.to)
    const [bx, by] = target ? edgeOf(target.centre, target.size, from.centre) : line.to
    context.setLineDash(target ? [] : [6 / view.zoom, 4 / view.zoom])
    context.beginPath()
    context.moveTo(ax, ay)
    context.lineTo(bx, by)
    context.stroke()
  }
  if (!marquee && !lasso) return
  context.setLineDash([4 / view.zoom, 3 / view.zoom])
  context.lineWidth = 1.5 / view.zoom
  context.beginPath()
  if (marquee) context.rect(marquee.x, marquee.y, marquee.width, marquee.height)
  lasso?.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
  context.closePath()
  context.stroke()
  context.globalAlpha = 0.08
  context.fillStyle = colourOf(theme, 'focus')
  context.fill('evenodd')
  context.globalAlpha = 1
}

/** Where the line from the middle of a box towards a point leaves the box. */
function edgeOf([x, y]: readonly [number, number], [width, height]: readonly [number, number], [tx, ty]: readonly [number, number]): readonly [number, number] {
  const [dx, dy] = [tx - x, ty - y]
  const by = Math.min(1, dx === 0 ? Infinity : width / 2 / Math.abs(dx), dy === 0 ? Infinity : height / 2 / Math.abs(dy))
  return Number.isFinite(by) ? [x + dx * by, y + dy * by] : [x, y]
}
