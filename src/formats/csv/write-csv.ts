import type { WholeMap } from '../../model/system-map.ts'
import { sheetsOf } from '../sheets/sheets.ts'
import { zipTexts } from '../zip.ts'
import { csvText } from './csv-text.ts'

/** A zip of tables, each a CSV file. */
export function writeCsv(whole: WholeMap, written?: Date): Uint8Array {
  return zipTexts(sheetsOf(whole).map((sheet) => ({ name: `${sheet.name}.csv`, text: csvText(sheet) })), written)
}
