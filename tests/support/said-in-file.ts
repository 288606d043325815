import type { SystemMap } from '../../src/model/system-map.ts'
import { pool } from '../../src/reading/pool.ts'

/** What each open perspective says of each subject on the map: `perspective|subject` → "yes", "no", or absent where nothing was said of its presence. */
export function statesOf(map: SystemMap): ReadonlyMap<string, string> {
  const states = new Map<string, string>()
  const { elements, ties } = pool(map)
  for (const [perspective, said] of map.judgements) {
    if (!map.perspectives.has(perspective)) continue
    for (const [subject, { presence }] of said) {
      if (presence !== undefined && (elements.has(subject) || ties.has(subject))) states.set(`${perspective}|${subject}`, presence === 0 ? 'no' : 'yes')
    }
  }
  return states
}
