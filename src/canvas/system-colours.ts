import type { SystemColours } from '../scene/palette.ts'

/** The system's own colours, as what wears them shows them. */
export function systemColours(): SystemColours {
  const hex = (name: string) => {
    const probe = document.createElement('span')
    probe.style.color = name
    document.body.append(probe)
    const [r = 0, g = 0, b = 0] = getComputedStyle(probe).color.match(/\d+/g)?.map(Number) ?? []
    probe.remove()
    return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  }
  return { canvas: hex('Canvas'), text: hex('CanvasText'), highlight: hex('Highlight'), grey: hex('GrayText') }
}
