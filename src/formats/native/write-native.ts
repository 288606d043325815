import type { Background } from '../../model/records.ts'
import { META_FIELDS, fieldIn, type Field } from '../../model/fields.ts'
import { listed, type SystemMap, type WholeMap } from '../../model/system-map.ts'
import type { WriteOptions } from '../format.ts'
import { jsonText, type Writable } from './json-text.ts'
import { withKept } from './kept-keys.ts'
import { FORMAT, FORMAT_VERSION } from './migrations.ts'
import { contentEntries, writtenContent } from './write-content.ts'
import { record, sorted, stories, written } from './write-records.ts'

/** The file's text: two spaces of indent, keys and lists in the order of the format, so that two saves of one map differ only in `savedAt`. */
export function writeNative(whole: WholeMap, options: WriteOptions): string {
  const { map } = whole
  const { includePrivate, document } = options
  const [meta, ...content] = contentEntries(map, includePrivate)
  if (meta === undefined) throw new Error('A map without its own entry')
  const reflections = includePrivate ? map.reflections : new Map([...map.reflections].filter(([, one]) => !one.private))
  const entries: (readonly [string, Writable])[] = [
    ['format', FORMAT], ['formatVersion', FORMAT_VERSION], ['app', options.app], ['savedAt', options.savedAt], ['lineage', map.meta.lineage],
    meta, ...content,
    ['versions', versions(whole, includePrivate)],
    ['stories', stories(map)],
    ['actions', sorted('actions', map.actions)],
    ['reflections', sorted('reflections', reflections)],
    ['loops', sorted('loops', map.loops)],
    ['notes', sorted('notes', map.notes)],
    ['areas', sorted('areas', map.areas)],
    ['background', background(map.meta.background)],
  ]
  const file = withKept(entries, map.meta.fileExtra)
  file.delete('document')
  // The history holds no private thing, so beside one it could never equal the readable part.
  if (document !== undefined && !hasPrivate(map)) file.set('document', new Map([['encoding', 'yjs-v2'], ['state', document]]))
  return jsonText(file, '  ')
}

function versions({ map, contents }: WholeMap, includePrivate: boolean): Writable[] {
  return listed(map.versions).map((version) => {
    const content = contents.get(version.content)
    return record('versions', version, [['content', content ? writtenContent(content, includePrivate) : null]])
  })
}

function background(value: Background | null): Writable {
  return written(fieldIn(META_FIELDS, 'background') as Field, value)
}

/** Whether a map holds anything that stays on this laptop unless the person ticks it. */
export function hasPrivate(map: SystemMap): boolean {
  return [...map.perspectives.values(), ...map.reflections.values()].some((one) => one.private)
}
