import { useEffect, useMemo, useState } from 'react'
import { ports } from '../../commands/dispatch.ts'
import { asGatherFile, type Planned } from '../../commands/gather-files.ts'
import type { SystemMap } from '../../model/system-map.ts'
import type { OpenedHere } from '../../session/session.ts'

/** What gathering these files into the map would do, worked out off the page; null while it is being worked out. */
export function usePlan(map: SystemMap | null, files: readonly OpenedHere[], included: ReadonlySet<string>): { readonly planned: Planned | null; readonly problem: string } {
  const given = useMemo(() => files.map(asGatherFile), [files])
  const [found, setFound] = useState<{ readonly of: unknown; readonly planned: Planned | null; readonly problem: string }>({ of: null, planned: null, problem: '' })
  useEffect(() => {
    if (!map) return undefined
    const stop = new AbortController()
    ports().work.planGather({ map, files: given, included }, { signal: stop.signal }).then(
      (plan) => setFound({ of: given, planned: { plan, map }, problem: '' }),
      () => stop.signal.aborted || setFound({ of: given, planned: null, problem: 'The files could not be looked at. Close this and try again.' }),
    )
    return () => stop.abort()
  }, [map, given, included])
  // While a tick is being worked out the last answer stands; with other files nothing does.
  return found.of === given ? found : { planned: null, problem: '' }
}
