import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { presentTies } from '../reading/present.ts'
import type { Reading } from '../reading/resolve.ts'

/** So strong a tie reaches: in touch. */
const REACHES = 2

/** Groups within one tie of people, and all groups. */
export function residentReach(moment: MapContent, reading: Reading): { readonly groups: readonly Id[]; readonly reached: readonly Id[] } {
  const kind = (id: Id) => moment.elements.get(id)?.kind
  const near = new Set<Id>()
  for (const tie of presentTies(moment, reading, REACHES)) {
    if (kind(tie.from) === 'people') near.add(tie.to)
    if (kind(tie.to) === 'people') near.add(tie.from)
  }
  const groups = [...moment.elements.values()].filter((element) => element.kind === 'group').map(({ id }) => id).sort()
  return { groups, reached: groups.filter((id) => near.has(id)) }
}
