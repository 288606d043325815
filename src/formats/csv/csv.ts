import type { Format } from '../format.ts'
import { LOSSES } from '../losses.ts'
import { isTable } from '../tables/is-table.ts'
import { wholeOpenOnly, writtenAt } from '../open-only.ts'

/** Tables for a spreadsheet or a script, one file each, in one zip. */
export const csv: Format = {
  id: 'csv',
  title: 'Tables (CSV)',
  extensions: ['.zip'],
  mime: 'application/zip',
  writes: 'for a spreadsheet, one file a table, in a zip',
  losses: [LOSSES.thenViews, LOSSES.stories, LOSSES.background, LOSSES.hiddenTies, LOSSES.lostAnswers, LOSSES.factKinds, LOSSES.halfSigns, LOSSES.upkeep],
  // Tried last: any text with rows and columns may be one.
  isOne: ({ start, packed, json }) => json === undefined && (packed.some((name) => /\.[ct]sv$/i.test(name)) || isTable(start)),
  async load() {
    const [{ findCsv }, { writeCsv }] = await Promise.all([import('./read-csv.ts'), import('./write-csv.ts')])
    return { find: findCsv, write: async (whole, options) => writeCsv(wholeOpenOnly(whole, options), writtenAt(options)) }
  },
}
