import { Glyph } from '../../controls/Glyph.tsx'
import type { Id } from '../../model/ids.ts'
import { INFLUENCE, INTEREST } from '../../model/scales.ts'
import type { MapContent } from '../../model/system-map.ts'
import { resolve } from '../../reading/resolve.ts'
import { voicesIn } from '../../reading/voices.ts'
import { useSession } from '../../session/hooks.ts'
import { ratingWord } from '../../words/ratings.ts'
import { slotOfPerspective } from './slots.ts'

const ASKED = [{ rating: 'influence', scale: INFLUENCE }, { rating: 'interest', scale: INTEREST }] as const

/** What every voice says of an element's influence and interest; nothing where none has, or where names are off. */
export function EachSays({ moment, element }: { readonly moment: MapContent; readonly element: Id }) {
  const picked = useSession((s) => s.voices)
  const isUnattributed = useSession((s) => s.unattributed)
  if (isUnattributed) return null
  const voices = voicesIn(moment, picked)
  return ASKED.map(({ rating, scale }) => {
    const said = voices.map((voice) => ({ voice, value: resolve(moment, voice.id).of(element)[rating] }))
    if (said.every(({ value }) => value === undefined)) return null
    return (
      <section key={rating} className="details-section">
        <h3>{scale.question}</h3>
        <ul className="tie-rows">
          {said.map(({ voice, value }) => {
            const slot = slotOfPerspective(moment, voice.id)
            return (
              <li key={voice.id} className="tie-row">
                <span className="tie-row-name">
                  {slot !== null ? <Glyph slot={slot} /> : <span className="no-glyph" />}
                  <span>{voice.name}</span>
                </span>
                <span className="tie-row-value">
                  {value === undefined ? 'not said' : ratingWord(scale, value)} <b>{value}</b>
                </span>
              </li>
            )
          })}
        </ul>
      </section>
    )
  })
}
