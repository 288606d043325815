import cytoscape from 'cytoscape'
import type { Draw } from './contender.ts'

// As its documentation asks for large graphs: places known ("preset"), opaque and plain style, straight ties instead of bézier ones
// (haystack ties would be quicker and have no arrowheads), labels left out below a size, a device pixel ratio of one. Hiding ties and
// painting from a texture while the view moves are, it says, no longer of use.
export const draw: Draw = async (container, graph, view) => {
  const cy = cytoscape({
    container,
    elements: {
      nodes: graph.nodes.map(({ id, label, x, y, width, height, colour }) => ({ data: { id, label, width, height, colour }, position: { x, y } })),
      edges: graph.ties.map(({ id, from, to, label }) => ({ data: { id, source: from, target: to, label } })),
    },
    style: [
      {
        selector: 'node',
        style: {
          shape: 'rectangle', width: 'data(width)', height: 'data(height)', label: 'data(label)', 'background-color': '#ffffff', 'border-width': 1,
          'border-color': 'data(colour)', 'text-valign': 'center', 'text-wrap': 'wrap', 'font-size': 14, 'font-family': 'sans-serif', 'min-zoomed-font-size': 6,
        },
      },
      {
        selector: 'edge',
        style: { width: 1, 'line-color': '#888888', 'curve-style': 'straight', 'target-arrow-shape': 'triangle', 'target-arrow-color': '#888888', label: 'data(label)', 'font-size': 12, 'min-zoomed-font-size': 6 },
      },
    ],
    layout: { name: 'preset', fit: false },
    zoom: view.zoom,
    pan: { x: view.x, y: view.y },
    pixelRatio: 1,
    minZoom: 0.02,
    maxZoom: 4,
  })
  await new Promise<void>((resolve) => cy.one('render', () => resolve()))
  return {
    view: () => ({ zoom: cy.zoom(), ...cy.pan() }),
    show: ({ x, y, zoom }) => void cy.viewport({ zoom, pan: { x, y } }),
    selectAll: () => void cy.nodes().select(),
  }
}
