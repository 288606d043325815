import { DataSet, Network } from 'vis-network/standalone'
import type { Draw } from './contender.ts'

// As its documentation asks for large graphs: no physics and no improved layout where the places are known, no smooth curves.
const drawn = async (hidesTies: boolean, [container, graph, view]: Parameters<Draw>): ReturnType<Draw> => {
  const nodes = new DataSet(graph.nodes.map(({ id, label, x, y, width, height, colour }) => ({
    id, label, x, y, shape: 'box', margin: { top: 2, right: 6, bottom: 2, left: 6 }, color: { background: '#ffffff', border: colour },
    widthConstraint: { minimum: width - 12, maximum: width - 12 }, heightConstraint: { minimum: height - 4 },
  })))
  const edges = new DataSet(graph.ties.map(({ id, from, to, label }) => ({ id, from, to, ...(label === '' ? {} : { label }) })))
  const network = new Network(container, { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { font: { size: 14, face: 'sans-serif' } },
    edges: { smooth: false, arrows: { to: { enabled: true, scaleFactor: 0.6 } }, font: { size: 12, face: 'sans-serif' } },
    interaction: { hideEdgesOnDrag: hidesTies, hideEdgesOnZoom: hidesTies, multiselect: true, selectConnectedEdges: false },
  })
  const [width, height] = [container.clientWidth, container.clientHeight]
  const show = ({ x, y, zoom }: typeof view) => network.moveTo({ position: { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom }, scale: zoom, animation: false })
  const isDrawn = new Promise<void>((resolve) => {
    network.once('initRedraw', () => show(view))
    network.once('afterDrawing', () => resolve())
  })
  await isDrawn
  return {
    view() {
      const { x, y } = network.getViewPosition()
      const zoom = network.getScale()
      return { zoom, x: width / 2 - x * zoom, y: height / 2 - y * zoom }
    },
    show,
    selectAll: () => network.selectNodes(nodes.getIds(), false),
  }
}

export const draw: Draw = (...given) => drawn(false, given)

/** It can also leave out every tie while anything moves ("can greatly speed up responsiveness"): then a map is cards alone. */
export const drawHiding: Draw = (...given) => drawn(true, given)
