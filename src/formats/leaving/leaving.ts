import type { Id } from '../../model/ids.ts'
import type { MapContent, SystemMap, WholeMap } from '../../model/system-map.ts'
import { wholeOpenOnly } from '../open-only.ts'
import { counted, scenesOfShared, sharedAlone } from './attribution.ts'
import { newNames, type NewNames } from './new-names.ts'
import { renamed } from './renamed.ts'
import { isAltered, mayIncludePrivate, type Leaving } from './what-leaves.ts'
import { withoutWords } from './without-words.ts'

/** The map that leaves: every writer is given this one, so that none can let out what was not to leave. */
export function leaving(whole: WholeMap, options: Leaving): WholeMap {
  return leavingUnder(whole, options).whole
}

/** The same, with what each id is now: of an element or a tie, of an organisation, of a perspective. */
export function leavingUnder(whole: WholeMap, options: Leaving): { readonly whole: WholeMap; readonly idOf: (of: 'subject' | 'organisations' | 'perspectives', id: Id) => Id } {
  const open = wholeOpenOnly(whole, { includePrivate: options.includePrivate && mayIncludePrivate(options) })
  const names = options.names === 'written' ? null : newNames(open, options.names)
  return { whole: altered(open, options, names), idOf: (of, id) => names?.ids[of].get(id) ?? id }
}

function altered(open: WholeMap, options: Leaving, names: NewNames | null): WholeMap {
  if (!isAltered(options)) return open
  const steps: (<M extends MapContent | SystemMap>(moment: M) => M)[] = []
  if (names) steps.push((moment) => renamed(moment, names))
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
