import { useEffect, useMemo, useState } from 'react'
import { ports } from '../../commands/dispatch.ts'
import { asGatherFile } from '../../commands/gather-files.ts'
import type { GatherPlan } from '../../edits/gather/plan.ts'
import type { SystemMap } from '../../model/system-map.ts'
import type { OpenedHere } from '../../session/session.ts'

/** What gathering these files into the map would do, worked out off the page; null while it is being worked out. */
export function usePlan(map: SystemMap | null, files: readonly OpenedHere[], included: ReadonlySet<string>): { readonly plan: GatherPlan | null; readonly problem: string } {
  const given = useMemo(() => files.map(asGatherFile), [files])
  const [found, setFound] = useState<{ readonly of: readonly unknown[]; readonly plan: GatherPlan | null; readonly problem: string }>({ of: [], plan: null, problem: '' })
  useEffect(() => {
    if (!map) return undefined
    const stop = new AbortController()
    ports().work.planGather({ map, files: given, included }, { signal: stop.signal }).then(
      (plan) => setFound({ of: [given], plan, problem: '' }),
      () => stop.signal.aborted || setFound({ of: [given], plan: null, problem: 'The files could not be looked at. Close this and try again.' }),
    )
    return () => stop.abort()
  }, [map, given, included])
  // While a tick is being worked out the last answer stands; with other files nothing does.
  return found.of[0] === given ? found : { plan: null, problem: '' }
}
