import type { Id } from '../../model/ids.ts'
import type { MapContent, SystemMap, WholeMap } from '../../model/system-map.ts'
import { openOnly } from '../open-only.ts'
import { counted, scenesOfShared, sharedAlone } from './attribution.ts'
import { newNames } from './new-names.ts'
import { renamed } from './renamed.ts'
import { isAltered, mayIncludePrivate, type Leaving } from './what-leaves.ts'
import { withoutWords } from './without-words.ts'

/** The map that leaves: every writer is given this one, so that none can let out what was not to leave. */
export function leaving(whole: WholeMap, options: Leaving): WholeMap {
  const open = { map: openOnly(whole.map, { includePrivate: options.includePrivate && mayIncludePrivate(options) }), contents: whole.contents }
  if (!isAltered(options)) return open
  const steps: (<M extends MapContent | SystemMap>(moment: M) => M)[] = []
  if (options.names !== 'written') {
    const names = newNames(open, options.names)
    steps.push((moment) => renamed(moment, names))
  }
  if (!options.words) steps.push(withoutWords)
  if (options.attribution !== 'named') steps.push(options.attribution === 'counted' ? counted : sharedAlone)
  const each = <M extends MapContent | SystemMap>(moment: M): M => steps.reduce((next, step) => step(next), moment)
  const map = each(open.map)
  return {
    map: {
      ...map,
      // It is a map of its own: brought together with the one it came from it would undo what was left out.
      meta: { ...map.meta, settled: '', table: null, mapId: `out-${map.meta.mapId}`.slice(0, 64), lineage: `out-${map.meta.lineage}` },
      ...(options.attribution === 'named' ? {} : { scenes: scenesOfShared(map) }),
    },
    contents: new Map<Id, MapContent>([...open.contents].map(([key, content]) => [key, each(content)])),
  }
}
