import type { Id } from '../model/ids.ts'
import type { Judgement } from '../model/records.ts'
import { sharedOf, type MapContent } from '../model/system-map.ts'

const last = new WeakMap<MapContent, { readonly ties: readonly Id[]; readonly perspective: Id; readonly moment: MapContent }>()
const THERE: Judgement = { presence: 'yes' }

/**
 * A moment in which nobody has rated these ties yet, though they are there: what was said last time, or by the hand before, cannot sway
 * whoever is asked now. For painting only. The same object while it is asked for the same ties and view.
 */
export function veiled(moment: MapContent, ties: readonly Id[], perspective: Id): MapContent {
  const known = last.get(moment)
  if (known?.ties === ties && known.perspective === perspective) return known.moment
  const judgements = new Map(moment.judgements)
  const speaking = new Set([sharedOf(moment).id, ...(moment.perspectives.has(perspective) ? [perspective] : [])])
  for (const whose of new Set([...judgements.keys(), ...speaking])) {
    const said = judgements.get(whose)
    if (!speaking.has(whose) && !ties.some((tie) => said?.has(tie))) continue
    const next = new Map(said)
    for (const tie of ties) {
      if (speaking.has(whose)) next.set(tie, THERE)
      else next.delete(tie)
    }
    judgements.set(whose, next)
  }
  const veil = { ...moment, judgements }
  last.set(moment, { ties, perspective, moment: veil })
  return veil
}
