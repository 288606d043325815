import { NO_CHANGE, type MapChange } from '../model/change.ts'
import type { Background, Size } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { boxAround, type Box } from './standing-box.ts'
import { setMeta } from './set-field.ts'

/** Where a map without anything on it shows its picture: what a window shows of an empty map. World units. */
const EMPTY: Box = { x: -800, y: -450, width: 1600, height: 900 }
/** Past the outermost cards. */
const MARGIN = 60
const LEAST = 40
const MOST = 40_000

/** A picture as it is kept, and how many pixels it has. */
export interface Picture extends Pick<Background, 'type' | 'data'> {
  readonly pixels: Size
}

/** Puts a picture beneath the map, covering it. It takes the place of the one before. */
export function setBackground(map: SystemMap, { type, data, pixels }: Picture): MapChange {
  return setMeta('background', { type, data, ...covering(map, pixels) })
}

/** The picture covers the map again: as small as it can be with its own proportions. */
export function coverWithBackground(map: SystemMap): MapChange {
  const { background } = map.meta
  return background ? changed(map, covering(map, sizeOf(background))) : NO_CHANGE
}

/** Moves the picture, or gives it another size; width or height alone brings the other along. Larger and smaller keep its upper left corner. */
export function placeBackground(map: SystemMap, to: Partial<Box>): MapChange {
  const { background } = map.meta
  if (!background) return NO_CHANGE
  const [width, height] = sizeOf(background)
  const by = to.width !== undefined ? to.width / width : to.height !== undefined ? to.height / height : 1
  return changed(map, { position: [Math.round(to.x ?? background.position[0]), Math.round(to.y ?? background.position[1])], size: scaled([width, height], by) })
}

/** Larger or smaller about its middle. */
export function scaleBackground(map: SystemMap, by: number): MapChange {
  const { background } = map.meta
  if (!background) return NO_CHANGE
  const before = sizeOf(background)
  const size = scaled(before, by)
  const [x, y] = background.position
  return changed(map, { position: [Math.round(x + (before[0] - size[0]) / 2), Math.round(y + (before[1] - size[1]) / 2)], size })
}

export function removeBackground(map: SystemMap): MapChange {
  return map.meta.background === null ? NO_CHANGE : setMeta('background', null)
}

/** A file may hold a size that nothing can have. */
function sizeOf({ size: [width, height] }: Background): Size {
  return [Math.max(1, width), Math.max(1, height)]
}

type Placing = Pick<Background, 'position' | 'size'>

function changed(map: SystemMap, to: Placing): MapChange {
  const { background } = map.meta
  if (!background || [...background.position, ...background.size].every((n, i) => n === [...to.position, ...to.size][i])) return NO_CHANGE
  return setMeta('background', { ...background, ...to })
}

function scaled([width, height]: Size, by: number): Size {
  const least = LEAST / Math.min(width, height)
  const most = MOST / Math.max(width, height)
  const held = Number.isFinite(by) && by > 0 ? Math.max(least, Math.min(most, by)) : 1
  return [Math.round(width * held), Math.round(height * held)]
}

function covering(map: SystemMap, [width, height]: Size): Placing {
  const all = boxAround(map, [...map.elements.keys(), ...map.notes.keys(), ...map.areas.keys()])
  const box = all ? { x: all.x - MARGIN, y: all.y - MARGIN, width: all.width + 2 * MARGIN, height: all.height + 2 * MARGIN } : EMPTY
  const by = Math.max(box.width / width, box.height / height)
  const size: Size = [Math.round(width * by), Math.round(height * by)]
  return { size, position: [Math.round(box.x + (box.width - size[0]) / 2), Math.round(box.y + (box.height - size[1]) / 2)] }
}
