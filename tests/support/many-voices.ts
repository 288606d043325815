import { apply } from '../../src/model/apply.ts'
import { judgementId, make, place, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Slot } from '../../src/model/kinds.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { seeded } from './seeded.ts'

const ORGANISATIONS = 4

/** A map laid out in rows, of which so many tables have each said something else. */
export function manyVoices(elements: number, ties: number, voices: number): SystemMap {
  const random = seeded(7)
  const below = (count: number) => Math.floor(random() * count)
  const columns = Math.ceil(Math.sqrt(elements * 1.2))
  const writes: Write[] = []
  for (let i = 0; i < ORGANISATIONS; i++) writes.push(make('organisations', `o${i}`, { name: `Organisation ${i + 1}`, code: `O${i + 1}`, slot: (i + 1) as Slot }))
  for (let i = 0; i < elements; i++) {
    const [column, row] = [i % columns, Math.floor(i / columns)]
    writes.push(make('elements', `e${i}`, { name: `Team ${i}`, kind: 'team', organisation: `o${Math.floor((column / columns) * ORGANISATIONS)}` }))
    writes.push(place(`e${i}`, column * 190, row * 120 + (column % 2) * 40))
  }
  for (let i = 0; i < ties; i++) {
    const from = below(elements)
    writes.push(make('relationships', `r${i}`, { from: `e${from}`, to: `e${(from + 1 + below(columns * 2)) % elements}`, kind: 'works' }))
  }
  const say = (voice: string, subject: string, to: number | 'yes') => writes.push({ at: 'judgements', id: judgementId(voice, subject), field: 'presence', to })
  for (let i = 0; i < voices; i++) {
    writes.push(make('perspectives', `t${i}`, { name: `Table ${i + 1}`, type: 'table', order: i + 1 }))
    for (let tie = 0; tie < ties; tie++) if (random() < 0.7) say(`t${i}`, `r${tie}`, below(6))
    for (let element = 0; element < elements; element++) if (random() < 0.3) say(`t${i}`, `e${element}`, random() < 0.2 ? 0 : 'yes')
  }
  return apply(emptyMap('voices'), { writes })
}
