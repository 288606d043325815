import { useStoreApi } from '@xyflow/react'
import { useMemo, type MouseEvent, type PointerEvent, type SyntheticEvent } from 'react'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { say, select, session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'
import { aimAt, connectElements, nameHere } from './gestures.ts'
import { at as hitAt, elementAt, enclosed, inside, STILL, TIE_ZONE, worldAt } from './hit.ts'
import { STANDING } from './standing-there.ts'

/** Selects with one press: alone, or added to and taken from the selection with Shift. */
function press(id: Id | null, isAdding: boolean): void {
  const { selection } = session.getState()
  if (id === null) {
    if (!isAdding) select([])
  } else if (!isAdding) select([id])
  else select(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id])
}

/** How far the pointer goes before a line drawn by hand has another point, screen pixels. */
const LASSO_STEP = 3

type Drag =
  | { readonly is: 'marquee'; readonly from: Point; readonly before: readonly Id[] }
  | { readonly is: 'lasso'; readonly points: Point[]; readonly before: readonly Id[] }
  | { readonly is: 'line'; readonly from: Id; readonly start: Point }

const isChoosing = () => session.getState().choosing !== null
const NO_DRAG = { line: null, marquee: null, lasso: null } as const

/** What the pointer does on the canvas beside dragging mounted elements and panning, which React Flow does. */
export function usePointer() {
  const flow = useStoreApi()
  return useMemo(() => {
    let drag: Drag | null = null
    let pressed: Point = [0, 0]
    let hoverAsked = 0
    /** An element was asked for when the pointer went down: this press answers. */
    let isAnswer = false
    /** The pointer has strayed since it went down: a line round things may end where it began, and is no press. */
    let hasStrayed = false
    const stray = (event: MouseEvent) => (hasStrayed ||= Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > STILL)

    const world = (event: Parameters<typeof worldAt>[1]) => worldAt(flow.getState(), event)
    const zone = () => TIE_ZONE / flow.getState().transform[2]
    const isPane = (target: EventTarget | null) => target instanceof Element && target.classList.contains('react-flow__pane')
    /** The edge of an area: a tie that crosses it is as near. */
    const isEdge = (target: EventTarget | null) => target instanceof Element && target.closest('.area') !== null
    /** What was pressed: the thing itself, else what is nearest there. */
    function pressedAt(event: MouseEvent): Id | null {
      const body = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(STANDING)?.dataset['id'] : undefined
      if (body !== undefined && !isEdge(event.target)) return body
      return hitAt(world(event), zone()) ?? body ?? null
    }
    const isOnMap = (target: EventTarget | null) => isPane(target) || (target instanceof Element && target.closest(STANDING) !== null)
    const ringOf = (target: EventTarget | null) => (target instanceof HTMLElement ? (target.dataset['ring'] ?? null) : null)
    const startsDrag = (event: PointerEvent | MouseEvent | { readonly target: EventTarget | null }) =>
      ringOf(event.target) !== null || (isPane(event.target) && (('shiftKey' in event && (event.shiftKey || event.altKey)) || isChoosing()))
    /** On the map itself while an element is asked for, and not on what lies over it. */
    const answers = (target: EventTarget | null) => session.getState().aiming !== null && target instanceof Element && (isPane(target) || target.closest('.element, .edge-ring') !== null)

    function endDrag(at: Point, target: Id | null) {
      const ended = drag
      drag = null
      canvas.setState(NO_DRAG)
      if (ended?.is !== 'line') return
      if (target !== null && target !== ended.from) connectElements(ended.from, target)
      else if (target === null && Math.hypot(at[0] - ended.start[0], at[1] - ended.start[1]) > 40) nameHere(at, ended.from)
      else if (target === null) session.setState({ aiming: { is: 'connect', from: ended.from } })
    }

    return {
      /** React Flow's pan and drag begin on these two: kept from it where the drag is ours, or where the press answers a box that keeps the focus. */
      onMouseDownCapture(event: MouseEvent) {
        if (answers(event.target)) event.preventDefault()
        if (event.button !== 0 || !(answers(event.target) || startsDrag(event))) return
        event.stopPropagation()
        // With Shift a browser goes on with the last selection of text, across the whole page.
        if (event.shiftKey) getSelection()?.removeAllRanges()
      },
      onTouchStartCapture: (event: SyntheticEvent) => (answers(event.target) || startsDrag({ target: event.target })) && event.stopPropagation(),

      onPointerDown(event: PointerEvent) {
        pressed = [event.clientX, event.clientY]
        hasStrayed = false
        isAnswer = answers(event.target)
        session.setState({ picking: null })
        if (isAnswer || event.button !== 0 || !startsDrag(event)) return
        const at = world(event)
        const ring = ringOf(event.target)
        if (ring !== null) {
          if (!canvas.getState().canEdit) return
          drag = { is: 'line', from: ring, start: at }
          ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
          canvas.setState({ line: { from: ring, to: at, target: null } })
        } else {
          const { choosing, selection } = session.getState()
          const before = event.shiftKey || choosing ? selection : []
          drag = event.altKey || choosing === 'lasso' ? { is: 'lasso', points: [at], before } : { is: 'marquee', from: at, before }
        }
      },

      onPointerMove(event: PointerEvent) {
        if (event.buttons !== 0) stray(event)
        // Not when it goes down: a press that is held fast is no press on what lies there, nor the first of two.
        if (drag && drag.is !== 'line' && hasStrayed) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
        if (drag?.is === 'line') {
          const at = world(event)
          const target = elementAt(at, zone())
          canvas.setState({ line: { from: drag.from, to: at, target: target === drag.from ? null : target } })
          return
        }
        if (drag?.is === 'marquee') {
          const [x, y] = world(event)
          const [fx, fy] = drag.from
          const marquee = { x: Math.min(x, fx), y: Math.min(y, fy), width: Math.abs(x - fx), height: Math.abs(y - fy) }
          canvas.setState({ marquee })
          select([...new Set([...drag.before, ...inside(marquee)])])
          return
        }
        if (drag?.is === 'lasso') {
          const { points, before } = drag
          const [x, y] = world(event)
          const [lx, ly] = points[points.length - 1] as Point
          if (Math.hypot(x - lx, y - ly) * flow.getState().transform[2] < LASSO_STEP) return
          points.push([x, y])
          canvas.setState({ lasso: [...points] })
          select([...new Set([...before, ...enclosed(points)])])
          return
        }
        if (event.buttons !== 0 || hoverAsked) return
        const at = { clientX: event.clientX, clientY: event.clientY }
        const over = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.element, .note')?.dataset['id'] : undefined
        const onPane = isPane(event.target) || isEdge(event.target)
        hoverAsked = requestAnimationFrame(() => {
          hoverAsked = 0
          const point = world(at)
          const hovered = over ?? (onPane ? (hitAt(point, zone())) : null)
          if (hovered !== canvas.getState().hovered) canvas.setState({ hovered })
        })
      },

      onPointerUp(event: PointerEvent) {
        if (!drag) return
        const at = world(event)
        endDrag(at, elementAt(at, zone()))
      },
      onPointerCancel() {
        drag = null
        canvas.setState(NO_DRAG)
      },
      onPointerLeave() {
        if (canvas.getState().hovered !== null) canvas.setState({ hovered: null })
      },

      onClick(event: MouseEvent) {
        if (stray(event)) return
        if (isAnswer) {
          const body = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.element') : null
          const id = body?.dataset['id'] ?? elementAt(world(event), zone())
          return id === null ? say('Press an element, or type its name.') : aimAt(id)
        }
        if (isOnMap(event.target)) press(pressedAt(event), event.shiftKey || isChoosing())
      },

      onDoubleClick(event: MouseEvent) {
        if (!canvas.getState().canEdit || isAnswer || isChoosing() || !isOnMap(event.target)) return
        const at = world(event)
        const id = pressedAt(event)
        if (id !== null) session.setState({ selection: [id], renaming: id })
        else if (event.altKey) {
          canvas.setState({ addingAt: at })
          session.setState({ adding: 'note' })
        } else nameHere(at, null)
      },
    }
  }, [flow])
}
