import { canonicalContent } from '../../src/formats/native/write-content.ts'
import { contentKey } from '../../src/formats/native/content-key.ts'
import { freeze } from '../../src/model/freeze.ts'
import type { Random } from '../../src/model/ids.ts'
import type { MapContent, SystemMap, WholeMap } from '../../src/model/system-map.ts'
import { generateMap } from './generate-map.ts'

/** A generated map whose versions have generated contents, kept under their keys. */
export function generateWhole(random: Random, scale = 1): WholeMap {
  const map = generateMap(random, scale)
  const contents = new Map<string, MapContent>()
  const versions = new Map(
    [...map.versions].map(([id, version]) => {
      const content = contentOf(generateMap(random, scale / 2))
      const key = contentKey(canonicalContent(content))
      contents.set(key, content)
      return [id, { ...version, content: key }]
    }),
  )
  return { map: { ...map, versions }, contents }
}

/** Frozen, without what belongs to the file around it. */
function contentOf(map: SystemMap): MapContent {
  const content = freeze(map)
  return { ...content, meta: { ...content.meta, lineage: '', background: null, fileExtra: '' } }
}
