import { CARDS, STATES } from './card-sheets.ts'
import { MAPS } from './map-sheets.ts'
import { QUESTIONS } from './question-sheets.ts'
import type { Sheet } from './sheet.ts'
import { LEGEND, SIGNS } from './sign-sheets.ts'
import { KINDS, STRENGTHS, WEDGES } from './tie-sheets.ts'

/** Every mark that the map can wear, made from the lists that make them. */
export const SHEETS: readonly Sheet[] = [CARDS, STATES, STRENGTHS, KINDS, WEDGES, SIGNS, LEGEND, ...QUESTIONS, ...MAPS]
