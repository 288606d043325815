import { dispatch } from '../../commands/dispatch.ts'
import { Glyph } from '../../controls/Glyph.tsx'
import { judge } from '../../edits/judge.ts'
import type { Id } from '../../model/ids.ts'
import type { MapElement } from '../../model/records.ts'
import { judgementOf, listed, type SystemMap } from '../../model/system-map.ts'
import { viewName } from '../../words/reading-name.ts'
import { DraftText } from './DraftText.tsx'
import { slotOfPerspective } from './slots.ts'

/** What they say of themselves beside what others say of them, and a place for what the view on screen says. */
export function InWords({ map, element, field, title, perspective, disabled }: {
  readonly map: SystemMap
  readonly element: MapElement
  readonly field: 'matters' | 'brings'
  readonly title: string
  readonly perspective: Id
  readonly disabled: boolean
}) {
  const isOwn = (id: Id) => element.organisation !== null && map.perspectives.get(id)?.organisation === element.organisation
  const others = listed(map.perspectives)
    .filter((p) => p.id !== perspective)
    .flatMap((p) => {
      const words = judgementOf(map, p.id, element.id)?.[field]
      return words === undefined || words === '' ? [] : [{ id: p.id, words, isOwn: isOwn(p.id) }]
    })
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
  const writing = map.perspectives.get(perspective)
  const label = isOwn(perspective) ? 'In their words' : `In ours, ${viewName(map, perspective)}`
  return (
    <section className="details-section">
      <h3>{title}</h3>
      <div className="in-words">
        {others.map((other) => {
          const slot = slotOfPerspective(map, other.id)
          return (
            <div key={other.id}>
              <p className="in-words-who">
                {slot !== null && <Glyph slot={slot} />}
                {other.isOwn ? 'In their words' : `${viewName(map, other.id)} says`}
              </p>
              <q>{other.words}</q>
            </div>
          )
        })}
        {writing && (
          <DraftText
            label={label}
            value={judgementOf(map, perspective, element.id)?.[field] ?? ''}
            long
            advice={140}
            disabled={disabled}
            placeholder="Add what we would say…"
            onKeep={(to) => dispatch(title, (now) => judge(now, perspective, element.id, field, to.trim() === '' ? null : to.trim()))}
          />
        )}
      </div>
    </section>
  )
}
