import type { Clips } from '../../src/commands/ports.ts'
import type { Clip } from '../../src/formats/clip/write-clip.ts'

/** A clipboard of this test alone. */
export function memoryClips(): Clips {
  let held: Clip | null = null
  return {
    write: (clip) => void (held = clip),
    read: async () => held && { clip: held.json, text: held.text },
  }
}
