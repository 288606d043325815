import type { Id } from '../model/ids.ts'
import type { Perspective } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { pool } from './pool.ts'
import { resolve, type Reading } from './resolve.ts'

/** From the lowest to the highest that anybody gave. */
export type Between = readonly [low: number, high: number]

/** Where an element stands between having a say and living with it. A middle may be a half. */
export interface Standing {
  readonly id: Id
  readonly influence: number | undefined
  readonly interest: number | undefined
  /** Of what the voices gave; null where fewer than two did. */
  readonly influenceFrom: Between | null
  readonly interestFrom: Between | null
}

/** An element that has both. */
export type Placed = Standing & { readonly influence: number; readonly interest: number }

export const isPlaced = (standing: Standing): standing is Placed => standing.influence !== undefined && standing.interest !== undefined

/** How this reading places the elements of a moment that it does not say no to, with how far apart the voices are. One look at each voice for each element. */
export function standingsOf(moment: MapContent, reading: Reading, voices: readonly Perspective[], only: ReadonlySet<Id> | null = null): readonly Standing[] {
  const heard = voices.map(({ id }) => resolve(moment, id))
  const between = (id: Id, rating: 'influence' | 'interest'): Between | null => {
    const values = heard.flatMap((voice) => voice.of(id)[rating] ?? [])
    return values.length < 2 ? null : [Math.min(...values), Math.max(...values)]
  }
  return [...pool(moment).elements.keys()].flatMap((id) => {
    const { state, influence, interest } = reading.of(id)
    if (state === 'no' || only?.has(id) === false) return []
    return [{ id, influence, interest, influenceFrom: between(id, 'influence'), interestFrom: between(id, 'interest') }]
  })
}
