import { useMemo } from 'react'
import type { SystemMap } from '../../model/system-map.ts'
import { resolve, type Reading } from '../../reading/resolve.ts'
import { visionOf } from '../../reading/vision.ts'
import { comparedOf, type Compared } from '../../session/compared.ts'
import { useLive, useSession } from '../../session/hooks.ts'

export interface OnScreen extends Compared {
  readonly map: SystemMap
  /** What *towards* is measured by, while the person asks for it. */
  readonly vision: Reading | null
}

/** The comparison on screen; null while nothing is compared, or until its version is here. */
export function useCompared(): OnScreen | null {
  const map = useLive((l) => l.map)
  const contents = useLive((l) => l.contents)
  const reading = useSession((s) => s.reading)
  const compared = useSession((s) => s.compared)
  const voices = useSession((s) => s.voices)
  const isTowards = useSession((s) => s.overlay === 'towards')
  const picked = useSession((s) => s.vision)
  return useMemo(() => {
    const found = map && comparedOf(map, contents, { reading, compared, voices })
    if (!found) return null
    const vision = isTowards ? visionOf(map, picked) : null
    return { ...found, map, vision: vision && resolve(map, vision.id) }
  }, [map, contents, reading, compared, voices, isTowards, picked])
}
