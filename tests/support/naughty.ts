import { readFileSync } from 'node:fs'
import { apply } from '../../src/model/apply.ts'
import { make } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'

/** The big list of naughty strings, each once. */
export const naughty: readonly string[] = [...new Set(JSON.parse(readFileSync(new URL('../fixtures/strings/blns.json', import.meta.url), 'utf8')) as readonly string[])].filter((text) => text !== '')

/** A map with each of them as the name of an element, as the label of a tie and as a note on that tie. */
export const naughtyMap = apply(emptyMap('m'), {
  writes: [
    make('perspectives', 'table', { name: 'Table 1', type: 'table', order: 1 }),
    ...naughty.flatMap((text, i) => [
      make('elements', `e${i}`, { name: text }),
      make('relationships', `r${i}`, { from: `e${i}`, to: 'e0', label: text }),
      { at: 'judgements' as const, id: `table:r${i}`, field: 'note', to: text },
    ]),
  ],
})
