import type { Random } from '../model/ids.ts'
import type { Clips, Files, Maps, Work } from './ports.ts'

/** What commands reach outside the page through; `app/wiring` gives it once at the start. */
export interface Ports {
  readonly maps: Maps
  readonly files: Files
  readonly clips: Clips
  readonly work: Work
  readonly now: () => Date
  readonly random: Random
}

let provided: Ports | null = null

export function provide(ports: Ports): void {
  provided = ports
}

/** The ports, for what is not a command: a dialog that writes a file, a page that lists maps. */
export function ports(): Ports {
  if (!provided) throw new Error('Ports are used before app/wiring has provided them')
  return provided
}
