import type { MapPart } from '../../edits/part.ts'
import { isObject } from '../../model/check.ts'
import type { Json } from '../../model/json.ts'
import { LIMITS } from '../native/limits.ts'
import { Mender, own } from '../native/mender.ts'
import { numbered, readContentPart } from '../native/read-content.ts'
import { scanJson } from '../native/scan-json.ts'
import { CLIP_FORMAT, CLIP_VERSION } from './write-clip.ts'

export interface ReadClip {
  readonly part: MapPart
  readonly lineage: string
}

/**
 * A part of a map from the clipboard, which is no more trusted than a file: within the same limits, and with everything put right that is
 * not as it should be. Null where it is no clip of ours. A private perspective that stands in it all the same is not read.
 */
export function readClip(text: string): ReadClip | null {
  if (text.length > LIMITS.bytes || scanJson(text).fault !== null) return null
  const given = JSON.parse(text) as Json
  if (!isObject(given) || own(given, 'format') !== CLIP_FORMAT || own(given, 'formatVersion') !== CLIP_VERSION) return null
  const mender = new Mender()
  const { content, taken } = readContentPart(given, mender)
  const lineage = own(given, 'lineage')
  const isOpen = (perspective: string) => content.perspectives.get(perspective)?.private === false
  return {
    part: {
      ...content,
      perspectives: new Map([...content.perspectives].filter(([id]) => isOpen(id))),
      judgements: new Map([...content.judgements].filter(([id]) => isOpen(id))),
      notes: numbered('notes', mender.rows(given, 'notes', 'notes', taken), mender),
      areas: numbered('areas', mender.rows(given, 'areas', 'areas', taken), mender),
    },
    lineage: typeof lineage === 'string' ? lineage : '',
  }
}
