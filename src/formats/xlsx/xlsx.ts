import type { Format } from '../format.ts'
import { sheetsOf } from '../sheets/sheets.ts'
import { LOSSES } from '../losses.ts'
import { wholeOpenOnly, writtenAt } from '../open-only.ts'

/** The tables as the sheets of one workbook. */
export const xlsx: Format = {
  id: 'xlsx',
  title: 'Workbook (Excel)',
  extensions: ['.xlsx'],
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  writes: 'for a spreadsheet, one sheet a table',
  losses: [LOSSES.thenViews, LOSSES.stories, LOSSES.background, LOSSES.hiddenTies, LOSSES.lostAnswers, LOSSES.factKinds, LOSSES.xmlSigns, LOSSES.longCells, LOSSES.upkeep],
  isOne: ({ packed }) => packed.includes('xl/workbook.xml'),
  async load() {
    const [{ findXlsx }, { writeXlsx }] = await Promise.all([import('./read-xlsx.ts'), import('./write-xlsx.ts')])
    return { find: findXlsx, write: async (whole, options) => writeXlsx(sheetsOf(wholeOpenOnly(whole, options)), writtenAt(options)) }
  },
}
