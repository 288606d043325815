import type { Box } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { centreOf, listed, type MapContent } from '../model/system-map.ts'

/**
 * A short text that stands for all that *Settle* looks at (structure, pins, sizes) and where everything is.
 * While the map's `settled` equals it, settling again has nothing to do. `positions` are laid over the moment's own.
 */
export function settledDigest(moment: MapContent, boxes: ReadonlyMap<Id, Box>, positions?: ReadonlyMap<Id, Point>): string {
  const hash = new TextHash()
  hash.add(`middle ${centreOf(moment) ?? ''}`)
  for (const { id, slot } of listed(moment.organisations)) hash.add(`organisation ${id} ${slot}`)
  for (const { id, organisation, kind, pinned } of listed(moment.elements)) {
    const box = boxes.get(id)
    const at = positions?.get(id) ?? moment.positions.get(id)
    hash.add(`element ${id} ${organisation ?? ''} ${kind} ${pinned ? 1 : 0} ${box?.width}x${box?.height} ${at?.[0]},${at?.[1]}`)
  }
  for (const { id, from, to, star } of listed(moment.relationships)) hash.add(`tie ${id} ${from} ${to} ${star ? 1 : 0}`)
  return hash.text()
}

/** Two 32-bit hashes side by side (cyrb53, by bryc): 64 bits, plenty to tell one state of a map from another. */
class TextHash {
  private high = 0xdeadbeef
  private low = 0x41c6ce57

  add(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      this.high = Math.imul(this.high ^ unit, 2654435761)
      this.low = Math.imul(this.low ^ unit, 1597334677)
    }
    this.high = Math.imul(this.high ^ 10, 2654435761)
    this.low = Math.imul(this.low ^ 10, 1597334677)
  }

  text(): string {
    const a = Math.imul(this.high ^ (this.high >>> 16), 2246822507) ^ Math.imul(this.low ^ (this.low >>> 13), 3266489909)
    const b = Math.imul(this.low ^ (this.low >>> 16), 2246822507) ^ Math.imul(this.high ^ (this.high >>> 13), 3266489909)
    return (a >>> 0).toString(36).padStart(7, '0') + (b >>> 0).toString(36).padStart(7, '0')
  }
}
