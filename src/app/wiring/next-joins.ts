import { listed } from '../../model/system-map.ts'
import { live } from '../../session/live.ts'
import { session } from '../../session/session.ts'

/** The next element joins the first organisation until someone chooses: when a map opens, when its first organisation comes, and when the chosen one goes. */
export function wireNextJoins(): void {
  live.subscribe((now, before) => {
    if (now.map?.organisations === before.map?.organisations) return
    const { organisation } = session.getState()
    const isOther = now.map?.meta.mapId !== before.map?.meta.mapId
    const isGone = organisation !== null && !now.map?.organisations.has(organisation)
    const isFirst = organisation === null && before.map?.organisations.size === 0
    if (isOther || isGone || isFirst) session.setState({ organisation: listed(now.map?.organisations ?? new Map())[0]?.id ?? null })
  })
}
