import { isObject } from '../../model/check.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { describe, detect } from '../detect.ts'
import type { Refused, Repair } from '../repair.ts'
import { own } from './mender.ts'
import { FORMAT, FORMAT_VERSION, migrated } from './migrations.ts'
import { LIMITS } from './limits.ts'
import { shown } from './mend-value.ts'
import { scanJson } from './scan-json.ts'

interface Opened {
  readonly ok: true
  /** As this version of the format knows it. */
  readonly file: JsonObject
  readonly text: string
  readonly repairs: readonly Repair[]
}

const refuse = (place: string, reason: string): Refused => ({ ok: false, place, reason })

/** Everything for which a file is refused whole, in the order in which it costs: size, text, JSON and limits, format, version. */
export function openNative(input: Uint8Array | string): Opened | Refused {
  if (input.length > LIMITS.bytes) return refuse('The file', `it is ${Math.ceil(input.length / 1024 / 1024)} MB, and Sightlines opens files up to 64 MB`)
  const text = typeof input === 'string' ? input.replace(/^\ufeff/, '') : decoded(input)
  if (text === null) return refuse('The file', `it is ${describe(detect(input as Uint8Array))}, and a Sightlines map is text`)
  if (text.trim() === '') return refuse('The file', 'it is empty')
  const { fault, repeated } = scanJson(text)
  if (fault) return refuse(`Line ${fault.line}, column ${fault.column}`, fault.reason)
  const file = JSON.parse(text) as Json
  if (!isObject(file)) return refuse('The file', `it holds ${Array.isArray(file) ? 'a list' : 'a single value'}, and a Sightlines map is an object with “format”: “sightlines”`)
  const twice = repeated.map(({ key, line }) => ({ place: `Line ${line}`, words: `${shown(key)} stands twice in one place; the last one counts` }))
  return opened(file, text, twice)
}

function opened(file: JsonObject, text: string, repairs: readonly Repair[]): Opened | Refused {
  const format = own(file, 'format')
  if (format === 'sightlines-encrypted') return refuse('The file', 'it is locked with a passphrase; opened by itself, it asks for it')
  if (format !== FORMAT) return refuse('“format”', format === undefined ? 'the file does not say that it is a Sightlines map' : `the file says that it is ${shown(format)}, not a Sightlines map`)
  const given = own(file, 'formatVersion') ?? null
  const version = typeof given === 'string' ? Number(given) : given
  if (typeof version === 'number' && version > FORMAT_VERSION) {
    return refuse('“formatVersion”', `the file is of version ${version}, and this Sightlines reads up to version ${FORMAT_VERSION}; a newer Sightlines opens it`)
  }
  const isWhole = typeof given === 'number' && Number.isInteger(given) && given >= 1
  const guess = { place: '“formatVersion”', words: `it held ${shown(given)}; the file was read as version ${FORMAT_VERSION}` }
  return { ok: true, file: migrated(file, isWhole ? given : FORMAT_VERSION), text, repairs: isWhole ? repairs : [...repairs, guess] }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
