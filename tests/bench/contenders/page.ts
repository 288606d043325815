import type { MeasuredGraph, View } from '../measured-graph.ts'
import type { Draw, Drawn } from './contender.ts'

const CONTENDERS: Readonly<Record<string, () => Promise<{ readonly draw: Draw }>>> = {
  'react-flow': () => import('./react-flow.tsx'),
  'vis-network': () => import('./vis-network.ts'),
  'vis-network-hiding': () => import('./vis-network.ts').then(({ drawHiding }) => ({ draw: drawHiding })),
  cytoscape: () => import('./cytoscape.ts'),
}

export interface ContenderPage {
  /** Loads the library and makes room for the drawing; nothing is drawn. */
  load(name: string, width: number, height: number): Promise<void>
  /** Draws; resolves with the milliseconds from the text of the graph to the end of the frame that shows it. */
  draw(text: string, view: View): Promise<number>
  drawn(): Drawn
}

declare global {
  interface Window {
    contender: ContenderPage
  }
}

/** The end of the current frame: the message comes when style, layout and paint are done. */
const frameEnd = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  })

let draw: Draw | null = null
let drawn: Drawn | null = null
const container = document.querySelector<HTMLElement>('#drawing')

window.contender = {
  async load(name, width, height) {
    if (!container) throw new Error('No room to draw in')
    container.style.width = `${width}px`
    container.style.height = `${height}px`
    draw = (await CONTENDERS[name]?.())?.draw ?? null
  },
  async draw(text, view) {
    if (!draw || !container) throw new Error('Nothing is loaded')
    const begun = performance.now()
    drawn = await draw(container, JSON.parse(text) as MeasuredGraph, view)
    await frameEnd()
    return performance.now() - begun
  },
  drawn() {
    if (!drawn) throw new Error('Nothing is drawn')
    return drawn
  },
}
