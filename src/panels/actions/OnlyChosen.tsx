import { useState, type ReactNode } from 'react'
import { Tick } from '../../controls/Tick.tsx'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { useSession } from '../../session/hooks.ts'

/** The elements and ties that are chosen, and a list that shows on request only what is about them, with the tick that asks for it. */
export function useOnlyChosen<T>(map: SystemMap | null, all: readonly T[], isAbout: (one: T, id: Id) => boolean): { readonly chosen: readonly Id[]; readonly shown: readonly T[]; readonly tick: ReactNode } {
  const selection = useSession((state) => state.selection)
  const [isOn, setIsOn] = useState(false)
  const chosen = selection.filter((id) => map?.elements.has(id) || map?.relationships.has(id))
  const about = all.filter((one) => chosen.some((id) => isAbout(one, id)))
  const tick = chosen.length > 0 && all.length > 0 && (
    <Tick isOn={isOn} onChange={setIsOn}>
      Only about what is chosen ({about.length})
    </Tick>
  )
  return { chosen, shown: isOn && chosen.length > 0 ? about : all, tick }
}
