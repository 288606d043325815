import { Handle, MarkerType, Position, ReactFlow, ReactFlowProvider, useReactFlow, type Edge, type Node, type NodeProps, type ReactFlowInstance } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { memo, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import type { Draw } from './contender.ts'

type Card = Node<{ readonly label: string; readonly colour: string }, 'card'>

// As its documentation asks for large graphs: node types outside the component and memoised, straight ties, plain CSS, sizes known
// beforehand, and its own state instead of a list that is made anew at every step. Everything is mounted: that is the contender.
const CardNode = memo(function CardNode({ data }: NodeProps<Card>) {
  return (
    <div className="card" style={{ borderLeftColor: data.colour }}>
      {data.label}
      <Handle type="target" position={Position.Left} />
      <Handle type="source" position={Position.Right} />
    </div>
  )
})
const NODE_TYPES = { card: CardNode }
const CENTRE: [number, number] = [0.5, 0.5]

function Ready({ onReady }: { readonly onReady: (flow: ReactFlowInstance<Card>) => void }) {
  const flow = useReactFlow<Card>()
  useEffect(() => onReady(flow), [flow, onReady])
  return null
}

export const draw: Draw = async (container, graph, view) => {
  const nodes = graph.nodes.map(({ id, label, colour, x, y, width, height }): Card => ({ id, type: 'card', position: { x, y }, width, height, data: { label, colour } }))
  const edges = graph.ties.map(({ id, from, to, label }): Edge => ({
    id, source: from, target: to, type: 'straight', markerEnd: { type: MarkerType.ArrowClosed }, ...(label === '' ? {} : { label }),
  }))
  const flow = await new Promise<ReactFlowInstance<Card>>((resolve) => {
    createRoot(container).render(
      <ReactFlowProvider>
        <ReactFlow defaultNodes={nodes} defaultEdges={edges} nodeTypes={NODE_TYPES} nodeOrigin={CENTRE} defaultViewport={view} minZoom={0.02} maxZoom={4} />
        <Ready onReady={resolve} />
      </ReactFlowProvider>,
    )
  })
  const isWhole = () => container.querySelectorAll('.react-flow__edge').length >= edges.length
  while (!isWhole()) await new Promise((resolve) => requestAnimationFrame(resolve))
  return {
    view: () => flow.getViewport(),
    show: (next) => void flow.setViewport(next),
    selectAll: () => flow.setNodes((all) => all.map((node) => ({ ...node, selected: true }))),
  }
}
