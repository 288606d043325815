import { canonicalContent } from '../../src/formats/native/write-content.ts'
import { contentKey } from '../../src/formats/native/content-key.ts'
import { frozen } from '../../src/model/frozen.ts'
import type { Random } from '../../src/model/ids.ts'
import type { MapContent, WholeMap } from '../../src/model/system-map.ts'
import { generateMap } from './generate-map.ts'

/** A generated map whose versions have generated contents, kept under their keys. */
export function generateWhole(random: Random, scale = 1): WholeMap {
  const map = generateMap(random, scale)
  const contents = new Map<string, MapContent>()
  const versions = new Map(
    [...map.versions].map(([id, version]) => {
      const content = frozen(generateMap(random, scale / 2))
      const key = contentKey(canonicalContent(content))
      contents.set(key, content)
      return [id, { ...version, content: key }]
    }),
  )
  return { map: { ...map, versions }, contents }
}
