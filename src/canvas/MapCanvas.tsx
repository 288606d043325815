import { ReactFlow, ReactFlowProvider, useStore, useStoreApi, type NodeChange } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { useSession } from '../session/hooks.ts'
import { select, session } from '../session/session.ts'
import { LEAST_ZOOM, MOST_ZOOM, shownIn } from './camera.ts'
import { CanvasBoxes } from './CanvasBoxes.tsx'
import { canvas, clearCanvas, useCanvas } from './canvas-store.ts'
import { ElementNode, type ElementNodeRecord } from './ElementNode.tsx'
import { EmptyGhosts } from './EmptyGhosts.tsx'
import { focusMap } from './focus-map.ts'
import { moveTo } from './gestures.ts'
import { keepGliding } from './keep-gliding.ts'
import { keepScene } from './keep-scene.ts'
import { LandingOutlines } from './LandingOutlines.tsx'
import { LookingStrip } from './LookingStrip.tsx'
import { mountedOf } from './mounted.ts'
import { Neatline } from './Neatline.tsx'
import { PaintedLayer } from './PaintedLayer.tsx'
import { drawOver, drawUnder } from './painting.ts'
import { useCamera } from './use-camera.ts'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { usePointer } from './use-pointer.ts'
import { useTrackpad } from './use-trackpad.ts'
import { ZoomButtons } from './ZoomButtons.tsx'
import './MapCanvas.css'

const NODE_TYPES = { element: ElementNode }
const NO_KEY = null
const CENTRE: [number, number] = [0.5, 0.5]
const NO_CREDIT = { hideAttribution: true }

/** The map: ties painted beneath, elements mounted, chips and titles painted above, all following one viewport. */
export function MapCanvas() {
  useEffect(() => {
    // Before the scene: it sees the first step of a glide, not its end.
    const stops = [keepGliding(), keepScene()]
    return () => {
      for (const stop of stops) stop()
      clearCanvas()
    }
  }, [])
  return (
    <ReactFlowProvider>
      <Region />
    </ReactFlowProvider>
  )
}

function Region() {
  const region = useRef<HTMLElement>(null)
  const camera = useCamera()
  const pointer = usePointer()
  const onKeyDown = useCanvasKeys()
  const nodes = useNodes()
  const canEdit = useCanvas((state) => state.canEdit)
  const isOnTie = useCanvas((state) => state.hovered !== null)
  const selects = useCanvas((state) => state.selects)
  const hasStop = useCanvas((state) => state.stop !== null)
  useFocusRequests()
  useTrackpad(region)

  useZoomProperty(region)

  const onNodesChange = useCallback((changes: NodeChange<ElementNodeRecord>[]) => {
    let dragged: Map<Id, Point> | null = null
    for (const change of changes) {
      if (change.type !== 'position' || !change.position || !change.dragging) continue
      dragged ??= new Map(canvas.getState().dragged)
      dragged.set(change.id, [change.position.x, change.position.y])
    }
    if (dragged) canvas.setState({ dragged })
  }, [])
  const onNodeDragStart = useCallback((_: unknown, node: ElementNodeRecord) => {
    canvas.setState({ hovered: null, stop: node.id })
    if (!session.getState().selection.includes(node.id)) select([node.id])
  }, [])
  const onNodeDragStop = useCallback(() => {
    const { dragged } = canvas.getState()
    if (dragged) moveTo(dragged)
    canvas.setState({ dragged: null })
  }, [])

  return (
    <section
      ref={region}
      className={`map-region${canEdit ? '' : ' is-looking'}${isOnTie ? ' is-over' : ''}${selects ? ' is-choosing' : ''}`}
      aria-label="Map"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      {...pointer}
    >
      <PaintedLayer className="is-under" draw={drawUnder} />
      <ReactFlow
        nodes={nodes}
        nodeTypes={NODE_TYPES}
        nodeOrigin={CENTRE}
        onNodesChange={onNodesChange}
        onNodeDragStart={onNodeDragStart}
        onNodeDragStop={onNodeDragStop}
        nodesDraggable={canEdit}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        elevateNodesOnSelect={false}
        nodeDragThreshold={3}
        minZoom={LEAST_ZOOM}
        maxZoom={MOST_ZOOM}
        zoomOnDoubleClick={false}
        panOnDrag={!selects}
        deleteKeyCode={NO_KEY}
        selectionKeyCode={NO_KEY}
        multiSelectionKeyCode={NO_KEY}
        panActivationKeyCode={NO_KEY}
        zoomActivationKeyCode={NO_KEY}
        disableKeyboardA11y
        proOptions={NO_CREDIT}
        aria-label="Elements"
      />
      <PaintedLayer className="is-over" draw={drawOver} />
      <LandingOutlines />
      <Neatline />
      <EmptyGhosts />
      {/* Where Tab lands while no element has the stop, and what single keys work from on an empty map. It stays, so that focus is never lost with it. */}
      <div className="map-keys" role="application" tabIndex={hasStop ? -1 : 0} aria-label="Map. Arrow keys go from element to element." />
      <CanvasBoxes />
      {!canEdit && <LookingStrip />}
      <ZoomButtons camera={camera} />
    </section>
  )
}

