import type { Id } from '../model/ids.ts'
import type { Perspective } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { strengthWithZero } from '../reading/answer.ts'
import { FULL_RANGE } from '../reading/compare.ts'
import { resolve } from '../reading/resolve.ts'
import { spreadOf, spreadWord } from '../reading/spread.ts'
import { someOf } from './counts.ts'
import { inSentence, ratingWord, scaleOf } from './ratings.ts'

type Asked = 'strength' | 'quality'

/** What each voice gave of a tie, in their order; undefined where it gave nothing. A no is strength 0. */
export function handsOf(map: SystemMap, tie: Id, voices: readonly Perspective[], asked: Asked): readonly (number | undefined)[] {
  return voices.map(({ id }) => {
    const answer = resolve(map, id).of(tie)
    return asked === 'strength' ? strengthWithZero(answer) : answer.quality
  })
}

/** "Far apart. Acute care says joined; Adult social care says aware." Without names where it is kept back who said what. */
export function handsWords(map: SystemMap, tie: Id, voices: readonly Perspective[], asked: Asked, unattributed: boolean): string {
  const kind = map.relationships.get(tie)?.kind
  const hands = handsOf(map, tie, voices, asked)
  const said = hands.flatMap((value) => (value === undefined ? [] : [value]))
  const range = spreadOf(map, voices).of(tie)?.range[asked]
  if (said.length === 0) return 'Nobody has said.'
  const word = (value: number) => inSentence(ratingWord(scaleOf(asked, kind), value))
  const who = (value: number) => someOf(voices.filter((_, i) => hands[i] === value).map(({ name }) => name))
  const [low, high] = [Math.min(...said), Math.max(...said)]
  if (range === undefined) return unattributed ? `One says ${word(low)}.` : `${who(low)} says ${word(low)}. Nobody else has said.`
  if (low === high) return `Same. All who answered say ${word(low)}.`
  const says = (value: number) => (hands.filter((hand) => hand === value).length > 1 ? 'say' : 'says')
  return `${spreadWord(range / FULL_RANGE[asked])}. ${unattributed ? `From ${word(low)} to ${word(high)}.` : `${who(high)} ${says(high)} ${word(high)}; ${who(low)} ${says(low)} ${word(low)}.`}`
}
