import { ReactFlow, ReactFlowProvider, useStoreApi } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { isSameReading, sidesOf } from '../reading/axis.ts'
import { isTextured } from '../scene/detail.ts'
import { useLive, useSession } from '../session/hooks.ts'
import { select, session, type CompareLook } from '../session/session.ts'
import { AreaNode } from './AreaNode.tsx'
import { AskedStrip } from './AskedStrip.tsx'
import { LEAST_ZOOM, MOST_ZOOM } from './camera.ts'
import { CanvasBoxes } from './CanvasBoxes.tsx'
import { canvas, clearCanvas, useCanvas } from './canvas-store.ts'
import { dragTo } from './dragging.ts'
import { ElementsList } from './ElementsList.tsx'
import { ElementNode } from './ElementNode.tsx'
import { EmptyGhosts } from './EmptyGhosts.tsx'
import { focusMap } from './focus-map.ts'
import { moveTo } from './gestures.ts'
import { keepGliding } from './keep-gliding.ts'
import { keepOtherScene } from './keep-other-scene.ts'
import { keepPicture } from './keep-picture.ts'
import { keepScene } from './keep-scene.ts'
import { LandingOutlines } from './LandingOutlines.tsx'
import { LayoutStrip } from './LayoutStrip.tsx'
import { LookingStrip } from './LookingStrip.tsx'
import { OtherSide, ThisSide, WipeOver } from './OtherSide.tsx'
import { MapMenu, useMapMenu } from './MapMenu.tsx'
import { Minimap } from './Minimap.tsx'
import { isMountedInPart } from './mounted.ts'
import { Neatline } from './Neatline.tsx'
import { NoteNode } from './NoteNode.tsx'
import { PaintedLayer } from './PaintedLayer.tsx'
import { drawOver, drawUnder } from './painting.ts'
import { TalkStrip } from './TalkStrip.tsx'
import { useCamera } from './use-camera.ts'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { useHasMinimap } from './use-has-minimap.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useNodes, type MapNode } from './use-nodes.ts'
import { usePointer } from './use-pointer.ts'
import { useTrackpad } from './use-trackpad.ts'
import { ZoomButtons } from './ZoomButtons.tsx'
import './MapCanvas.css'

const NODE_TYPES = { element: ElementNode, note: NoteNode, area: AreaNode }
const NO_KEY = null
const CENTRE: [number, number] = [0.5, 0.5]
const NO_CREDIT = { hideAttribution: true }

/** The map: background, areas, ties and notes painted beneath, elements mounted, chips and titles painted above, all following one viewport. */
export function MapCanvas() {
  useEffect(() => {
    // Before the scene: it sees the first step of a glide, not its end.
    const stops = [keepGliding(), keepScene(), keepOtherScene(), keepPicture()]
    return () => {
      for (const stop of stops) stop()
      clearCanvas()
    }
  }, [])
  return (
    <ReactFlowProvider>
      <Maps />
      <TalkStrip />
      <AskedStrip />
    </ReactFlowProvider>
  )
}

/** One map, or two side by side: what is *then*, or what is compared with it, at the left. */
function Maps() {
  const look = useCompareLook()
  return (
    <div className={`maps${look.is === 'side by side' ? ` is-other-${look.isOtherFirst ? 'first' : 'last'}` : ''}`}>
      {look.is === 'side by side' && <OtherSide />}
      <Region look={look.is} isOtherFirst={look.isOtherFirst} />
    </div>
  )
}

function useCompareLook(): { readonly is: CompareLook | null; readonly isOtherFirst: boolean } {
  const map = useLive((l) => l.map)
  const reading = useSession((s) => s.reading)
  const compared = useSession((s) => s.compared)
  const look = useSession((s) => s.compareLook)
  return map && compared ? { is: look, isOtherFirst: isSameReading(sidesOf(map, reading, compared).a, compared) } : { is: null, isOtherFirst: false }
}

function Region({ look, isOtherFirst }: { readonly look: CompareLook | null; readonly isOtherFirst: boolean }) {
  const region = useRef<HTMLElement>(null)
  const camera = useCamera()
  const pointer = usePointer()
  const onKeyDown = useCanvasKeys()
  const nodes = useNodes()
  const canEdit = useCanvas((state) => state.canEdit)
  const isOnTie = useCanvas((state) => state.hovered !== null)
  const isChoosing = useSession((state) => state.choosing !== null)
  const hasStop = useCanvas((state) => state.stop !== null)
  const isLarge = useCanvas((state) => isMountedInPart(state.scene))
  const hasMinimap = useHasMinimap()
  const menu = useMapMenu()
  const keptFocus = useKeptFocus(region, nodes, onKeyDown)
  useFocusRequests()
  useTrackpad(region)

  useZoomInCss(region)

  const onNodeDragStart = useCallback((_: unknown, node: MapNode) => {
    canvas.setState({ hovered: null, stop: node.id })
    const { choosing, selection } = session.getState()
    if (choosing === null && !selection.includes(node.id)) select([node.id])
  }, [])
  const onNodeDragStop = useCallback(() => {
    const { dragged } = canvas.getState()
    if (dragged) moveTo(dragged)
    canvas.setState({ dragged: null })
  }, [])

  return (
    <>
      <section
        ref={region}
        className={`map-region${canEdit ? '' : ' is-looking'}${isOnTie ? ' is-over' : ''}${isChoosing ? ' is-choosing' : ''}`}
        aria-label="Map"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        {...pointer}
        onContextMenu={menu.onContextMenu}
        {...keptFocus}
      >
        {isLarge && <ElementsList />}
        <PaintedLayer className="is-under" draw={drawUnder} />
        <ReactFlow
          nodes={nodes}
          nodeTypes={NODE_TYPES}
          nodeOrigin={CENTRE}
          onNodesChange={dragTo}
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
          panOnDrag={!isChoosing}
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
        {!canEdit && look === null && <LookingStrip />}
        {look === 'side by side' && <ThisSide />}
        {look === 'wipe' && <WipeOver isOtherFirst={isOtherFirst} />}
        <LayoutStrip />
        {hasMinimap && <Minimap camera={camera} />}
        <ZoomButtons camera={camera} hasMinimap={hasMinimap} />
      </section>
      {menu.asked && <MapMenu asked={menu.asked} onClose={menu.close} />}
    </>
  )
}

/** Keeps the zoom, and whether bands are textured at it, where the style sheets read it. Not through React: a step of the wheel would draw everything here again. */
function useZoomInCss(region: RefObject<HTMLElement | null>) {
  const flow = useStoreApi()
  useEffect(() => {
    let known: readonly [zoom: number, scale: number] = [0, 0]
    const keep = () => {
      const [zoom, scale] = [flow.getState().transform[2], canvas.getState().scene?.cardScale ?? 1]
      const element = region.current
      if (!element || (zoom === known[0] && scale === known[1])) return
      known = [zoom, scale]
      element.style.setProperty('--zoom', String(zoom))
      const bands = isTextured(zoom, scale) ? 'textured' : 'plain'
      if (element.dataset['bands'] !== bands) element.dataset['bands'] = bands
    }
    keep()
    const stops = [flow.subscribe(keep), canvas.subscribe(keep)]
    return () => stops.forEach((stop) => stop())
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
