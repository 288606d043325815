import type { Format } from '../format.ts'
import { LOSSES } from '../losses.ts'
import { openOnly, writtenAt } from '../open-only.ts'

/** Tables for a spreadsheet or a script, one file each, in one zip. */
export const csv: Format = {
  id: 'csv',
  title: 'Tables (CSV)',
  extensions: ['.zip'],
  mime: 'application/zip',
  writes: 'for a spreadsheet, one file a table, in a zip',
  losses: [LOSSES.contents, LOSSES.stories, LOSSES.background, LOSSES.hiddenTies, LOSSES.lostAnswers, LOSSES.factKinds, LOSSES.halfSigns, LOSSES.upkeep],
  async load() {
    const { writeCsv } = await import('./write-csv.ts')
    return { write: async (whole, options) => writeCsv(openOnly(whole.map, options), writtenAt(options)) }
  },
}
