import { provide } from '../../commands/dispatch.ts'
import { wireFocus } from './focus.ts'
import { wireNarrow } from './narrow.ts'
import { wireNextJoins } from './next-joins.ts'
import { wireKeys } from './key-handler.ts'
import { memoryMaps } from './memory-maps.ts'
import { pageFiles } from './page-files.ts'
import { wireTheme } from './theme.ts'

/** Connects everything, once, before the first drawing. */
export function start(): void {
  wireTheme()
  provide({
    maps: memoryMaps,
    files: pageFiles,
    work: { settle: async () => ({ positions: new Map(), digest: null, crossings: 0, behind: 0, overlaps: [] }) },
    now: () => new Date(),
    random: Math.random,
  })
  wireKeys()
  wireNextJoins()
  wireNarrow()
  wireFocus()
}
