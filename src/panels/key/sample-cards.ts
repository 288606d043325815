import { apply } from '../../model/apply.ts'
import { make, place } from '../../model/change.ts'
import { emptyMap } from '../../model/empty-map.ts'
import type { ElementKind, Slot } from '../../model/kinds.ts'
import { sharedOf } from '../../model/system-map.ts'
import { resolve } from '../../reading/resolve.ts'
import { buildScene } from '../../scene/build-scene.ts'
import type { SceneElement } from '../../scene/scene.ts'

/** One of each kind, in the order of the list of kinds: a name in the words of the field, and whose it might be. */
const CARDS: readonly { readonly kind: ElementKind; readonly name: string; readonly slot: Slot; readonly words: string }[] = [
  { kind: 'role', name: 'Locality manager', slot: 2, words: 'A role' },
  { kind: 'team', name: 'Medical wards', slot: 3, words: 'A team' },
  { kind: 'organisation', name: 'GP practices', slot: 'partner', words: 'An organisation' },
  { kind: 'people', name: 'Unpaid carers', slot: 'people', words: 'People' },
  { kind: 'group', name: 'Leadership board', slot: 'shared', words: 'A group that meets' },
  { kind: 'asset', name: 'Shared record', slot: 'shared', words: 'A shared thing' },
  { kind: 'factor', name: 'Delayed discharges', slot: 'shared', words: 'Something that rises or falls' },
  { kind: 'outcome', name: 'Story told once', slot: 'people', words: 'An outcome' },
]

/** Cards as they stand on a map, made by the same scene. */
export function sampleCards(): readonly { readonly card: SceneElement; readonly words: string }[] {
  const map = apply(emptyMap('key'), {
    writes: CARDS.flatMap(({ kind, name, slot }, i) => [
      make('organisations', `o${i}`, { name: `Organisation ${i}`, slot }),
      make('elements', `e${i}`, { name, kind, organisation: `o${i}` }),
      place(`e${i}`, 0, i * 100),
    ]),
  })
  const scene = buildScene(null, { moment: map, reading: resolve(map, sharedOf(map).id), selection: [], cardScale: 1, qualityTint: false })
  return CARDS.flatMap(({ words }, i) => {
    const card = scene.elementById.get(`e${i}`)
    return card ? [{ card, words }] : []
  })
}
