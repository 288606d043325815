import type { MapPart } from '../../edits/part.ts'
import { jsonText } from '../native/json-text.ts'
import { contentEntries } from '../native/write-content.ts'
import { sorted } from '../native/write-records.ts'
import { htmlOf, rowsOf, textOf, wordsOf } from './clip-rows.ts'

/** The type under which a page finds our own form on the clipboard; every other program passes it over. */
export const CLIP_TYPE = 'application/x-sightlines+json'
export const CLIP_FORMAT = 'sightlines-clip'
export const CLIP_VERSION = 1

/** A part of a map as the clipboard carries it: for Sightlines, as rows for a sheet, and as tables for a mail. */
export interface Clip {
  readonly json: string
  readonly text: string
  readonly html: string
}

/** What open perspectives said stands in our own form only: whoever pastes into a mail sends names and ties, and nobody's view. */
export function writeClip(part: MapPart, lineage: string): Clip {
  const entries = contentEntries(part, false).filter(([name]) => name !== 'map')
  const beside = [['notes', sorted('notes', part.notes)], ['areas', sorted('areas', part.areas)]] as const
  const rows = rowsOf(part)
  return {
    json: jsonText(new Map([['format', CLIP_FORMAT], ['formatVersion', CLIP_VERSION], ['lineage', lineage], ...entries, ...beside.filter(([, list]) => list.length > 0)] as const)),
    text: wordsOf(part) ?? textOf(rows),
    html: htmlOf(rows),
  }
}