/** Keeps the zoom where the style sheets read it. Not through React: a step of the wheel would draw everything here again. */
function useZoomProperty(region: RefObject<HTMLElement | null>) {
  const flow = useStoreApi()
  useEffect(() => {
    let known = 0
    const keep = () => {
      const zoom = flow.getState().transform[2]
      if (zoom !== known) region.current?.style.setProperty('--zoom', String(zoom))
      known = zoom
    }
    keep()
    return flow.subscribe(keep)
  }, [flow, region])
}

/** Something outside asked for the focus: the map takes it. */
function useFocusRequests() {
  useEffect(() => {
    let { count } = session.getState().focus
    return session.subscribe(({ focus }) => {
      if (focus.count === count) return
      count = focus.count
      if (focus.zone === 'map') focusMap()
    })
  }, [])
}

/** One React Flow node for each element that is mounted. A node that did not change is the same object. */
function useNodes(): ElementNodeRecord[] {
  const scene = useCanvas((state) => state.scene)
  const selection = useSession((state) => state.selection)
  const hovered = useCanvas((state) => (state.scene !== null && state.scene.elements.length > 300 ? state.hovered : null))
  const stop = useCanvas((state) => state.stop)
  // Only a large map mounts by what is in sight; a small one need not look at the viewport at all.
  const view = useStore((state) => (canvas.getState().scene?.elements.length ?? 0) > 300 ? `${state.transform.join(' ')} ${state.width} ${state.height}` : '')
  const known = useRef(new Map<Id, ElementNodeRecord>())

  return useMemo(() => {
    if (!scene) return []
    const [x = 0, y = 0, zoom = 1, width = 0, height = 0] = view.split(' ').map(Number)
    const kept = new Set<Id>([...selection, ...(canvas.getState().dragged?.keys() ?? [])])
    if (hovered !== null) kept.add(hovered)
    if (stop !== null) kept.add(stop)
    const next = new Map<Id, ElementNodeRecord>()
    for (const element of mountedOf(scene, shownIn({ x, y, zoom: zoom || 1 }, width, height), zoom, kept)) {
      // A drag is in the scene before this draws: it need not be looked at twice a frame.
      const [cx, cy] = element.centre
      const selected = element.isSelected
      const [w, h] = element.size
      const before = known.current.get(element.id)
      const isSame = before?.position.x === cx && before.position.y === cy && before.selected === selected && before.width === w && before.height === h
      next.set(element.id, isSame && before ? before : {
        id: element.id, type: 'element', position: { x: cx, y: cy }, data: {}, selected, width: w, height: h,
        domAttributes: { 'aria-roledescription': undefined } as Record<string, undefined>,
      })
    }
    known.current = next
    return [...next.values()]
  }, [scene, selection, hovered, stop, view])
}
