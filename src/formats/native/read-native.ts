import { isObject } from '../../model/check.ts'
import { fieldIn, META_FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Background, MapMeta, Scene, Version } from '../../model/records.ts'
import type { MapContent, SystemMap, WholeMap } from '../../model/system-map.ts'
import type { Read } from '../format.ts'
import type { Refused } from '../repair.ts'
import { contentKey } from './content-key.ts'
import { keptKeys } from './kept-keys.ts'
import { Mender, nestedKeys, own } from './mender.ts'
import { mendValue, shown } from './mend-value.ts'
import { openNative } from './open-native.ts'
import { numbered, readContentPart, readVersionContent } from './read-content.ts'
import { canonicalContent } from './write-content.ts'

export interface NativeRead extends Read {
  /** When the file was written; empty when it does not say. */
  readonly savedAt: string
  /** Base64 of the merge history, when the file brings one. It may be used only where projecting it gives exactly `whole.map`. */
  readonly document?: string
}

const KNOWN: ReadonlySet<string> = new Set([
  'format', 'formatVersion', 'app', 'savedAt', 'lineage', 'map', 'organisations', 'elements', 'relationships', 'perspectives', 'versions', 'stories',
  'actions', 'reflections', 'loops', 'notes', 'areas', 'background', 'document',
])

/** Reads a `.sightlines.json`: refused whole with a place and a reason, or read, with everything that was mended. Never throws. */
export function readNative(input: Uint8Array | string): NativeRead | Refused {
  const opened = openNative(input)
  if (!opened.ok) return opened
  const { file, text } = opened
  const mender = new Mender()
  mender.repairs.push(...opened.repairs)
  const whole = readWhole(file, text, mender)
  const document = readDocument(own(file, 'document'), mender)
  return { ok: true, whole, repairs: mender.repairs, savedAt: textOf(own(file, 'savedAt')), ...(document === null ? {} : { document }) }
}

function readWhole(file: JsonObject, text: string, mender: Mender): WholeMap {
  const { content, renamedTies, taken } = readContentPart(file, mender)
  const contents = new Map<string, MapContent>()
  const stories = mender.rows(file, 'stories', 'stories')
  const scenes = new Set<Id>()
  const loops = mender.rows(file, 'loops', 'loops')
  const map: SystemMap = {
    ...content,
    meta: fileMeta(content.meta, file, text, mender),
    versions: readVersions(file, contents, mender),
    stories: numbered('stories', stories, mender),
    scenes: new Map(stories.flatMap((story) => [...numbered('scenes', mender.rows(story.given, 'scenes', 'scenes', scenes, story.place), mender, (_, base) => void (base['story'] = story.id))] as [Id, Scene][])),
    actions: numbered('actions', mender.rows(file, 'actions', 'actions'), mender),
    reflections: numbered('reflections', mender.rows(file, 'reflections', 'reflections'), mender),
    // A loop is made of ties, so its ids follow a tie that gave way to an element of the same id.
    loops: numbered('loops', loops, mender, (_, base) => {
      if (Array.isArray(base['ties'])) base['ties'] = (base['ties'] as Id[]).map((id) => renamedTies.get(id) ?? id)
    }),
    notes: numbered('notes', mender.rows(file, 'notes', 'notes', taken), mender),
    areas: numbered('areas', mender.rows(file, 'areas', 'areas', taken), mender),
  }
  return { map, contents }
}

/** What stands at the top of the file. A map without an id has one by the file's text: the same file is the same map. */
function fileMeta(meta: MapMeta, file: JsonObject, text: string, mender: Mender): MapMeta {
  const mapId = meta.mapId || contentKey(text).slice(0, 12)
  if (meta.mapId === '' && Object.hasOwn(file, 'map')) mender.note('The map', `it had no id; it is now “${mapId}”`)
  const lineage = own(file, 'lineage')
  if (lineage !== undefined && typeof lineage !== 'string') mender.note('“lineage”', `it held ${shown(lineage)}, which is no text; a new one begins`)
  return {
    ...meta,
    mapId,
    lineage: typeof lineage === 'string' && lineage !== '' ? lineage : mapId,
    background: readBackground(own(file, 'background') ?? null, mender),
    fileExtra: keptKeys(file, KNOWN, nestedKeys(file, KNOWN)),
  }
}

function readBackground(given: Json, mender: Mender): Background | null {
  const { value, words } = mendValue(fieldIn(META_FIELDS, 'background') as Field, given)
  if (words !== null) mender.note('The background picture', words)
  return (value ?? null) as Background | null
}

function readVersions(file: JsonObject, contents: Map<string, MapContent>, mender: Mender): Map<Id, Version> {
  return numbered('versions', mender.rows(file, 'versions', 'versions'), mender, ({ given, place }, base) => {
    const content = own(given, 'content') ?? null
    base['content'] = ''
    if (content === null) return
    if (!isObject(content)) return mender.note(place, `“content” held ${shown(content)}; the version is kept without what it showed`)
    const read = readVersionContent(content, place, mender)
    const key = contentKey(canonicalContent(read))
    contents.set(key, read)
    base['content'] = key
  })
}

function readDocument(given: Json | undefined, mender: Mender): string | null {
  if (given === undefined || given === null) return null
  const state = isObject(given) && given['encoding'] === 'yjs-v2' ? given['state'] : undefined
  if (typeof state === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(state) && state !== '') return state
  mender.note('“document”', 'the history in this file cannot be read; the map itself is whole')
  return null
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
